/// Who is meant, seen from the action. Resolved once, before anything changes.
enum Who: UInt8, CaseIterable, Sendable {
  case nobody, actor, target
  /// The first party of the call, and its called side: the actor or, where the actor is the caller, the party that it
  /// faces.
  case caller, called
  /// The other party, seen from the actor.
  case opposite
  /// Who handed the call on to the actor, or to the called party; of several groups the last that did not; who invited
  /// it.
  case from, past
  /// The destination that TRouteCall asked for; for one who hears busy: whoever is busy.
  case asked
  /// The first and the last of the other groups at which the call is queued.
  case firstGroup, lastGroup
  /// In the actor's other call: the other party.
  case far
  /// The service observer: of the actor or, where it has none, of the other party.
  case observer
  /// In an event for several: the one who is told, and who invited it or whom it observes.
  case itself, inviter
  /// In an event for each who comes into the call with the other one: that one.
  case newcomer

  @inline(__always) var index: Int { Int(rawValue) }

  /// The call's parties, all of them.
  static let everyone = Several(set: .everyone)
  /// Those who talk or hold or have been announced, once the call has changed.
  static let members = Several(set: .members)
  /// The groups at which the call was queued when the action came.
  static let groups = Several(set: .groups)
  /// The devices that rang when the action came, invited into the conference or to observe.
  static let ringers = Several(set: .ringers)
  /// Of those in the conversation, or waiting for it, when the action came: those who had been told of the call.
  static let informed = Several(set: .informed)
  /// The same with whoever is called into it, and its observers.
  static let told = Several(set: .told)
  /// In a conference, when the action came: those who had answered, and those who rang and had been announced.
  static let answered = Several(set: .answered)
  static let announced = Several(set: .announced)
  /// Those who have come into the call with the other one, who observes them too.
  static let newcomers = Several(set: .newcomers)
  /// Those who observed when the action came, and those who rang to observe.
  static let observers = Several(set: .observers)
  static let observersRinging = Several(set: .observersRinging)
}

/// Several parties, told in the order in which they came into the call: the manual's columns.
struct Several: Hashable, Sendable {
  enum Set: UInt8, Sendable {
    case one, everyone, members, groups, ringers, informed, told, answered, announced, newcomers, observers,
      observersRinging
  }
  /// Which of them, by their place beside the pivot; of observers: whom they observe.
  enum Side: UInt8, Sendable { case all, before, after, only, but }
  var set: Set
  var side = Side.all
  var pivot = Who.nobody

  func before(_ who: Who) -> Several { Several(set: set, side: .before, pivot: who) }
  func after(_ who: Who) -> Several { Several(set: set, side: .after, pivot: who) }
  func only(_ who: Who) -> Several { Several(set: set, side: .only, pivot: who) }
  func but(_ who: Who) -> Several { Several(set: set, side: .but, pivot: who) }
}

/// Which call: the one in which the actor acts, or the other where the action is about two.
enum Which: UInt8, Sendable { case here, other }
