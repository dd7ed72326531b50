// The texts of the switch's refusals. The sentences are data; `RefusedAction` fills in their blanks.

extension Exchange {
  static let reasons = Reasons<Exchange>(
    phrase: phrase, stateSentence: stateSentence, exceptions: exceptions, conditions: conditions)

  private static func phrase(_ verb: Verb) -> Reasons<Exchange>.VerbPhrase {
    switch verb {
    case .makeCall: .init("call {target}", without: "make a call")
    case .answer: .init("answer{ call}", elsewhere: "it is not ringing{ there}")
    case .hold: .init("hold{ call}", elsewhere: "it is not talking{ there}")
    case .retrieve: .init("retrieve{ call}", elsewhere: "it does not hold {call}", idle: "it holds no call")
    case .release: .init("release{ call}")
    case .routeCall, .route:
      .init(
        "route {call} to {target}", without: "reject {call}", elsewhere: "it is not waiting for a route",
        idle: "no call is waiting at it")
    case .singleStepConference:
      .init("add {target} to {call}", without: "add a party to {call}", elsewhere: "it is not talking{ there}")
    case .deleteFromConference:
      .init(
        "remove {target} from {call}", without: "remove a party from {call}", elsewhere: "it is not talking{ there}")
    case .singleStepTransfer:
      .init("transfer {call} to {target}", without: "transfer {call}", elsewhere: "it is not talking{ there}")
    case .redirectCall:
      .init(
        "redirect {call} to {target}", without: "redirect {call}",
        elsewhere: "it is neither ringing nor talking{ there}")
    case .clearCall: .init("clear {call}")
    case .applyTreatment:
      .init(
        "ask for a treatment{ in call}", elsewhere: "it is not waiting for a route", idle: "no call is waiting at it")
    case .ring:
      .init("ring{ in call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it")
    case .busy:
      .init("be busy{ in call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it")
    case .queue: .init("queue {call}")
    case .divert:
      .init(
        "divert {call} to {target}", without: "divert {call}", elsewhere: "{call} is not queued at it",
        idle: "no call is queued at it")
    case .distribute:
      .init("distribute {call}", elsewhere: "{call} is not queued at it", idle: "no call is queued at it")
    case .park: .init("park {call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it")
    case .requestRoute:
      .init("request a route{ in call}", elsewhere: "{call} is not queued at it", idle: "no call is queued at it")
    case .reachNetwork:
      .init(
        "reach the network{ in call}", elsewhere: "{call} does not reach it through the network",
        idle: "no call is on its way to it")
    case .pickUp:
      .init(
        "pick up {call} from {target}", without: "pick up {call}", elsewhere: "{call} is not parked at it",
        idle: "no call is parked at it")
    case .timeOut: .init("time out{ in call}", elsewhere: "it is not ringing{ there}")
    case .treat:
      .init(
        "apply a treatment{ in call}", elsewhere: "no treatment has been asked for", idle: "no call is waiting at it")
    case .refuseTreatment:
      .init(
        "refuse a treatment{ in call}", elsewhere: "no treatment has been asked for", idle: "no call is waiting at it")
    case .endTreatment:
      .init("end a treatment{ in call}", elsewhere: "no treatment is being applied", idle: "no call is waiting at it")
    case .makePredictiveCall: .init("make a predictive call to {target}", without: "make a predictive call")
    case .attachUserData: .init("attach user data{ to call}")
    case .updateUserData: .init("update user data{ in call}")
    case .deletePair: .init("delete a pair of user data{ in call}")
    case .deleteUserData: .init("delete the user data{ in call}")
    case .initiateTransfer:
      .init("start a transfer to {target}", without: "start a transfer", elsewhere: "it is not talking{ in call}")
    case .initiateConference:
      .init("start a conference with {target}", without: "start a conference", elsewhere: "it is not talking{ in call}")
    case .muteTransfer:
      .init("mute-transfer {call} to {target}", without: "mute-transfer {call}", elsewhere: "it is not talking{ there}")
    case .completeTransfer: .init("complete the transfer")
    case .completeConference: .init("complete the conference")
    case .mergeForTransfer: .init("merge its calls into a transfer")
    case .mergeForConference: .init("merge its calls into a conference")
    case .alternateCall: .init("alternate its calls", elsewhere: "it is not talking{ in call}")
    case .reconnectCall: .init("reconnect to the call on hold")
    case .agentLogin: .init("log in")
    case .agentLogout: .init("log out")
    case .agentReady: .init("become ready")
    case .agentNotReady: .init("become not ready")
    case .setDNDOn: .init("turn do-not-disturb on")
    case .setDNDOff: .init("turn do-not-disturb off")
    case .setForward: .init("forward its calls to {target}", without: "forward its calls")
    case .cancelForward: .init("cancel forwarding")
    case .monitorNextCall: .init("monitor {target}", without: "monitor the next call")
    case .cancelMonitoring: .init("stop monitoring {target}", without: "stop monitoring")
    case .endWrapUp: .init("end its after-call work")
    case .setMuteOn: .init("mute itself{ in call}")
    case .setMuteOff: .init("unmute itself{ in call}")
    case .listenDisconnect:
      .init("stop {target} from listening{ in call}", without: "stop a party from listening{ in call}")
    case .listenReconnect: .init("let {target} listen again{ in call}", without: "let a party listen again{ in call}")
    case .sendDTMF: .init("send digits{ in call}", elsewhere: "it is not talking{ there}")
    case .askForDigits:
      .init("ask for digits{ in call}", elsewhere: "it is not waiting for a route", idle: "no call is waiting at it")
    case .collectDigits:
      .init("collect digits{ in call}", elsewhere: "it is not waiting for a route", idle: "no call is waiting at it")
    case .queryCall: .init("ask about {call}")
    case .sendUserEvent: .init("send a user event to {target}", without: "send a user event")
    case .privateService: .init("use a private service")
    case .setMessageWaitingOn: .init("turn its message lamp on")
    case .setMessageWaitingOff: .init("turn its message lamp off")
    case .fail: .init("fail")
    case .recover: .init("recover")
    case .registerAddress: .init("register")
    case .unregisterAddress: .init("unregister")
    case .queryAddress: .init("ask about {target}", without: "ask about a DN")
    }
  }

