// What the words of the T-Server mean, a sentence or two each.

extension Summaries {
  static let tServer = Summaries(
    server: "The server between a telephone switch and its clients: it reports calls as events to DNs, as T-Library "
      + "clients see them.",
    kinds: tServerKinds, partyOptions: tServerPartyOptions, verbs: tServerVerbs, messages: tServerMessages,
    attributes: tServerAttributes)

  private static let tServerKinds: KeyValuePairs<String, String> = [
    "extension": "A telephone on the switch, such as an agent's. It rings, and its clients make requests.",
    "acd-group": "A group of agents with a queue: a call waits there until the group diverts it to an agent.",
    "routing-point": "A place without a telephone that asks a router where to send a call.",
    "route-queue": "A queue in which a call waits until the queue asks a router where to send it.",
    "external": "An outside party that the T-Server does not monitor: it gets no events and makes no requests.",
    "remote": "An outside party that the T-Server monitors: it gets events and makes requests, like an extension.",
  ]

  private static let tServerPartyOptions: KeyValuePairs<String, String> = [
    "group": "Makes an extension an agent of this ACD group, so that `distribute` can choose it.",
    "agent": "The AgentID of the agent who logs in there, unless the login names another.",
  ]

  private static let tServerVerbs: KeyValuePairs<String, String> = [
    "TMakeCall": "Makes a call to the target.",
    "TAnswerCall": "Answers the ringing call.",
    "TReleaseCall": "Leaves the call: hangs up, gives up, or declines a ringing call.",
    "THoldCall": "Puts the call on hold.",
    "TRetrieveCall": "Takes the call off hold.",
    "TRouteCall":
      "Answers a request for a route: sends the call to the target or, without a target, rejects it. "
      + "The switch carries it out with `route`.",
    "TRedirectCall": "Sends the call on to the target, from a device that rings or talks.",
    "TInitiateConference": "Puts the call on hold and calls the target, to invite it into a conference.",
    "TCompleteConference": "Joins the held call and the consultation into a conference.",
    "TSingleStepConference": "Calls the target straight into the conversation, which becomes a conference.",
    "TDeleteFromConference": "Removes the target from the conference.",
    "TInitiateTransfer": "Puts the call on hold and calls the target, to transfer the call to it.",
    "TCompleteTransfer": "Joins the held call and the consultation, and leaves both.",
    "TMuteTransfer": "Calls the target and transfers the call to it at once, in one request.",
    "TSingleStepTransfer": "Transfers the call to the target without a consultation: the actor leaves, then the target "
      + "rings.",
    "TAlternateCall": "Puts the active call on hold and takes the held one off hold.",
    "TReconnectCall": "Releases the active call and takes the held one off hold.",
    "TMergeCalls": "Joins a held and an active call, for a conference or, with MergeType=Transfer, for a transfer.",
    "TClearCall": "Releases every party of the call.",
    "TMakePredictiveCall": "Lets a queue or a routing point call a customer, for an agent to be found later.",
    "TMonitorNextCall": "Asks to observe the next calls of an agent, as a supervisor does.",
    "TCancelMonitoring": "Cancels an earlier TMonitorNextCall.",
    "TApplyTreatment": "Asks a routing point to apply a treatment, such as music, while the call waits for a route.",
    "TAttachUserData": "Attaches pairs of user data to the call.",
    "TUpdateUserData": "Gives keys of the call's user data new values; keys that are missing are added.",
    "TDeletePair": "Deletes every pair with this Key from the call's user data.",
    "TDeleteUserData": "Deletes all user data of the call.",
    "TCallSetForward": "Makes the DN forward its calls to the target, always or as ForwardMode says.",
    "TCallCancelForward": "Ends the forwarding of the DN's calls.",
    "TSetDNDOn": "Sets do-not-disturb: a call that is delivered to the DN finds it busy.",
    "TSetDNDOff": "Clears do-not-disturb.",
    "TAgentLogin": "Logs an agent in; without a work mode, it is not ready at first.",
    "TAgentLogout": "Logs the agent out.",
    "TAgentSetReady": "Makes the agent ready for calls.",
    "TAgentSetNotReady": "Makes the agent not ready for calls.",
    "dial": "Makes a call to the target by hand, at the phone. An external party can call only this way.",
    "answer": "Answers by hand, at the phone. In a predictive call, CallState says what answered.",
    "hangUp": "Leaves the call by hand, at the phone.",
    "hold": "Puts the call on hold by hand, at the phone.",
    "retrieve": "Takes the call off hold by hand, at the phone.",
    "ring": "The switch delivers the call to the device, which rings.",
    "busy": "The switch finds the destination busy or, with another CallState, invalid.",
    "queue": "The switch queues the call at one more ACD group.",
    "divert": "The group or queue hands the call to the target; `ring` follows at a device.",
    "distribute": "The group hands the call to the agent who has been ready for longest.",
    "park": "The call is parked on the device.",
    "pickUp": "The device picks up the call that is parked on it, or a call that rings at the target.",
    "requestRoute": "The route queue asks for a route.",
    "route":
      "The switch carries out the TRouteCall or, if there was none, routes by default; without a target it rejects "
      + "the call.",
    "reachNetwork": "The switch reports that the call has reached the network towards an outside party.",
    "timeOut": "The destination does not answer in time.",
    "applyTreatment": "The switch begins the treatment that TApplyTreatment asked for.",
    "refuseTreatment": "The switch does not apply the treatment that TApplyTreatment asked for.",
    "endTreatment": "The treatment ends. Music and other treatments that go on have no end.",
    "endWrapUp": "The switch ends the agent's after-call work: the agent is again what it was before.",
  ]

