/// The state of a party in one call.
public enum PartyState: UInt8, Named {
  /// The party is not in the call.
  case idle
  /// The caller before the answer, and on hold; a caller who hears busy, and one on hold who will hear it after
  /// retrieving.
  case dialing, dialingHeld, hearingBusy, hearingBusyHeld
  /// In an ACD group or a route queue; on a device, waiting to be picked up.
  case queued, parked
  /// At a routing point or a route queue: a route has been requested; a treatment has been asked for, or is on;
  /// TRouteCall has been made.
  case routing, treatmentAsked, treated, routeAsked
  /// There, too: the call is routed, after a TRouteCall or by default, and is not to leave before it is answered.
  case routed, routedByDefault
  /// A destination that the network has not reached; one that has not rung; an outside one that may answer without
  /// ringing.
  case unreached, offered, reached
  /// The device rings.
  case ringing
  /// The group of a predictive call, until its customer answers.
  case detecting
  /// The customer of a predictive call whose device rings.
  case customerRinging
  /// The party talks, or has put the call on hold.
  case talking, held
  /// A party announced before it has answered: not yet rung; outside, where it may answer without ringing; ringing.
  case announced, announcedOutside, announcedRinging
  /// A party called into a conference that the other parties have not been told of: not yet rung; outside, where it may
  /// answer without ringing; ringing.
  case invited, invitedOutside, invitedRinging
  /// The service observer: ringing; ringing while the other parties know that it joins; and listening.
  case observerRinging, addedObserverRinging, observing

  /// What a state says of a party: the properties below test one trait each.
  private struct Traits: OptionSet {
    let rawValue: UInt16

    static let member = Traits(rawValue: 1 << 0)
    static let answered = Traits(rawValue: 1 << 1)
    static let uncounted = Traits(rawValue: 1 << 2)
    static let observer = Traits(rawValue: 1 << 3)
    static let active = Traits(rawValue: 1 << 4)
    static let told = Traits(rawValue: 1 << 5)
    static let ringing = Traits(rawValue: 1 << 6)
    static let place = Traits(rawValue: 1 << 7)
    static let calling = Traits(rawValue: 1 << 8)
  }

  @inline(__always)
  private var traits: Traits {
    switch self {
    case .idle: []
    case .dialing, .hearingBusy: [.told, .calling, .active]
    case .dialingHeld, .hearingBusyHeld: [.told, .calling]
    case .queued, .routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault, .detecting:
      [.told, .place]
    case .parked, .customerRinging: [.told]
    case .unreached, .offered, .reached: []
    case .ringing: [.told, .ringing]
    case .talking: [.told, .calling, .member, .answered, .active]
    case .held: [.told, .calling, .member, .answered]
    case .announced, .announcedOutside: [.member]
    case .announcedRinging: [.told, .member, .ringing]
    case .invited, .invitedOutside: [.uncounted]
    case .invitedRinging: [.told, .uncounted, .ringing]
    case .observerRinging, .addedObserverRinging: [.told, .uncounted, .observer, .ringing]
    case .observing: [.told, .uncounted, .observer, .active]
    }
  }

  /// Whether the party takes part in the conversation or conference, or has been announced in it.
  @inline(__always) var isMember: Bool { traits.contains(.member) }
  /// Whether the party talks or holds.
  @inline(__always) var hasAnswered: Bool { traits.contains(.answered) }
  /// Whether the party is an observer, or has been called into a conference and is not in it yet: it does not count.
  @inline(__always) var isUncounted: Bool { traits.contains(.uncounted) }
  /// Whether the party observes, or rings to do so.
  @inline(__always) var isObserver: Bool { traits.contains(.observer) }
  /// Whether the party is neither held, parked nor alerting: a device can be active in only one call.
  @inline(__always) var isActive: Bool { traits.contains(.active) }
  /// Whether the party has dialed or answered, so that its phone is off hook.
  var isOffHook: Bool { isCalling || self == .observing }
  /// Whether the DN has been told of the call, and so must be told of its end.
  @inline(__always) var hasBeenTold: Bool { traits.contains(.told) }
  /// Whether the device rings, except as the customer of a predictive call, which has rules of its own.
  var rings: Bool { traits.contains(.ringing) }
  /// Whether the party can be muted now: it talks, or observes.
  var mayBeMuted: Bool { self == .talking || self == .observing }
  /// Whether the party is a queue or a routing point.
  var isPlace: Bool { traits.contains(.place) }
  /// Whether it is a place that has routed the call and keeps it until the answer.
  @inline(__always) var awaitsAnswer: Bool { self == .routed || self == .routedByDefault }
  /// Whether it is a state of the first party of a call: calling, hearing busy, or having answered.
  var isCalling: Bool { traits.contains(.calling) }

