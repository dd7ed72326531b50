// Agents come and go. Who receives each message is our reading.

extension Interactions {
  private static let model = "Interaction Server, Agent Login, "

  static let agentLogin: [Rule<Interactions>] = [
    Rule("An agent logs in", model + "Login" + reading, on: .requestAgentLogin, by: .loggedOut) {
      changes(.becomes(.ready))
      request()
      answers(.ack)
    },
    Rule("An agent logs out", model + "Logout" + reading, on: .requestAgentLogout, by: .outside) {
      changes(.becomes(.loggedOut))
      request()
      answers(.ack)
    },
    Rule(
      "Only an agent who is logged out logs in", derived, on: .requestAgentLogin, by: .unregistered, .astray, .outside,
      .invited, .inside,
      .inviting
    ) {
      error
    },
    Rule(
      "Only an agent who is in no interaction logs out", derived, on: .requestAgentLogout,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]
}
