/// A message that a rule sends, in words.
package struct SentMessage: Sendable {
  /// The number of its clause among the rule's clauses that are messages, counted from 0.
  package let clause: Int
  /// `EventRinging`, `CallStatus(Ringing)`: as the vocabulary spells it.
  package let name: String
  /// The part that the recipient plays: `the called party`, `each member but the actor`.
  package let recipient: String
  /// The part that the sender plays, of a server whose messages have senders.
  package let sender: String?
  /// What the profile has to say for the message to be sent at all.
  package let condition: Condition?
  package let attributes: [SentAttribute]
}

/// An attribute of a message that a rule sends, and where its value comes from.
package struct SentAttribute: Sendable {
  /// `OtherDN`
  package let name: String
  /// `the caller`, `Destination (given by the rule)`
  package let origin: String
  /// The value, where it is always the same.
  package let value: String?
  /// False: the server knows it, but no table lists it.
  package let isListed: Bool
  /// What the profile has to say for the attribute to be there.
  package let condition: Condition?

  init(_ name: String, from origin: String, isListed: Bool = true, only condition: Condition? = nil) {
    (self.name, self.origin, value) = (name, origin, nil)
    (self.isListed, self.condition) = (isListed, condition)
  }

  /// With a value that is always the same.
  init(_ name: String, always value: String, isListed: Bool = true, only condition: Condition? = nil) {
    (self.name, self.value) = (name, value)
    origin = isListed ? "\(value) (given by the rule)" : "\(value), always"
    (self.isListed, self.condition) = (isListed, condition)
  }
}

/// The option of the profile that decides whether something is there.
package struct Condition: Hashable, Sendable {
  /// `dialed-number`
  package let option: String
  /// The values under which it is there.
  package let values: [String]
  /// What the manual calls the footnote: `*DIAL`, `note a`.
  package let footnote: String?
}
