// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let specialCases: StaticString = #"""
    ## Special cases

    D43. TCallSetForward gives EventForwardSet, and TSetDNDOn gives EventDNDOn. Both list ThisDN alone.
    `ForwardMode=` names the mode of forwarding; without it the mode is Unconditional. EventForwardCancel and
    EventDNDOff do likewise.

    D44. Do-not-disturb. If a call is delivered (`ring`) to a DN that has it set, the DN answers as a busy one
    does. Do-not-disturb goes before forwarding.

    D45. Forwarding all calls. A DN that forwards all calls is not told of the call, and the call goes on.

    D46. Forwarding on busy or no answer. `busy` and `timeOut` follow the other modes. A device that rang gets
    EventReleased with CallState Forwarded and with the new destination as ThirdPartyDN.

    D47. Calls that are not forwarded. A call does not go on to a party of the same call, or to one whose line is
    full, and a party that is called into a conference does not forward. In these cases forwarding is ignored,
    except that on `ring` a device that forwards all calls counts as busy.

    D48. No answer. `timeOut` gives the row of the point, with CallState NoAnswer. It applies to a party that
    rings, or that is reached outside.

    D49. Pick-up by another device. The device that rang gets EventAbandoned and the other one EventRinging, both
    with CallState Pickedup. Then the call continues as in the first model.

    D50. Rejection is a TRouteCall without a target, whatever its RouteType. CallDisconnect and Reject with a
    target are refused.

    D51. Rejection elsewhere. A route queue and a predictive call reject as a routing point does. EventRouteUsed
    lists the roles of their own model, and no CallState.

    D52. Treatment. TApplyTreatment is silent. `applyTreatment`, `refuseTreatment` and `endTreatment` say what the
    switch does with it. The call leaves a treated routing point as it leaves an untreated one.

    ## Routing until the answer

    D113. The answer takes the call from P. `route` is silent; C rings as it would in Basic Call Models. With the
    answer P gets EventRouteUsed, and a route queue then EventDiverted, as printed, right before the
    EventEstablished of both parties. An outside destination is reached only with its answer: EventNetworkReached
    comes before EventRouteUsed, under every profile. A group, a route queue or a routing point takes the call at
    once, told as printed. Predictive calls, whose first party has answered already, leave P at `route`.

    D114. C does not take the call. If it does not answer in time or declines, it gets EventReleased with OtherDN
    and CallState NoAnswer or OK. If it is busy, or has do-not-disturb set, it hears nothing. After a TRouteCall P
    gets EventError 1161, which lists the ReferenceID of that TRouteCall; after default routing it gets nothing.
    Then P waits for a route as before, without a second EventRouteRequest, and the caller hears nothing.

    D115. The call ends before the answer. The caller and P get what Routing, `**`, prints, without EventError
    after default routing, and then C gets EventAbandoned if it rings or if the call is parked there. TClearCall
    by C does the same. While P waits, EventHeld and EventRetrieved of the caller name C.

    D116. C hands the call on to D, because it forwards its calls, by a redirection, or because D picks the call
    up. C and D are told as without P, and P waits for D's answer. So EventReleased of the caller names D, and
    ThirdPartyDN in EventRouteUsed is D. If D is a group, a route queue or a routing point, it takes the call from
    P at once. If D does not take the call, P routes it again as it would have routed it at first. A call that is
    parked at C still waits at P.

    D117. A consultation that waits at P is transferred as any that waits (D32): the caller, P and a C that rings
    get EventPartyChanged, and that of the caller names P. A conference does not wait (D37): it can be completed
    once C has answered.

    ## The end of a treatment

    D118. Treatments that go on, and digits. Music, RingBack, Silence, Busy, FastBusy and a TApplyTreatment
    without a type go on until the call leaves or another treatment replaces them: `endTreatment` of these is
    refused. Every other type ends, and `endTreatment CollectedDigits=123` gives the digits that the caller has
    entered, at most 64. The events of a treatment know, unlisted, the ReferenceID of their TApplyTreatment, and
    EventTreatmentEnd knows CollectedDigits. A call that is routed by default answers no request, even during a
    treatment.

    ## Predictive calls and observing

    D53. The customer of a predictive call may be an `extension` or `remote`. It gets EventRinging at `ring` and
    EventEstablished at its own answer, both with ThisDNRole Destination and the queue as OtherDN. It may answer
    without `ring`; then it gets EventEstablished alone. The agent's answer tells it nothing.

    D54. The call ends before the customer has answered. If the customer rings, it gets EventAbandoned and the
    queue EventReleased, both with the CallState of the row: NoAnswer at `timeOut`, that of a failing `answer`,
    otherwise OK. The queue or routing point that dials may give the call up as well, and gets EventReleased with
    CallState OK.

    D55. A customer that takes no calls. At `ring`, a customer with do-not-disturb or unconditional forwarding
    counts as busy. If it picks up nevertheless, it has answered.

    D56. What answers a predictive call. `answer` with CallState OK or AnsweringMachineDetected queues the call.
    Any other CallState makes it fail, as `busy` and `timeOut` do. A routing point asks for a route at once.

    D57. The customer gives up after its answer. It gets EventReleased, as any caller does, with OtherDN the
    queue, the destination that a TRouteCall has asked for, or the agent. A queue where it waits gets
    EventAbandoned; an agent that does not ring yet gets nothing.

    D58. Handed on to another queue, a predictive call continues by that queue's model, and the customer waits
    there as a caller does. Each keeps its role: the new place inherits that of the queue that dialed, Origination
    (D102), and the answer tells the customer nothing (D103). This also holds if the agent is busy, forwards the
    call or is parked on, or if another device picks the call up.

    D59. CallState on `answer` has a meaning in a predictive call alone. Elsewhere any CallState other than OK is
    refused with 53.

    D60. Observers do not count as parties, neither for CallState nor for anything else. A call that begins after
    TMonitorNextCall is observed once two parties talk in it. `ring` brings the observer in, once in each call.
    OneCall is then used up (D125). The observer leaves with the party that it observes, and when the call is
    handed on before the answer. It stays an Observer. Two options of the profile change this (D176, D177, D178).

    D104. EventDiverted of a routed predictive call follows EventRouteUsed, with the attributes of the RouteQueue
    case. ThirdPartyDNRole of both is Destination; that of a predictive call which the group diverts by itself
    stays Origination.

    D105. A call that the agent begins. The other parties get EventPartyAdded when the observer's device rings,
    and EventPartyDeleted if it declines. In a call to the agent they get EventPartyAdded when the observer
    answers.

    D61. Observed and handed on. If the observed party leaves by a transfer, its observer gets EventReleased. If
    the observed party stays, or moves into the other call, so does its observer, which gets the same
    EventPartyChanged.

    D62. Observed conferences. Observers are told of every party that comes or goes: they get EventPartyAdded as
    the others do, and EventPartyDeleted, with ThisDNRole Observer.

    D122. Monitoring is told at both ends. EventMonitoringNextCall and EventMonitoringCancelled go to the
    supervisor and to the agent. They list OtherDN, the other one of the two, and its role: Destination for the
    agent, Observer for the supervisor, which has ThisDNRole Observer itself. Only EventMonitoringNextCall knows
    MonitorNextCallType, at both ends. An agent has one supervisor: another one's request is refused with 1161.
    The same supervisor may ask again; that is told again, and counts as a new request from the next call on, with
    the new type.

    D123. A supervisor has one agent. If it asks for another one, the first request is cancelled at both its ends,
    and then the new one is told. A refused request changes nothing. A supervisor that is in a call observes it to
    the end, whatever becomes of its request.

    D124. A logout ends the monitoring, that of the agent and that of the supervisor, no matter how the DN is
    logged out. EventMonitoringCancelled follows EventAgentLogout at once, at both ends. If the DN is a supervisor
    and an agent who is monitored, both requests end, first its own. Neither needs to be logged in for monitoring.

    D125. OneCall is used up by the first call in which the supervisor's device rings, answered or not. From then
    on no other call is observed. When the agent leaves that call, the last events of the step are
    EventMonitoringCancelled, at the supervisor and at the agent. If the call becomes another one and the agent
    stays in it, the request stays too. Until then the supervisor can cancel the request, or ask again.

    ## Muting, listening and supervision

    D170. Muting. TSetMuteOn and TSetMuteOff are possible for a party that talks, and for an observer that has
    answered. EventMuteOn and EventMuteOff go to that party alone and list ConnID and ThisDN. On hold, and before
    the answer, the requests are refused with 1161, in no call with 1163. A request that changes nothing is
    refused with 43.

    D171. An observer begins each call muted, whatever MonitorMode says. So its TSetMuteOff comes first; a
    TSetMuteOn before that changes nothing and is refused.

    D172. How long muting lasts. It belongs to a party in one call: muted in one, the party talks in another. It
    lasts through holding and retrieving, and while others come and leave, hand the call on or become a
    conference. If calls are joined, the parties take it along. A party that was in both is as it was in the call
    that remains. It ends when the party leaves; neither this nor the joining is told by an event of its own.

    D173. Listening. In a conference a member that talks can ask with TListenDisconnect that another member does
    not hear the others. EventListenDisconnected goes to the member that asked, with CallState Held; OtherDN and
    ThirdPartyDN are the other one. After TListenReconnect, EventListenReconnected says CallState OK. Any member
    may ask, also for one that holds the call or is outside. The member itself is told nothing. A request that
    changes nothing is refused with 43, one in a call of two with 1161. A target that has not answered, observes,
    is in another call or is the member itself is refused with 71.

    D174. How long a member does not listen: as long as it is muted in D172, but also no longer than the
    conference lasts. When fewer than three members remain, both hear each other, and no event says so. An
    announced member counts, observers do not.

    D175. `MonitorMode=` and `MonitorScope=` of TMonitorNextCall are Normal, Mute, Coach or Connect, and Agent or
    Call. EventMonitoringNextCall repeats them in its Extensions, unlisted, at the supervisor and at the agent:
    first MonitorMode, then MonitorScope, then what else the request brought, which only the supervisor is told.
    They change nothing else: the profile says how long an observer stays.

    D176. `monitoring=intrusion`: the call may have begun before the request. The observer joins the conversation
    or conference in which the agent talks; one that the agent holds is not joined. What follows is the same as in
    a call that begins later: who began it decides when the parties are told of the observer. If the supervisor
    asks again, it may come back into a call that it has left. Of a conference, the observer's EventRinging and
    EventEstablished name the first other party that has answered; the members are told of the observer as two
    parties are. Without intrusion a conference is not joined.

    D177. `monitor-scope=call`: when the agent leaves a conversation that goes on, its observer stays, and from
    then on observes the first party that remains. It is told what the members are told: EventPartyDeleted, or
    EventPartyChanged as the parties that stay. After a conference is completed, the observer of the agent's
    consultation is in the conference, told by EventPartyChanged as the parties that come, and observes the party
    that was consulted. Observers are not told of each other. A device that only rings to observe is told
    EventAbandoned and leaves with the agent. A request for one call still ends with EventMonitoringCancelled when
    the agent leaves (D125).

    D178. Calls of two under `monitor-scope=call`. When one of the two hangs up, the observer leaves, as it does
    under `monitor-scope=agent`. When one of them hands the call on before the answer, by a single-step or mute
    transfer or a transfer completed before the answer, the observer stays with the party that remains and gets
    the same EventPartyChanged. If the call ends before the answer, the observer gets EventReleased after all
    others, with OtherDN the party that it observes and CallState OK. A device that only rings to observe is told
    EventAbandoned and leaves, and after a redirection every observer leaves, because the party that remains dials
    again.

    ## User data and agents

    D63. User data is kept on the call, and each event of the call knows it, unlisted. Every party that has been
    told of the call gets EventAttachedDataChanged. The data are a list in which a key may repeat. TAttachUserData
    adds its pairs at the end. TUpdateUserData gives the first pair with a key the new value and removes the
    others; a key that is missing is added at the end. TDeletePair removes every pair with the key.

    S1. A scenario writes user data as `UserData="key=value, key=value"`. TDeletePair names its key as `Key=…`.

    D64. User data of two calls. A consultation begins without data. When the calls are joined, the data of the
    main call stay, and those of the other call are lost. Two options of the profile change this (D135, D136).

    L1. A call holds at most 1,000 pairs. A request that would add more, or join calls that have more between
    them, is refused with 53.

    D65. Agents. After TAgentLogin an agent is not ready, unless the login says that it is (D121). A device has
    one agent at a time, and an agent one device.

    D66. `distribute` diverts the call to the agent of the group who has been ready, and in no call, for the
    longest time. The group is the one that the agent has logged in to (D119); to ask again to be ready does not
    begin the time again. An agent in after-call work gets none. An agent who forwards calls or has do-not-disturb
    set gets none. `divert` may choose any party. Without `on`, `distribute` takes the call that has waited
    longest at the group: the order of arrival there counts, not the age of the call.

    D119. Who is logged in. TAgentLogin takes `AgentID=` and `Queue=`. What it leaves out is what the party says
    with `agent=` and `group=`, or is not known. EventAgentLogin, EventAgentReady, EventAgentNotReady and
    EventAgentLogout list AgentID and ThisQueue where the login named them, and know them where the party did.
    Every event of a call knows the AgentID of the agent who is logged in at its recipient, unlisted; in the step
    that logs the agent out, it still does. `Queue=` takes the group of the party, or any ACD group if the party
    has none: anything else is refused with 53. The agent then belongs to that group for `distribute`.

    D120. Asked again. A second TAgentLogin, and TAgentSetReady or TAgentSetNotReady in the same state, are told
    again. The second login tells EventAgentLogin alone, whatever its work mode. What it names is added to what
    the first one named; where the party has no group, another `Queue=` takes the place of the first. A login with
    another AgentID than that of the agent who is logged in there, or of an agent who is logged in at another DN,
    is refused with 1161. TAgentLogout of a DN that is logged out is still refused with 43.

    D121. The work mode of a login. If the first TAgentLogin names AgentWorkMode, EventAgentLogin is followed by
    EventAgentReady for AutoIn and ManualIn, or by EventAgentNotReady for any other mode, without ReferenceID.
    Without AgentWorkMode nothing follows.

    ## What a T-Server adds

    D133. Hook events, under `hook-events=reported`. A phone is off hook while it is in a call that it has dialed
    or answered, held or not; while it only rings it is on hook. EventOffHook stands directly before the
    EventDialing or the EventEstablished with which this begins, EventOnHook directly after the EventReleased with
    which it ends. Both list ThisDN alone. Under the other value neither is sent.

    D134. Changing data from outside. A client that changes the data of a call that it is not in gets
    EventAttachedDataChanged too. That event lists ConnID and ThirdPartyDN, but no ThisDN. A party that has not
    been told of the call yet counts as such a client.

    D135. `merged-user-data` says which data a joined call has: `main-only`, `merged-only`, or those of both.
    Under `main-over-merged` the pairs of the main call come first, then those of the other call whose keys the
    main call lacks; under `merged-over-main` first the pairs of the main call whose keys the other call lacks,
    then all of the other. No EventAttachedDataChanged is sent. The events of the call that remains carry the
    result, EventReleased of the call that ends carries that call's own data. For TMergeCalls of two calls of
    which neither is a consultation for the other, the main call is the one that is held. A mute transfer merges
    the data of the consultation that it makes.

    D136. `consult-user-data`: with `inherited` a consultation begins with a copy of its main call's data, with
    `joint` the two share one list. What the request for the consultation brings is added. Under `joint` the
    parties of the main call are told of that by EventAttachedDataChanged, before EventHeld. A later change in
    either call is told to the parties of both, each time with the ConnID of their own call. A client outside of
    both is told once. When the main call ends, the consultation keeps the data; calls that share one list are
    joined without a change, whatever `merged-user-data` says. `extension.ConsultUserData` in the request chooses
    for that consultation.

    D137. Data of other requests. TMakeCall, TMakePredictiveCall, TSingleStepTransfer and TSingleStepConference
    attach their data to the call, TInitiateTransfer, TInitiateConference and TMuteTransfer to the consultation.
    The events of the request carry them; there is no EventAttachedDataChanged. A request that would bring a call
    to more than 1,000 pairs is refused with 53, and so is one with more than 1,000 reasons or extensions.

    D138. Reasons and extensions of a request are repeated, unlisted, by every event that answers it, at the party
    that made it; EventError carries neither. EventRouteUsed and the events of a treatment answer an earlier
    request, and repeat what that one brought. A DN keeps the reasons of the agent's last TAgentLogin,
    TAgentSetReady or TAgentSetNotReady that succeeded and gave some: later events of the agent carry them, until
    it logs out. Reasons of other requests do not replace them.

    D126. After-call work, under `wrap-up=untimed` and `timed`. When an agent leaves the last of its calls that
    were queued or routed and in which it was established, it gets EventAgentNotReady with AgentWorkMode
    AfterCallWork, directly before the EventReleased of that call, whatever the CallState. Whether the call was
    queued before or after the agent answered does not matter, nor who called; a joined call was queued if either
    of the two was. If it leaves two such calls in one step, the event comes before the second EventReleased. An
    agent who is not logged in has no work, and neither has an observer. AgentWorkMode is known, not listed, as in
    every EventAgentNotReady.

    D127. The end of the work. `endWrapUp`, under `timed` alone, restores what the agent was when its first
    after-call work began, and tells it by EventAgentReady or EventAgentNotReady without ReferenceID. A call that
    is followed by work while the agent still works changes nothing in this. TAgentSetReady, TAgentSetNotReady and
    TAgentLogout end the work under both values; a second TAgentLogin does not.

    D128. `agent-no-answer-action` says what becomes of an agent who is logged in and does not answer a call that
    a group has diverted to it. At `timeOut` EventAgentNotReady or EventAgentLogout follows its EventAbandoned at
    once, without ReferenceID. An agent who was not ready, or in after-call work, stays so, and is told so again.
    Nothing is done if the call ends in another way, if the agent declines or its device forwards the call.

    D129. `agent-no-answer-overflow` says what becomes of that call. Under `recall` the agent gets EventAbandoned
    with CallState NoAnswer, and the call is queued again at the group that diverted it, told as at first. The
    caller hears nothing. A predictive call returns to its group in the same way. Under `none` and `release` the
    call ends.
    """#
}
