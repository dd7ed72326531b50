import CallModel
public import CallScenario

/// The text that a test prints for a difference: its place, what was expected, what was sent, and by which rule.
///
///     acd.scenario:17: C receives EventRinging with other attributes than expected
///       flow main, step 3: C ring
///
///         attribute    expected    actual
///         ConnID                   1
///       > CallState    OK          Redirected
///
///       rule      The ACD group delivers the call
///       source    Connection-Establishing Phase (Internal/Inbound Call to ACD)
///
/// Lines of missing and unexpected events are spelled as in a scenario file and never wrapped, so that they can be
/// copied.
public struct DifferenceReport: Sendable {
  var color: Bool
  private static let width = 100

  /// `color` sets colours with ANSI escape sequences.
  public init(color: Bool = false) {
    self.color = color
  }

  /// The text of one difference of the transcript, ending in a line feed.
  public func text(_ difference: Difference, in transcript: Transcript) -> String {
    text(difference, Spelling(transcript.scenario))
  }

  /// Passes the text of every difference to `body`, in the order of the file.
  public func eachText<Failure: Error>(
    of transcript: Transcript, _ body: (Difference, String) throws(Failure) -> Void
  ) throws(Failure) {
    // The spelling covers all parties, so it is made only once.
    let spelling = Spelling(transcript.scenario)
    try transcript.eachDifference { (difference) throws(Failure) in try body(difference, text(difference, spelling)) }
  }

  private func text(_ difference: Difference, _ spelling: Spelling) -> String {
    let scenario = spelling.scenario
    let step = difference.step
    var first = TextLine("\(scenario.path):\(difference.position.line):".visible, .bold)
    first.append(summary(of: difference, in: scenario).visible, at: first.width + 1)
    let action = "flow \(difference.flow), step \(step.number): \(scenario.spelling(of: step.action))"
    return ([first, TextLine(action.visible, .dim, at: 2), TextLine()] + details(of: difference, spelling)).text(
      color: color)
  }

  private func summary(of difference: Difference, in scenario: Scenario) -> String {
    let action = scenario.spelling(of: difference.step.action)
    func name(_ party: Int) -> String { scenario.parties[party].name }
    switch difference.kind {
    case .missing(let expected): return "\(name(expected.recipient)) does not receive \(expected.name)"
    case .unexpected(let message): return "\(name(message.to)) receives \(message.name), which is not expected"
    case .differs(let expected, let message, _) where expected.name == message.name:
      return "\(name(message.to)) receives \(message.name) with other attributes than expected"
    case .differs(let expected, let message, _):
      return "\(name(message.to)) receives \(message.name) instead of \(expected.name)"
    case .notRefused: return "\(action) is carried out, but expected to be refused"
    case .refused: return "\(action) is refused, but not expected to be"
    case .otherReason: return "\(action) is refused, but for another reason than expected"
    }
  }

  private func details(of difference: Difference, _ spelling: Spelling) -> [TextLine] {
    let step = difference.step
    switch difference.kind {
    case .missing(let expected):
      return [
        TextLine("expected, but not sent:", at: 2), TextLine(spelling.line(of: expected).visible, .good, at: 4),
      ]
    case .unexpected(let message):
      return sent([message], step, spelling, "sent, but not expected:") + rule(of: message, in: step)
    case .differs(let expected, let message, let differences):
      return table(expected, message, differences, spelling) + rule(of: message, in: step)
    case .notRefused(let text):
      let expected = text.map { [pair("expected", "refused \($0)", .good)] } ?? []
      return expected + sent(step.messages, step, spelling, "sent instead:")
        + (step.messages.first.map { rule(of: $0, in: step) } ?? [])
    case .refused(let reason):
      return sentences("reason", reason, .bad) + sent(step.messages, step, spelling, "sent:")
    case .otherReason(let expected, let actual):
      return [pair("expected", expected, .good)] + sentences("actual", actual, .bad)
        + sent(step.messages, step, spelling, "sent:")
    }
  }

