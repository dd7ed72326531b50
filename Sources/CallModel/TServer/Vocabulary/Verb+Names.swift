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

  /// What the option is called that says which digits the action sends or brings.
  package var nameOfDigits: StaticString { self == .endTreatment ? Attribute.collectedDigits.name : "Digits" }

  /// Its first word; TMergeCalls says with an option what it merges for.
  var word: StaticString { self == .mergeForTransfer ? "TMergeCalls" : name }

  /// Whether a client can ask for it.
  var isRequest: Bool { request != nil || byHand == nil }

  /// The request of the T-Library; `nil` if no client can ask for it.
  package var request: StaticString? { names.request }
  /// What a party does by hand, or the switch or the network by itself; `nil` if only a client can ask for it.
  package var byHand: StaticString? { names.byHand }

  private var names: (request: StaticString?, byHand: StaticString?) {
    switch self {
    case .makeCall: ("TMakeCall", "dial")
    case .answer: ("TAnswerCall", "answer")
    case .release: ("TReleaseCall", "hangUp")
    case .hold: ("THoldCall", "hold")
    case .retrieve: ("TRetrieveCall", "retrieve")
    case .routeCall: ("TRouteCall", nil)
    case .redirectCall: ("TRedirectCall", nil)
    case .initiateConference: ("TInitiateConference", nil)
    case .completeConference: ("TCompleteConference", nil)
    case .singleStepConference: ("TSingleStepConference", nil)
    case .deleteFromConference: ("TDeleteFromConference", nil)
    case .initiateTransfer: ("TInitiateTransfer", nil)
    case .completeTransfer: ("TCompleteTransfer", nil)
    case .muteTransfer: ("TMuteTransfer", nil)
    case .singleStepTransfer: ("TSingleStepTransfer", nil)
    case .alternateCall: ("TAlternateCall", nil)
    case .reconnectCall: ("TReconnectCall", nil)
    case .mergeForConference: ("TMergeCalls", nil)
    case .mergeForTransfer: (nil, nil)
    case .clearCall: ("TClearCall", nil)
    case .makePredictiveCall: ("TMakePredictiveCall", nil)
    case .monitorNextCall: ("TMonitorNextCall", nil)
    case .cancelMonitoring: ("TCancelMonitoring", nil)
    case .applyTreatment: ("TApplyTreatment", nil)
    case .attachUserData: ("TAttachUserData", nil)
    case .updateUserData: ("TUpdateUserData", nil)
    case .deletePair: ("TDeletePair", nil)
    case .deleteUserData: ("TDeleteUserData", nil)
    case .setForward: ("TCallSetForward", nil)
    case .cancelForward: ("TCallCancelForward", nil)
    case .setDNDOn: ("TSetDNDOn", nil)
    case .setDNDOff: ("TSetDNDOff", nil)
    case .agentLogin: ("TAgentLogin", nil)
    case .agentLogout: ("TAgentLogout", nil)
    case .agentReady: ("TAgentSetReady", nil)
    case .agentNotReady: ("TAgentSetNotReady", nil)
    case .setMuteOn: ("TSetMuteOn", nil)
    case .setMuteOff: ("TSetMuteOff", nil)
    case .listenDisconnect: ("TListenDisconnect", nil)
    case .listenReconnect: ("TListenReconnect", nil)
    case .sendDTMF: ("TSendDTMF", nil)
    case .askForDigits: ("TCollectDigits", nil)
    case .queryCall: ("TQueryCall", nil)
    case .sendUserEvent: ("TSendUserEvent", nil)
    case .privateService: ("TPrivateService", nil)
    case .setMessageWaitingOn: ("TSetMessageWaitingOn", nil)
    case .setMessageWaitingOff: ("TSetMessageWaitingOff", nil)
    case .registerAddress: ("TRegisterAddress", nil)
    case .unregisterAddress: ("TUnregisterAddress", nil)
    case .queryAddress: ("TQueryAddress", nil)
    case .ring: (nil, "ring")
    case .busy: (nil, "busy")
    case .queue: (nil, "queue")
    case .divert: (nil, "divert")
    case .distribute: (nil, "distribute")
    case .park: (nil, "park")
    case .pickUp: (nil, "pickUp")
    case .requestRoute: (nil, "requestRoute")
    case .route: (nil, "route")
    case .reachNetwork: (nil, "reachNetwork")
    case .timeOut: (nil, "timeOut")
    case .treat: (nil, "applyTreatment")
    case .refuseTreatment: (nil, "refuseTreatment")
    case .endTreatment: (nil, "endTreatment")
    case .endWrapUp: (nil, "endWrapUp")
    case .collectDigits: (nil, "collectDigits")
    case .fail: (nil, "fail")
    case .recover: (nil, "recover")
    }
  }
}
