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
    /// Sent to its recipient in another order than expected; perhaps with other attributes, too.
    case otherOrder(ExpectedMessage, Message, [AttributeDifference], Order)
    /// Sent to another recipient than expected; perhaps with other attributes, too.
    case otherRecipient(ExpectedMessage, Message, [AttributeDifference])
    /// Carried out, although expected to be refused with this text in the reason.
    case notRefused(String?)
    /// Refused for this reason, although expected to be carried out.
    case refused(String)
    /// Refused as expected, but for another reason.
    case otherReason(expected: String, actual: String)
  }
}

extension Difference {
  /// Where a message is among the others that its recipient gets.
  public struct Order: Hashable, Sendable {
    /// Whether it is sent too early; otherwise too late.
    public internal(set) var isEarly: Bool
    /// The line whose message it precedes if it is early, and otherwise follows.
    public internal(set) var sent: ExpectedMessage
    /// The line that it would have to follow if it is early, and otherwise precede.
    public internal(set) var expected: ExpectedMessage
  }
}

/// An attribute of a message that is not as expected.
public struct AttributeDifference: Sendable, Hashable {
  /// The attribute's name: `OtherDN`.
  public internal(set) var name: String
  /// What the line says about the attribute; nil if it does not name it.
  public internal(set) var pattern: Pattern?
  /// The value as the file writes it: `B|C?`, or `absent`; nil if no line expects the attribute.
  public internal(set) var expected: String?
  /// The value, spelled like the expected one; nil if the message does not carry the attribute.
  public internal(set) var actual: String?

  package init(name: String, pattern: Pattern?, expected: String?, actual: String?) {
    self.name = name
    self.pattern = pattern
    self.expected = expected
    self.actual = actual
  }
}

/// An action that did not do what the lines below it expect.
public struct FailedStep: Hashable, Sendable {
  /// The name of the flow.
  public internal(set) var flow: String
  /// What happened.
  public internal(set) var step: Transcript.Step
  /// What differs, in the order of the file; at least one.
  public internal(set) var differences: [Difference]
  /// The lines of the file and the messages that differ from them, in the order of the file.
  package internal(set) var lines: [ComparedLine]

  /// The position of the first difference.
  public var position: Position { differences.first?.position ?? step.action.position }
}

extension Transcript {
  /// All differences from what the scenario expects, in the order of the file; none if every expectation holds.
  public func differences() -> [Difference] { failedSteps().flatMap(\.differences) }

  /// The actions that did not do what the scenario expects, in the order of the file.
  public func failedSteps() -> [FailedStep] {
    var failed: [FailedStep] = []
    eachFailedStep { failed.append($0) }
    return failed
  }

  /// Passes each of the `failedSteps()` to `body`, those of the given flows or of all. They may need much more memory
  /// than the file.
  public func eachFailedStep<Failure: Error>(
    flows names: [String]? = nil, _ body: (FailedStep) throws(Failure) -> Void
  ) throws(Failure) {
    let comparison = Comparison(scenario)
    let wanted = names.map { Set($0) }
    for flow in flows where wanted?.contains(flow.name) ?? true {
      for case .step(let step) in flow.entries {
        guard let findings = comparison.findings(in: step) else { continue }
        let differences = findings.kinds.map { kind in
          Difference(flow: flow.name, step: step, position: kind.position(in: step), kind: kind)
        }
        try body(FailedStep(flow: flow.name, step: step, differences: differences, lines: findings.lines))
      }
    }
  }
}

extension Difference.Kind {
  fileprivate func position(in step: Transcript.Step) -> Position {
    switch self {
    case .missing(let expected), .differs(let expected, _, _), .otherOrder(let expected, _, _, _),
      .otherRecipient(let expected, _, _):
      return expected.position
    case .unexpected, .refused: return step.action.position
    case .notRefused, .otherReason:
      guard case .refused(_, let position) = step.action.expectation else { return step.action.position }
      return position
    }
  }
}

extension Difference: CustomStringConvertible {
  /// The place, and what differs: `line 17: flow main, step 3: C ring: EventRinging is not sent`.
  ///
  /// A difference knows its parties only by number. `DifferenceReport` of CallReport names them, and shows values.
  public var description: String {
    let action = step.action.text.isEmpty ? step.action.verb.name : step.action.text
    return "line \(position.line): \(step.place(in: flow, action)): \(kind.summary)"
  }
}

extension Transcript.Step {
  /// The place of a step in a flow, and its action: `flow main, step 3: C ring`.
  package func place(in flow: String, _ action: String) -> String { "flow \(flow), step \(number): \(action)" }
}

extension Difference.Kind {
  fileprivate var summary: String {
    switch self {
    case .missing(let expected): "\(expected.name) is not sent"
    case .unexpected(let message): "\(message.name) is not expected"
    case .differs(let expected, _, let attributes):
      "\(expected.name) differs in \(attributes.map(\.name).joined(separator: ", "))"
    case .otherOrder(let expected, _, _, let order):
      "\(expected.name) is sent \(order.isEarly ? "before" : "after") \(order.sent.name)"
    case .otherRecipient(let expected, _, _): "\(expected.name) goes to another recipient"
    case .notRefused: "it is not refused"
    case .refused(let reason): "it is refused: \(reason)"
    case .otherReason(let expected, let actual): "it is refused: \(actual); expected: \(expected)"
    }
  }
}
