/// What a T-Server's client can ask for, and what the switch, the network or a hand at the phone does.
public enum Verb: UInt8, Numbered {
  // About one call.
  case makeCall, answer, hold, retrieve, release
  case routeCall, singleStepConference, deleteFromConference, singleStepTransfer, redirectCall, clearCall,
    applyTreatment
  case ring, busy, queue, divert, park, requestRoute, route, reachNetwork
  // About one call, too, but found in other ways, or about somebody whom the action does not name.
  case pickUp, timeOut
  case treat, refuseTreatment, endTreatment
  case makePredictiveCall, distribute
  case attachUserData, updateUserData, deletePair, deleteUserData
  // About the actor's two calls, the first of which these three begin.
  case initiateTransfer, initiateConference, muteTransfer
  case completeTransfer, completeConference, mergeForTransfer, mergeForConference
  case alternateCall, reconnectCall
  // About the actor's DN.
  case agentLogin, agentLogout, agentReady, agentNotReady, setDNDOn, setDNDOff, setForward, cancelForward
  case monitorNextCall, cancelMonitoring

  /// Begins a call instead of acting in one.
  @inline(__always) public var begins: Bool { self == .makeCall || self == .makePredictiveCall }
  /// Begins a second one while it acts in one.
  public var consults: Bool { self == .initiateTransfer || self == .initiateConference || self == .muteTransfer }
  /// Who is called, handed on to, invited or removed.
  public var target: TargetNeed {
    switch self {
    case .makeCall, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall, .divert,
      .makePredictiveCall,
      .initiateTransfer, .initiateConference, .muteTransfer, .setForward, .monitorNextCall, .cancelMonitoring:
      .required
    // A rejected call is routed to nobody, a call parked is picked up where one is.
    case .routeCall, .route, .pickUp: .optional
    default: .none
    }
  }
  /// Done in a call by somebody who need not be in it.
  var isFromOutside: Bool { self == .queue }

  /// What an action is about.
  enum Reach: UInt8 { case oneCall, twoCalls, theDN }
  @inline(__always)
  var reach: Reach {
    rawValue < Verb.initiateTransfer.rawValue ? .oneCall : rawValue < Verb.agentLogin.rawValue ? .twoCalls : .theDN
  }
  /// Of the actor's two calls one is left.
  var joins: Bool { rawValue >= Verb.completeTransfer.rawValue && rawValue <= Verb.mergeForConference.rawValue }
  /// Needs two calls of the actor.
  var concernsTwoCalls: Bool { reach == .twoCalls && !consults }
  /// The actor stays in it.
  var conferences: Bool { self == .completeConference || self == .mergeForConference }
  /// By a hand at the phone, the switch or the network: not a request alone.
  var isDoneByHand: Bool {
    switch self {
    case .makeCall, .answer, .hold, .retrieve, .release, .ring, .busy, .queue, .divert, .park, .requestRoute, .route,
      .reachNetwork,
      .pickUp,
      .timeOut, .treat, .refuseTreatment, .endTreatment, .distribute:
      true
    default: false
    }
  }
  /// Attaches user data to the call, changes or deletes it.
  var changesData: Bool { rawValue >= Verb.attachUserData.rawValue && rawValue <= Verb.deleteUserData.rawValue }
}
