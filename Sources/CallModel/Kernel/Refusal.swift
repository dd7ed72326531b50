/// The error that is thrown if an action is not possible. Nothing has changed.
public struct Refusal: Error, Hashable, Sendable, Codable, CustomStringConvertible {
  /// What cannot be done, and why: `7001 cannot answer: it is not ringing (it is talking to 7002)`.
  public let sentence: String
  /// Why, as the end of the sentence.
  public let reason: String
  /// The code of the T-Server's answer. `nil` if no client can request the action, and for the other servers.
  public let errorCode: ErrorCode?
  /// The calls in which the action would be possible, by age, if it is refused because there are several.
  public let calls: [ConnID]
  /// EventError, as `Switch.error(for:)` numbers it.
  let answer: Event?

  package init(
    _ sentence: String, because reason: String, _ errorCode: ErrorCode? = nil, calls: [ConnID] = [],
    answer: Event? = nil
  ) {
    (self.sentence, self.reason, self.errorCode) = (sentence, reason, errorCode)
    (self.calls, self.answer) = (calls, answer)
  }

  /// The sentence, and the error code with its text.
  public var description: String {
    errorCode.map { "\(sentence) (error \($0))" } ?? sentence
  }
}
