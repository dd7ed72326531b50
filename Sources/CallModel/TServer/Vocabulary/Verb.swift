/// An action of a T-Server's client, of the switch, of the network, or by hand at the phone.
public enum Verb: UInt8, CaseIterable, Sendable {
  // These are about one call.
  case makeCall, answer, hold, retrieve, release
  case routeCall, singleStepConference, deleteFromConference, singleStepTransfer, redirectCall, clearCall,
    applyTreatment
  case ring, busy, queue, divert, park, requestRoute, route, reachNetwork
  // These are about one call too, but find it in other ways, or involve a party that the action does not name.
  case pickUp, timeOut
  case treat, refuseTreatment, endTreatment
  case makePredictiveCall, distribute
  case attachUserData, updateUserData, deletePair, deleteUserData
  // These are about two calls of the actor; the first three begin the second call.
  case initiateTransfer, initiateConference, muteTransfer
  case completeTransfer, completeConference, mergeForTransfer, mergeForConference
  case alternateCall, reconnectCall
  // These are about the actor's DN.
  case agentLogin, agentLogout, agentReady, agentNotReady, setDNDOn, setDNDOff, setForward, cancelForward
  case monitorNextCall, cancelMonitoring

  /// Whether the verb begins a call instead of acting in one.
  @inline(__always) package var begins: Bool { self == .makeCall || self == .makePredictiveCall }
  /// Whether the verb begins a second call while it acts in one.
  package var consults: Bool { self == .initiateTransfer || self == .initiateConference || self == .muteTransfer }
  /// Whether the verb needs a target to call, hand on to, invite or remove.
  package var target: TargetNeed {
    switch self {
    case .makeCall, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall, .divert,
      .makePredictiveCall,
      .initiateTransfer, .initiateConference, .muteTransfer, .setForward, .monitorNextCall, .cancelMonitoring:
      .required
    // TRouteCall and `route` without a target reject the call; `pickUp` without a target takes the call parked at the
    // actor.
    case .routeCall, .route, .pickUp: .optional
    default: .none
    }
  }
  /// Whether the actor need not be in the call.
  var isFromOutside: Bool { self == .queue }

  /// What an action is about.
  enum Reach: UInt8 { case oneCall, twoCalls, theDN }
  @inline(__always)
  var reach: Reach {
    rawValue < Verb.initiateTransfer.rawValue ? .oneCall : rawValue < Verb.agentLogin.rawValue ? .twoCalls : .theDN
  }
  /// Whether the verb joins the actor's two calls into one.
  var joins: Bool { rawValue >= Verb.completeTransfer.rawValue && rawValue <= Verb.mergeForConference.rawValue }
  /// Whether the verb needs two calls of the actor.
  var concernsTwoCalls: Bool { reach == .twoCalls && !consults }
  /// Whether the actor stays in the joined call.
  var conferences: Bool { self == .completeConference || self == .mergeForConference }
  /// Whether the action can also be done by hand, the switch or the network, and not only as a request.
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
  /// Whether the verb attaches, changes or deletes the call's user data.
  var changesData: Bool { rawValue >= Verb.attachUserData.rawValue && rawValue <= Verb.deleteUserData.rawValue }
}
