import Testing

@testable import CallModel

/// Which of several interactions is meant, and when it has to be said.
struct InteractionSurveyTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction",
      "Mail interaction")
  }

  private func about(_ server: borrowing TestServer<InteractionServer>) -> Set<String?> {
    Set(server.events.map { event in event.values[.interactionID].map { server.names[Int($0) - 1] } })
  }

  @Test func whereSeveralWouldDoItHasToBeSaid() {
    var server = server()
    for (text, sentence) in [
      ("Agent1 RequestPull", "Agent1 cannot pull the interaction"),
      ("Agent1 RequestSubmit", "Agent1 cannot submit the interaction"),
      ("Agent1 RequestConference Agent2", "Agent1 cannot invite Agent2 to a conference"),
      ("Server deliver Agent1", "Server cannot deliver the interaction to Agent1"),
    ] {
      #expect(server.says(text) == ["refused: \(sentence): Chat or Mail could be meant"])
    }
    #expect(server.says("Agent1 RequestPull on Mail").count == 4)
    // Now only one is at its place, and with him is the other.
    #expect(server.says("Agent1 RequestLeaveInteraction").count == 4 && about(server) == ["Mail"])
    server.after("Agent1 RequestPull on Mail")
    #expect(server.says("Agent2 RequestPull").count == 4 && about(server) == ["Chat"])
  }

  @Test func anAgentWhoHasOneMeansThatOne() {
    var server = server()
    server.after("Agent1 RequestConference Agent2 on Chat", "Agent2 RequestReject")
    #expect(server.says("Agent1 RequestTransfer Agent2").count == 3 && about(server) == ["Chat"])
    // What cannot be done there is not done with another one.
    #expect(server.says("Agent1 RequestPlaceInQueue").last == "Server EventError Agent1" && about(server) == ["Chat"])
    #expect(!server.state.interactions[1].isThere)
  }

  @Test func oneOfTwoWouldDo() {
    var server = server()
    server.after("Agent1 RequestSubmit on Chat", "Agent1 RequestSubmit on Mail")
    server.after("Agent1 RequestConference Agent2 on Chat", "Agent2 RequestAccept")
    #expect(server.says("Agent1 RequestConference Agent2").count == 3 && about(server) == ["Mail"])
    #expect(server.says("Agent1 RequestLeaveInteraction").count == 4 && about(server) == ["Chat"])
  }

  @Test func anInvitationIsMeantByItsTicket() {
    var server = server()
    server.after("Agent1 RequestConference Agent3 on Chat", "Agent2 RequestConference Agent3 on Mail")
    #expect(server.says("Agent3 RequestAccept") == ["refused: Agent3 cannot accept: Chat or Mail could be meant"])
    #expect(server.says("Agent3 timeOut") == ["refused: Agent3 cannot time out: Chat or Mail could be meant"])
    #expect(server.says("Agent3 RequestAccept", with: [.ticketID: 3]).last == "Server EventError Agent3")
    _ = server.says("Agent3 RequestAccept on Chat", with: [.ticketID: 2])
    #expect(server.events.last?.type == .error && about(server) == ["Chat"])
    _ = server.says("Agent3 RequestAccept", with: [.ticketID: 2])
    #expect(server.events[1].type == .ack && about(server) == ["Mail"])
    #expect(server.says("Agent3 timeOut") == ["Server EventRevoked Agent3", "Server EventError Agent1"])
  }

  @Test func whatIsPossibleNow() {
    var server = server()
    server.after("Agent1 RequestPull on Chat")
    let possible = server.state.possibleActions(of: server.who("Agent1"), by: InteractionServer.rulebook).map(
      \.action
    )
    .filter {
      $0.on == server.who("Chat")
    }
    #expect(
      possible.map(\.verb) == [
        .requestConference, .requestConference, .requestTransfer, .requestTransfer, .requestLeaveInteraction,
        .requestPlaceInQueue,
        .requestPlaceInWorkbin, .timeOut,
      ])
    #expect(server.state.possibleActions(of: server.who("Reporting"), by: InteractionServer.rulebook).isEmpty)
  }
}
