import CallModel
public import CallScenario

/// The text that a test prints for an action that did not do what its lines expect.
///
///     acd.scenario:17: flow main, step 3: C ring
///       C receives EventRinging with CallState=OK, not Redirected
///
///         C  EventRinging  ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
///       -   CallState=Redirected
///       +   CallState=OK
///
///       rule    The agent rings
///       source  Basic Call Models, Call to ACD
///
/// What is expected is spelled as in the file, and what was sent as `record` would write it. Whole lines are never
/// wrapped, so that what follows `+` can be copied into the file.
public struct DifferenceReport: Sendable {
  var width: Int
  var color: Bool

  /// Texts are at most `width` columns wide, and at least 40; lines to copy may be wider. `color` sets colors with ANSI
  /// escape sequences.
  public init(width: Int = 100, color: Bool = false) {
    self.width = max(width, 40)
    self.color = color
  }

  /// The text about one action of the transcript, ending in a line feed.
  public func text(_ failed: FailedStep, in transcript: Transcript) -> String {
    text(failed, Spelling(transcript.scenario))
  }

  /// One line about a flow, ending in a line feed: where it fails first, and what differs there.
  ///
  /// The line says how many of the flow's `count` differences it does not mention.
  public func summary(_ first: FailedStep, of count: Int, in transcript: Transcript) -> String {
    summary(first, of: count, Spelling(transcript.scenario))
  }

  func summary(_ first: FailedStep, of count: Int, _ spelling: Spelling) -> String {
    let sentence = DifferenceSentences(spelling).sentences(first).first ?? ("", 0)
    let others = count > sentence.count ? " (and \(count - sentence.count) more)" : ""
    var line = place(first, spelling.scenario)
    line.append(": \(sentence.text.visible)\(others)")
    return [line].text(color: color)
  }

  func text(_ failed: FailedStep, _ spelling: Spelling) -> String {
    let sentences = DifferenceSentences(spelling).sentences(failed).flatMap { indented($0.text, at: 2, hanging: 2) }
    let parts = [
      sentences, refusal(in: failed), ComparedLines(spelling, failed, width: width).lines, rules(of: failed),
    ].filter { !$0.isEmpty }
    return ([place(failed, spelling.scenario)] + parts.joined(separator: [TextLine()])).text(color: color)
  }

  private func place(_ failed: FailedStep, _ scenario: Scenario) -> TextLine {
    var line = TextLine("\(scenario.path):\(failed.position.line):".visible, .bold)
    let place = failed.step.place(in: failed.flow, scenario.spelling(of: failed.step.action))
    line.append(place.visible, at: line.width + 1)
    return line
  }

  /// Wraps a text; its further lines begin further to the right.
  private func indented(_ text: String, at place: Int, hanging: Int, _ style: Style = .plain) -> [TextLine] {
    let lines = text.visible.wrapped(to: width - place - hanging)
    return lines.enumerated().map { TextLine($1, style, at: place + ($0 == 0 ? 0 : hanging)) }
  }

  // MARK: Why

  /// The reason of a refusal, what would be possible instead, and the error, each on a line.
  private func refusal(in failed: FailedStep) -> [TextLine] {
    let step = failed.step
    guard let reason = step.reason else { return [] }
    switch failed.differences.first?.kind {
    case .refused, .otherReason: break
    case .missing, .unexpected, .differs, .otherOrder, .otherRecipient, .notRefused, nil: return []
    }
    let error = step.messages.first { $0.isRefusal }?.attributes.filter { $0.name.hasPrefix("Error") } ?? []
    var pairs = [("reason", reason)]
    if let hint = step.hint {
      let possible = "possible now: "
      let isList = hint.hasPrefix(possible)
      pairs.append(isList ? ("possible now", String(hint.dropFirst(possible.count))) : ("hint", hint))
    }
    if !error.isEmpty { pairs.append(("error", error.map(\.value).joined(separator: " "))) }
    return table(pairs)
  }

  /// The rules that sent what differs, each once; if nothing was sent, those that answered the action.
  private func rules(of failed: FailedStep) -> [TextLine] {
    let step = failed.step
    var sent: [Message] = []
    for difference in failed.differences {
      switch difference.kind {
      case .unexpected(let message), .differs(_, let message, _), .otherOrder(_, let message, _, _),
        .otherRecipient(_, let message, _):
        sent.append(message)
      case .notRefused: sent += step.messages
      case .missing, .refused, .otherReason: break
      }
    }
    var rules: [RuleReference] = []
    for rule in sent.isEmpty ? step.rules : sent.compactMap({ step.rule(of: $0) }) where !rules.contains(rule) {
      rules.append(rule)
    }
    return table(rules.flatMap { [("rule", $0.name), ("source", $0.source)] })
  }

  /// Names, and their texts in a column.
  private func table(_ pairs: [(name: String, text: String)]) -> [TextLine] {
    let column = 2 + (pairs.map(\.name.columns).max() ?? 0) + 2
    return [TextLine].sideBySide(
      [
        (
          2,
          pairs.flatMap { pair in wrapped(pair.text, column).indices.map { TextLine($0 == 0 ? pair.name : "", .dim) } }
        )
      ]
        + [(column, pairs.flatMap { pair in wrapped(pair.text, column).map { TextLine($0) } })])
  }

  private func wrapped(_ text: String, _ column: Int) -> [String] { text.visible.wrapped(to: width - column) }
}
