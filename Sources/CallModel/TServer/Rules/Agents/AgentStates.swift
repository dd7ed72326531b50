// T-Server models, Agent States: the agent acts at the DN B.

extension Section {
  static let agentStates = Section(.tServerModels, "Agent States", columns: Who.actor) { b in
    // With a work mode, the login says what the agent does next.
    Row(
      "An agent logs in", on: .agentLogin, by: b, .idle,
      for: [
        Variant("", .plainLogin, decisions: 1, 65, 119), Variant(" and is ready", .readyLogin, derived: 119, 121),
        Variant(" and is not ready", .notReadyLogin, derived: 119, 121),
      ], if: .byDevice, .loggedOut, .valueFits
    ) {
      b.sets(.loggedIn)
      b.sets(.notReady).only(if: [.plainLogin, .notReadyLogin])
      b.sets(.ready).only(if: .readyLogin)
      b.receives(.agentLogin, .login, .mode.unlisted)
      b.receives(.agentReady, .login, .mode.unlisted, .withoutReferenceID).only(if: .readyLogin)
      b.receives(.agentNotReady, .login, .mode.unlisted, .withoutReferenceID).only(if: .notReadyLogin)
    }
    Row(
      "An agent logs in again", on: .agentLogin, by: b, .idle, if: .byDevice, .loggedIn, .agentFits, .valueFits,
      derived: 119, 120
    ) {
      b.sets(.loggedIn)
      b.receives(.agentLogin, .login, .mode.unlisted)
    }
    Row("An agent logs out", on: .agentLogout, by: b, .idle, if: .byDevice, .loggedIn, decisions: 119) {
      b.sets(.loggedOut)
      b.receives(.agentLogout, .login)
    }
    Row(
      "An agent becomes ready", on: .agentReady, by: b, .idle, if: .byDevice, .loggedIn, .valueFits,
      decisions: 1, 119, 120, 138
    ) {
      b.sets(.ready)
      b.receives(.agentReady, .login, .mode.unlisted)
    }
    Row(
      "An agent becomes not ready", on: .agentNotReady, by: b, .idle, if: .byDevice, .loggedIn, .valueFits,
      decisions: 1, 119, 120, 138
    ) {
      b.sets(.notReady)
      b.receives(.agentNotReady, .login, .mode.unlisted)
    }
  }
}
