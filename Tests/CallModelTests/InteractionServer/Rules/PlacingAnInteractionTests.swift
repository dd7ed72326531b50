import Testing

@testable import CallModel

struct PlacingAnInteractionTests {
  private func server(place: String = "queue:7") -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction place=\(place)")
  }

  @Test func inAQueue() {
    var server = server()
    _ = server.says("Agent1 RequestPlaceInQueue", with: [.queue: 8])
    #expect(
      server.events.map { server.spelled($0) } == [
        "Agent1 RequestPlaceInQueue Server", "Server EventAck Agent1", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting",
      ])
    #expect(server.events[3].values[.queue] == 8)
    server.after("Agent2 RequestPull")
    #expect(server.events[3].type == .takenFromQueue && server.events[3].values[.queue] == 8)
  }

  @Test func inAWorkbin() {
    var server = server()
    _ = server.says("Agent1 RequestPlaceInWorkbin", with: [.workbin: 9])
    #expect(
      server.events.map { server.spelled($0) } == [
        "Agent1 RequestPlaceInWorkbin Server", "Server EventAck Agent1", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting", "Server EventPlacedInWorkbin Reporting",
        "Server EventWorkbinContentChanged Agent1",
      ])
    #expect(server.events[3].values[.queue] == nil && server.events[4].values[.workbin] == 9)
    #expect(server.state.interactions[0].place == InteractionServer.Place(isWorkbin: true, name: 9))
  }

  /// Where none is said it is the place that the interaction came from, or the usual one of the other kind.
  @Test(arguments: [
    ("queue:7", "Queue", UInt32(7)), ("workbin:7", "Workbin", 7), ("queue:7", "Workbin", 0), ("workbin:7", "Queue", 0),
  ])
  func whereNothingIsSaid(_ place: String, _ kind: String, _ name: UInt32) {
    var server = server(place: place)
    server.after("Agent1 RequestPlaceIn\(kind)")
    #expect(server.state.interactions[0].place == InteractionServer.Place(isWorkbin: kind == "Workbin", name: name))
  }

  @Test func onlyByTheLastParty() {
    var server = server()
    server.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept")
    for request in ["RequestPlaceInQueue", "RequestPlaceInWorkbin"] {
      #expect(server.says("Agent2 \(request)") == ["Agent2 \(request) Server", "Server EventError Agent2"])
    }
  }
}
