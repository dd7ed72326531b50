import Testing

@testable import CallModel

struct AgentLoginAndLogoutTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Stranger agent state=unregistered",
      "Server interaction-server",
      "Reporting reporting", "Chat interaction")
  }

  @Test func agentsComeAndGo() {
    var company = company()
    #expect(company.says("Away RequestAgentLogin") == ["Away RequestAgentLogin Server", "Server EventAck Away"])
    #expect(company.says("Away RequestAgentLogin") == ["Away RequestAgentLogin Server", "Server EventError Away"])
    #expect(company.says("Away RequestAgentLogout") == ["Away RequestAgentLogout Server", "Server EventAck Away"])
    #expect(company.says("Away RequestAgentLogout") == ["Away RequestAgentLogout Server", "Server EventError Away"])
    #expect(company.letters.allSatisfy { $0.values[.interactionID] == nil })
  }

  @Test func nobodyGoesWhoIsBusy() {
    var company = company()
    company.after("Agent1 RequestConference Agent2")
    #expect(company.says("Agent1 RequestAgentLogout").last == "Server EventError Agent1")
    #expect(company.says("Agent2 RequestAgentLogout").last == "Server EventError Agent2")
    company.after("Agent2 RequestReject")
    #expect(company.says("Agent2 RequestAgentLogout").last == "Server EventAck Agent2")
  }

  @Test func whoeverIsNotRegisteredIsAnsweredByErrors() {
    var company = company()
    let before = company.state
    for verb in InteractionWords.Verb.allCases where verb.isRequest {
      let target = verb.target == .required ? " Agent2" : ""
      #expect(
        company.says("Stranger \(verb.name)\(target)") == [
          "Stranger \(verb.name) Server", "Server EventError Stranger",
        ])
      if verb != .requestAgentLogin {
        #expect(company.says("Away \(verb.name)\(target)") == ["Away \(verb.name) Server", "Server EventError Away"])
      }
    }
    #expect(company.state == before)
  }
}
