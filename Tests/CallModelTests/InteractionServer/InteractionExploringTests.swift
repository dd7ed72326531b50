import Testing

@testable import CallModel

struct InteractionExploringTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent state=logged-out", "Server interaction-server",
      "Reporting reporting",
      "Chat interaction")
  }

  @Test func everyStateOfThreeAgentsAndOneInteraction() {
    let server = server()
    let found = server.state.explore(by: InteractionServer.rulebook)
    #expect(found.fault?.sentence == nil && !found.isCutShort)
    #expect([found.states, found.transitions, found.depth] == [360, 20_856, 8])
    let rules = InteractionServer.rules
    // The explorer names no tickets.
    #expect(
      found.fired.indices.filter { found.fired[$0] == 0 }.map { rules[$0].name } == [
        "The ticket does not match the invitation"
      ])
  }

  @Test func aPlainSearchFindsTheSame() {
    let found = server().state.explore(by: InteractionServer.rulebook)
    #expect(server().state.plainCounts(by: InteractionServer.rulebook) == [found.states, found.transitions])
  }

  @Test func everyStateOfTwoAgentsWithoutAReportingEngine() {
    let server = TestServer<InteractionServer>(
      "Agent1 agent", "Agent2 agent", "Stranger agent state=unregistered", "Server interaction-server",
      "Chat interaction place=workbin:1")
    let found = server.state.explore(by: InteractionServer.rulebook)
    #expect(found.fault?.sentence == nil && !found.isCutShort)
    #expect([found.states, found.transitions, found.depth] == [88, 4_558, 7])
  }

  @Test func everyStateOfTwoAgentsAndTwoInteractions() {
    let server = TestServer<InteractionServer>(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting", "Chat interaction",
      "Mail interaction")
    let verbs: Set<InteractionServer.Verb> = [
      .requestConference, .requestTransfer, .requestAccept, .requestReject, .requestLeaveInteraction, .requestPull,
      .deliver, .timeOut,
    ]
    let found = server.state.explore(by: InteractionServer.rulebook, verbs: verbs)
    #expect(found.fault?.sentence == nil && !found.isCutShort)
    // Each is in one of twenty, whatever becomes of the other.
    #expect([found.states, found.transitions, found.depth] == [20 * 20, 23_088, 6])
  }
}