  private static func stateSentence(_ state: PartyState) -> Reasons<Exchange>.StateSentence {
    switch state {
    case .idle: .init("{absent}", isComplete: true)
    case .dialing: .init("it is calling {other}")
    case .dialingHeld: .init("it holds {call}, which {waits}")
    case .hearingBusy: .init("it hears the busy tone")
    case .hearingBusyHeld: .init("it holds {call}, which is busy")
    case .queued: .init("{call} is queued at it")
    case .parked: .init("{call} is parked at it")
    case .routing: .init("it has requested a route")
    case .treatmentAsked: .init("a treatment has been asked for")
    case .treated: .init("a treatment is being applied")
    case .routeAsked: .init("TRouteCall has asked for {asked}")
    case .routed, .routedByDefault: .init("it waits until {asked} answers")
    case .unreached: .init("the network has not reached it yet")
    case .offered, .announced, .invited: .init("{call} is still on its way to it")
    case .reached, .announcedOutside, .invitedOutside: .init("it has not answered")
    case .ringing, .announcedRinging, .invitedRinging: .init("it is ringing")
    case .detecting: .init("{other} has not answered its predictive call")
    case .customerRinging: .init("it is ringing as the customer of a predictive call")
    case .talking: .init("it is {talking}")
    case .held: .init("it holds {call}")
    case .observerRinging, .addedObserverRinging: .init("it is ringing as an observer")
    case .observing: .init("it is observing {call}")
    }
  }

  private static let exceptions: [Reasons<Exchange>.StateException] = [
    .init(.held, .dialingHeld, .hearingBusyHeld, say: "it already holds {call}", on: .hold),
    .init(.routeAsked, say: "TRouteCall has already asked for {asked}", on: .routeCall, .applyTreatment),
    .init(.treatmentAsked, say: "a treatment has already been asked for", on: .applyTreatment),
    .init(.queued, say: "it has not requested a route", on: .routeCall, .route, .applyTreatment),
    .init(
      .queued, .routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault, say: "it is {kind}",
      on: .release, .clearCall),
    .init(.routing, .treatmentAsked, .treated, .routeAsked, .routed, .routedByDefault, say: "it is {kind}", on: .queue),
    .init(.queued, say: "{call} is already queued at it", on: .queue),
    .init(.unreached, say: "the network has not reached it yet", on: .ring, .park, .timeOut, .answer),
    .init(
      .ringing, .announcedRinging, .invitedRinging, .customerRinging, .observerRinging, .addedObserverRinging,
      say: "it is already ringing", on: .ring, .busy),
    .init(
      .reached, .announcedOutside, .invitedOutside, say: "the network has already reached it", on: .ring, .park,
      .reachNetwork),
  ]

