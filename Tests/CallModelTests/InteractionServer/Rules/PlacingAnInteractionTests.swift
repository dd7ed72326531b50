import Testing

@testable import CallModel

struct PlacingAnInteractionTests {
  private func company(place: String = "queue:7") -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction place=\(place)")
  }

  @Test func inAQueue() {
    var company = company()
    _ = company.says("Agent1 RequestPlaceInQueue", saying: [.queue: 8])
    #expect(
      company.letters.map { company.spelled($0) } == [
        "Agent1 RequestPlaceInQueue Server", "Server EventAck Agent1", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting",
      ])
    #expect(company.letters[3].values[.queue] == 8)
    company.after("Agent2 RequestPull")
    #expect(company.letters[3].message == .takenFromQueue && company.letters[3].values[.queue] == 8)
  }

  @Test func inAWorkbin() {
    var company = company()
    _ = company.says("Agent1 RequestPlaceInWorkbin", saying: [.workbin: 9])
    #expect(
      company.letters.map { company.spelled($0) } == [
        "Agent1 RequestPlaceInWorkbin Server", "Server EventAck Agent1", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting", "Server EventPlacedInWorkbin Reporting",
        "Server EventWorkbinContentChanged Agent1",
      ])
    #expect(company.letters[3].values[.queue] == nil && company.letters[4].values[.workbin] == 9)
    #expect(company.state.interactions[0].place == Interactions.Place(isWorkbin: true, name: 9))
  }

  /// Where none is said it is the place that the interaction came from, or the usual one of the other kind.
  @Test(arguments: [
    ("queue:7", "Queue", UInt32(7)), ("workbin:7", "Workbin", 7), ("queue:7", "Workbin", 0), ("workbin:7", "Queue", 0),
  ])
  func whereNothingIsSaid(_ place: String, _ kind: String, _ name: UInt32) {
    var company = company(place: place)
    company.after("Agent1 RequestPlaceIn\(kind)")
    #expect(company.state.interactions[0].place == Interactions.Place(isWorkbin: kind == "Workbin", name: name))
  }

  @Test func onlyByTheLastParty() {
    var company = company()
    company.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept")
    for request in ["RequestPlaceInQueue", "RequestPlaceInWorkbin"] {
      #expect(company.says("Agent2 \(request)") == ["Agent2 \(request) Server", "Server EventError Agent2"])
    }
  }
}
