import Testing

@testable import CallScenario

/// What a newcomer gets wrong in scenarios of the other servers, and what callsim says.
@Suite struct ServerMistakesTests {
  @Test(arguments: MistakeTable(mistakes).rows) func says(_ row: MistakeTable.Row) {
    #expect(row.found() == row.expected)
  }

  private static let mistakes = """
    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCal
    >> 7:5 unknown verb NewCal
    >> did you mean NewCall?

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr RequestMakeCall
    >> 7:5 unknown verb RequestMakeCall
    >> known: NewCall, RouteRequest, InitConf, OneStepConf, CompleteConf, RetrieveCall, answer, busy, fail or hangUp

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCall
      Driver CallStatus from=Srv
    >> 8:10 unknown message CallStatus
    >> known: CallStatus(Ringing), CallStatus(Established), CallStatus(Held), CallStatus(Dialing), \
    CallStatus(Retrieved), CallStatus(Busy), CallStatus(ConfPartyAdd), CallStatus(ConfPartyDel) or \
    CallStatus(Released)

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCall
      Driver NewCall from=Server
    >> 8:23 unknown party Server
    >> the parties are Ivr, Driver, Srv and Peer; declare it in the header: party Server KIND

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCall
      Driver NewCall
    >> 8:10 NewCall needs a sender
    >> from=NAME

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCall
      Driver NewCall form=Ivr
    >> 8:18 unknown attribute form
    >> did you mean from?

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Peer NewCall
    >> 7:6 Peer is an external: NewCall is for an ivr

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr TMakeCall Peer
    >> 7:5 unknown verb TMakeCall
    >> TMakeCall is a verb of t-server: a file for it has `server t-server` in its header

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Srv ivr-server
    party Peer external
    Ivr NewCall
      Driver EventRinging from=Ivr
    >> 8:10 unknown message EventRinging
    >> EventRinging is a message of t-server: a file for it has `server t-server` in its header

    scenario T
    server ivr-server
    party Ivr ivr
    party Driver ivr-driver
    party Peer external
    Ivr NewCall
    >> 2:8 there is no ivr-server, and ivr-server needs one
    >> party NAME ivr-server

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann RequestConference
    >> 8:22 RequestConference needs a target
    >> ACTOR RequestConference TARGET

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann Accept
    >> 8:5 unknown verb Accept
    >> did you mean RequestAccept?

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann RequestAcept
    >> 8:5 unknown verb RequestAcept
    >> did you mean RequestAccept?

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann RequestAccept
      Bob EventInvited from=Ixn
    >> 9:7 unknown message EventInvited
    >> did you mean EventInvite?

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=Support
    Ann RequestAccept
    >> 7:30 Support is not a place
    >> queue:NAME or workbin:NAME

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann RequestAccept
      Ann EventAck from=Ixn protocol=Interaction
    >> 9:34 unknown value Interaction of protocol
    >> did you mean InteractionManagement?

    scenario T
    server interaction-server
    party Ann agent
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann TAgentLogin
    >> 8:5 unknown verb TAgentLogin
    >> TAgentLogin is a verb of t-server: a file for it has `server t-server` in its header

    scenario T
    server interaction-server
    party Ann extension
    party Bob agent
    party Ixn interaction-server
    party Rep reporting
    party Chat interaction place=queue:Support
    Ann RequestAccept
    >> 3:11 unknown kind extension
    >> extension is a kind of t-server: a file for it has `server t-server` in its header

    scenario T
    server recording
    party A device
    party B device
    party S sip-server
    party M media-server
    A conect B
    >> 7:3 unknown verb conect
    >> did you mean connect?

    scenario T
    server recording
    party A device
    party B device
    party S sip-server
    party M media-server
    A connect
    >> 7:10 connect needs a target
    >> ACTOR connect TARGET

    scenario T
    server recording
    party A device
    party B device
    party S sip-server
    party M media-server
    A TMakeCall B
    >> 7:3 unknown verb TMakeCall
    >> TMakeCall is a verb of t-server: a file for it has `server t-server` in its header

    scenario T
    server recording
    party A device
    party B device
    party S sip-server
    party M media-server
    A connect B
      S INVITE from=A SDP=Z
    >> 8:23 warning: Z is neither a party nor a DN of this file
    >> if it is meant, quote it: SDP="Z"

    scenario T
    server recording
    party A device
    party B device
    party S sip-server
    party M media-server
    A connect B
      S INVIT from=A
    >> 8:5 unknown message INVIT
    >> did you mean INVITE?

    scenario T
    server recording
    party A device
    party B device
    party M media-server
    A connect B
    >> 2:8 there is no sip-server, and recording needs one
    >> party NAME sip-server

    scenario T
    server t-server recording interaction-server
    >> 2:27 unexpected interaction-server: `server` takes at most two names

    scenario T
    server ivr-server recording
    >> 2:19 two servers must be t-server and one of the others
    """
}