  private static let conditions: [Reasons<Exchange>.ConditionSentence] = [
    // What only some verbs find.
    .init(.toNoParty, "{no agent}", on: .distribute),
    .init(.toNoParty, "no call is parked at it", on: .pickUp),
    .init(.facing(.idle), "{target} is not in {call}", on: .pickUp, by: .idle),
    .init(.facing([.announcedRinging, .invitedRinging]), "{target} rings for a conference", on: .pickUp, by: .idle),
    .init(.facing([.observerRinging, .addedObserverRinging]), "{target} rings as an observer", on: .pickUp, by: .idle),
    .init(.facing(.customerRinging), "{target} is the customer of a predictive call", on: .pickUp, by: .idle),
    .init(
      .facing(PartyState.allCases.filter { $0 != .ringing }), "{call} does not ring at {target}", on: .pickUp,
      by: .idle),
    .init(.inThisCall, "{call} is parked at it, not at {target}", on: .pickUp, by: .parked),
    .init(
      .toAnyone, "{target} is not in {call}", on: .deleteFromConference, .pickUp, .listenDisconnect, .listenReconnect),
    .init(.toParty, "{target} has not joined {call}", on: .deleteFromConference),
    .init(
      [.toParty, .toAnnouncedRinging, .toAnnounced], "{target} has not joined {call}", on: .listenDisconnect,
      .listenReconnect),
    .init(.valueDoesNotFit, "it is already muted", on: .setMuteOn),
    .init(.valueDoesNotFit, "it is not muted", on: .setMuteOff),
    .init(.valueDoesNotFit, "{target} is already not listening", on: .listenDisconnect),
    .init(.valueDoesNotFit, "{target} is already listening", on: .listenReconnect),
    .init([.byRoutingPoint, .byRouteQueue], "it is {actor kind}", on: .queue),
    .init([.facing(PartyState.allCases), .anyHop], "{call} is not queued at another group", on: .queue),
    .init([.group, .groups, .routeQueue], "it is {kind}, and {call} is not predictive", on: .requestRoute, .divert),
    .init(.routeQueue, "it is {kind}, and {call} is not predictive", on: .distribute),
    .init(.unobserved, "no call is on its way to it", on: .ring, by: .idle),
    .init(.taking(.undisturbed), "do-not-disturb is already on", on: .setDNDOn),

    // The actor.
    .init(.byAnyone, "it is {actor kind}"),
    .init(.anyDelivery, "do-not-disturb is already off", on: .setDNDOff),
    .init(.otherAgentHere, "another agent is logged in at it"),
    .init(.agentElsewhere, "that agent is logged in at {its place}"),
    .init(.loggedOut, "it is already logged out", on: .agentLogout),
    .init([.loggedOut, .notReady, .ready], "it is not in after-call work", on: .endWrapUp),
    .init(.loggedOut, "it is logged out"),
    .init(.notReady, "it is not ready"),
    .init(.ready, "it is ready"),
    .init(.afterCall, "it is in after-call work"),
    .init(.forwardSet, "it forwards its calls"),
    .init(.forwardUnset, "it does not forward its calls"),
    .init(.noOtherCall, "it has no second call"),
    .init(.holding, "neither of its calls is a consultation"),
    .init(.consulting, "it is consulting"),
    .init(.severalOtherCalls, "it holds several calls"),

    // The target.
    .init(.toNoParty, "no target is named"),
    .init(.toItself, "that is its own number"),
    .init(.inThisCall, "{target} is already in {call}"),
    .init(.toAnyone, "{target} is {target kind}"),
    .init(.valueDoesNotFit, "it does not monitor {target}", on: .cancelMonitoring),
    .init(.valueDoesNotFit, "its message lamp is already on", on: .setMessageWaitingOn),
    .init(.valueDoesNotFit, "its message lamp is already off", on: .setMessageWaitingOff),
    .init(.valueDoesNotFit, "it is already out of service", on: .fail),
    .init(.valueDoesNotFit, "it is in service", on: .recover),
    .init(
      .valueDoesNotFit, "it is in no call, and none is named", on: .attachUserData, .updateUserData, .deletePair,
      .deleteUserData, .queryCall),
    .init(.monitoredByAnother, "{supervisor} monitors {target} already"),
    .init([.asAsked, .notAsked], "TRouteCall asked for {asked}"),

    // The call, and who is in it.
    .init(.engaged, "it is active in {active}"),
    .init(.free, "it is active in no other call"),
    .init(.pair, "{call} is not a conference"),
    .init(.conference, "{call} is a conference"),
    .init(.facing([.dialing, .dialingHeld]), "{other} has not been answered"),
    .init(.facing([.hearingBusy, .hearingBusyHeld]), "{other} hears the busy tone"),
    .init(.facing(.queued), "{call} is queued at {other}"),
    .init(.facing(.parked), "{call} is parked at {other}"),
    .init(.facing([.routing, .treatmentAsked, .treated, .routeAsked]), "{call} waits for a route at {other}"),
    .init(.facing([.routed, .routedByDefault]), "{call} is at {other} until it is answered"),
    .init(.facing(.detecting), "the customer of {other} has not answered"),
    .init(.facing(.unreached), "the network has not reached {other}"),
    .init(.facing([.offered, .announced, .invited]), "{other} is not ringing yet"),
    .init(
      .facing([
        .reached, .ringing, .customerRinging, .announcedOutside, .announcedRinging, .invitedOutside, .invitedRinging,
        .observerRinging, .addedObserverRinging,
      ]), "{other} has not answered"),
    .init(.facing(.talking), "{other} is talking"),
    .init(.facing(.held), "{other} holds {call}"),
    .init(.facing(.observing), "{other} is observing {call}"),
    .init(.facing(.idle), "there is no other party in {call}"),
    .init(.settled, "everyone in {call} has answered"),
    .init(.unsettled, "{unanswered} has not answered"),
    .init(.direct, "{call} is a direct call"),
    .init(.outside, "{call} goes to an outside party"),
    .init([.group, .groups], "{call} has come through an ACD group"),
    .init(.routeQueue, "{call} has come through a route queue"),
    .init(.routingPoint, "{call} has come through a routing point"),
    .init(.transferred, "{call} has been transferred"),
    .init(.redirected, "{call} has been redirected"),
    .init(.forwarded, "{call} has been forwarded"),
    .init(.predictive, "{call} is a predictive call"),
    .init(.unobserved, "{call} is not observed"),
    .init([.observed, .othersObserved], "{call} is observed"),
    .init(.unawaited, "no routing point waits for the answer"),
    .init(.awaited, "a routing point waits for the answer"),
    .init(.open, "it takes calls as usual"),
    .init(.undisturbed, "{undisturbed}"),
    .init(.forwardsAll, "it forwards all its calls"),
    .init(.forwardsBusy, "it forwards its calls when busy"),
    .init(.forwardsUnanswered, "it forwards its calls when it does not answer"),

    // The actor's other call.
    .init(.otherPair, "{second} is not a conference"),
    .init(.otherConference, "{second} is a conference"),
    .init([.otherUnanswered, .otherUnsettled], "{second unanswered} has not answered {second}"),
    .init(.otherSettled, "everyone in {second} has answered"),
    .init(.otherHeld, "it holds {second}"),
    .init(.otherActive, "it does not hold {second}"),
    .init(.sharesParties, "{both} is in both calls"),
    .init(.sharesNoParty, "no other party is in both calls"),

    // Limits.
    .init(.exchangeIsFull, "the switch has reached its limit of calls"),
    .init(.lineFull, "its line is full: \(Line.limit) calls"),
    .init(.targetFull, "the line of {target} is full: \(Line.limit) calls"),
    .init(.partiesFull, "{call} is full: \(Call.limit) parties"),
    .init(.joinFull, "together its calls have more than \(Call.limit) parties"),
  ]
}

