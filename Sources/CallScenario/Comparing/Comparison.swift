import CallModel

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

  /// Whether the step did exactly what its lines expect.
  func holds(_ step: Transcript.Step) -> Bool { findings(in: step) == nil }

  /// What differs in the step; nil if nothing does, which is the usual case.
  func findings(in step: Transcript.Step) -> StepFindings? {
    switch step.action.expectation {
    case .refused(let text, _): return findings(in: step, refusedWith: text)
    case .messages(let expected, let isOpen):
      if let reason = step.explanation, !isRefusalExpected(among: expected, in: step) {
        return StepFindings(
          kinds: [.refused(reason)],
          lines: expected.map(ComparedLine.missing) + step.messages.map(ComparedLine.unexpected))
      }
      let alignments = alignments(expected, step, isOpen: isOpen)
      if alignments.allSatisfy(\.isExact) { return nil }
      return StepMatching(self, expected, step, isOpen: isOpen, alignments).findings
    }
  }

  /// What became of the expected message with that number; nil if the step expects no messages.
  func outcome(of number: Int, in step: Transcript.Step) -> LineOutcome? {
    guard case .messages(let expected, let isOpen) = step.action.expectation else { return nil }
    let alignments = alignments(expected, step, isOpen: isOpen)
    return StepMatching(self, expected, step, isOpen: isOpen, alignments).outcome(of: number)
  }

  private func findings(in step: Transcript.Step, refusedWith text: String?) -> StepFindings? {
    guard let reason = step.refusal else {
      return StepFindings(kinds: [.notRefused(text)], lines: step.messages.map(ComparedLine.unexpected))
    }
    if let text, !holds(text, in: reason) {
      return StepFindings(kinds: [.otherReason(expected: text, actual: reason)], lines: [])
    }
    // `refused` covers only the messages of the refusal itself.
    let further = step.messages.filter { !$0.isRefusal }
    return further.isEmpty
      ? nil : StepFindings(kinds: further.map(Difference.Kind.unexpected), lines: further.map(ComparedLine.unexpected))
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
            name: attribute.name, pattern: attribute.pattern, expected: attribute.text,
            actual: actual.map { spelling.value($0.value, like: attribute) }))
      }
    }
    let implied = scenario.defaults(of: message, defaults).filter { !expected.names($0.name) }
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
      name: name, pattern: nil, expected: expected.map { spelling.value($0, of: name) },
      actual: actual.map { spelling.value($0, of: name) })
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
