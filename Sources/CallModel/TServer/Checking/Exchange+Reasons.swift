// The texts of the switch's refusals. The sentences are data; `RefusedAction` fills in their blanks.

extension Exchange {
  static let reasons = Reasons<Exchange>(phrases: phrases, states: states, conditions: conditions)

  private static let phrases: [Reasons<Exchange>.VerbPhrase] = [
    .init(.makeCall, "call {target}", without: "make a call"),
    .init(.answer, "answer{ call}", elsewhere: "it is not ringing{ there}"),
    .init(.hold, "hold{ call}", elsewhere: "it is not talking{ there}"),
    .init(.retrieve, "retrieve{ call}", elsewhere: "it does not hold {call}", idle: "it holds no call"),
    .init(.release, "release{ call}"),
    .init(
      .routeCall, "route {call} to {target}", without: "reject {call}", elsewhere: "it is not waiting for a route",
      idle: "no call is waiting at it"),
    .init(
      .singleStepConference, "add {target} to {call}", without: "add a party to {call}",
      elsewhere: "it is not talking{ there}"),
    .init(
      .deleteFromConference, "remove {target} from {call}", without: "remove a party from {call}",
      elsewhere: "it is not talking{ there}"),
    .init(
      .singleStepTransfer, "transfer {call} to {target}", without: "transfer {call}",
      elsewhere: "it is not talking{ there}"),
    .init(
      .redirectCall, "redirect {call} to {target}", without: "redirect {call}",
      elsewhere: "it is neither ringing nor talking{ there}"),
    .init(.clearCall, "clear {call}"),
    .init(
      .applyTreatment, "ask for a treatment{ in call}", elsewhere: "it is not waiting for a route",
      idle: "no call is waiting at it"),
    .init(.ring, "ring{ in call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it"),
    .init(
      .busy, "be busy{ in call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it"),
    .init(.queue, "queue {call}"),
    .init(
      .divert, "divert {call} to {target}", without: "divert {call}", elsewhere: "{call} is not queued at it",
      idle: "no call is queued at it"),
    .init(
      .distribute, "distribute {call}", elsewhere: "{call} is not queued at it", idle: "no call is queued at it"),
    .init(.park, "park {call}", elsewhere: "{call} is not on its way to it", idle: "no call is on its way to it"),
    .init(
      .requestRoute, "request a route{ in call}", elsewhere: "{call} is not queued at it",
      idle: "no call is queued at it"),
    .init(
      .route, "route {call} to {target}", without: "reject {call}", elsewhere: "it is not waiting for a route",
      idle: "no call is waiting at it"),
    .init(
      .reachNetwork, "reach the network{ in call}", elsewhere: "{call} does not reach it through the network",
      idle: "no call is on its way to it"),
    .init(
      .pickUp, "pick up {call} from {target}", without: "pick up {call}", elsewhere: "{call} is not parked at it",
      idle: "no call is parked at it"),
    .init(.timeOut, "time out{ in call}", elsewhere: "it is not ringing{ there}"),
    .init(
      .treat, "apply a treatment{ in call}", elsewhere: "no treatment has been asked for",
      idle: "no call is waiting at it"),
    .init(
      .refuseTreatment, "refuse a treatment{ in call}", elsewhere: "no treatment has been asked for",
      idle: "no call is waiting at it"),
    .init(
      .endTreatment, "end a treatment{ in call}", elsewhere: "no treatment is being applied",
      idle: "no call is waiting at it"),
    .init(
      .makePredictiveCall, "make a predictive call to {target}", without: "make a predictive call"),
    .init(.attachUserData, "attach user data{ to call}"),
    .init(.updateUserData, "update user data{ in call}"),
    .init(.deletePair, "delete a pair of user data{ in call}"),
    .init(.deleteUserData, "delete the user data{ in call}"),
    .init(
      .initiateTransfer, "start a transfer to {target}", without: "start a transfer",
      elsewhere: "it is not talking{ in call}"),
    .init(
      .initiateConference, "start a conference with {target}", without: "start a conference",
      elsewhere: "it is not talking{ in call}"),
    .init(
      .muteTransfer, "mute-transfer {call} to {target}", without: "mute-transfer {call}",
      elsewhere: "it is not talking{ there}"),
    .init(.completeTransfer, "complete the transfer"),
    .init(.completeConference, "complete the conference"),
    .init(.mergeForTransfer, "merge its calls into a transfer"),
    .init(.mergeForConference, "merge its calls into a conference"),
    .init(.alternateCall, "alternate its calls", elsewhere: "it is not talking{ in call}"),
    .init(.reconnectCall, "reconnect to the call on hold"),
    .init(.agentLogin, "log in"),
    .init(.agentLogout, "log out"),
    .init(.agentReady, "become ready"),
    .init(.agentNotReady, "become not ready"),
    .init(.setDNDOn, "turn do-not-disturb on"),
    .init(.setDNDOff, "turn do-not-disturb off"),
    .init(.setForward, "forward its calls to {target}", without: "forward its calls"),
    .init(.cancelForward, "cancel forwarding"),
    .init(.monitorNextCall, "monitor {target}", without: "monitor the next call"),
    .init(.cancelMonitoring, "stop monitoring {target}", without: "stop monitoring"),
  ]

