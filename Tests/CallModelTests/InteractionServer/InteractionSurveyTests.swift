import Testing

@testable import CallModel

/// Which of several interactions is meant, and when it has to be said.
struct InteractionSurveyTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction",
      "Mail interaction")
  }

  private func about(_ company: borrowing Company<Interactions>) -> Set<String?> {
    Set(company.letters.map { letter in letter.values[.interactionID].map { company.names[Int($0) - 1] } })
  }

  @Test func whereSeveralWouldDoItHasToBeSaid() {
    var company = company()
    for (text, sentence) in [
      ("Agent1 RequestPull", "Agent1 cannot pull the interaction"),
      ("Agent1 RequestSubmit", "Agent1 cannot submit the interaction"),
      ("Agent1 RequestConference Agent2", "Agent1 cannot invite Agent2 to a conference"),
      ("Server deliver Agent1", "Server cannot deliver the interaction to Agent1"),
    ] {
      #expect(company.says(text) == ["refused: \(sentence): Chat or Mail could be meant"])
    }
    #expect(company.says("Agent1 RequestPull on Mail").count == 4)
    // Now only one is at its place, and with him is the other.
    #expect(company.says("Agent1 RequestLeaveInteraction").count == 4 && about(company) == ["Mail"])
    company.after("Agent1 RequestPull on Mail")
    #expect(company.says("Agent2 RequestPull").count == 4 && about(company) == ["Chat"])
  }

  @Test func whoeverHasOneMeansThatOne() {
    var company = company()
    company.after("Agent1 RequestConference Agent2 on Chat", "Agent2 RequestReject")
    #expect(company.says("Agent1 RequestTransfer Agent2").count == 3 && about(company) == ["Chat"])
    // What cannot be done there is not done with another one.
    #expect(company.says("Agent1 RequestPlaceInQueue").last == "Server EventError Agent1" && about(company) == ["Chat"])
    #expect(!company.state.interactions[1].isThere)
  }

  @Test func oneOfTwoWouldDo() {
    var company = company()
    company.after("Agent1 RequestSubmit on Chat", "Agent1 RequestSubmit on Mail")
    company.after("Agent1 RequestConference Agent2 on Chat", "Agent2 RequestAccept")
    #expect(company.says("Agent1 RequestConference Agent2").count == 3 && about(company) == ["Mail"])
    #expect(company.says("Agent1 RequestLeaveInteraction").count == 4 && about(company) == ["Chat"])
  }

  @Test func anInvitationIsMeantByItsTicket() {
    var company = company()
    company.after("Agent1 RequestConference Agent3 on Chat", "Agent2 RequestConference Agent3 on Mail")
    #expect(company.says("Agent3 RequestAccept") == ["refused: Agent3 cannot accept: Chat or Mail could be meant"])
    #expect(company.says("Agent3 timeOut") == ["refused: Agent3 cannot time out: Chat or Mail could be meant"])
    #expect(company.says("Agent3 RequestAccept", saying: [.ticketID: 3]).last == "Server EventError Agent3")
    _ = company.says("Agent3 RequestAccept on Chat", saying: [.ticketID: 2])
    #expect(company.letters.last?.message == .error && about(company) == ["Chat"])
    _ = company.says("Agent3 RequestAccept", saying: [.ticketID: 2])
    #expect(company.letters[1].message == .ack && about(company) == ["Mail"])
    #expect(company.says("Agent3 timeOut") == ["Server EventRevoked Agent3", "Server EventError Agent1"])
  }

  @Test func whatIsPossibleNow() {
    var company = company()
    company.after("Agent1 RequestPull on Chat")
    let possible = company.state.possibleActions(of: company.who("Agent1"), by: Interactions.rulebook()).map(\.action)
      .filter {
        $0.on == company.who("Chat")
      }
    #expect(
      possible.map(\.verb) == [
        .requestConference, .requestConference, .requestTransfer, .requestTransfer, .requestLeaveInteraction,
        .requestPlaceInQueue,
        .requestPlaceInWorkbin, .timeOut,
      ])
    #expect(company.state.possibleActions(of: company.who("Reporting"), by: Interactions.rulebook()).isEmpty)
  }
}
