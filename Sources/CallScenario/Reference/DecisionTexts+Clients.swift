// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let clients: StaticString = #"""
    ## Registration

    D140. DNs that are not registered. Every DN is registered from the start, unless its party says
    `registered=no`. While it is not, its client is told nothing: the events of the DN are left out, and those of
    the other DNs are numbered without a gap. Which call or agent has waited longest does not depend on who is
    told. Any request of the DN but TRegisterAddress and TQueryAddress is refused with 41, whether it would be
    possible otherwise or not; this EventError reaches it. Calls come and go all the same, and what is done by
    hand is possible. For a program that uses the library, an action that is both a request and done by hand is a
    request if it has a ReferenceID. An external party is told nothing anyway, and cannot be registered.

    D141. RegisterMode. TRegisterAddress of a DN that is registered already is answered by EventRegistered again,
    and its mode counts from then on. Share, Private and a request without RegisterMode do the same. Under Monitor
    the DN is told of everything, but any other request than TRegisterAddress, TUnregisterAddress and
    TQueryAddress is refused with 51. RegisterMode is in no event.

    D142. TUnregisterAddress. EventUnregistered, which lists ThisDN alone, is the last event of the DN until it
    registers again: meanwhile it receives only answers to TQueryAddress and EventErrors. Its calls, the agent who
    is logged in there, forwarding, do-not-disturb and monitoring stay. A DN that is not registered gets 41.

    D143. The snapshot. Extensions of EventRegistered and EventAddressInfo report the state of the DN, never the
    extensions of the request: `calls=2, conn-1=1, conn-2=4, status=Ready, fwd=7003, dnd=on`, in this order.
    `calls` counts the calls that the DN has been told of, or would have been had it been registered, and `conn-1`
    and so on are their ConnIDs, the oldest first and at most 100. `status` is there if the party has `agent` or
    `group`, or an agent is logged in at the DN: LoggedOut, NotReady, Ready or AfterCallWork. AfterCallWork is
    also the status of an agent who is not ready with that AgentWorkMode. `fwd` is the DN that calls are forwarded
    to, whatever the ForwardMode; `fwd` and `dnd` are there only where they are set. InfoType and Extensions are
    listed, and so are, where there are any, the AgentID of the agent who is logged in and the last Reasons of
    that agent, unless the request gives reasons of its own. Of a virtual queue, `calls` counts the calls that
    wait there.

    D144. TQueryAddress. EventAddressInfo goes to the client that asks, and to no other. ThisDN and all other
    attributes describe the DN that was asked about. InfoType is DNStatus, for queues and routing points
    QueueStatus. Any DN but an external party may ask, registered or not, about itself too. A DN that the switch
    does not have is refused with 59; an external party is such a DN.

    D145. In the middle of a call. A DN that registers while it has calls is told of all that happens from then
    on: of the end of a call, for example, though not of its beginning. What it has missed is told by the snapshot
    alone.

    ## Digits, queries and the DN

    D150. TSendDTMF sends digits from a party that talks into its call: `Digits=12`, 1 to 64 of 0 to 9, `*` and
    `#`. That party alone is told, by EventDTMFSent, which lists ConnID and ThisDN; the digits are in no event. A
    request without digits is refused with 53, one of a queue or a routing point with 51, one of a party that does
    not talk with 1161.

    D151. TCollectDigits asks for the digits of a caller whose call waits for a route, with or without a
    treatment, and is silent. `collectDigits Digits=123` says that they have come, `collectDigits` that the caller
    has entered none in time. EventDigitsCollected lists ThisDNRole, CallState OK and the CollectedDigits, if any;
    it knows the ReferenceID of its TCollectDigits, and the reasons and extensions. Each request is answered once,
    and a second one replaces the first. No digits are collected once TRouteCall has asked for a route or the call
    has left. A treatment and the digits leave each other alone.

    D152. TQueryCall is answered by EventPartyInfo, to the client that asks and to no other. It lists ConnID and
    ThisDN, and knows what every event of the call knows. The client need not be in the call: then ThisDN is its
    own, and there is no ThisDNRole. Without `on` it asks about the only call that it is in; if there is none, the
    answer is 1163.

    D153. TSendUserEvent gives EventACK at the sender, which knows the ReferenceID, and then EventUserEvent at the
    target, which knows the user data and the extensions that the request has brought. Both list ThisDN alone. Any
    DN may be the target, even the sender's own, except an external party and a virtual queue: 71. No call is
    concerned.

    D154. TPrivateService is answered by EventACK, which lists ThisDN. callsim does not model what the switch does
    then. Where the recording model is played too, and knows the device, that model alone answers.

    D160. Out of service. `fail` and `recover` are steps of the switch, told to the device by EventDNOutOfService
    and EventDNBackInService, which list ThisDN alone. Until it recovers, every request of the device except
    TRegisterAddress, TUnregisterAddress and TQueryAddress gets EventError 58, and nothing can be done at it by
    hand. It does not ring to observe a call either. What is set on it stays: who is logged in, do-not-disturb,
    forwarding, its lamp. Queues and routing points do not fail.

    D161. Calls of a device that is out of service. A call that is delivered to it finds it busy, as with
    do-not-disturb (D44); it forwards none, and `distribute` gives it none. A call that it is in goes on as it is:
    the device is told of it as ever, the other parties are told nothing of the failure, and they alone can end
    the call. A device that rang may time out.

    D162. Message waiting. TSetMessageWaitingOn and TSetMessageWaitingOff turn the lamp of the device that asks,
    as TSetDNDOn and TSetDNDOff do for do-not-disturb: EventMessageWaitingOn and EventMessageWaitingOff list
    ThisDN alone, and turning on a lamp that is on, or off one that is off, gives 43.

    ## Virtual queues

    D165. Virtual queues. A party of kind `virtual-queue` is neither a party of a call nor a target of one, and
    makes no requests but those about registration. `V queue on N` lets call N wait there while a routing point, a
    route queue or a group has the call: V gets EventQueued, in which OtherDN is the party that waits, and V takes
    the role of the routing point or queue that has the call, Origination or Destination. A call waits at up to 8
    virtual queues, and at any one of them only once at a time.

    D166. `V divert C on N` says that the call has gone to C: V gets EventDiverted, the same as EventQueued with C
    as the third party. OtherDN is the party that waited then or, where that has handed its part on, the one that
    plays it now. C is in the call, but was not when the call was queued at V, and the routing point or queue that
    had the call then has released it. Whether C rings, talks or is another queue does not matter.

    D167. The end of the call. A call that ends while it waits at a virtual queue ends there too, however it ends:
    EventAbandoned, with CallState OK, is the last event of the step. A call that is joined to another one ends,
    even if its parties go on waiting in the other; that one can be queued at the virtual queue again.

    ## Errors
    """#
}