  private static let states: [Reasons<Exchange>.StateSentence] = [
    .init(.held, "it already holds {call}", on: .hold),
    .init(.dialingHeld, "it already holds {call}", on: .hold),
    .init(.hearingBusyHeld, "it already holds {call}", on: .hold),
    .init(.routeAsked, "TRouteCall has already asked for {asked}", on: .routeCall, .applyTreatment),
    .init(.treatmentAsked, "a treatment has already been asked for", on: .applyTreatment),
    .init(.queued, "it has not requested a route", on: .routeCall, .route, .applyTreatment),
    .init(.queued, "it is {kind}", on: .release, .clearCall),
    .init(.routing, "it is {kind}", on: .release, .clearCall),
    .init(.treatmentAsked, "it is {kind}", on: .release, .clearCall),
    .init(.treated, "it is {kind}", on: .release, .clearCall),
    .init(.routeAsked, "it is {kind}", on: .release, .clearCall),
    .init(.routing, "it is {kind}", on: .queue),
    .init(.treatmentAsked, "it is {kind}", on: .queue),
    .init(.treated, "it is {kind}", on: .queue),
    .init(.routeAsked, "it is {kind}", on: .queue),
    .init(.queued, "{call} is already queued at it", on: .queue),
    .init(.unreached, "the network has not reached it yet", on: .ring, .park, .timeOut, .answer),
    .init(.ringing, "it is already ringing", on: .ring, .busy),
    .init(.announcedRinging, "it is already ringing", on: .ring, .busy),
    .init(.invitedRinging, "it is already ringing", on: .ring, .busy),
    .init(.customerRinging, "it is already ringing", on: .ring, .busy),
    .init(.observerRinging, "it is already ringing", on: .ring, .busy),
    .init(.reached, "the network has already reached it", on: .ring, .park, .reachNetwork),
    .init(.announcedOutside, "the network has already reached it", on: .ring, .park, .reachNetwork),
    .init(.invitedOutside, "the network has already reached it", on: .ring, .park, .reachNetwork),
    .init(.idle, "{absent}", isComplete: true),
    .init(.dialing, "it is calling {other}"),
    .init(.dialingHeld, "it holds {call}, which {waits}"),
    .init(.hearingBusy, "it hears the busy tone"),
    .init(.hearingBusyHeld, "it holds {call}, which is busy"),
    .init(.queued, "{call} is queued at it"),
    .init(.parked, "{call} is parked at it"),
    .init(.routing, "it has requested a route"),
    .init(.treatmentAsked, "a treatment has been asked for"),
    .init(.treated, "a treatment is being applied"),
    .init(.routeAsked, "TRouteCall has asked for {asked}"),
    .init(.unreached, "the network has not reached it yet"),
    .init(.offered, "{call} is still on its way to it"),
    .init(.reached, "it has not answered"),
    .init(.ringing, "it is ringing"),
    .init(.detecting, "{other} has not answered its predictive call"),
    .init(.customerRinging, "it is ringing as the customer of a predictive call"),
    .init(.talking, "it is {talking}"),
    .init(.held, "it holds {call}"),
    .init(.announced, "{call} is still on its way to it"),
    .init(.announcedOutside, "it has not answered"),
    .init(.announcedRinging, "it is ringing"),
    .init(.invited, "{call} is still on its way to it"),
    .init(.invitedOutside, "it has not answered"),
    .init(.invitedRinging, "it is ringing"),
    .init(.observerRinging, "it is ringing as an observer"),
    .init(.observing, "it is observing {call}"),
  ]

