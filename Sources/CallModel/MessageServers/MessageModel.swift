/// What the rules of a server with senders refer to: its vocabulary, states, conditions and changes.
package protocol RuleVocabulary: MessageVocabulary
where
  Kind: Numbered, Verb: ServerVerb, Verb.Attribute == Attribute, EventType: ServerEventType, Attribute: ServerAttribute,
  Setting: ServerAttribute
{
  associatedtype State: Numbered & CustomStringConvertible
  associatedtype Situation: Conditions
  associatedtype Change: Sendable & CustomStringConvertible
  /// A role in an action: `the caller`. `rawValue` is its place in the cast, less than 24.
  associatedtype Who: Numbered & CustomStringConvertible
}

/// The types that follow from the vocabulary of a server with senders: `IVRServer.Action` is a
/// `MessageTypes<IVRServer>.Action`.
package enum MessageTypes<Server: RuleVocabulary> {}

// Each model names its Action, Event, Scene, Clause, Cell and Value itself: the T-Server has types with these names at
// the top level of the module, and they would be found first.
extension RuleVocabulary {
  package typealias Party = MessageTypes<Self>.Party
  package typealias Value = MessageTypes<Self>.Value
}

/// A server whose messages have senders: the IVR Server, the Interaction Server, recording.
///
/// Rules say what such a server does: in which states an action is possible, what changes, and which messages are sent.
/// A model adds its vocabulary, finds what an action is about, and carries out the changes.
package protocol MessageModel: RuleVocabulary, Model, Equatable
where
  Scene == MessageTypes<Self>.Scene, Action == MessageTypes<Self>.Action, Event == MessageTypes<Self>.Event,
  Clause == MessageTypes<Self>.Clause, Cell == MessageTypes<Self>.Cell, Note == Never, Profile == Void
{
  /// The name in scenarios: `ivr-server`.
  static var server: StaticString { get }
  /// What the actions are about: `call`.
  static var subjectNoun: StaticString { get }
  /// The text of an omitted name; its number is 0.
  static var usualName: StaticString { get }
  static var rules: [Rule<Self>] { get }
  /// The rules, compiled once for all servers of this kind.
  static var rulebook: Rulebook<Self> { get }
  /// How many parties of the kind take part.
  static func number(of kind: Kind) -> ClosedRange<Int>
  static func settings(of kind: Kind) -> [Setting]
  /// The kinds of parties that can use the verb.
  static func actorKinds(of verb: Verb) -> [Kind]

  init()
  /// Adds a party; returns `nil` if there are already `limit` parties, or if a setting has no such value.
  mutating func add(_ kind: Kind, _ settings: AttributeValues<Setting>) -> Party?
  /// Carries the action out and returns the number of its rule, or throws and leaves everything unchanged.
  @discardableResult
  mutating func apply(_ action: Action, by book: Rulebook<Self>, into events: inout [Event])
    throws(ModelRefusal<Self>) -> Int
  /// Everything that the party can do now, with the messages that each action would send.
  func possibleActions(of actor: Party, by book: Rulebook<Self>) -> [Prediction<Self>]
  /// Passes the actions that the actor can do now to `each`, until `each` returns false. Returns false if it has not
  /// tried everything.
  func eachPossibleAction(of actor: Party, by book: Rulebook<Self>, _ each: (Action) -> Bool) -> Bool
  /// Why the action is not possible now, or why a rule would answer it with an error; `nil` if it is possible.
  func refusal(of action: Action, by book: Rulebook<Self>) -> ModelRefusal<Self>?
  /// Why the action was refused, as the end of `sentence`. The state must still be the one that refused it.
  func reason(_ refusal: ModelRefusal<Self>, by book: Rulebook<Self>, naming name: (Party) -> String)
    -> String
  /// What cannot be done, and why: `Agent2 cannot accept: no invitation is open for Agent2`.
  func sentence(_ refusal: ModelRefusal<Self>, by book: Rulebook<Self>, naming name: (Party) -> String)
    -> String

  /// The name of the attribute that shows `statusLine`, if the model has one.
  static var statusName: StaticString? { get }
  /// What the model knows and no message says.
  func statusLine(_ name: (Party) -> String) -> String
  /// What the party is doing.
  func activities(of party: Party, _ name: (Party) -> String) -> [Activity]
}

extension MessageModel {
  package static var subjectNoun: StaticString { "call" }
  package static var usualName: StaticString { "" }
  /// The most parties that can be added.
  package static var limit: Int { Int(UInt16.max) }
  package static var statusName: StaticString? { nil }
  package func statusLine(_ name: (Party) -> String) -> String { "" }

  package static func verb(of action: Action) -> Verb { action.verb }
  package static func change(_ clause: Clause, under profile: Void) -> Change? {
    if case .change(let change) = clause { change } else { nil }
  }
  package static func cell(_ clause: Clause, of rule: Int, under profile: Void) -> Cell? {
    guard case .message(var cell) = clause else { return nil }
    cell.rule = UInt16(rule)
    return cell
  }
  package static func forbidden(by verbs: [Verb], _ clauses: [Clause]) -> Situation { [] }
  package static func isRejection(_ rule: Rule<Self>) -> Bool { rule.isRejection }
}

/// What a party can do. A request has the name of its message; what happens outside is in lower case.
package protocol ServerVerb: Numbered, Named {
  associatedtype Attribute: ServerAttribute
  var isRequest: Bool { get }
  var target: TargetNeed { get }
  /// The attributes that the action may carry.
  var options: [Attribute] { get }
  /// The attribute with the number of the request, which the requester chooses.
  var numbered: Attribute? { get }
}

extension ServerVerb {
  package var numbered: Attribute? { nil }
}

package protocol ServerEventType: Numbered, Named {
  /// Whether the message says that a request failed.
  var isError: Bool { get }
}

package protocol ServerAttribute: Numbered, Named {
  var valueType: ValueType { get }
}

/// For a server whose parties have no settings.
public enum NoSettings: Named, RawRepresentable, ServerAttribute {
  /// There are none.
  public static var allCases: [NoSettings] { [] }
  /// There is none.
  public init?(rawValue: UInt8) { nil }
  /// Never asked for.
  public var rawValue: UInt8 { switch self {} }
  /// Never asked for.
  public var name: StaticString { switch self {} }
  package var valueType: ValueType { switch self {} }
}

/// What an attribute's number means.
package enum ValueType: Sendable {
  case number
  /// A text, as the number that the caller has given it.
  case text
  case party
  /// A name, as its place in the list.
  case names([StaticString])
  /// A name, a colon and a text: the number of the text, and that of the name in the upper half.
  case place([StaticString])

  func contains(_ number: UInt32) -> Bool {
    switch self {
    case .number, .text, .party: true
    case .names(let names): number < names.count
    case .place(let names): number >> 16 < names.count
    }
  }
}
