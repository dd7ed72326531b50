import Testing

@testable import CallModel

struct InteractionTransferTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }

  @Test func theInteractionIsHandedOver() {
    var server = server()
    #expect(
      server.says("Agent1 RequestTransfer Agent2") == [
        "Agent1 RequestTransfer Server", "Server EventInvite Agent2", "Server EventAgentInvited Reporting",
      ])
    #expect(
      server.says("Agent2 RequestAccept") == [
        "Agent2 RequestAccept Server", "Server EventAck Agent2", "Server EventAck Agent1",
        "Server EventPartyAdded Reporting",
        "Server EventPartyRemoved Reporting",
      ])
    #expect(server.events.suffix(2).map { $0.values[.agentID] } == [2, 1])
    #expect(server.state.interactions[0].members.map(\.agent) == [server.who("Agent2")])
  }

  @Test func theOtherPartiesAreTold() {
    var server = server()
    server.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent1 RequestTransfer Agent3")
    #expect(
      server.says("Agent3 RequestAccept") == [
        "Agent3 RequestAccept Server", "Server EventAck Agent3", "Server EventAck Agent1",
        "Server EventPartyAdded Agent2",
        "Server EventPartyRemoved Agent2", "Server EventPartyAdded Reporting", "Server EventPartyRemoved Reporting",
      ])
    #expect(server.state.interactions[0].members.map(\.agent) == [server.who("Agent2"), server.who("Agent3")])
  }

  @Test func anAgentWhoseTransferFailsKeepsIt() {
    var server = server()
    server.after("Agent1 RequestTransfer Agent2")
    #expect(
      server.says("Agent2 RequestReject") == [
        "Agent2 RequestReject Server", "Server EventAck Agent2", "Server EventError Agent1",
        "Server EventRejected Reporting",
      ])
    server.after("Agent1 RequestTransfer Agent2")
    #expect(server.says("Agent2 timeOut") == ["Server EventRevoked Agent2", "Server EventError Agent1"])
    #expect(server.state.interactions[0].members.map(\.agent) == [server.who("Agent1")])
  }

  @Test func oneInvitationWaitsForTheOther() {
    var server = server()
    server.after("Agent1 RequestTransfer Agent2")
    #expect(
      server.says("Agent1 RequestConference Agent3") == [
        "Agent1 RequestConference Server", "Server EventError Agent1",
      ])
    #expect(
      server.says("Agent3 RequestTransfer Agent2") == ["Agent3 RequestTransfer Server", "Server EventError Agent3"])
  }
}
