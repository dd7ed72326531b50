/// A role in an action's call, from the actor's point of view. It is resolved to a DN once, before anything changes.
enum Who: UInt8, CaseIterable, Sendable {
  case noParty, actor, target
  /// The first party of the call; and the called side: the actor or, if the actor is the caller, the other party.
  case caller, called
  /// The other party, seen from the actor.
  case opposite
  /// The party that handed the call on to the actor or the called party, or invited it; and, of several groups, the
  /// last that did not divert the call.
  case from, past
  /// The destination that TRouteCall asked for; for a caller who hears busy, the busy party.
  case asked
  /// The first and the last of the other groups at which the call is queued.
  case firstGroup, lastGroup
  /// The other party of the actor's other call.
  case far
  /// The service observer of the actor or, if there is none, of the other party.
  case observer
  /// In an event for several recipients: the recipient, and the party that invited it or that it observes.
  case itself, inviter
  /// In an event for each party that comes from the other call: that party.
  case newcomer

  /// Columns of a section: the queue, the routing point or the party through which the call came, a second one, and the
  /// party that is called in the end. Rows are written with them; no rule has them. No scene has a place for them, and
  /// so they come last.
  case via, secondVia, callee
  /// Columns too: the two parties of a conversation, no matter which of them has called; and one that is observed.
  case partyA, partyB, observed

  /// Those that have a place in the scene.
  static let allCases = (0...UInt8.max).compactMap(Who.init).filter { !$0.isColumn }

  private var isColumn: Bool {
    switch self {
    case .via, .secondVia, .callee, .partyA, .partyB, .observed: true
    case .noParty, .actor, .target, .caller, .called, .opposite, .from, .past, .asked, .firstGroup, .lastGroup, .far,
      .observer, .itself, .inviter, .newcomer:
      false
    }
  }

  @inline(__always) var index: Int { Int(rawValue) }

  /// All parties of the call.
  static let everyone = Recipients(set: .everyone)
  /// The parties that talk, hold or have been announced, after the change.
  static let members = Recipients(set: .members)
  /// The groups at which the call was queued before the action.
  static let groups = Recipients(set: .groups)
  /// The devices that rang before the action, invited into the conference or to observe.
  static let ringers = Recipients(set: .ringers)
  /// The parties that were in the conversation, or waiting for it, before the action, and had been told of the call.
  static let informed = Recipients(set: .informed)
  /// Those of `informed`, and the parties called into the conversation and its observers.
  static let told = Recipients(set: .told)
  /// In a conference, before the action: the parties that had answered, and those that rang and had been announced.
  static let answered = Recipients(set: .answered)
  static let announced = Recipients(set: .announced)
  /// The parties that have come from the other call, including a party that observes them.
  static let newcomers = Recipients(set: .newcomers)
  /// The observers before the action, and the devices that rang to observe.
  static let observers = Recipients(set: .observers)
  static let observersRinging = Recipients(set: .observersRinging)
  /// The client, where it acts on a call from outside.
  static let outsider = Recipients(set: .outsider)
}

/// Several parties, notified in the order in which they entered the call, like the manual's columns.
struct Recipients: Hashable, Sendable {
  enum Set: UInt8, Sendable {
    case one, everyone, members, groups, ringers, informed, told, answered, announced, newcomers, observers,
      observersRinging, outsider
  }
  /// Which of the parties, by their place relative to the pivot; for observers, by the party that they observe.
  enum Side: UInt8, Sendable { case all, before, after, only, except }
  var set: Set
  var side = Side.all
  var pivot = Who.noParty

  func before(_ who: Who) -> Recipients { Recipients(set: set, side: .before, pivot: who) }
  func after(_ who: Who) -> Recipients { Recipients(set: set, side: .after, pivot: who) }
  func only(_ who: Who) -> Recipients { Recipients(set: set, side: .only, pivot: who) }
  func except(_ who: Who) -> Recipients { Recipients(set: set, side: .except, pivot: who) }
}

/// Which call is meant: the one in which the actor acts or, if the action is about two, the other.
enum CallRef: UInt8, Sendable {
  case this, other

  /// All of this happens in that call.
  func callAsFunction(@Clauses<Clause> _ clauses: () -> [Clause]) -> [Clause] { clauses().on(self) }
}

/// A column of a table about calls that may be conferences: one party or, in a conference, all on that side.
struct Side {
  let party: Who
  let parties: Recipients
  let isOneParty: Situation

  /// The parties of the call in which the actor acts, itself apart.
  static let this = Side(party: .opposite, parties: Who.informed.except(.actor), isOneParty: .pair)
  /// The parties of the actor's other call.
  static let other = Side(party: .far, parties: Who.informed.except(.actor), isOneParty: .otherPair)
  /// The parties that come into the other call from the one in which the actor acts.
  static let newcomers = Side(party: .opposite, parties: Who.newcomers, isOneParty: .pair)

  func receives(_ message: EventType, _ values: Value...) -> Clause { parties.receives(message, values) }
}
