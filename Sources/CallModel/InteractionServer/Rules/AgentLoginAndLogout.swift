// Agents come and go. Who receives each message is our reading.

extension InteractionServer {
  private static let model = "Interaction Server, Agent Login, "

  static let agentLogin: [Rule<InteractionServer>] = [
    Rule("An agent logs in", model + "Login" + reading + ", D78", on: .requestAgentLogin, by: .loggedOut) {
      changes(.becomes(.ready))
      request()
      answers(.ack)
    },
    Rule("An agent logs out", model + "Logout" + reading + ", D78", on: .requestAgentLogout, by: .outside) {
      changes(.becomes(.loggedOut))
      request()
      answers(.ack)
    },
    Rule(
      "Only a logged-out agent can log in", derived + ", D68, D85", on: .requestAgentLogin, by: .unregistered, .astray,
      .outside,
      .invited, .inside,
      .inviting
    ) {
      error
    },
    Rule(
      "Only a logged-in agent in no interaction can log out", derived + ", D68, D85", on: .requestAgentLogout,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]
}
