extension ModelRefusal where M == Exchange {
  /// The ErrorCode of EventError that fits the reason best.
  package var errorCode: ErrorCode {
    switch cause {
    case .unknownCall: return .invalidConnID
    case .unknownParty: return action.verb == .queryAddress ? .unknownDN : .invalidCalledDN
    case .unregistered: return .unregistered
    case .watchesOnly: return .unsupportedOperation
    case .severalCalls: return .incorrectObjectState
    case .outOfService: return .outOfService
    case .conditions:
      if holds(.byVirtualQueue), !action.verb.isOfVirtualQueues { return .unsupportedOperation }
      return switch action.verb.reach {
      case .theDN: ofTheDN
      case .twoCalls: ofTwoCalls
      case .oneCall: ofOneCall
      }
    }
  }

  /// Says which value is invalid, as the end of a sentence.
  var misfit: String {
    if action.callState != .ok {
      return action.verb == .answer
        ? "only the answer to a predictive call can have a CallState other than OK" : "it can have no CallState"
    }
    if action.verb == .endTreatment {
      return "a treatment of this type goes on until the call leaves or another treatment replaces it"
    }
    if action.verb == .collectDigits { return "no digits have been asked for" }
    if action.verb == .sendDTMF { return "it names no digits" }
    return switch action.verb.mode {
    case .routeType: "there is no such RouteType, or it takes no target"
    case .treatmentType: "there is no such TreatmentType"
    case .agentWorkMode where action.mode.fits(.agentWorkMode): "an agent logs in to its own ACD group"
    case .agentWorkMode: "there is no such AgentWorkMode"
    case .forwardMode: "there is no such ForwardMode to set"
    case .monitorNextCallType: "there is no such MonitorNextCallType"
    case .registerMode: "there is no such RegisterMode"
    case nil: dataMisfit
    }
  }

  private var dataMisfit: String {
    let limit = Exchange.UserData.limit.formatted
    if action.verb == .deletePair { return "the call has no such pair of user data" }
    if action.verb.joins { return "the two calls have more than \(limit) pairs of user data together" }
    return action.verb.changesData
      ? "it must bring at least one pair of user data, and the call can hold at most \(limit)"
      : "it can bring at most \(limit) reasons and extensions, and the call holds at most \(limit) pairs of user data"
  }

  private func holds(_ any: Situation) -> Bool { !situation.isDisjoint(with: any) }

  /// Whether the target cannot be called from here.
  private var isMisdirected: Bool { holds([.toNoParty, .toItself, .inThisCall, .to(.virtualQueue)]) }

  private var ofOneCall: ErrorCode {
    switch (action.verb, state) {
    case (.makeCall, _) where holds(.valueDoesNotFit), (.makePredictiveCall, _) where holds(.valueDoesNotFit): .badValue
    case (.makeCall, _) where !holds([.byDevice, .byExternal]): .unsupportedOperation
    case (.makePredictiveCall, _) where holds([.byDevice, .byExternal]): .unsupportedOperation
    case (.makeCall, _) where holds([.toNoParty, .toItself, .to(.virtualQueue)]): .invalidCalledDN
    case (.makePredictiveCall, _)
    where holds([.toNoParty, .toItself, .to(.virtualQueue), .toGroup, .toRouteQueue, .toRoutingPoint]):
      .invalidCalledDN
    case (.makeCall, _), (.makePredictiveCall, _): .incompatibleState
    case (.sendDTMF, _) where !holds(.byDevice), (.askForDigits, _) where holds(.byDevice),
      (.collectDigits, _) where holds(.byDevice):
      .unsupportedOperation
    case (.hold, .held), (.hold, .dialingHeld), (.answer, .talking), (.routeCall, .routeAsked): .alreadyInState
    case (.retrieve, _) where !holds(.engaged) || state != .held: .noHeldCall
    case (.clearCall, .idle): .noCallToClear
    case _ where action.verb.changesData: subject < 0 ? .noActiveCall : .badValue
    case (_, .idle): .noActiveCall
    case _ where action.verb.isAboutVoices && action.callState == .ok && holds(.valueDoesNotFit): .alreadyInState
    case _ where holds(.valueDoesNotFit): .badValue
    case (.singleStepConference, _) where holds(.partiesFull): .incompatibleState
    case (.deleteFromConference, .talking), (.listenDisconnect, .talking), (.listenReconnect, .talking):
      holds(.pair) ? .incorrectObjectState : .invalidCalledDN
    case (.routeCall, .routing), (.singleStepConference, .talking): .invalidCalledDN
    case (.singleStepTransfer, .talking) where isMisdirected, (.redirectCall, .ringing) where isMisdirected,
      (.redirectCall, .talking) where isMisdirected:
      .invalidCalledDN
    case (.singleStepTransfer, _) where holds(.unsettled), (.redirectCall, _) where holds(.unsettled):
      .incompatibleState
    case _ where holds(.engaged): .incompatibleState
    default: .incorrectObjectState
    }
  }

  private var ofTwoCalls: ErrorCode {
    if state == .idle { return .noActiveCall }
    if holds(.valueDoesNotFit) { return .badValue }
    if action.verb.consults {
      if state != .talking { return .incorrectObjectState }
      return isMisdirected ? .invalidCalledDN : .incompatibleState
    }
    if holds(.noOtherCall) { return state == .held || state == .dialingHeld ? .noActiveCall : .noHeldCall }
    return holds(.severalOtherCalls) ? .incorrectObjectState : .incompatibleState
  }

  private var ofTheDN: ErrorCode {
    if action.verb == .sendUserEvent, holds(.byDN) { return holds(.valueDoesNotFit) ? .badValue : .invalidCalledDN }
    if !holds(.byDevice), !action.verb.isAboutRegistration || holds(.byExternal) { return .unsupportedOperation }
    if action.callState != .ok { return .badValue }
    return switch action.verb {
    case .monitorNextCall where holds(.toDevice) && holds(.monitoredByAnother) && holds(.valueFits):
      .incorrectObjectState
    case .setForward, .monitorNextCall: holds(.valueDoesNotFit) ? .badValue : .invalidCalledDN
    case .agentLogin: holds(.valueDoesNotFit) ? .badValue : .incorrectObjectState
    case .agentReady, .agentNotReady: holds(.loggedOut) ? .incorrectObjectState : .badValue
    case .endWrapUp: .incorrectObjectState
    case .registerAddress: .badValue
    case .queryAddress: .unknownDN
    case .cancelMonitoring where !holds(.toDevice): .invalidCalledDN
    default: .alreadyInState
    }
  }
}

extension Int {
  /// With a comma before every three digits: `1,000`.
  fileprivate var formatted: String {
    self < 1000 ? "\(self)" : (self / 1000).formatted + "," + String(String(self % 1000 + 1000).dropFirst())
  }
}
