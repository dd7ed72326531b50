public import CallScenario

/// Lists what can happen at a point of a scenario, by actor and verb, with the events as a scenario expects them.
///
///     Possible actions after step 1 of main, A TMakeCall B
///
///     A
///       TReleaseCall, hangUp
///           A  EventReleased   OtherDN=B CallState=OK
///           B  EventAbandoned  OtherDN=A CallState=OK
public struct NextReport: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var color: Bool

  /// Lines are at most `width` columns long, and at least 20. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, attributes: AttributeChoice = .listed, color: Bool = false) {
    self.width = max(width, 20)
    self.attributes = attributes
    self.color = color
  }

  /// The text of the answer, ending in a line feed.
  public func text(_ answer: NextActions) -> String {
    let scenario = answer.scenario
    var lines = title(of: answer).wrapped(to: width).map { TextLine($0, .bold) }
    let events = EventLines(scenario, attributes: attributes)
    for (actor, party) in scenario.parties.enumerated() {
      let possible = entries(answer.possible.filter { $0.action.actor == actor }, scenario)
      let refused = reasons(answer.refused.filter { $0.action.actor == actor }, scenario)
      if possible.isEmpty, refused.isEmpty { continue }
      lines += [TextLine(), TextLine(party.name.visible, .bold)]
      for entry in possible {
        lines += entry.text.visible.wrapped(to: width - 2).map { TextLine($0, .mark, at: 2) }
        lines += events.lines(of: entry.step, width: width, at: 6)
        if entry.step.messages.isEmpty { lines.append(TextLine("no event", .dim, at: 6)) }
        if let statusLine = entry.step.statusLine { lines += statusLine.lines(width: width, at: 6) }
      }
      if !refused.isEmpty { lines += [TextLine("cannot", .dim, at: 2)] + refused }
    }
    if answer.possible.isEmpty { lines += [TextLine(), TextLine("No action is possible.")] }
    return lines.text(color: color)
  }

  private func title(of answer: NextActions) -> String {
    guard let latest = answer.latest else { return "Possible actions at the start" }
    let action = answer.scenario.spelling(of: latest)
    return "Possible actions after step \(answer.point.step) of \(answer.point.flow), \(action)".visible
  }

  // MARK: Possible

  /// What one verb does towards one target, or towards several targets with the same result.
  fileprivate struct Entry {
    /// A request and the manual action with the same effect: `TReleaseCall, hangUp`.
    var verbs: [String]
    var targets: [String]
    /// ` on CALL key=value`
    var rest: String
    var step: Transcript.Step

    var text: String {
      let target = targets.isEmpty ? "" : " " + targets.joined(separator: "|")
      return verbs.map { $0 + target }.joined(separator: ", ") + rest
    }
  }

  private func entries(_ steps: [Transcript.Step], _ scenario: Scenario) -> [Entry] {
    var entries: [Entry] = []
    for step in steps {
      let entry = Entry(step, scenario)
      if let place = entries.firstIndex(where: { $0.isRequest(of: entry) }) {
        entries[place].verbs.append(entry.verbs[0])
      } else {
        entries.append(entry)
      }
    }
    return entries.reduce(into: []) { folded, entry in
      if let last = folded.last, last.verbs == entry.verbs, last.rest == entry.rest, !last.targets.isEmpty,
        !entry.targets.isEmpty, last.step.looks(like: entry.step, attributes)
      {
        folded[folded.count - 1].targets += entry.targets
      } else {
        folded.append(entry)
      }
    }
  }

  // MARK: Refused

  /// Every reason once, followed by the actions that are refused for it.
  private func reasons(_ steps: [Transcript.Step], _ scenario: Scenario) -> [TextLine] {
    var sentences: [String] = []
    for step in steps {
      guard let sentence = step.reason, sentences.last != sentence, !sentences.contains(sentence) else { continue }
      sentences.append(sentence)
    }
    return sentences.flatMap { sentence in
      sentence.visible.wrapped(to: width - 6).enumerated().map { TextLine($1, at: $0 == 0 ? 4 : 6) }
    }
  }
}

extension NextReport.Entry {
  fileprivate init(_ step: Transcript.Step, _ scenario: Scenario) {
    let action = step.action
    var options = action
    options.target = nil
    let head = "\(scenario.parties[action.actor].name) \(action.verb.name)"
    self.init(
      verbs: [action.verb.name], targets: action.target.map { [scenario.parties[$0].name] } ?? [],
      rest: String(decoding: scenario.spelling(of: options).utf8.dropFirst(head.utf8.count), as: UTF8.self), step: step)
  }

  /// Whether the other action is the one by hand that does what this request does.
  fileprivate func isRequest(of other: Self) -> Bool {
    step.action.verb.byHand == other.step.action.verb.name && verbs.count == 1 && targets == other.targets
      && rest == other.rest
  }
}

extension Transcript.Step {
  /// Whether a report that shows these attributes would print the same result for both actions.
  func looks(like other: Transcript.Step, _ attributes: AttributeChoice) -> Bool {
    refusal == other.refusal && statusLine == other.statusLine
      && messages.elementsEqual(other.messages) { one, other in
        one.from == other.from && one.to == other.to && one.name == other.name
          && one.attributes(attributes) == other.attributes(attributes)
      }
  }
}