  /// The state off hold, on hold, and announced in a conference before the answer; this one where that cannot happen.
  private var turns: (offHold: PartyState, onHold: PartyState, announced: PartyState) {
    switch self {
    case .dialing, .dialingHeld: (.dialing, .dialingHeld, self)
    case .hearingBusy, .hearingBusyHeld: (.hearingBusy, .hearingBusyHeld, self)
    case .talking, .held: (.talking, .held, self)
    case .offered: (self, self, .announced)
    case .reached: (self, self, .announcedOutside)
    case .ringing: (self, self, .announcedRinging)
    case .idle, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault,
      .unreached, .detecting, .customerRinging, .announced, .announcedOutside, .announcedRinging, .invited,
      .invitedOutside, .invitedRinging, .observerRinging, .addedObserverRinging, .observing:
      (self, self, self)
    }
  }

  /// This state on hold; `offHold` is the state after retrieving.
  var onHold: PartyState { turns.onHold }
  var offHold: PartyState { turns.offHold }
  /// The state once the call is answered, of a caller that dials; and of a party that waits for an answer again.
  var connected: PartyState { self == offHold ? .talking : .held }
  var dialingAgain: PartyState { self == offHold ? .dialing : .dialingHeld }
  /// The caller's state once its destination is found busy.
  var hearingBusyTone: PartyState { self == offHold ? .hearingBusy : .hearingBusyHeld }
  /// Whether the caller hears busy, or will after retrieving.
  var hearsBusy: Bool { self == .hearingBusy || self == .hearingBusyHeld }
  /// The state of an unanswered party once it is announced in a conference.
  var onceAnnounced: PartyState { turns.announced }

  /// What such a party is doing, as the end of `it is …`.
  public var name: StaticString {
    switch self {
    case .idle: "not in the call"
    case .dialing: "dialing"
    case .dialingHeld: "holding while dialing"
    case .hearingBusy: "hearing busy"
    case .hearingBusyHeld: "holding a busy call"
    case .queued: "queued"
    case .parked: "where the call is parked"
    case .routing: "waiting for a route"
    case .treatmentAsked: "about to treat the call"
    case .treated: "treating the call"
    case .routeAsked: "about to route"
    case .routed: "waiting for the answer"
    case .routedByDefault: "waiting for the answer, without TRouteCall"
    case .unreached: "not reached by the network yet"
    case .offered: "not ringing yet"
    case .reached: "reached outside"
    case .ringing: "ringing"
    case .detecting: "waiting for the customer's answer"
    case .customerRinging: "ringing as the customer of a predictive call"
    case .talking: "talking"
    case .held: "holding"
    case .announced: "announced but not ringing yet"
    case .announcedOutside: "announced and reached outside"
    case .announcedRinging: "announced and ringing"
    case .invited: "invited but not ringing yet"
    case .invitedOutside: "invited and reached outside"
    case .invitedRinging: "ringing for a conference"
    case .observerRinging: "ringing as an observer"
    case .addedObserverRinging: "ringing as an observer known to the others"
    case .observing: "observing"
    }
  }
}

extension [PartyState] {
  /// The states of a caller, or of a party for which another one called and then left.
  static let caller: Self = [.dialing, .dialingHeld, .talking, .held]
}

/// How the call reached its present place: the last hop decides which attributes its events list.
package enum Hop: UInt8, CaseIterable, Sendable {
  case direct, outside, group, groups, routeQueue, routingPoint
  case transferred, redirected, forwarded, predictive
}
