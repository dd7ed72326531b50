extension Verb: Named {
  /// How a scenario spells it: as a request where a client can ask for it.
  public var name: StaticString { request ?? byHand ?? "TMergeCalls MergeType=Transfer" }

  /// The verb of a request, or of what is done by hand: `TMakeCall` and `dial` are one.
  public init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.description == name || $0.byHand.map { "\($0)" } == name }) else {
      return nil
    }
    self = found
  }

  /// Its first word; TMergeCalls says with an option what it merges for.
  var word: StaticString { self == .mergeForTransfer ? "TMergeCalls" : name }

  /// Whether a client can ask for it.
  var isRequest: Bool { request != nil || byHand == nil }

  /// The request of the T-Library; `nil` if no client can ask for it.
  package var request: StaticString? {
    switch self {
    case .makeCall: "TMakeCall"
    case .answer: "TAnswerCall"
    case .release: "TReleaseCall"
    case .hold: "THoldCall"
    case .retrieve: "TRetrieveCall"
    case .routeCall: "TRouteCall"
    case .redirectCall: "TRedirectCall"
    case .initiateConference: "TInitiateConference"
    case .completeConference: "TCompleteConference"
    case .singleStepConference: "TSingleStepConference"
    case .deleteFromConference: "TDeleteFromConference"
    case .initiateTransfer: "TInitiateTransfer"
    case .completeTransfer: "TCompleteTransfer"
    case .muteTransfer: "TMuteTransfer"
    case .singleStepTransfer: "TSingleStepTransfer"
    case .alternateCall: "TAlternateCall"
    case .reconnectCall: "TReconnectCall"
    case .mergeForConference: "TMergeCalls"
    case .mergeForTransfer: nil
    case .clearCall: "TClearCall"
    case .makePredictiveCall: "TMakePredictiveCall"
    case .monitorNextCall: "TMonitorNextCall"
    case .cancelMonitoring: "TCancelMonitoring"
    case .applyTreatment: "TApplyTreatment"
    case .attachUserData: "TAttachUserData"
    case .updateUserData: "TUpdateUserData"
    case .deletePair: "TDeletePair"
    case .deleteUserData: "TDeleteUserData"
    case .setForward: "TCallSetForward"
    case .cancelForward: "TCallCancelForward"
    case .setDNDOn: "TSetDNDOn"
    case .setDNDOff: "TSetDNDOff"
    case .agentLogin: "TAgentLogin"
    case .agentLogout: "TAgentLogout"
    case .agentReady: "TAgentSetReady"
    case .agentNotReady: "TAgentSetNotReady"
    case .ring, .busy, .queue, .divert, .distribute, .park, .pickUp, .requestRoute, .route, .reachNetwork, .timeOut,
      .treat, .refuseTreatment, .endTreatment:
      nil
    }
  }

  /// What a party does by hand, or the switch or the network by itself; `nil` if only a client can ask for it.
  package var byHand: StaticString? {
    switch self {
    case .makeCall: "dial"
    case .answer: "answer"
    case .release: "hangUp"
    case .hold: "hold"
    case .retrieve: "retrieve"
    case .ring: "ring"
    case .busy: "busy"
    case .queue: "queue"
    case .divert: "divert"
    case .distribute: "distribute"
    case .park: "park"
    case .pickUp: "pickUp"
    case .requestRoute: "requestRoute"
    case .route: "route"
    case .reachNetwork: "reachNetwork"
    case .timeOut: "timeOut"
    case .treat: "applyTreatment"
    case .refuseTreatment: "refuseTreatment"
    case .endTreatment: "endTreatment"
    case .routeCall, .redirectCall, .initiateConference, .completeConference, .singleStepConference,
      .deleteFromConference, .initiateTransfer, .completeTransfer, .muteTransfer, .singleStepTransfer, .alternateCall,
      .reconnectCall, .mergeForConference, .mergeForTransfer, .clearCall, .makePredictiveCall, .monitorNextCall,
      .cancelMonitoring, .applyTreatment, .attachUserData, .updateUserData, .deletePair, .deleteUserData, .setForward,
      .cancelForward, .setDNDOn, .setDNDOff, .agentLogin, .agentLogout, .agentReady, .agentNotReady:
      nil
    }
  }
}