extension Verb {
  private enum Doer { case devices, queues, both }

  private var doer: Doer {
    switch self {
    case .answer, .hold, .retrieve, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall,
      .ring, .busy, .park, .reachNetwork, .timeOut, .pickUp, .initiateTransfer, .initiateConference, .muteTransfer,
      .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference, .alternateCall, .reconnectCall,
      .endWrapUp, .setMessageWaitingOn, .setMessageWaitingOff, .fail, .recover, .setMuteOn, .setMuteOff,
      .listenDisconnect, .listenReconnect, .sendDTMF:
      .devices
    case .divert, .distribute, .queue, .requestRoute, .route, .routeCall, .applyTreatment, .treat, .refuseTreatment,
      .endTreatment, .askForDigits, .collectDigits:
      .queues
    case .makeCall, .release, .clearCall, .makePredictiveCall, .attachUserData, .updateUserData, .deletePair,
      .deleteUserData, .agentLogin, .agentLogout, .agentReady, .agentNotReady, .setDNDOn, .setDNDOff, .setForward,
      .cancelForward, .monitorNextCall, .cancelMonitoring, .queryCall, .sendUserEvent, .privateService,
      .registerAddress, .unregisterAddress, .queryAddress:
      .both
    }
  }

  /// Whether queues and routing points never do it.
  var isOfDevices: Bool { doer == .devices }
  /// Whether only queues and routing points do it.
  var isOfQueues: Bool { doer == .queues }
}
