/// Why a line of a scenario holds, or why it does not.
public struct Explanation: Sendable {
  /// The scenario that the line belongs to.
  public let scenario: Scenario
  /// The name of the flow.
  public let flow: String
  /// The step that the line is, or that it expects something of.
  public let step: Transcript.Step
  /// The line in question.
  public let subject: Subject
  /// The messages that the line is about, each with its origin.
  public let messages: [ExplainedMessage]
  /// What would make a failing expectation hold.
  public internal(set) var remedies: [Remedy] = []

  /// What the line is, and whether it holds.
  public enum Subject: Sendable {
    /// An action: all that it sends, and which of its messages are not expected.
    case action([Message])
    /// An expectation that holds.
    case holds(ExpectedMessage)
    /// An expectation of a message that comes with other attributes.
    case differs(ExpectedMessage, [AttributeDifference])
    /// An expectation of a message that comes in another order, and perhaps with other attributes.
    case otherOrder(ExpectedMessage, Message, [AttributeDifference], Difference.Order)
    /// An expectation of a message that another party receives, perhaps with other attributes.
    case otherRecipient(ExpectedMessage, Message, [AttributeDifference])
    /// An expectation of a message that does not come.
    case missing(ExpectedMessage)
    /// `refused`; `isRefused` says whether the action is refused.
    case refused(isRefused: Bool, Position)
  }

  /// A change that would make an expectation hold or nearly hold.
  public enum Remedy: Sendable {
    /// The action sends such a message to another party.
    case otherRecipient(Message)
    /// Another step of the flow sends such a message.
    case otherStep(Transcript.Step, Message, [AttributeDifference])
    /// Another action sends such a message, in place of the step or right after it.
    case otherAction(Transcript.Step, Message, isLater: Bool, [AttributeDifference])
    /// The profile needs this option: `route-call-state=redirected`.
    case profile(String)
    /// No action that is possible in place of the step or after it sends the party such a message.
    case nothing
  }
}

/// A message, with the origin of everything in it.
public struct ExplainedMessage: Sendable {
  /// The message, as the step sends it.
  public let message: Message
  /// Where it and its attributes come from.
  public let origin: MessageOrigin
}

extension ExplainedMessage {
  /// The origin of the value of one of its attributes.
  public func origin(of attribute: Message.Attribute) -> AttributeOrigin? {
    origin.attribute(attribute.name, isListed: attribute.isListed)
  }
}
