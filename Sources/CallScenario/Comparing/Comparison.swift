import CallModel

/// A place where a transcript differs from what its scenario expects.
public struct Difference: Hashable, Sendable {
  /// The name of the flow.
  public internal(set) var flow: String
  /// What happened.
  public internal(set) var step: Transcript.Step
  /// The position of the expectation, or of the action if no line of the file expects what happened.
  public internal(set) var position: Position
  /// What differs.
  public internal(set) var kind: Kind

  /// What differs between an expectation and what happened.
  public enum Kind: Hashable, Sendable {
    /// Expected, but not sent.
    case missing(ExpectedMessage)
    /// Sent, but not expected.
    case unexpected(Message)
    /// Sent, but with other attributes than expected.
    case differs(ExpectedMessage, Message, [AttributeDifference])
    /// Carried out, although expected to be refused with this text in the reason.
    case notRefused(String?)
    /// Refused for this reason, although expected to be carried out.
    case refused(String)
    /// Refused as expected, but for another reason.
    case otherReason(expected: String, actual: String)
  }
}

/// An attribute of a message that is not as expected.
public struct AttributeDifference: Sendable, Hashable {
  /// The attribute's name: `OtherDN`.
  public internal(set) var name: String
  /// The value as the file writes it: `B|C?`, or `absent`; nil if no line expects the attribute.
  public internal(set) var expected: String?
  /// The value, spelled like the expected one; nil if the message does not carry the attribute.
  public internal(set) var actual: String?

  package init(name: String, expected: String?, actual: String?) {
    self.name = name
    self.expected = expected
    self.actual = actual
  }
}

extension Transcript {
  /// All differences from what the scenario expects, in the order of the file; none if every expectation holds.
  public func differences() -> [Difference] {
    var differences: [Difference] = []
    eachDifference { differences.append($0) }
    return differences
  }

  /// Passes each of the `differences()` to `body`. There may be many more of them than lines in the file.
  public func eachDifference<Failure: Error>(_ body: (Difference) throws(Failure) -> Void) throws(Failure) {
    let comparison = Comparison(scenario)
    for flow in flows {
      for case .step(let step) in flow.entries {
        for kind in comparison.differences(in: step) {
          try body(Difference(flow: flow.name, step: step, position: kind.position(in: step), kind: kind))
        }
      }
    }
  }
}

extension Difference.Kind {
  fileprivate func position(in step: Transcript.Step) -> Position {
    switch self {
    case .missing(let expected), .differs(let expected, _, _): return expected.position
    case .unexpected, .refused: return step.action.position
    case .notRefused, .otherReason:
      guard case .refused(_, let position) = step.action.expectation else { return step.action.position }
      return position
    }
  }
}

extension Difference: CustomStringConvertible {
  /// The place, and what differs: `line 17, step 3 of main (C ring): EventRinging is not sent`.
  ///
  /// A difference knows its parties only by number. `DifferenceReport` of CallReport names them, and shows values.
  public var description: String {
    let action = step.action.text.isEmpty ? step.action.verb.name : step.action.text
    return "line \(position.line), step \(step.number) of \(flow) (\(action)): \(kind.summary)"
  }
}

extension Difference.Kind {
  fileprivate var summary: String {
    switch self {
    case .missing(let expected): "\(expected.name) is not sent"
    case .unexpected(let message): "\(message.name) is not expected"
    case .differs(let expected, _, let attributes):
      "\(expected.name) differs in \(attributes.map(\.name).joined(separator: ", "))"
    case .notRefused: "it is not refused"
    case .refused(let reason): "it is refused: \(reason)"
    case .otherReason(let expected, let actual): "it is refused: \(actual); expected: \(expected)"
    }
  }
}

/// Compares messages with the lines that expect them.
struct Comparison {
  let scenario: Scenario
  let spelling: Spelling
  /// The attributes whose values are compared without regard to case.
  private var names: Set<String> = []

  init(_ scenario: Scenario) {
    self.scenario = scenario
    spelling = Spelling(scenario)
    for attribute in scenario.vocabulary.attributes {
      if case .names = attribute.values { names.insert(attribute.name) }
    }
  }

  // MARK: A step

  func differences(in step: Transcript.Step) -> [Difference.Kind] {
    switch step.action.expectation {
    case .refused(let text, _): return differences(in: step, refusedWith: text)
    case .messages(let expected, let isOpen):
      if let reason = step.explanation, !isRefusalExpected(among: expected, in: step) { return [.refused(reason)] }
      let alignments = alignments(expected, step, isOpen: isOpen)
      // This is the usual case: nothing to report.
      if alignments.allSatisfy(\.isExact) { return [] }
      var unexpected: [Int] = []
      var found: [(expected: Int, kind: Difference.Kind)] = []
      for edit in alignments.flatMap(\.edits) {
        switch edit {
        case .missing(let index): found.append((index, .missing(expected[index])))
        case .unexpected(let index): unexpected.append(index)
        case .pair(let index, let message):
          let attributes = differences(expected[index], step.messages[message], step.defaults)
          if !attributes.isEmpty {
            found.append((index, .differs(expected[index], step.messages[message], attributes)))
          }
        }
      }
      // An unexpected message gets the position of the action, which comes before its expectations.
      let further = isOpen ? [] : unexpected.sorted().map { Difference.Kind.unexpected(step.messages[$0]) }
      return further + found.sorted { $0.expected < $1.expected }.map(\.kind)
    }
  }

