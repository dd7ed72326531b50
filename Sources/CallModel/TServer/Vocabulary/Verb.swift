/// An action of a T-Server's client, of the switch, of the network, or by hand at the phone.
public enum Verb: UInt8, CaseIterable, Sendable {
  /// A party begins, answers, holds, retrieves or leaves a call.
  case makeCall, answer, hold, retrieve, release
  /// Requests about one call: route it, add or remove a party, transfer, redirect or clear it, ask for a treatment.
  case routeCall, singleStepConference, deleteFromConference, singleStepTransfer, redirectCall, clearCall,
    applyTreatment
  /// The switch or the network rings, finds the line busy, queues, diverts, parks, routes or carries the call.
  case ring, busy, queue, divert, park, requestRoute, route, reachNetwork
  /// A device takes a parked or ringing call; a party does not answer in time.
  case pickUp, timeOut
  /// The switch applies, refuses or ends a treatment.
  case treat, refuseTreatment, endTreatment
  /// A queue calls a customer for an agent; a group hands a call to the agent who has been idle longest.
  case makePredictiveCall, distribute
  /// Requests about the user data of a call.
  case attachUserData, updateUserData, deletePair, deleteUserData
  /// Requests that begin a consultation.
  case initiateTransfer, initiateConference, muteTransfer
  /// Requests that join two calls.
  case completeTransfer, completeConference, mergeForTransfer, mergeForConference
  /// Requests that change between two calls.
  case alternateCall, reconnectCall
  /// Requests that set how a DN takes calls.
  case agentLogin, agentLogout, agentReady, agentNotReady, setDNDOn, setDNDOff, setForward, cancelForward
  /// Requests to observe the calls of an agent, and to stop.
  case monitorNextCall, cancelMonitoring

  /// How an action finds the calls that it is about.
  private enum Search {
    /// Its call is on the actor's line, and it involves no party that it does not name.
    case onTheLine
    /// Its call may be elsewhere, or it involves other parties.
    case elsewhere
    /// Its call is that of the user data, and the actor need not be in it.
    case userData
    /// It begins a second call of the actor while it acts in one.
    case consultation
    /// It joins the actor's two calls into one.
    case joining
    /// It leaves the actor's two calls apart.
    case both
    /// It is about the actor's DN.
    case none
  }

  @inline(__always)
  private var search: Search {
    switch self {
    case .makeCall, .answer, .hold, .retrieve, .release, .routeCall, .singleStepConference, .deleteFromConference,
      .singleStepTransfer, .redirectCall, .clearCall, .applyTreatment, .ring, .busy, .queue, .divert, .park,
      .requestRoute, .route, .reachNetwork:
      .onTheLine
    case .pickUp, .timeOut, .treat, .refuseTreatment, .endTreatment, .makePredictiveCall, .distribute: .elsewhere
    case .attachUserData, .updateUserData, .deletePair, .deleteUserData: .userData
    case .initiateTransfer, .initiateConference, .muteTransfer: .consultation
    case .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference: .joining
    case .alternateCall, .reconnectCall: .both
    case .agentLogin, .agentLogout, .agentReady, .agentNotReady, .setDNDOn, .setDNDOff, .setForward, .cancelForward,
      .monitorNextCall, .cancelMonitoring:
      .none
    }
  }

  /// What an action is about.
  enum Reach: UInt8 { case oneCall, twoCalls, theDN }
  @inline(__always)
  var reach: Reach {
    switch search {
    case .onTheLine, .elsewhere, .userData: .oneCall
    case .consultation, .joining, .both: .twoCalls
    case .none: .theDN
    }
  }
  /// Whether the action needs no more than its call, which is on the actor's line, and the parties that it names.
  @inline(__always) var isPlain: Bool { search == .onTheLine }
  /// Whether the verb attaches, changes or deletes the call's user data.
  var changesData: Bool { search == .userData }
  /// Whether the request brings pairs of user data.
  var takesPairs: Bool { self == .attachUserData || self == .updateUserData }
  /// Whether the verb begins a second call while it acts in one.
  package var consults: Bool { search == .consultation }
  /// Whether the verb joins the actor's two calls into one.
  package var joins: Bool { search == .joining }
  /// Whether the verb needs two calls of the actor.
  var concernsTwoCalls: Bool { search == .joining || search == .both }

  /// Whether the verb begins a call instead of acting in one.
  @inline(__always)
  package var begins: Bool {
    switch self {
    case .makeCall, .makePredictiveCall: true
    case .answer, .hold, .retrieve, .release, .routeCall, .singleStepConference, .deleteFromConference,
      .singleStepTransfer, .redirectCall, .clearCall, .applyTreatment, .ring, .busy, .queue, .divert, .park,
      .requestRoute, .route, .reachNetwork, .pickUp, .timeOut, .treat, .refuseTreatment, .endTreatment, .distribute,
      .attachUserData, .updateUserData, .deletePair, .deleteUserData, .initiateTransfer, .initiateConference,
      .muteTransfer, .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference, .alternateCall,
      .reconnectCall, .agentLogin, .agentLogout, .agentReady, .agentNotReady, .setDNDOn, .setDNDOff, .setForward,
      .cancelForward, .monitorNextCall, .cancelMonitoring:
      false
    }
  }
}

// What only some actions are asked, or rules when they are made: a row for each verb.
extension Verb {
  private struct Properties {
    var target = TargetNeed.none
    var mode: Exchange.Mode.Kind?
    var takesCallState = false
    var conferences = false
    var isFromOutside = false
  }

  private var properties: Properties {
    switch self {
    case .answer, .busy: Properties(takesCallState: true)
    case .queue: Properties(isFromOutside: true)
    // Without a target, TRouteCall and `route` reject the call, and `pickUp` takes the one that is parked at the actor.
    case .routeCall: Properties(target: .optional, mode: .routeType)
    case .route, .pickUp: Properties(target: .optional)
    case .applyTreatment: Properties(mode: .treatmentType)
    case .makeCall, .divert, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall,
      .makePredictiveCall, .initiateTransfer, .initiateConference, .muteTransfer, .cancelMonitoring:
      Properties(target: .required)
    case .completeConference, .mergeForConference: Properties(conferences: true)
    case .agentLogin, .agentReady, .agentNotReady: Properties(mode: .agentWorkMode)
    case .setForward: Properties(target: .required, mode: .forwardMode)
    case .monitorNextCall: Properties(target: .required, mode: .monitorNextCallType)
    case .hold, .retrieve, .release, .ring, .park, .requestRoute, .reachNetwork, .timeOut, .treat, .refuseTreatment,
      .endTreatment, .distribute, .clearCall, .attachUserData, .updateUserData, .deletePair, .deleteUserData,
      .completeTransfer, .mergeForTransfer, .alternateCall, .reconnectCall, .agentLogout, .setDNDOn, .setDNDOff,
      .cancelForward:
      Properties()
    }
  }

  /// Whether the verb needs a target to call, hand on to, invite or remove.
  package var target: TargetNeed { properties.target }
  /// What a request can say in addition; nil for nothing.
  package var mode: Exchange.Mode.Kind? { properties.mode }
  /// Whether the action may say a CallState.
  package var takesCallState: Bool { properties.takesCallState }
  /// Whether the actor stays in the joined call.
  var conferences: Bool { properties.conferences }
  /// Whether the actor need not be in the call.
  var isFromOutside: Bool { properties.isFromOutside }
  /// Whether the action can also be done by hand, the switch or the network, and not only as a request.
  var isDoneByHand: Bool { byHand != nil }
}
