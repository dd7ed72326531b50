/// Where a transcript departs from what its scenario expects of it.
public struct Difference: Sendable {
  public var flow: String
  public var step: Transcript.Step
  /// Where the expectation stands; the action's own position for what nothing in the file expects.
  public var position: Position
  public var kind: Kind

  public enum Kind: Sendable {
    /// Expected, but not sent.
    case missing(ExpectedMessage)
    /// Sent, but not expected.
    case unexpected(Message)
    case differs(ExpectedMessage, Message, [AttributeDifference])
    /// Expected to be refused, with this text in the reason, but carried out.
    case notRefused(String?)
    /// Expected to be carried out, but refused, for this reason.
    case refused(String)
    case otherReason(expected: String, actual: String)
  }
}

/// An attribute of a message that is not as expected.
public struct AttributeDifference: Sendable, Hashable {
  public var name: String
  /// As the file writes it: `B|C?`, or `absent`; none where nothing expects the attribute.
  public var expected: String?
  /// Spelled like what is expected; none where the message does not carry it.
  public var actual: String?

  public init(name: String, expected: String?, actual: String?) {
    self.name = name
    self.expected = expected
    self.actual = actual
  }
}

extension Transcript {
  /// Everything that is not as the scenario expects it, in the order of the file.
  public func differences() -> [Difference] {
    var differences: [Difference] = []
    eachDifference { differences.append($0) }
    return differences
  }

  /// The same, one after the other: there may be many times as many as there are lines in the file.
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

/// The rules by which an expectation and a message are held against each other.
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
      // Nearly always: there is nothing to be told.
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
      // What nothing expects stands at the action, which comes before its expectations.
      let further = isOpen ? [] : unexpected.sorted().map { Difference.Kind.unexpected(step.messages[$0]) }
      return further + found.sorted { $0.expected < $1.expected }.map(\.kind)
    }
  }

  private func differences(in step: Transcript.Step, refusedWith text: String?) -> [Difference.Kind] {
    guard let reason = step.refusal else { return [.notRefused(text)] }
    if let text, !holds(text, in: reason) { return [.otherReason(expected: text, actual: reason)] }
    // `refused` stands for the refusal's own messages, and for no other.
    return step.messages.filter { !$0.isRefusal }.map(Difference.Kind.unexpected)
  }

  /// A refusal wants a line of its own: `...` is for what else happens, not for nothing happening.
  private func isRefusalExpected(among expected: [ExpectedMessage], in step: Transcript.Step) -> Bool {
    step.messages.contains { message in expected.contains { $0.recipient == message.to && $0.name == message.name } }
  }

  /// Each recipient's expected messages set against those that it received: between recipients there is no order.
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

  /// The attributes that are not as expected: in the order of the line, then what it leaves to defaults, then what it
  /// does not name.
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

  /// Of what the file does not write: a party is called by its name on both sides.
  private func difference(_ name: String, _ implied: Message.Attribute?, _ actual: Message.Attribute?)
    -> AttributeDifference
  {
    let (expected, actual) = (implied?.value, actual?.value)
    return AttributeDifference(
      name: name, expected: expected.map { spelling.value($0, of: name) },
      actual: actual.map { spelling.value($0, of: name) })
  }

  /// What a line means where it does not say.
  func defaults(of message: Message, _ defaults: [Message.Attribute]) -> [Message.Attribute] {
    scenario.defaults(of: message, defaults)
  }

  private func holds(_ pattern: Pattern, of name: String, for actual: Message.Attribute?) -> Bool {
    switch pattern {
    case .absent:
      // What the server knows besides is not in the message as the manual lists it.
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
    let part = text.utf8.map(lowercased)
    let whole = reason.utf8.map(lowercased)
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