  private static let tServerMessages: KeyValuePairs<String, String> = [
    "EventError": "A request is refused or, at a routing point, a given route can no longer be used.",
    "EventQueued": "A call waits in this queue.",
    "EventDiverted": "A call has left this queue for a destination.",
    "EventAbandoned": "A call that waited or rang here has ended without being answered here.",
    "EventRinging": "A call has been delivered to this device.",
    "EventDialing": "This DN makes a call.",
    "EventNetworkReached": "The call has reached the network outside; what happens there may not be reported.",
    "EventDestinationBusy": "The destination of the call is busy or cannot be reached.",
    "EventEstablished": "The call is answered, as this DN sees it.",
    "EventReleased": "This DN has left the call, or the call has ended.",
    "EventHeld": "This DN has put the call on hold.",
    "EventRetrieved": "This DN has taken the call off hold.",
    "EventPartyChanged":
      "The call continues with another party, or as another call: after a transfer, or when a conference "
      + "takes a consultation over.",
    "EventPartyAdded": "A party has entered the conference, or an observer the call.",
    "EventPartyDeleted": "A party has left a call that continues.",
    "EventRouteRequest": "A routing point or a route queue asks where to send the call.",
    "EventRouteUsed": "The call has been routed away from here.",
    "EventAgentLogin": "An agent has logged in on this DN.",
    "EventAgentLogout": "The agent has logged out.",
    "EventAgentReady": "The agent is ready for calls.",
    "EventAgentNotReady": "The agent is not ready for calls.",
    "EventDNDOn": "Do-not-disturb is set on this DN.",
    "EventDNDOff": "Do-not-disturb is cleared on this DN.",
    "EventAttachedDataChanged": "The user data of the call has changed.",
    "EventOffHook": "The phone goes off hook, to dial or to answer.",
    "EventOnHook": "The phone is on hook again: it is in no call that it has dialed or answered.",
    "EventForwardSet": "This DN now forwards its calls.",
    "EventForwardCancel": "This DN no longer forwards its calls.",
    "EventTreatmentApplied": "The treatment of the call has begun.",
    "EventTreatmentNotApplied": "The switch did not apply the treatment.",
    "EventTreatmentEnd": "The treatment of the call has ended.",
    "EventMonitoringNextCall": "The next calls of an agent will be observed; the supervisor and the agent are told.",
    "EventMonitoringCancelled": "The next calls of the agent are no longer observed.",
  ]

  private static let tServerAttributes: KeyValuePairs<String, String> = [
    "ConnID": "The identifier of the call. callsim counts calls from 1, as the manual does.",
    "PreviousConnID":
      "The identifier of another call that this one belongs to: for a consultation, its main call; after a "
      + "transfer or conference the call that the party was in.",
    "ThisDN": "The DN that the event is about and that receives it.",
    "ThisQueue": "The queue that the call is or was in, as this DN knows it.",
    "ThisDNRole": "The role of ThisDN in the call.",
    "OtherDN": "The DN of the other party, if there is one and the switch knows it.",
    "OtherDNRole": "The role of OtherDN in the call.",
    "ThirdPartyDN":
      "A third DN involved in the event: where the call went, or who transferred or added a party.",
    "ThirdPartyDNRole": "The role of ThirdPartyDN.",
    "ThirdPartyQueue": "The queue that handed the call on, if it waited in several.",
    "CallState": "The state of the call, or the reason for the event: OK, Busy, Transferred and so on.",
    "ErrorCode": "The number of the error.",
    "ErrorMessage": "The text of the error.",
    "ReferenceID":
      "The number that a client gave its request: events that answer the request carry it. If the scenario "
      + "gives none, it is the number of the step.",
    "CallType": "Where the call comes from and goes to, seen from the switch.",
    "CallID": "The number that the switch gives the call.",
    "CallUUID": "A unique identifier of the call.",
    "ANI": "The number of the party that made the call.",
    "DNIS": "The number that the caller dialed.",
    "AgentID": "The agent who is logged in at ThisDN; in TAgentLogin, the agent who logs in.",
    "AgentWorkMode": "What the ready or not-ready agent is doing.",
    "ForwardMode": "When the DN forwards its calls.",
    "MonitorNextCallType": "Whether one call is observed or all of them.",
    "RouteType": "How to route the call; CallDisconnect and Reject reject it.",
    "TreatmentType": "What the caller hears or does while it waits for a route.",
    "CollectedDigits": "The digits that the caller entered during the treatment: 0 to 9, * and #, at most 64.",
    "Reasons": "Why a client made the request that the event answers; of an agent, its last reasons.",
    "Extensions": "What a client told the switch with the request that the event answers.",
    "UserData": "The pairs that clients have attached to the call, written as \"key=value, key=value\".",
    "EventSequenceNumber": "The number of the event at its T-Server, counted from 1.",
    "MergeType": "Why TMergeCalls joins the calls: a conference, or a transfer.",
    "Key": "Which pair TDeletePair deletes.",
    "Queue": "The ACD group that the agent logs in to.",
  ]
}
