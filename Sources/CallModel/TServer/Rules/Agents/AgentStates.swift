// T-Server models, Agent States: the agent acts at the DN B.

extension Section {
  static let agentStates = Section(.tServerModels, "Agent States", columns: Who.actor) { b in
    Row("An agent logs in", on: .agentLogin, by: b, .idle, if: .byDevice, .loggedOut, .valueFits, decisions: 1, 65) {
      b.sets(.notReady)
      b.receives(.agentLogin, .mode.unlisted)
    }
    Row("An agent logs out", on: .agentLogout, by: b, .idle, if: .byDevice, .notReady, .ready) {
      b.sets(.loggedOut)
      b.receives(.agentLogout)
    }
    Row("An agent becomes ready", on: .agentReady, by: b, .idle, if: .byDevice, .notReady, .valueFits, decisions: 1) {
      b.sets(.ready)
      b.receives(.agentReady, .mode.unlisted)
    }
    Row(
      "An agent becomes not ready", on: .agentNotReady, by: b, .idle, if: .byDevice, .notReady, .ready, .valueFits,
      decisions: 1
    ) {
      b.sets(.notReady)
      b.receives(.agentNotReady, .mode.unlisted)
    }
  }
}
