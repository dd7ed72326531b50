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
  /// The switch ends the after-call work of an agent.
  case endWrapUp
  /// Requests about what a party of a call says and hears.
  case setMuteOn, setMuteOff, listenDisconnect, listenReconnect
  /// Digits are sent into a call, asked for, and entered; a client asks about a call.
  case sendDTMF, askForDigits, collectDigits, queryCall
  /// Requests that pass something on to a client or to the switch.
  case sendUserEvent, privateService
  /// The lamp of a DN that says that messages wait; a DN fails and recovers.
  case setMessageWaitingOn, setMessageWaitingOff, fail, recover
  /// Requests to be told of a DN, to be told no longer, and to be told how a DN stands.
  case registerAddress, unregisterAddress, queryAddress

  /// How an action finds the calls that it is about.
  private enum Search {
    /// It is about one call.
    case oneCall
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

  /// What is the same for every action with the verb.
  private struct Properties {
    let search: Search
    let target: TargetNeed
    let mode: Exchange.Mode.Kind?
    let takesCallState: Bool
    let mayForward: Bool
    let isFromOutside: Bool
    let conferences: Bool

    @inline(__always)
    init(
      _ search: Search, target: TargetNeed = .none, mode: Exchange.Mode.Kind? = nil,
      takesCallState: Bool = false, mayForward: Bool = false, isFromOutside: Bool = false, conferences: Bool = false
    ) {
      (self.search, self.target, self.mode) = (search, target, mode)
      (self.takesCallState, self.mayForward) = (takesCallState, mayForward)
      (self.isFromOutside, self.conferences) = (isFromOutside, conferences)
    }
  }

  @inline(__always)
  private var properties: Properties {
    switch self {
    case .makeCall: Properties(.oneCall, target: .required)
    case .makePredictiveCall: Properties(.oneCall, target: .required)
    case .answer: Properties(.oneCall, takesCallState: true)
    case .hold, .retrieve, .release, .clearCall: Properties(.oneCall)
    case .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall:
      Properties(.oneCall, target: .required)
    case .ring: Properties(.oneCall, mayForward: true)
    case .busy: Properties(.oneCall, takesCallState: true, mayForward: true)
    case .timeOut: Properties(.oneCall, mayForward: true)
    case .queue: Properties(.oneCall, isFromOutside: true)
    case .divert: Properties(.oneCall, target: .required)
    case .distribute: Properties(.oneCall)
    case .park, .requestRoute, .reachNetwork: Properties(.oneCall)
    // Without a target, TRouteCall and `route` reject the call, and `pickUp` takes the one that is parked at the actor.
    case .routeCall: Properties(.oneCall, target: .optional, mode: .routeType)
    case .route: Properties(.oneCall, target: .optional)
    case .pickUp: Properties(.oneCall, target: .optional)
    case .applyTreatment: Properties(.oneCall, mode: .treatmentType)
    case .treat, .refuseTreatment, .endTreatment: Properties(.oneCall)
    case .setMuteOn, .setMuteOff: Properties(.oneCall)
    case .listenDisconnect, .listenReconnect: Properties(.oneCall, target: .required)
    case .sendDTMF, .askForDigits, .collectDigits, .queryCall: Properties(.oneCall)
    case .attachUserData, .updateUserData, .deletePair, .deleteUserData: Properties(.userData)
    case .initiateTransfer, .initiateConference, .muteTransfer: Properties(.consultation, target: .required)
    case .completeTransfer, .mergeForTransfer: Properties(.joining)
    case .completeConference, .mergeForConference: Properties(.joining, conferences: true)
    case .alternateCall, .reconnectCall: Properties(.both)
    case .agentLogin, .agentReady, .agentNotReady: Properties(.none, mode: .agentWorkMode)
    case .agentLogout, .setDNDOn, .setDNDOff, .cancelForward, .endWrapUp: Properties(.none)
    case .setForward: Properties(.none, target: .required, mode: .forwardMode)
    case .monitorNextCall: Properties(.none, target: .required, mode: .monitorNextCallType)
    case .cancelMonitoring, .sendUserEvent, .queryAddress: Properties(.none, target: .required)
    case .privateService, .setMessageWaitingOn, .setMessageWaitingOff, .fail, .recover: Properties(.none)
    case .registerAddress: Properties(.none, mode: .registerMode)
    case .unregisterAddress: Properties(.none)
    }
  }

  /// What an action is about.
  package enum Reach: UInt8 { case oneCall, twoCalls, theDN }
  @inline(__always)
  package var reach: Reach {
    switch properties.search {
    case .oneCall, .userData: .oneCall
    case .consultation, .joining, .both: .twoCalls
    case .none: .theDN
    }
  }
  /// Whether the action needs no more than its call, which is on the actor's line, and the parties that it names.
  // Not among the properties: these few are a mask of bits, and all verbs would be a table in memory.
  @inline(__always) var isPlain: Bool {
    switch self {
    case .makeCall, .answer, .hold, .retrieve, .release, .clearCall, .singleStepConference, .deleteFromConference,
      .singleStepTransfer, .redirectCall, .ring, .busy, .queue, .divert, .park, .requestRoute, .reachNetwork,
      .routeCall, .route, .applyTreatment:
      true
    default: false
    }
  }
  /// Whether the verb attaches, changes or deletes the call's user data.
  package var changesData: Bool { properties.search == .userData }
  /// Whether the request is about which DNs a client is told of, or how one stands.
  var isAboutRegistration: Bool { self == .registerAddress || self == .unregisterAddress || self == .queryAddress }
  /// Whether the request is about what a party of a call says and hears.
  package var isAboutVoices: Bool {
    switch self {
    case .setMuteOn, .setMuteOff, .listenDisconnect, .listenReconnect: true
    default: false
    }
  }
  /// Whether the action can say which digits are sent, or which a caller has entered.
  package var takesDigits: Bool { self == .endTreatment || self == .sendDTMF || self == .collectDigits }
  /// Whether the request is about pairs of user data that it brings.
  package var needsPairs: Bool { self == .attachUserData || self == .updateUserData }
  /// Whether the action is about a call whose parties it leaves as they are.
  package var leavesCallAlone: Bool {
    self == .sendDTMF || self == .askForDigits || self == .collectDigits || self == .queryCall
  }
  /// Whether the switch or the network does it, even to a device that is out of service.
  var needsNoService: Bool {
    switch self {
    case .ring, .busy, .timeOut, .park, .reachNetwork, .endWrapUp, .fail, .recover, .registerAddress,
      .unregisterAddress, .queryAddress:
      true
    default: false
    }
  }
  /// Whether the verb begins a second call while it acts in one.
  package var consults: Bool { properties.search == .consultation }
  /// Whether the verb joins the actor's two calls into one.
  package var joins: Bool { properties.search == .joining }
  /// Whether the verb needs two calls of the actor.
  var concernsTwoCalls: Bool { properties.search == .joining || properties.search == .both }
  /// Whether the verb begins a call instead of acting in one.
  @inline(__always) package var begins: Bool { self == .makeCall || self == .makePredictiveCall }
  /// Whether the verb needs a target to call, hand on to, invite or remove.
  package var target: TargetNeed { properties.target }
  /// What a request can say in addition; nil for nothing.
  package var mode: Exchange.Mode.Kind? { properties.mode }
  /// Whether the action may say a CallState.
  package var takesCallState: Bool { properties.takesCallState }
  /// Whether a device that forwards its calls may forward the call instead.
  var mayForward: Bool { properties.mayForward }
  /// Whether a virtual queue may do it.
  var isOfVirtualQueues: Bool { self == .queue || self == .divert || reach == .theDN }
  /// Whether the actor need not be in the call.
  var isFromOutside: Bool { properties.isFromOutside }
  /// Whether the actor stays in the joined call.
  var conferences: Bool { properties.conferences }
  /// Whether the action can also be done by hand, the switch or the network, and not only as a request.
  var isDoneByHand: Bool { byHand != nil }
}