  private static let conditions: [Reasons<Exchange>.ConditionSentence] = [
    // What only some verbs find.
    .init(.toNoParty, "{no agent}", on: .distribute),
    .init(.toNoParty, "no call is parked at it", on: .pickUp),
    .init(.facing(.idle), "{target} is not in {call}", on: .pickUp, by: .idle),
    .init(.facing([.announcedRinging, .invitedRinging]), "{target} rings for a conference", on: .pickUp, by: .idle),
    .init(.facing(.observerRinging), "{target} rings as an observer", on: .pickUp, by: .idle),
    .init(.facing(.customerRinging), "{target} is the customer of a predictive call", on: .pickUp, by: .idle),
    .init(
      .facing(PartyState.allCases.filter { $0 != .ringing }), "{call} does not ring at {target}", on: .pickUp,
      by: .idle),
    .init(.inThisCall, "{call} is parked at it, not at {target}", on: .pickUp, by: .parked),
    .init(.toAnyone, "{target} is not in {call}", on: .deleteFromConference, .pickUp),
    .init(.toParty, "{target} has not joined {call}", on: .deleteFromConference),
    .init([.byRoutingPoint, .byRouteQueue], "it is {actor kind}", on: .queue),
    .init([.facing(PartyState.allCases), .anyHop], "{call} is not queued at another group", on: .queue),
    .init([.group, .groups, .routeQueue], "it is {kind}, and {call} is not predictive", on: .requestRoute, .divert),
    .init(.routeQueue, "it is {kind}, and {call} is not predictive", on: .distribute),
    .init(.unobserved, "no call is on its way to it", on: .ring, by: .idle),
    .init(.taking(.undisturbed), "do-not-disturb is already on", on: .setDNDOn),
    .init(.ready, "it is already ready", on: .agentReady),

    // The actor.
    .init(.byAnyone, "it is {actor kind}"),
    .init(.anyDelivery, "do-not-disturb is already off", on: .setDNDOff),
    .init([.notReady, .ready], "it is already logged in", on: .agentLogin),
    .init(.loggedOut, "it is already logged out", on: .agentLogout),
    .init(.loggedOut, "it is logged out"),
    .init(.notReady, "it is not ready"),
    .init(.ready, "it is ready"),
    .init(.valueDoesNotFit, "it is already not ready", on: .agentNotReady),
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
    .init(.facing(.detecting), "the customer of {other} has not answered"),
    .init(.facing(.unreached), "the network has not reached {other}"),
    .init(.facing([.offered, .announced, .invited]), "{other} is not ringing yet"),
    .init(
      .facing([
        .reached, .ringing, .customerRinging, .announcedOutside, .announcedRinging, .invitedOutside, .invitedRinging,
        .observerRinging,
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
    .init(.open, "it takes calls as usual"),
    .init(.undisturbed, "do-not-disturb is on"),
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
    .init(.noCall, "it is in no call, and none is named"),
  ]
}

extension Verb {
  private enum Doer { case devices, queues, both }

  private var doer: Doer {
    switch self {
    case .answer, .hold, .retrieve, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall,
      .ring, .busy, .park, .reachNetwork, .timeOut, .pickUp, .initiateTransfer, .initiateConference, .muteTransfer,
      .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference, .alternateCall, .reconnectCall:
      .devices
    case .divert, .distribute, .queue, .requestRoute, .route, .routeCall, .applyTreatment, .treat, .refuseTreatment,
      .endTreatment:
      .queues
    case .makeCall, .release, .clearCall, .makePredictiveCall, .attachUserData, .updateUserData, .deletePair,
      .deleteUserData, .agentLogin, .agentLogout, .agentReady, .agentNotReady, .setDNDOn, .setDNDOff, .setForward,
      .cancelForward, .monitorNextCall, .cancelMonitoring:
      .both
    }
  }

  /// Whether queues and routing points never do it.
  var isOfDevices: Bool { doer == .devices }
  /// Whether only queues and routing points do it.
  var isOfQueues: Bool { doer == .queues }
}
