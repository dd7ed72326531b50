import Testing

@testable import CallModel

struct InteractionTransferTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Agent3 agent", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }

  @Test func theInteractionIsHandedOver() {
    var company = company()
    #expect(
      company.says("Agent1 RequestTransfer Agent2") == [
        "Agent1 RequestTransfer Server", "Server EventInvite Agent2", "Server EventAgentInvited Reporting",
      ])
    #expect(
      company.says("Agent2 RequestAccept") == [
        "Agent2 RequestAccept Server", "Server EventAck Agent2", "Server EventAck Agent1",
        "Server EventPartyAdded Reporting",
        "Server EventPartyRemoved Reporting",
      ])
    #expect(company.letters.suffix(2).map { $0.values[.agentID] } == [2, 1])
    #expect(company.state.interactions[0].parties.map(\.agent) == [company.who("Agent2")])
  }

  @Test func theOtherPartiesAreTold() {
    var company = company()
    company.after("Agent1 RequestConference Agent2", "Agent2 RequestAccept", "Agent1 RequestTransfer Agent3")
    #expect(
      company.says("Agent3 RequestAccept") == [
        "Agent3 RequestAccept Server", "Server EventAck Agent3", "Server EventAck Agent1",
        "Server EventPartyAdded Agent2",
        "Server EventPartyRemoved Agent2", "Server EventPartyAdded Reporting", "Server EventPartyRemoved Reporting",
      ])
    #expect(company.state.interactions[0].parties.map(\.agent) == [company.who("Agent2"), company.who("Agent3")])
  }

  @Test func whoeverWasRefusedKeepsIt() {
    var company = company()
    company.after("Agent1 RequestTransfer Agent2")
    #expect(
      company.says("Agent2 RequestReject") == [
        "Agent2 RequestReject Server", "Server EventAck Agent2", "Server EventError Agent1",
        "Server EventRejected Reporting",
      ])
    company.after("Agent1 RequestTransfer Agent2")
    #expect(company.says("Agent2 timeOut") == ["Server EventRevoked Agent2", "Server EventError Agent1"])
    #expect(company.state.interactions[0].parties.map(\.agent) == [company.who("Agent1")])
  }

  @Test func oneInvitationWaitsForTheOther() {
    var company = company()
    company.after("Agent1 RequestTransfer Agent2")
    #expect(
      company.says("Agent1 RequestConference Agent3") == [
        "Agent1 RequestConference Server", "Server EventError Agent1",
      ])
    #expect(
      company.says("Agent3 RequestTransfer Agent2") == ["Agent3 RequestTransfer Server", "Server EventError Agent3"])
  }
}
