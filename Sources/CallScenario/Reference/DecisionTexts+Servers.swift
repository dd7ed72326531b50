// The texts of Decisions.md. Change the page, and then write this file with
// CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

extension DecisionTexts {
  static let servers: StaticString = #"""
    ## The other servers

    D67. The documents of the other servers show messages, but seldom attributes. What they show is listed; the
    rest is known, but unlisted. Where a figure is lost, or no text says which party gets which message, our
    reading fills the gap, and the rule's source says so. `derived` is what follows from it.

    D68. A request that is not possible is answered by the server's own error. In a scenario `refused` stands for
    that error where nothing has changed.

    D69. If a request does not name a party, the first party that acts in that role becomes it.

    ## The other servers: IVR Server

    D70. Every message passes through the driver. For the IVR it spells NewCall(Network), RouteResponse and
    CallStatus(…) as NewCall, Connect and Call…; Busy stays CallStatus(Busy), as printed. Ringing and Established
    come at once, and so does a route.

    D71. The answer of a consulted party, CompleteConf, OneStepConf and ConfPartyAdd are our reading.

    D72. Who leaves first. In the first scenario of a kind the conferenced party leaves first, in Scenario 2 the
    caller. The one that is left is then the only party that the IVR talks to.

    D73. After a CallError the first call is active, always. A second attempt, or a CompleteConf before the
    answer, fails and ends the attempt. So does a RetrieveCall while a party is added in one step. FailedReq is
    the request that failed, or NoSuchCall where there is no call. TLibErrCode and ReqId are listed where they are
    given.

    D74. Requests that cannot succeed. Nothing is completed without a consultation, a conference gets no further
    party, and only another outside party can be conferenced. CallError answers such requests, and the call stays
    as it is.

    D75. Busy is not an error for a consultation. In a one-step conference there is no second call to return from,
    and Busy is a CallError.

    D76. Returning to the caller. The IVR may send RetrieveCall at any moment of a consultation, even before it is
    told that the line is busy: CallRetrieved follows, and the consultation is over.

    D77. Hanging up. If a consulted party hangs up, the conference fails. If the caller hangs up, the call ends,
    at any moment: Released. The IVR may end the call in the same way.

    L2. Not modelled: transfers of the IVR, EndCall and treatments.

    ## The other servers: Interaction Server

    D78. Which party receives which message is our reading. Which messages there are, and on which protocol, is
    printed. All attributes except `protocol` are unlisted: InteractionId, AgentId, TicketId, ReferenceId,
    VisibilityMode, Queue, Workbin, Reason.

    D79. An interaction is at first wherever the first action about it needs it: at its place (pull, deliver),
    with the agent who acts, or nowhere (submit). It returns to the place that it came from, a queue or a workbin.

    D80. Each inviter has at most one open invitation for an interaction. Until it is answered, the inviter can
    neither leave nor place the interaction, nor invite again. An agent is invited only if logged in, and if
    neither a party nor invited already.

    D81. An answer needs an invitation. RequestAccept and RequestReject of an agent who is not invited, or with a
    ticket that is not that of the invitation, are answered by EventError.

    D82. A transfer tells the parties other than the two of both changes. The document, which has no such parties,
    tells Reporting alone.

    D83. A pulled interaction goes back silently when its time is up. Any request of the agent starts the time
    again; a pending one stops it. EventWorkbinContentChanged goes to the agent who acts.

    D84. An accepted delivery is acknowledged to the agent.

    D85. What a request needs. An agent logs in only if logged out, and logs out only if neither a party of an
    interaction nor invited to one. Only an interaction that is not there yet is submitted; only one at its place
    is pulled. Only the last party may place an interaction. An agent who is not registered can do none of this,
    and one who is logged out can only log in. EventError answers every other request.

    ## The other servers: Recording

    D86. Message by message. The document shows which party invites which. How the answers are divided between the
    messages is our reading.

    D87. Two dialogs. A recorded call has two dialogs with Media Server, one for each side, and all its recordings
    share them. INFO with MSML goes on the first one.

    D88. Dialogs of a conference. Of the two dialogs of a recorded conference, one carries the mix and the other
    one the third party's stream. When a party leaves, and a recording goes on, each dialog carries its own side
    again.

    D89. A call without recordings has no recording dialogs with Media Server; D98 is the exception. When the last
    recording ends in a call of two that continues, SIP Server connects the two directly and closes the dialogs.

    D90. A session sticks to its device. It is kept when the other side is transferred, and ends when its own
    device leaves. That `the Recording Session is maintained` is printed under the other heading is a slip.

    D91. When a call is over, every party is dropped, and Recording Server fetches the recordings. It fetches only
    after the call.

    D92. The party on hold hangs up. If the consultation is not recorded, its sessions end too: they would have
    nothing to record.

    D93. Three parties are the most that a recorded conference can have. No party is transferred out of one.

    S2. `Sessions` on a message lists the sessions as they are after the step.

    D94. record-consult-calls=true bridges the consultation through the dialogs of the party that consults, if
    that party is recorded. Otherwise the sessions go on without the consultation.

    D95. No session begins during a consultation, and none on a consulted device. None begins by itself when the
    held party hangs up either, whatever the DNs say.

    D96. The consultation ends. When the held call is retrieved, or the consulted party hangs up, each side gets
    its stream again, and a bridged dialog carries its own party again; without a recording the two are connected
    directly. A party that consults and hangs up ends the whole call.

    D97. The order of the parties, with the caller first, is also the order of dialogs, offers and streams. A
    party to which a call is transferred takes the place and the dialog of the party that it replaces. When the
    held party leaves, the party that consulted counts as the caller of the party that it consulted, and both keep
    their dialogs.

    D98. Stopped during a consultation. If the consultation is bridged, the last session leaves the two dialogs
    open, because the two parties hear each other through them. The dialogs close when the consultation ends,
    however it ends. If it is not bridged, they close at once.

    D99. A DN with record=true. Its own session begins when the DN comes into a call by a transfer or a
    conference. The transfer or conference is refused if the call has as many recordings as it can have.

    D100. TRouteCall connects two devices as `connect` does. It is answered only where it is not possible.

    D101. Requests of TPrivateService that are not possible change nothing: a device that is recorded already
    starts no second session, only a running recording pauses, only a paused one resumes, and without a recording
    nothing stops.

    ## The other servers: Side by side

    S3. `server t-server ivr-server` (or another of them) plays two servers on one call. A party may be two
    things: `party P extension ivr`.

    S4. What both servers know (`busy`, `hangUp`) happens at both. A client's request to the T-Server counts at
    the other server as the action by hand: TAnswerCall is `answer`. If it cannot happen at one server, that
    server sees nothing of it. If one server refuses a request, that server answers it.

    S5. What one server asks of the other (TCompleteConference for CompleteConf) is an action of its own. Neither
    model knows the other, so callsim does not check that the two views agree: the expectations say what each of
    them sends.
    """#
}
