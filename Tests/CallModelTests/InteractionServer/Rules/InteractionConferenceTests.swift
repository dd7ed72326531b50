import Testing

@testable import CallModel

/// The conference as a dialogue: what is done, and which messages follow.
struct InteractionConferenceTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Away agent state=logged-out",
      "Stranger agent state=unregistered",
      "Server interaction-server", "Reporting reporting", "Chat interaction place=queue:7")
  }

  @Test func anAgentIsInvitedJoinsAndBothLeave() {
    var server = server()
    #expect(
      server.says("Agent1 RequestConference Agent2") == [
        "Agent1 RequestConference Server", "Server EventInvite Agent2", "Server EventAgentInvited Reporting",
      ])
    #expect(
      server.says("Agent2 RequestAccept") == [
        "Agent2 RequestAccept Server", "Server EventAck Agent2", "Server EventAck Agent1",
        "Server EventPartyAdded Agent1",
        "Server EventPartyAdded Agent2", "Server EventPartyAdded Reporting",
      ])
    #expect(
      server.says("Agent1 RequestLeaveInteraction") == [
        "Agent1 RequestLeaveInteraction Server", "Server EventAck Agent1", "Server EventPartyRemoved Agent2",
        "Server EventPartyRemoved Reporting",
      ])
    #expect(
      server.says("Agent2 RequestLeaveInteraction") == [
        "Agent2 RequestLeaveInteraction Server", "Server EventAck Agent2", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting",
      ])
    #expect(server.events.last?.values[.queue] == 7 && server.state.interactions[0].members == [])
    #expect(
      server.says("Agent2 RequestLeaveInteraction") == [
        "Agent2 RequestLeaveInteraction Server", "Server EventError Agent2",
      ])
  }

  @Test func thePlaceIsToldInTheInvitationAlone() {
    var server = server()
    _ = server.says("Agent1 RequestConference Agent2", with: [.placeID: 3])
    #expect(
      server.events.map { $0.values[.placeID] } == [3, 3, nil] && server.events.allSatisfy { !$0.lists(.placeID) })
  }

  @Test func theInvitationIsRejectedOrTimesOut() {
    var server = server()
    server.after("Agent1 RequestConference Agent2")
    #expect(
      server.says("Agent2 RequestReject") == [
        "Agent2 RequestReject Server", "Server EventAck Agent2", "Server EventError Agent1",
        "Server EventRejected Reporting",
      ])
    server.after("Agent1 RequestConference Agent2")
    #expect(server.says("Agent2 timeOut") == ["Server EventRevoked Agent2", "Server EventError Agent1"])
    #expect(server.state.interactions[0].invitations == [] && server.state.interactions[0].members.count == 1)
  }

  @Test(arguments: ["Away", "Stranger", "Agent1", "Agent2", "Agent3", "Server", "Reporting", "Chat", "Nobody"])
  func onlyAnAgentWhoIsNotInvolvedYetCanBeInvited(_ name: String) {
    var server = server()
    server.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent2 RequestConference Agent3")
    let before = server.state
    for verb in ["RequestConference", "RequestTransfer"] {
      #expect(server.says("Agent1 \(verb) \(name)") == ["Agent1 \(verb) Server", "Server EventError Agent1"])
    }
    #expect(server.state == before)
  }

  @Test(arguments: ["Away", "Stranger", "Agent3", "Agent2", "Agent1 on Nobody", "Agent1 on Server"])
  func onlyAPartyInvitesToTheInteractionThatItIsIn(_ name: String) {
    var server = server()
    server.after("Agent1 RequestConference Agent2")
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    let on = words.count > 1 ? " " + words[1] : ""
    #expect(
      server.says("\(words[0]) RequestConference Agent3\(on)") == [
        "\(words[0]) RequestConference Server", "Server EventError \(words[0])",
      ])
    #expect(
      server.events.allSatisfy {
        $0.values[.interactionID] == (on.isEmpty ? UInt32(server.who("Chat").rawValue) : nil)
      })
  }

  @Test func theInviterWaits() {
    var server = server()
    server.after("Agent1 RequestConference Agent2")
    for request in [
      "RequestConference Agent3", "RequestTransfer Agent3", "RequestLeaveInteraction", "RequestPlaceInQueue",
      "RequestPlaceInWorkbin",
      "RequestAgentLogout",
    ] {
      #expect(server.says("Agent1 \(request)").last == "Server EventError Agent1")
    }
    #expect(server.says("Agent2 RequestAgentLogout").last == "Server EventError Agent2")
  }

  /// As many invitations are open as half the agents can make to the other half.
  @Test func everyPartyMayInviteOne() {
    var server = server()
    server.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Away RequestAgentLogin")
    server.after("Agent1 RequestConference Agent3", "Agent2 RequestConference Away")
    #expect(server.state.interactions[0].invitations.count == 2)
    #expect(server.says("Agent1 RequestLeaveInteraction").last == "Server EventError Agent1")
    #expect(
      server.says("Away RequestAccept").suffix(4) == [
        "Server EventPartyAdded Agent1", "Server EventPartyAdded Agent2", "Server EventPartyAdded Away",
        "Server EventPartyAdded Reporting",
      ])
    #expect(server.says("Agent2 RequestLeaveInteraction").contains("Server EventAck Agent2"))
    #expect(server.says("Agent3 RequestReject").contains("Server EventError Agent1"))
  }

  // MARK: What messages say

  @Test func aPendingRequestIsAnsweredByItsNumber() {
    var server = server()
    _ = server.says("Agent1 RequestConference Agent2", with: [.referenceID: 41])
    #expect(server.events.map { $0.values[.referenceID] } == [41, nil, nil])
    _ = server.says("Agent2 RequestAccept", with: [.referenceID: 42])
    #expect(server.events.map { $0.values[.referenceID] } == [42, 42, 41, nil, nil, nil])
    _ = server.says("Agent1 RequestTransfer Agent3", with: [.referenceID: 43])
    server.after("Agent3 timeOut")
    #expect(server.events.map { $0.values[.referenceID] } == [nil, 43])
    _ = server.says("Agent1 RequestConference Away", with: [.referenceID: 44])
    #expect(server.events.map { $0.values[.referenceID] } == [44, 44])
  }

  @Test func ticketsAreCounted() {
    var server = server()
    server.after("Agent1 RequestConference Agent2")
    #expect(server.events.map { $0.values[.ticketID] } == [nil, 1, 1])
    #expect(server.says("Agent2 RequestAccept", with: [.ticketID: 2]).last == "Server EventError Agent2")
    #expect(server.events[0].values[.ticketID] == 2)
    #expect(server.says("Agent3 RequestReject", with: [.ticketID: 1]).last == "Server EventError Agent3")
    server.after("Agent2 timeOut")
    #expect(server.events[0].values[.ticketID] == 1)
    server.after("Agent1 RequestConference Agent3")
    #expect(server.events[1].values[.ticketID] == 2)
    #expect(server.says("Agent3 RequestReject", with: [.ticketID: 2]).last == "Server EventRejected Reporting")
    #expect(server.events.last?.values[.ticketID] == 2)
  }

  @Test func theModeIsThatOfTheInvitation() {
    var server = server()
    let coach = UInt32(InteractionServer.VisibilityMode.coach.rawValue)
    _ = server.says("Agent1 RequestConference Agent2", with: [.visibilityMode: coach])
    #expect(server.events.map { $0.values[.visibilityMode] } == [coach, coach, coach])
    server.after("Agent2 RequestAccept")
    #expect(server.events.suffix(3).allSatisfy { $0.values[.visibilityMode] == coach })
    server.after("Agent2 RequestConference Agent3")
    let conference = UInt32(InteractionServer.VisibilityMode.conference.rawValue)
    #expect(server.events.allSatisfy { $0.values[.visibilityMode] == conference })
    server.after("Agent3 RequestReject", "Agent2 RequestTransfer Agent3", "Agent3 RequestAccept")
    #expect(server.events.allSatisfy { $0.values[.visibilityMode] == nil })
  }

  @Test func onlyTheProtocolIsListed() {
    var server = server()
    for deed in ["Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent2 RequestLeaveInteraction"] {
      _ = server.says(deed, with: [.reason: 5])
      for event in server.events {
        #expect(event.lists(.protocol))
        #expect(InteractionServer.Attribute.allCases.allSatisfy { $0 == .protocol || !event.lists($0) })
      }
    }
    #expect(server.events.map { $0.values[.reason] } == [5, nil, 5, 5])
    #expect(server.events.map { $0.values[.agentID] } == [nil, nil, 2, 2])
  }
}
