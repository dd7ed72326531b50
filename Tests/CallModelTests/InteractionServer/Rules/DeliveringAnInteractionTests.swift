import Testing

@testable import CallModel

struct DeliveringAnInteractionTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }

  @Test func theStrategyHandsItToAnAgent() {
    var company = company()
    #expect(
      company.says("Server deliver Agent1") == [
        "Server EventAgentInvited Reporting", "Server EventInvite Agent1", "Server EventPartyRemoved Reporting",
      ])
    #expect(company.letters.map { $0.values[.agentID] } == [1, 1, nil])
    #expect(
      company.says("Agent1 RequestAccept") == [
        "Agent1 RequestAccept Server", "Server EventAck Agent1", "Server EventPartyAdded Reporting",
      ])
    #expect(company.says("Server deliver Agent2").first?.hasPrefix("refused: ") == true)
  }

  @Test func itGoesBackToItsPlace() {
    var company = company()
    company.after("Server deliver Agent1")
    #expect(
      company.says("Agent1 RequestReject") == [
        "Agent1 RequestReject Server", "Server EventAck Agent1", "Server EventRejected Reporting",
      ])
    company.after("Server deliver Agent1")
    #expect(company.says("Agent1 timeOut") == ["Server EventRevoked Agent1"])
    #expect(company.says("Agent1 RequestPull").count == 4)
  }

  @Test func meanwhileNobodyElseHasIt() {
    var company = company()
    company.after("Server deliver Agent1")
    let before = company.state
    #expect(
      company.says("Server deliver Agent2").first
        == "refused: Server cannot deliver Chat to Agent2: Chat is being delivered to Agent1")
    for request in ["RequestPull", "RequestSubmit", "RequestLeaveInteraction", "RequestAccept"] {
      #expect(company.says("Agent2 \(request)").last == "Server EventError Agent2")
    }
    #expect(company.state == before)
  }

  @Test func onlyToAReadyAgent() {
    var company = company()
    #expect(company.says("Server deliver Away") == ["refused: Server cannot deliver Chat to Away: Away is logged out"])
    company.after("Away RequestAgentLogin")
    #expect(company.says("Server deliver Away").count == 3)
    #expect(company.says("Server deliver Away on Nobody").first?.hasPrefix("refused: ") == true)
  }
}
