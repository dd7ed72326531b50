import Testing

@testable import CallModel

/// The conference as a dialogue: what is done, and who then says what to whom.
struct InteractionConferenceTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Away agent state=logged-out",
      "Stranger agent state=unregistered",
      "Server interaction-server", "Reporting reporting", "Chat interaction place=queue:7")
  }

  @Test func anAgentIsInvitedJoinsAndBothLeave() {
    var company = company()
    #expect(
      company.says("Agent1 RequestConference Agent2") == [
        "Agent1 RequestConference Server", "Server EventInvite Agent2", "Server EventAgentInvited Reporting",
      ])
    #expect(
      company.says("Agent2 RequestAccept") == [
        "Agent2 RequestAccept Server", "Server EventAck Agent2", "Server EventAck Agent1",
        "Server EventPartyAdded Agent1",
        "Server EventPartyAdded Agent2", "Server EventPartyAdded Reporting",
      ])
    #expect(
      company.says("Agent1 RequestLeaveInteraction") == [
        "Agent1 RequestLeaveInteraction Server", "Server EventAck Agent1", "Server EventPartyRemoved Agent2",
        "Server EventPartyRemoved Reporting",
      ])
    #expect(
      company.says("Agent2 RequestLeaveInteraction") == [
        "Agent2 RequestLeaveInteraction Server", "Server EventAck Agent2", "Server EventPartyRemoved Reporting",
        "Server EventPlacedInQueue Reporting",
      ])
    #expect(company.letters.last?.values[.queue] == 7 && company.state.interactions[0].parties == [])
    #expect(
      company.says("Agent2 RequestLeaveInteraction") == [
        "Agent2 RequestLeaveInteraction Server", "Server EventError Agent2",
      ])
  }

  @Test func thePlaceIsToldInTheInvitationAlone() {
    var company = company()
    _ = company.says("Agent1 RequestConference Agent2", saying: [.placeID: 3])
    #expect(
      company.letters.map { $0.values[.placeID] } == [3, 3, nil] && company.letters.allSatisfy { !$0.lists(.placeID) })
  }

  @Test func theInvitationIsRejectedOrTimesOut() {
    var company = company()
    company.after("Agent1 RequestConference Agent2")
    #expect(
      company.says("Agent2 RequestReject") == [
        "Agent2 RequestReject Server", "Server EventAck Agent2", "Server EventError Agent1",
        "Server EventRejected Reporting",
      ])
    company.after("Agent1 RequestConference Agent2")
    #expect(company.says("Agent2 timeOut") == ["Server EventRevoked Agent2", "Server EventError Agent1"])
    #expect(company.state.interactions[0].invitations == [] && company.state.interactions[0].parties.count == 1)
  }

  @Test(arguments: ["Away", "Stranger", "Agent1", "Agent2", "Agent3", "Server", "Reporting", "Chat", "Nobody"])
  func onlySomebodyNewCanBeInvited(_ name: String) {
    var company = company()
    company.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent2 RequestConference Agent3")
    let before = company.state
    for verb in ["RequestConference", "RequestTransfer"] {
      #expect(company.says("Agent1 \(verb) \(name)") == ["Agent1 \(verb) Server", "Server EventError Agent1"])
    }
    #expect(company.state == before)
  }

  @Test(arguments: ["Away", "Stranger", "Agent3", "Agent2", "Agent1 on Nobody", "Agent1 on Server"])
  func onlyAPartyInvitesToTheInteractionThatItIsIn(_ name: String) {
    var company = company()
    company.after("Agent1 RequestConference Agent2")
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    let on = words.count > 1 ? " " + words[1] : ""
    #expect(
      company.says("\(words[0]) RequestConference Agent3\(on)") == [
        "\(words[0]) RequestConference Server", "Server EventError \(words[0])",
      ])
    #expect(
      company.letters.allSatisfy {
        $0.values[.interactionID] == (on.isEmpty ? UInt32(company.who("Chat").rawValue) : nil)
      })
  }

  @Test func whoeverInvitesWaits() {
    var company = company()
    company.after("Agent1 RequestConference Agent2")
    for request in [
      "RequestConference Agent3", "RequestTransfer Agent3", "RequestLeaveInteraction", "RequestPlaceInQueue",
      "RequestPlaceInWorkbin",
      "RequestAgentLogout",
    ] {
      #expect(company.says("Agent1 \(request)").last == "Server EventError Agent1")
    }
    #expect(company.says("Agent2 RequestAgentLogout").last == "Server EventError Agent2")
  }

  /// As many invitations are open as half the agents can make to the other half.
  @Test func everyPartyMayInviteOne() {
    var company = company()
    company.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Away RequestAgentLogin")
    company.after("Agent1 RequestConference Agent3", "Agent2 RequestConference Away")
    #expect(company.state.interactions[0].invitations.count == 2)
    #expect(company.says("Agent1 RequestLeaveInteraction").last == "Server EventError Agent1")
    #expect(
      company.says("Away RequestAccept").suffix(4) == [
        "Server EventPartyAdded Agent1", "Server EventPartyAdded Agent2", "Server EventPartyAdded Away",
        "Server EventPartyAdded Reporting",
      ])
    #expect(company.says("Agent2 RequestLeaveInteraction").contains("Server EventAck Agent2"))
    #expect(company.says("Agent3 RequestReject").contains("Server EventError Agent1"))
  }

  // MARK: What messages say

  @Test func aPendingRequestIsAnsweredByItsNumber() {
    var company = company()
    _ = company.says("Agent1 RequestConference Agent2", saying: [.referenceID: 41])
    #expect(company.letters.map { $0.values[.referenceID] } == [41, nil, nil])
    _ = company.says("Agent2 RequestAccept", saying: [.referenceID: 42])
    #expect(company.letters.map { $0.values[.referenceID] } == [42, 42, 41, nil, nil, nil])
    _ = company.says("Agent1 RequestTransfer Agent3", saying: [.referenceID: 43])
    company.after("Agent3 timeOut")
    #expect(company.letters.map { $0.values[.referenceID] } == [nil, 43])
    _ = company.says("Agent1 RequestConference Away", saying: [.referenceID: 44])
    #expect(company.letters.map { $0.values[.referenceID] } == [44, 44])
  }

  @Test func ticketsAreCounted() {
    var company = company()
    company.after("Agent1 RequestConference Agent2")
    #expect(company.letters.map { $0.values[.ticketID] } == [nil, 1, 1])
    #expect(company.says("Agent2 RequestAccept", saying: [.ticketID: 2]).last == "Server EventError Agent2")
    #expect(company.letters[0].values[.ticketID] == 2)
    #expect(company.says("Agent3 RequestReject", saying: [.ticketID: 1]).last == "Server EventError Agent3")
    company.after("Agent2 timeOut")
    #expect(company.letters[0].values[.ticketID] == 1)
    company.after("Agent1 RequestConference Agent3")
    #expect(company.letters[1].values[.ticketID] == 2)
    #expect(company.says("Agent3 RequestReject", saying: [.ticketID: 2]).last == "Server EventRejected Reporting")
    #expect(company.letters.last?.values[.ticketID] == 2)
  }

  @Test func theModeIsThatOfTheInvitation() {
    var company = company()
    let coach = UInt32(InteractionWords.VisibilityMode.coach.rawValue)
    _ = company.says("Agent1 RequestConference Agent2", saying: [.visibilityMode: coach])
    #expect(company.letters.map { $0.values[.visibilityMode] } == [coach, coach, coach])
    company.after("Agent2 RequestAccept")
    #expect(company.letters.suffix(3).allSatisfy { $0.values[.visibilityMode] == coach })
    company.after("Agent2 RequestConference Agent3")
    let conference = UInt32(InteractionWords.VisibilityMode.conference.rawValue)
    #expect(company.letters.allSatisfy { $0.values[.visibilityMode] == conference })
    company.after("Agent3 RequestReject", "Agent2 RequestTransfer Agent3", "Agent3 RequestAccept")
    #expect(company.letters.allSatisfy { $0.values[.visibilityMode] == nil })
  }

  @Test func onlyTheProtocolIsListed() {
    var company = company()
    for deed in ["Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent2 RequestLeaveInteraction"] {
      _ = company.says(deed, saying: [.reason: 5])
      for letter in company.letters {
        #expect(letter.lists(.protocol))
        #expect(InteractionWords.Attribute.allCases.allSatisfy { $0 == .protocol || !letter.lists($0) })
      }
    }
    #expect(company.letters.map { $0.values[.reason] } == [5, nil, 5, 5])
    #expect(company.letters.map { $0.values[.agentID] } == [nil, nil, 2, 2])
  }
}
