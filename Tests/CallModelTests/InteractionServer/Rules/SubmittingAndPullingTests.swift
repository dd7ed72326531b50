import Testing

@testable import CallModel

struct SubmittingAndPullingTests {
  private func server(place: String = "queue:7") -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction place=\(place)")
  }

  @Test func aNewInteractionIsSubmittedOnce() {
    var server = server()
    #expect(
      server.says("Agent1 RequestSubmit") == [
        "Agent1 RequestSubmit Server", "Server EventAck Agent1", "Server EventInteractionSubmitted Reporting",
        "Server EventPartyAdded Reporting",
      ])
    #expect(server.says("Agent2 RequestSubmit") == ["Agent2 RequestSubmit Server", "Server EventError Agent2"])
    server.after("Agent1 RequestLeaveInteraction")
    #expect(server.says("Agent2 RequestSubmit") == ["Agent2 RequestSubmit Server", "Server EventError Agent2"])
  }

  @Test func anInteractionIsPulledFromItsQueue() {
    var server = server()
    _ = server.says("Agent1 RequestPull", with: [.referenceID: 3])
    #expect(
      server.events.map { server.spelled($0) } == [
        "Agent1 RequestPull Server", "Server EventPartyAdded Reporting", "Server EventPulledInteractions Agent1",
        "Server EventTakenFromQueue Reporting",
      ])
    #expect(server.events[3].values[.queue] == 7 && server.events[2].values[.referenceID] == 3)
    #expect(server.says("Agent2 RequestPull") == ["Agent2 RequestPull Server", "Server EventError Agent2"])
    #expect(server.says("Agent1 RequestPull") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
  }

  @Test func anInteractionIsPulledFromItsWorkbin() {
    var server = server(place: "workbin:9")
    #expect(
      server.says("Agent1 RequestPull") == [
        "Agent1 RequestPull Server", "Server EventPartyAdded Reporting", "Server EventPulledInteractions Agent1",
        "Server EventTakenFromWorkbin Reporting", "Server EventWorkbinContentChanged Agent1",
      ])
    #expect(server.events[3].values[.workbin] == 9)
    #expect(server.says("Agent1 RequestLeaveInteraction").last == "Server EventPlacedInWorkbin Reporting")
    #expect(server.events[3].values[.workbin] == 9)
  }

  @Test func theTimerRunsOut() {
    var server = server()
    server.after("Agent1 RequestPull")
    #expect(server.says("Agent1 timeOut") == ["Server EventRevoked Agent1", "Server EventPartyRemoved Reporting"])
    #expect(server.says("Agent1 timeOut").first?.hasPrefix("refused: ") == true)
    server.after("Agent2 RequestPull", "Agent2 RequestConference Agent1", "Agent1 RequestAccept")
    #expect(
      server.says("Agent2 timeOut") == [
        "Server EventRevoked Agent2", "Server EventPartyRemoved Agent1", "Server EventPartyRemoved Reporting",
      ])
    // An invited agent has no timer.
    #expect(server.says("Agent1 timeOut") == ["refused: Agent1 cannot time out: the timer of Agent1 is not running"])
  }

  @Test func theTimerStandsStillWhileARequestIsPending() {
    var server = TestServer<InteractionServer>(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting", "Chat interaction",
      "Mail interaction")
    server.after("Agent1 RequestPull on Chat", "Agent1 RequestPull on Mail", "Agent1 RequestTransfer Agent2 on Mail")
    #expect(server.says("Agent1 timeOut on Mail").first?.hasPrefix("refused: ") == true)
    #expect(
      server.says("Agent1 timeOut on Chat") == ["refused: Agent1 cannot time out: the timer of Agent1 is not running"])
    server.after("Agent2 RequestReject")
    #expect(
      server.says("Agent1 timeOut on Chat") == ["Server EventRevoked Agent1", "Server EventPartyRemoved Reporting"])
  }
}
