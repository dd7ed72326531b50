/// A message that a rule sends, in words.
package struct SentMessage: Sendable {
  /// The number of its clause among the rule's clauses that are messages, counted from 0.
  package let clause: Int
  /// `EventRinging`, `CallStatus(Ringing)`: as the vocabulary spells it.
  package let name: String
  /// Who receives it: `the called party`, `each member but the actor`.
  package let recipient: String
  /// Who sends it, if messages of the server have senders.
  package let sender: String?
  /// The option of the profile under which the message is sent; `nil` if it is always sent.
  package let condition: Condition?
  package let attributes: [SentAttribute]
}

/// An attribute of a message that a rule sends, and where its value comes from.
package struct SentAttribute: Sendable {
  /// `OtherDN`
  package let name: String
  /// `the caller`, `Destination (given by the rule)`
  package let origin: String
  /// The value, if it is always the same.
  package let value: String?
  /// Whether a table lists it. The server knows the others, too.
  package let isListed: Bool
  /// The option of the profile under which the attribute is present; `nil` if it always is.
  package let condition: Condition?

  init(_ name: String, from origin: String, isListed: Bool = true, only condition: Condition? = nil) {
    (self.name, self.origin, value) = (name, origin, nil)
    (self.isListed, self.condition) = (isListed, condition)
  }

  /// Makes an attribute whose value is always the same.
  init(_ name: String, always value: String, isListed: Bool = true, only condition: Condition? = nil) {
    (self.name, self.value) = (name, value)
    origin = isListed ? "\(value) (given by the rule)" : "\(value), always"
    (self.isListed, self.condition) = (isListed, condition)
  }
}

/// An option of the profile, and the values under which something is present.
package struct Condition: Hashable, Sendable {
  /// `dialed-number`
  package let option: String
  /// The values.
  package let values: [String]
  /// What the manual calls the footnote: `*DIAL`, `note a`.
  package let footnote: String?
}