  /// The messages, written as the lines that expect them.
  private func sent(_ messages: [Message], _ step: Transcript.Step, _ spelling: Spelling, _ title: String) -> [TextLine]
  {
    guard !messages.isEmpty else { return [] }
    return [TextLine(title, at: 2)]
      + messages.map { TextLine(spelling.line(of: $0, in: step).visible, .bad, at: 4) }
  }

  private func rule(of message: Message, in step: Transcript.Step) -> [TextLine] {
    step.rule(of: message).map { [TextLine(), pair("rule", $0.name), pair("source", $0.source)] } ?? []
  }

  /// Splits a reason into lines: the cause, the possible actions, and the error's own message.
  private func sentences(_ key: String, _ text: String, _ style: Style) -> [TextLine] {
    text.split(separator: "; ").enumerated().map { index, sentence in
      pair(index == 0 ? key : "", String(sentence), style)
    }
  }

  private func pair(_ key: String, _ text: String, _ style: Style = .plain) -> TextLine {
    var line = TextLine(key, .dim, at: 2)
    line.append(text.visible, style, at: 2 + "expected  ".count)
    return line
  }
}

// MARK: - Attribute by attribute

extension DifferenceReport {
  private struct Row {
    var name: String
    var expected: String
    var actual: String
    var differs: Bool
  }

  /// All attributes that the message lists or that were expected; `>` marks those that differ.
  private func table(
    _ expected: ExpectedMessage, _ message: Message, _ differences: [AttributeDifference], _ spelling: Spelling
  ) -> [TextLine] {
    let rows = rows(expected, message, differences, spelling)
    let heads = Row(name: "attribute", expected: "expected", actual: "actual", differs: false)
    let all = [heads] + rows
    let wishes = [\Row.name, \Row.expected, \Row.actual].map { column in
      all.map { $0[keyPath: column].columns }.max() ?? 0
    }
    let widths = wishes.shares(of: Self.width - 8)
    let starts = [4, 4 + widths[0] + 2, 4 + widths[0] + widths[1] + 4]
    return all.enumerated().flatMap { index, row in
      let isHead = index == 0
      let styles: [Style] = isHead ? [.dim, .dim, .dim] : row.differs ? [.bold, .good, .bad] : [.plain, .dim, .dim]
      var blocks = [row.name, row.expected, row.actual].enumerated().map { column, text in
        (place: starts[column], lines: text.wrapped(to: widths[column]).map { TextLine($0, styles[column]) })
      }
      if row.differs { blocks.insert((2, [TextLine(">", .mark)]), at: 0) }
      return [TextLine].sideBySide(blocks)
    }
  }

  /// First the defaults (ConnID, ThisDN), then the file's attributes in their order, then the unexpected ones. Both
  /// sides spell each attribute as the file does.
  private func rows(
    _ expected: ExpectedMessage, _ message: Message, _ differences: [AttributeDifference], _ spelling: Spelling
  ) -> [Row] {
    let carried = spelling.scenario.attributes(of: message)
    var left = differences
    func row(_ name: String, _ written: ExpectedAttribute?) -> Row? {
      let actual = carried.first { $0.name == name }?.value
      if let place = left.firstIndex(where: { $0.name == name }) {
        let difference = left.remove(at: place)
        let unwritten = difference.expected == nil ? actual.map { spelling.unwrittenValue($0, of: name) } : nil
        return Row(
          name: name, expected: (difference.expected ?? "(not expected)").visible,
          actual: (unwritten ?? difference.actual ?? "(absent)").visible, differs: true)
      }
      guard let actual else { return nil }
      let shown =
        written.map { spelling.value(actual, like: $0) } ?? spelling.unwrittenValue(actual, of: name)
      return Row(name: name, expected: (written?.text ?? "").visible, actual: shown.visible, differs: false)
    }
    let written = Set(expected.attributes.map(\.name))
    let byItself = message.attributes.filter { $0.isListed && !written.contains($0.name) }.compactMap {
      row($0.name, nil)
    }
    let named = expected.attributes.compactMap { row($0.name, $0) }
    let others = left.map(\.name).compactMap { row($0, nil) }
    return byItself.filter { !$0.differs } + named + byItself.filter(\.differs) + others
  }
}
