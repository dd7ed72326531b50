import Testing

@testable import CallModel

struct SubmittingAndPullingTests {
  private func company(place: String = "queue:7") -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction place=\(place)")
  }

  @Test func aNewInteractionIsSubmittedOnce() {
    var company = company()
    #expect(
      company.says("Agent1 RequestSubmit") == [
        "Agent1 RequestSubmit Server", "Server EventAck Agent1", "Server EventInteractionSubmitted Reporting",
        "Server EventPartyAdded Reporting",
      ])
    #expect(company.says("Agent2 RequestSubmit") == ["Agent2 RequestSubmit Server", "Server EventError Agent2"])
    company.after("Agent1 RequestLeaveInteraction")
    #expect(company.says("Agent2 RequestSubmit") == ["Agent2 RequestSubmit Server", "Server EventError Agent2"])
  }

  @Test func anInteractionIsPulledFromItsQueue() {
    var company = company()
    _ = company.says("Agent1 RequestPull", saying: [.referenceID: 3])
    #expect(
      company.letters.map { company.spelled($0) } == [
        "Agent1 RequestPull Server", "Server EventPartyAdded Reporting", "Server EventPulledInteractions Agent1",
        "Server EventTakenFromQueue Reporting",
      ])
    #expect(company.letters[3].values[.queue] == 7 && company.letters[2].values[.referenceID] == 3)
    #expect(company.says("Agent2 RequestPull") == ["Agent2 RequestPull Server", "Server EventError Agent2"])
    #expect(company.says("Agent1 RequestPull") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
  }

  @Test func anInteractionIsPulledFromItsWorkbin() {
    var company = company(place: "workbin:9")
    #expect(
      company.says("Agent1 RequestPull") == [
        "Agent1 RequestPull Server", "Server EventPartyAdded Reporting", "Server EventPulledInteractions Agent1",
        "Server EventTakenFromWorkbin Reporting", "Server EventWorkbinContentChanged Agent1",
      ])
    #expect(company.letters[3].values[.workbin] == 9)
    #expect(company.says("Agent1 RequestLeaveInteraction").last == "Server EventPlacedInWorkbin Reporting")
    #expect(company.letters[3].values[.workbin] == 9)
  }

  @Test func theTimerRunsOut() {
    var company = company()
    company.after("Agent1 RequestPull")
    #expect(company.says("Agent1 timeOut") == ["Server EventRevoked Agent1", "Server EventPartyRemoved Reporting"])
    #expect(company.says("Agent1 timeOut").first?.hasPrefix("refused: ") == true)
    company.after("Agent2 RequestPull", "Agent2 RequestConference Agent1", "Agent1 RequestAccept")
    #expect(
      company.says("Agent2 timeOut") == [
        "Server EventRevoked Agent2", "Server EventPartyRemoved Agent1", "Server EventPartyRemoved Reporting",
      ])
    // Whoever was invited has no timer.
    #expect(company.says("Agent1 timeOut") == ["refused: Agent1 cannot time out: the timer of Agent1 is not running"])
  }

  @Test func theTimerStandsStillWhileARequestIsPending() {
    var company = Company<Interactions>(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting", "Chat interaction",
      "Mail interaction")
    company.after("Agent1 RequestPull on Chat", "Agent1 RequestPull on Mail", "Agent1 RequestTransfer Agent2 on Mail")
    #expect(company.says("Agent1 timeOut on Mail").first?.hasPrefix("refused: ") == true)
    #expect(
      company.says("Agent1 timeOut on Chat") == ["refused: Agent1 cannot time out: the timer of Agent1 is not running"])
    company.after("Agent2 RequestReject")
    #expect(
      company.says("Agent1 timeOut on Chat") == ["Server EventRevoked Agent1", "Server EventPartyRemoved Reporting"])
  }
}
