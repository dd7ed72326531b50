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
  /// The service observer: ringing, and listening.
  case observerRinging, observing

  /// Whether the party takes part in the conversation or conference, or has been announced in it.
  @inline(__always)
  var isMember: Bool {
    switch self {
    case .talking, .held, .announced, .announcedOutside, .announcedRinging: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .invited,
      .invitedOutside, .invitedRinging, .observerRinging, .observing:
      false
    }
  }

  /// Whether the party talks or holds.
  @inline(__always)
  var hasAnswered: Bool {
    switch self {
    case .talking, .held: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .announced,
      .announcedOutside, .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing:
      false
    }
  }

  /// Whether the party is an observer, or has been called into a conference and is not in it yet: it does not count.
  @inline(__always)
  var isUncounted: Bool {
    switch self {
    case .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .talking, .held,
      .announced, .announcedOutside, .announcedRinging:
      false
    }
  }

  /// Whether the party observes, or rings to do so.
  @inline(__always)
  var isObserver: Bool {
    switch self {
    case .observerRinging, .observing: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .talking, .held,
      .announced, .announcedOutside, .announcedRinging, .invited, .invitedOutside, .invitedRinging:
      false
    }
  }

  /// Whether the party is neither held, parked nor alerting: a device can be active in only one call.
  @inline(__always)
  var isActive: Bool {
    switch self {
    case .dialing, .hearingBusy, .talking, .observing: true
    case .idle, .dialingHeld, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked,
      .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .held, .announced, .announcedOutside,
      .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging:
      false
    }
  }

  /// Whether the DN has been told of the call, and so must be told of its end.
  @inline(__always)
  var hasBeenTold: Bool {
    switch self {
    case .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked, .treated,
      .routeAsked, .ringing, .detecting, .customerRinging, .talking, .held, .announcedRinging, .invitedRinging,
      .observerRinging, .observing:
      true
    case .idle, .unreached, .offered, .reached, .announced, .announcedOutside, .invited, .invitedOutside: false
    }
  }

  /// Whether the device rings, except as the customer of a predictive call, for whom there are separate rules.
  var rings: Bool {
    switch self {
    case .ringing, .announcedRinging, .invitedRinging, .observerRinging: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .offered, .reached, .detecting, .customerRinging, .talking, .held, .announced,
      .announcedOutside, .invited, .invitedOutside, .observing:
      false
    }
  }

  /// Whether the party is a queue or a routing point.
  var isPlace: Bool {
    switch self {
    case .queued, .routing, .treatmentAsked, .treated, .routeAsked, .detecting: true
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .parked, .unreached, .offered, .reached,
      .ringing, .customerRinging, .talking, .held, .announced, .announcedOutside, .announcedRinging, .invited,
      .invitedOutside, .invitedRinging, .observerRinging, .observing:
      false
    }
  }

  /// Whether it is a state of the first party of a call: calling, hearing busy, or having answered.
  var isCalling: Bool {
    switch self {
    case .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .talking, .held: true
    case .idle, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked, .unreached, .offered, .reached,
      .ringing, .detecting, .customerRinging, .announced, .announcedOutside, .announcedRinging, .invited,
      .invitedOutside, .invitedRinging, .observerRinging, .observing:
      false
    }
  }

  /// This state on hold; `offHold` is the state after retrieving.
  var onHold: PartyState {
    switch self {
    case .dialing: .dialingHeld
    case .talking: .held
    case .hearingBusy: .hearingBusyHeld
    case .idle, .dialingHeld, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked,
      .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .held, .announced, .announcedOutside,
      .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing:
      self
    }
  }
  var offHold: PartyState {
    switch self {
    case .dialingHeld: .dialing
    case .held: .talking
    case .hearingBusyHeld: .hearingBusy
    case .idle, .dialing, .hearingBusy, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked, .unreached,
      .offered, .reached, .ringing, .detecting, .customerRinging, .talking, .announced, .announcedOutside,
      .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing:
      self
    }
  }
  /// The caller's state once its destination is found busy.
  var hearingBusyTone: PartyState {
    switch self {
    case .dialingHeld, .held: .hearingBusyHeld
    case .idle, .dialing, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked, .treated,
      .routeAsked, .unreached, .offered, .reached, .ringing, .detecting, .customerRinging, .talking, .announced,
      .announcedOutside, .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing:
      .hearingBusy
    }
  }
  /// The state of an unanswered party once it is announced in a conference.
  var onceAnnounced: PartyState {
    switch self {
    case .offered: .announced
    case .reached: .announcedOutside
    case .ringing: .announcedRinging
    case .idle, .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .queued, .parked, .routing, .treatmentAsked,
      .treated, .routeAsked, .unreached, .detecting, .customerRinging, .talking, .held, .announced, .announcedOutside,
      .announcedRinging, .invited, .invitedOutside, .invitedRinging, .observerRinging, .observing:
      self
    }
  }

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
