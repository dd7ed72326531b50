/// Where a party stands in one call.
public enum PartyState: UInt8, Standing {
  case idle
  /// The caller before the answer, the same on hold; one who hears busy, and who will when it retrieves.
  case dialing, dialingHeld, hearingBusy, hearingBusyHeld
  /// In an ACD group or a route queue; on a device, to be picked up.
  case queued, parked
  /// At a routing point or a route queue that has asked for a route; a treatment has been asked for, or is on; after
  /// the TRouteCall.
  case routing, treatmentAsked, treated, routeAsked
  /// A destination that the network has not reached; one that has not rung; one outside that may answer without
  /// ringing.
  case unreached, offered, reached
  case ringing
  /// The group of a predictive call, until its customer answers.
  case detecting
  /// The customer of a predictive call whose device rings.
  case customerRinging
  case talking, held
  /// Announced as a new party before it has answered: not yet rung, outside so that it may answer without ringing, and
  /// ringing.
  case joining, joiningReached, joiningRinging
  /// Called into a conference: the same, but nobody has been told.
  case invited, invitedReached, invitedRinging
  /// The service observer: ringing, and listening.
  case observerRinging, observing

  /// In the conversation, or in the conference.
  @inline(__always) var isMember: Bool {
    rawValue >= PartyState.talking.rawValue && rawValue <= PartyState.joiningRinging.rawValue
  }
  /// Talks or holds.
  @inline(__always) var hasAnswered: Bool { self == .talking || self == .held }
  /// Called into a conference and not in it yet, or an observer: it does not count.
  @inline(__always) var isGuest: Bool { rawValue >= PartyState.invited.rawValue }
  @inline(__always) var isObserver: Bool { rawValue >= PartyState.observerRinging.rawValue }
  /// Neither held, parked nor alerting: a device can be in one such call only.
  @inline(__always) var isActive: Bool {
    self == .talking || self == .dialing || self == .hearingBusy || self == .observing
  }
  /// Its device has been told of the call, and has to be told of its end.
  @inline(__always)
  var hasBeenTold: Bool {
    switch self {
    case .idle, .unreached, .offered, .reached, .joining, .joiningReached, .invited, .invitedReached: false
    default: true
    }
  }

  /// The same on hold, and back from it.
  var onHold: PartyState {
    switch self {
    case .dialing: .dialingHeld
    case .talking: .held
    case .hearingBusy: .hearingBusyHeld
    default: self
    }
  }
  var offHold: PartyState {
    switch self {
    case .dialingHeld: .dialing
    case .held: .talking
    case .hearingBusyHeld: .hearingBusy
    default: self
    }
  }
  /// The caller, once its destination is found busy.
  var hearingBusyTone: PartyState {
    switch self {
    case .dialingHeld, .held: .hearingBusyHeld
    default: .hearingBusy
    }
  }
  /// One that has not answered, once it is announced in a conference.
  var announced: PartyState {
    switch self {
    case .offered: .joining
    case .reached: .joiningReached
    case .ringing: .joiningRinging
    default: self
    }
  }

  public var words: String {
    switch self {
    case .idle: "in no such call"
    case .dialing: "dialing"
    case .dialingHeld: "holding while dialing"
    case .hearingBusy: "hearing busy"
    case .hearingBusyHeld: "holding a busy tone"
    case .queued: "queued"
    case .parked: "where the call is parked"
    case .routing: "waiting for a route"
    case .treatmentAsked: "about to treat the call"
    case .treated: "treating the call"
    case .routeAsked: "about to route"
    case .unreached: "not reached by the network yet"
    case .offered: "not ringing yet"
    case .reached: "called outside"
    case .ringing: "ringing"
    case .detecting: "waiting for the customer's answer"
    case .customerRinging: "ringing as the customer of a predictive call"
    case .talking: "talking"
    case .held: "holding"
    case .joining: "announced but not ringing yet"
    case .joiningReached: "announced outside"
    case .joiningRinging: "announced and ringing"
    case .invited: "invited but not ringing yet"
    case .invitedReached: "invited outside"
    case .invitedRinging: "ringing for a conference"
    case .observerRinging: "ringing as an observer"
    case .observing: "observing"
    }
  }
}

extension [PartyState] {
  /// One who called, or for whom another did who has left.
  static let caller: Self = [.dialing, .dialingHeld, .talking, .held]
}

/// How the call travelled to where it is: the last hop decides which attributes its events list.
public enum Path: UInt8, CaseIterable, Sendable {
  case direct, outside, group, groups, routeQueue, routingPoint
  case transferred, redirected, forwarded, predictive
}
