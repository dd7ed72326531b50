import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct InteractionInvariantsTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent state=logged-out", "Server interaction-server",
      "Reporting reporting",
      "Chat interaction")
  }

  /// What the invariants say of that deed, told otherwise than it is.
  private func broken(
    _ deed: String, after texts: [String] = [],
    _ change: (inout InteractionServer, inout [InteractionServer.Event]) -> Void = { _, _ in }
  ) -> String? {
    var server = server()
    for text in texts { _ = server.says(text) }
    let before = server.state
    _ = server.says(deed)
    var events = server.events
    change(&server.state, &events)
    return InteractionServer.broken(by: server.action(deed), from: before, to: server.state, telling: events)
  }

  private let invite = "Agent1 RequestConference Agent2"

  @Test func whatHoldsBreaksNothing() {
    #expect(broken(invite) == nil)
    #expect(broken("Agent2 RequestAccept", after: [invite]) == nil)
    #expect(broken("Agent1 RequestLeaveInteraction") == nil)
  }

  @Test func everyRequestIsAnsweredOnce() {
    let sentence = "every request is answered once"
    #expect(broken(invite) { server, _ in server.interactions[0].invitations = [] } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, events in events.remove(at: 1) } == sentence)
    #expect(broken("Agent1 RequestPull") { _, events in events.append(events[2]) } == sentence)
    #expect(broken("Agent2 RequestReject", after: [invite]) { _, events in events.remove(at: 2) } == sentence)
    #expect(broken("Agent2 timeOut", after: [invite]) { _, events in events.removeLast() } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, events in events.removeFirst() } == "a request goes to the server")
    #expect(
      broken("Agent1 RequestConference Agent1") { server, _ in server.interactions[0].isThere = true }
        == "an error changes nothing")
  }

  @Test func anInvitationIsToldAndSoIsItsEnd() {
    #expect(broken(invite) { _, events in events.remove(at: 1) } == "an invited agent is told")
    #expect(broken(invite) { _, events in events[1].to = InteractionServer.Party(3) } == "an invited agent is told")
    #expect(
      broken("Agent2 timeOut", after: [invite]) { _, events in events.removeFirst() }
        == "an agent that was invited is told how the invitation ended")
  }

  @Test func theReportingEngineHasItsOwnProtocol() {
    let sentence = "the Reporting engine has a protocol of its own"
    #expect(broken(invite) { _, events in events[1].write(.protocol, 1, isListed: true) } == sentence)
    #expect(broken(invite) { _, events in events[2].write(.protocol, 0, isListed: true) } == sentence)
  }

  @Test func partiesAreToldOfParties() {
    let joins = "Agent2 RequestAccept"
    let leaves = "Agent2 RequestLeaveInteraction"
    #expect(
      broken(joins, after: [invite]) { _, events in events[3].to = InteractionServer.Party(3) }
        == "only parties are told of a new one")
    #expect(
      broken(leaves, after: [invite, joins]) { _, events in events[2].to = InteractionServer.Party(2) }
        == "only those who remain are told of who left")
    #expect(
      broken(joins, after: [invite]) { _, events in events.removeLast() }
        == "the Reporting engine is told of every party that is added")
    #expect(
      broken(leaves, after: [invite, joins]) { _, events in events[3].write(.agentID, 1, isListed: false) }
        == "the Reporting engine is told of every party that is removed")
  }

  @Test func withoutPartiesItIsAtItsPlace() {
    let leaves = "Agent1 RequestLeaveInteraction"
    #expect(
      broken(leaves) { _, events in events.removeLast() } == "an interaction without parties is in its queue or workbin"
    )
    #expect(
      broken("Agent1 RequestPull") { _, events in events[3].type = .placedInQueue }
        == "an interaction without parties is in its queue or workbin")
    #expect(
      broken(leaves) { _, events in events[3].type = .placedInWorkbin }
        == "the interaction is where the Reporting engine is told it is")
  }

  @Test func whatHoldsOfAnInteraction() {
    func stands(_ deed: String, _ change: (inout InteractionServer) -> Void) -> String? {
      broken(deed) { server, _ in change(&server) }
    }
    #expect(stands(invite) { $0.presences[1] = .loggedOut } == "parties and those invited are logged in")
    #expect(
      stands("Agent1 RequestPull") { $0.presences[0] = .unregistered } == "parties and those invited are logged in")
    #expect(
      stands(invite) { $0.interactions[0].members.append(.init(agent: InteractionServer.Party(2))) }
        == "an agent is a party or invited, and once")
    #expect(stands(invite) { $0.interactions[0].members = [] } == "an agent that invites is a party")
    #expect(
      stands("Agent1 RequestPull") { $0.interactions[0].isThere = false }
        == "an interaction with a party has been submitted"
    )
    #expect(
      stands("Server deliver Agent1") { $0.interactions[0].members = [.init(agent: InteractionServer.Party(2))] }
        == "an interaction that is being delivered has no party yet")
    #expect(
      stands(invite) {
        $0.presences[2] = .ready
        let first = $0.interactions[0].invitations[0]
        $0.interactions[0].invitations.append(
          .init(
            agent: InteractionServer.Party(3), inviter: first.inviter, purpose: .conference, ticket: 2, reference: nil,
            mode: nil)
        )
      } == "an agent has at most one open invitation of its own")
  }
}
