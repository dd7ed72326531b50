import Testing

@testable import CallModel

struct AgentLoginAndLogoutTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Stranger agent state=unregistered",
      "Server interaction-server",
      "Reporting reporting", "Chat interaction")
  }

  @Test func agentsComeAndGo() {
    var server = server()
    #expect(server.says("Away RequestAgentLogin") == ["Away RequestAgentLogin Server", "Server EventAck Away"])
    #expect(server.says("Away RequestAgentLogin") == ["Away RequestAgentLogin Server", "Server EventError Away"])
    #expect(server.says("Away RequestAgentLogout") == ["Away RequestAgentLogout Server", "Server EventAck Away"])
    #expect(server.says("Away RequestAgentLogout") == ["Away RequestAgentLogout Server", "Server EventError Away"])
    #expect(server.events.allSatisfy { $0.values[.interactionID] == nil })
  }

  @Test func anAgentWhoIsBusyCannotLogOut() {
    var server = server()
    server.after("Agent1 RequestConference Agent2")
    #expect(server.says("Agent1 RequestAgentLogout").last == "Server EventError Agent1")
    #expect(server.says("Agent2 RequestAgentLogout").last == "Server EventError Agent2")
    server.after("Agent2 RequestReject")
    #expect(server.says("Agent2 RequestAgentLogout").last == "Server EventAck Agent2")
  }

  @Test func anAgentWhoIsNotRegisteredGetsErrors() {
    var server = server()
    let before = server.state
    for verb in InteractionServer.Verb.allCases where verb.isRequest {
      let target = verb.target == .required ? " Agent2" : ""
      #expect(
        server.says("Stranger \(verb.name)\(target)") == [
          "Stranger \(verb.name) Server", "Server EventError Stranger",
        ])
      if verb != .requestAgentLogin {
        #expect(server.says("Away \(verb.name)\(target)") == ["Away \(verb.name) Server", "Server EventError Away"])
      }
    }
    #expect(server.state == before)
  }
}
