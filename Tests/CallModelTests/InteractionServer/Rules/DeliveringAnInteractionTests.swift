import Testing

@testable import CallModel

struct DeliveringAnInteractionTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }

  @Test func theStrategyHandsItToAnAgent() {
    var server = server()
    #expect(
      server.says("Server deliver Agent1") == [
        "Server EventAgentInvited Reporting", "Server EventInvite Agent1", "Server EventPartyRemoved Reporting",
      ])
    #expect(server.events.map { $0.values[.agentID] } == [1, 1, nil])
    #expect(
      server.says("Agent1 RequestAccept") == [
        "Agent1 RequestAccept Server", "Server EventAck Agent1", "Server EventPartyAdded Reporting",
      ])
    #expect(server.says("Server deliver Agent2").first?.hasPrefix("refused: ") == true)
  }

  @Test func itGoesBackToItsPlace() {
    var server = server()
    server.after("Server deliver Agent1")
    #expect(
      server.says("Agent1 RequestReject") == [
        "Agent1 RequestReject Server", "Server EventAck Agent1", "Server EventRejected Reporting",
      ])
    server.after("Server deliver Agent1")
    #expect(server.says("Agent1 timeOut") == ["Server EventRevoked Agent1"])
    #expect(server.says("Agent1 RequestPull").count == 4)
  }

  @Test func meanwhileNoOtherAgentCanHaveIt() {
    var server = server()
    server.after("Server deliver Agent1")
    let before = server.state
    #expect(
      server.says("Server deliver Agent2").first
        == "refused: Server cannot deliver Chat to Agent2: Chat is being delivered to Agent1")
    for request in ["RequestPull", "RequestSubmit", "RequestLeaveInteraction", "RequestAccept"] {
      #expect(server.says("Agent2 \(request)").last == "Server EventError Agent2")
    }
    #expect(server.state == before)
  }

  @Test func onlyToAReadyAgent() {
    var server = server()
    #expect(server.says("Server deliver Away") == ["refused: Server cannot deliver Chat to Away: Away is logged out"])
    server.after("Away RequestAgentLogin")
    #expect(server.says("Server deliver Away").count == 3)
    #expect(server.says("Server deliver Away on Nobody").first?.hasPrefix("refused: ") == true)
  }
}
