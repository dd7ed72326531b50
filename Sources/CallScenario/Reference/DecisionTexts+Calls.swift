// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let calls: StaticString = #"""
    ## Overview

    D1. What a table prints is listed. What T-Server knows in addition is known, but unlisted. `--attributes all`
    shows it, and an expectation may name it: CallState of every EventRinging and EventAbandoned, for example.

    D2. Every party that has been told of a call is told of its end. A device that rings gets EventAbandoned, and
    so does a place where the call waits. Any other party gets EventReleased, unless EventPartyChanged tells it
    that the call continues as another one, or EventDiverted or EventRouteUsed takes it out of the call.

    ## Slips of the source

    D3. Multiple ACDs, EventDiverted at B: as printed, with Origination, OtherDN C, no ThisQueue; under `profile
    errata=corrected`: as in Call to ACD

    D4. Multiple ACDs `*`, EventAbandoned at B: ThisQueue at several groups only (ACD `*` has none); under
    `profile errata=corrected`: at every group

    D5. Multiple ACDs, EventReleased `**`, EventRinging at D: ConnID and ThisDN (EventReleased) and ConnID
    (EventRinging) were lost in print; callsim reports them

    D6. Multiple ACDs, EventAbandoned at D: as printed, ThisQueue C; under `profile errata=corrected`: B, as in
    its EventRinging

    D7. Routing outbound, EventRouteUsed: the row ThirdPartyDN C was lost; callsim reports it under note b

    D8. While On Hold, EventDialing: no party holds yet: as in the first model, and `ring` is an action of its own

    D9. While On Hold, EventEstablished: as printed: a call that is answered while a party holds it lists no roles

    D10. `CallStateSitInvalidNum`: the value SitInvalidnum, 11

    ## What no table prints: one call

    D11. Hanging up before the answer. The caller can end the call at every point, even while it holds, and so can
    a device that rings. No other party can. The row of the interruption point says which party gets which event,
    regardless of which of the two hangs up.

    D12. Holding before the answer. The caller can hold from EventDialing on, but not on a busy tone. EventHeld
    names the OtherDN that EventReleased would name at that moment; EventRetrieved adds CallState OK. If the
    caller retrieves the call in time, the answer is as usual.

    D13. Answered while held. EventEstablished lists no roles, but always OtherDN. After one group the agent's
    event also lists ThisQueue; after several groups both list CallState OK.

    D14. Busy while held. If the destination is busy while the caller holds, the caller is told so as if it did
    not hold. It can hang up at once, or retrieve the call first and hear the tone: EventRetrieved lists OtherDN
    and CallState OK.

    D15. Holding while talking. EventHeld lists OtherDN. EventRetrieved lists OtherDN and CallState OK.
    EventReleased of a held call lists both, under every profile.

    D16. Holding in a conference. EventHeld lists neither OtherDN nor CallState. EventRetrieved lists CallState
    Conferenced.

    D17. Single-step conference. The request is silent. The invited party rings as ConferenceMember, and is a
    member once it answers.

    D18. An invited party that does not join. If it declines, or if the call ends, it gets EventAbandoned,
    provided that it rings. If it is busy, or is outside and does not answer, the inviter gets
    EventDestinationBusy.

    D19. Leaving a conference. CallState depends on the number of members that remain. Once two remain, the
    Release Phase applies.

    D20. Deleting a member. A talking member may delete another member, even one that holds.

    D21. Busy after a group or a route. If the destination is busy, the caller gets the events of Internal/Inbound
    Call, `**`, and when it then hangs up, those of Internal/Inbound Call after `**`.

    D22. Outside parties. An `external` party is told nothing. A `remote` party is told what a device would be
    told. If it is called directly, the network is reached first, and then it rings.

    D23. Where a call can go. `divert` and `route` work towards every kind of destination. The last hop decides
    what is listed.

    D24. Routed outside. EventNetworkReached comes before EventRouteUsed. If it is simulated, it comes right
    before EventEstablished.

    D25. A TRouteCall is outstanding. If the caller gives up, the events are those of Routing, `**`, in all three
    models. A `route` to another destination and a second TRouteCall are refused.

    D26. Parking. A call can be parked on a device that talks, and that device can pick it up while it talks. To
    answer, it must be free. Once picked up, the call rings as it would have rung without parking.

    ## Two calls

    D27. Consultation. TInitiateTransfer and TInitiateConference do the same, and either completion may follow
    either of them. The actor must talk in the call that is then held. The consultation is a call like any other.
    All its events know, unlisted, CallType Consult and PreviousConnID, which names the call that it was made
    from. A party of that call cannot be consulted.

    D28. The main call survives. Completing keeps the ConnID of the main call, whichever of the two is held at
    that moment. Merging two calls of which neither is a consultation for the other keeps the ConnID of the held
    one. `on` may name either call. If a call is merged, a consultation for it becomes a consultation for the call
    that is left.

    D29. OtherDN is listed where there is exactly one party on the other side. In a conference there is not.

    D30. Blind transfer, the party that stays (A). A's EventPartyChanged names the party that has the call at that
    moment. That party gets an EventPartyChanged of its own if it has been told of the consultation.

    D31. Blind transfer to a party that has not been told. A device that has not rung yet, and every `external`
    party, is then in the same position as after a single-step transfer: it inherits the role of the party that
    leaves (D102), and EventRinging lists OtherDN and CallState Transferred.

    D32. Blind transfer to a party that rings, or where the call waits. The call continues by the model of that
    party, with A in the place of the caller. A party that rings keeps the role that it has been told; a queue or
    a routing point inherits that of the party that leaves (D102). The answer tells the new party alone (D103). If
    A hangs up, the rows of that model apply.

    D33. Redirected and forwarded calls. After a redirection the device rings with CallState Redirected alone;
    OtherDN and its role are known. After forwarding it rings with OtherDN and CallState Forwarded. From then on
    the call continues as after a single-step transfer. None of these reports EventNetworkReached. A member of a
    conference cannot redirect its part; it can only transfer it.

    D34. Calls that were handed on: transferred in a single step or before they rang, redirected, or forwarded.
    The answer is that of Internal/Inbound Call, except that a connected party is told nothing (D103). If the call
    ends before the answer, the events are those of Routing, `***`.

    D35. Conference before the answer. The new party is announced at once, rings as ConferenceMember, and counts
    as a member. It is told of its answer alone: the others know it already.

    D36. An announced party that does not join. If it declines or is busy, or is outside and does not answer, the
    others get EventPartyDeleted; if only one is left, that one gets EventReleased. The announced party itself
    gets EventAbandoned if it rings, and otherwise nothing, even if it is deleted before it answers.

    D37. A conference waits at no queue. Completing a conference, or transferring one, to a party where the call
    waits is refused.

    D38. Transfer by a member of a conference. The other members get EventPartyChanged. A new party that has not
    answered is announced to them.

    D39. TMergeCalls joins two answered calls for a conference, or with `MergeType=Transfer` for a transfer.

    D40. TAlternateCall needs a call in which the actor talks.

    D41. TReconnectCall releases the active call as TReleaseCall would at that moment, and retrieves the other
    call.

    D42. TClearCall releases every party, as TReleaseCall would at that moment. In a conference all members get
    EventReleased with CallState OK, and announced parties that ring get EventAbandoned.

    ## Calls that are handed on

    D102. The new party inherits the role. The party that comes gets the role that the leaving party had in the
    call that survives; no other role changes. This holds for a single-step and a mute transfer, a redirection, a
    forwarded call, a pick-up, and a consultation that is completed before the consulted device was told. A queue
    or routing point on the way inherits the role too, even if the consultation already waits there, and so does
    the party that it hands the call to. A consulted party that rings or has answered keeps the role that it was
    told. A queue that is the target of a mute transfer is told of the consultation as any queue is, and plays the
    inherited role from its EventPartyChanged on. Tables print Origination and Destination; what is told is the
    role of the party itself. ThirdPartyDNRole stays as printed. In a conference every party is a
    ConferenceMember.

    D103. A connected party gets no second EventEstablished. EventPartyChanged has told it of the new party, whose
    answer tells it nothing more. After TRedirectCall of an answered call the other party has been told nothing:
    it waits as a caller does, and is told of the answer. A caller that is still dialing is told as usual.

    D106. ThisQueue is inherited. If a call that came through an ACD group or a route queue is redirected,
    transferred in one step, forwarded or picked up, the new device knows ThisQueue in each of its events,
    unlisted, until the call is queued again.

    D108. Queued after a handover. EventQueued of a call that is transferred in one step, redirected or forwarded
    into a queue knows CallState Transferred, Redirected or Forwarded. The consultation of a mute transfer is
    queued as any call.

    D110. The party that waits is the one that was in the call first, whatever its role. The rows of the
    interruption points apply to it, connected or not, and so does EventDestinationBusy; a role in such a row is
    the party's own.

    ## What T-Server knows

    D107. Known in every event. OtherDNRole goes with OtherDN. EventDialing knows CallState OK. EventRouteRequest
    and EventRouteUsed know ThisQueue, which is ThisDN. If the other party has already left the call, OtherDNRole
    is the role that it had.

    D109. ANI is known in the events of inbound calls alone, and with `profile ani=all-calls` in those of every
    call.
    """#
}
