/// Why a line of a scenario is told, or why it is not.
public struct Explanation: Sendable {
  public let scenario: Scenario
  public let flow: String
  public let step: Transcript.Step
  /// The line that was asked about.
  public let subject: Subject
  /// The messages that it is about, each with where it comes from.
  public let messages: [ExplainedMessage]
  /// What would make an expectation hold that does not.
  public var remedies: [Remedy] = []

  public enum Subject: Sendable {
    /// Everything that the action does, and which of its messages are not expected.
    case action([Message])
    /// An expectation that holds.
    case holds(ExpectedMessage)
    /// A message of this name comes, with other attributes.
    case differs(ExpectedMessage, [AttributeDifference])
    /// No such message comes.
    case missing(ExpectedMessage)
    /// `refused`, which the action is or is not.
    case refused(isSo: Bool, Position)
  }

  /// What would make an expectation hold, or the nearest to it.
  public enum Remedy: Sendable {
    /// The action sends such a message to another party.
    case otherRecipient(Message)
    /// Another step of the flow sends it.
    case otherStep(Transcript.Step, Message, [AttributeDifference])
    /// Another action sends it: at the point before the step, or right after it.
    case otherAction(Transcript.Step, Message, isLater: Bool, [AttributeDifference])
    /// The profile would have to say so: `route-call-state=redirected`.
    case profile(String)
    /// No action that is possible before or after the step sends such a message to the party.
    case nothing
  }
}

/// A message with where everything in it comes from.
public struct ExplainedMessage: Sendable {
  public let message: Message
  public let origin: MessageOrigin
}

extension ExplainedMessage {
  /// Where the value of one of its attributes comes from.
  public func origin(of attribute: Message.Attribute) -> AttributeOrigin? {
    origin.attribute(attribute.name, isListed: attribute.isListed)
  }
}
