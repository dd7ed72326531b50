/// The vocabulary of a server whose messages have senders: `IVRServer`, `InteractionServer` and `Recording`.
public protocol MessageVocabulary: Sendable {
  /// The kinds of parties.
  associatedtype Kind: Named
  /// What a party can do. A request has the name of its message; what happens outside is in lower case.
  associatedtype Verb: Named
  /// The messages.
  associatedtype EventType: Named
  /// The attributes of messages and requests.
  associatedtype Attribute: Named
  /// What can be set when a party is added.
  associatedtype Setting: Named
}