  private func differences(in step: Transcript.Step, refusedWith text: String?) -> [Difference.Kind] {
    guard let reason = step.refusal else { return [.notRefused(text)] }
    if let text, !holds(text, in: reason) { return [.otherReason(expected: text, actual: reason)] }
    // `refused` covers only the messages of the refusal itself.
    return step.messages.filter { !$0.isRefusal }.map(Difference.Kind.unexpected)
  }

  /// Whether a line expects the refusal. `...` does not: it allows further messages, not a refusal.
  private func isRefusalExpected(among expected: [ExpectedMessage], in step: Transcript.Step) -> Bool {
    step.messages.contains { message in expected.contains { $0.recipient == message.to && $0.name == message.name } }
  }

  /// Aligns each recipient's expected messages with those that it received; there is no order between recipients.
  func alignments(_ expected: [ExpectedMessage], _ step: Transcript.Step, isOpen: Bool) -> [Alignment] {
    var columns: [(expected: [Int], actual: [Int])] = []
    var columnOf: [Int: Int] = [:]
    func column(_ recipient: Int) -> Int {
      if let known = columnOf[recipient] { return known }
      columnOf[recipient] = columns.count
      columns.append(([], []))
      return columns.count - 1
    }
    for (index, line) in expected.enumerated() { columns[column(line.recipient)].expected.append(index) }
    for (index, message) in step.messages.enumerated() { columns[column(message.to)].actual.append(index) }
    return columns.map { column in
      Alignment(column.expected, column.actual, isOpen: isOpen) { line, message in
        guard expected[line].name == step.messages[message].name else { return nil }
        return differences(expected[line], step.messages[message], step.defaults).count
      }
    }
  }

  // MARK: A message

  /// The attributes that are not as expected.
  ///
  /// First come those of the line, in its order, then the defaults that it leaves out, then the attributes that it does
  /// not expect.
  func differences(
    _ expected: ExpectedMessage, _ message: Message, _ defaults: [Message.Attribute]
  ) -> [AttributeDifference] {
    let carried = scenario.attributes(of: message)
    var result: [AttributeDifference] = []
    for attribute in expected.attributes {
      let actual = carried.first { $0.name == attribute.name }
      if !holds(attribute.pattern, of: attribute.name, for: actual) {
        result.append(
          AttributeDifference(
            name: attribute.name, expected: attribute.text,
            actual: actual.map { spelling.value($0.value, like: attribute) }))
      }
    }
    let implied = self.defaults(of: message, defaults).filter { !expected.names($0.name) }
    for attribute in implied {
      let actual = carried.first { $0.name == attribute.name }
      if let actual, Text(actual.value) == Text(attribute.value) { continue }
      result.append(difference(attribute.name, attribute, actual))
    }
    if expected.isOpen { return result }
    for attribute in carried where attribute.isListed && !expected.names(attribute.name) {
      if implied.contains(where: { $0.name == attribute.name }) { continue }
      result.append(difference(attribute.name, nil, attribute))
    }
    return result
  }

  /// Compares a default that the file does not write; both values show a party by its name.
  private func difference(_ name: String, _ implied: Message.Attribute?, _ actual: Message.Attribute?)
    -> AttributeDifference
  {
    let (expected, actual) = (implied?.value, actual?.value)
    return AttributeDifference(
      name: name, expected: expected.map { spelling.value($0, of: name) },
      actual: actual.map { spelling.value($0, of: name) })
  }

  /// The values that a line implies if it states none.
  func defaults(of message: Message, _ defaults: [Message.Attribute]) -> [Message.Attribute] {
    scenario.defaults(of: message, defaults)
  }

  private func holds(_ pattern: Pattern, of name: String, for actual: Message.Attribute?) -> Bool {
    switch pattern {
    case .absent:
      // An attribute that is known but not listed is not part of the message as the manual prints it.
      guard let actual else { return true }
      return !actual.isListed
    case .any(let isOptional): return actual != nil || isOptional
    case .oneOf(let values, let isOptional):
      guard let actual else { return isOptional }
      return values.contains { isSame($0, actual.value, of: name) }
    }
  }

  private func isSame(_ expected: String, _ actual: String, of name: String) -> Bool {
    Text(expected) == Text(actual) || (names.contains(name) && Text.areSameWord(expected, actual))
  }

  func holds(_ text: String, in reason: String) -> Bool {
    let part = text.utf8.map(\.lowercased)
    let whole = reason.utf8.map(\.lowercased)
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension ExpectedMessage {
  func names(_ attribute: String) -> Bool {
    attributes.contains { $0.name == attribute }
  }
}

extension Pattern {
  var isOptional: Bool {
    switch self {
    case .absent: false
    case .any(let isOptional), .oneOf(_, let isOptional): isOptional
    }
  }
}
