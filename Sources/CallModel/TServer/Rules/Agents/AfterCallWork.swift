// T-Server models, After-Call Work: the agent acts at the DN B, and has left a call that was queued or routed.

extension Section {
  static let afterCallWork = Section(.tServerModels, "After-Call Work", columns: Who.actor) { b in
    Companion(
      "After-call work begins", when: .endsCalls, .beforeLast(.released), only: .wrapUp, derived: 126
    ) {
      b.sets(.afterCallWork)
      b.receives(.agentNotReady, .login, .workMode.unlisted)
    }
    Row(
      "After-call work ends", on: .endWrapUp, by: b, .idle,
      for: [
        Variant(", and the agent is ready again", .afterCallReady),
        Variant(", and the agent is still not ready", .afterCallNotReady),
      ], if: .byDevice, only: .timedWrapUp, derived: 127
    ) {
      b.sets(.noAfterCallWork)
      b.receives(.agentReady, .login, .workMode.unlisted).only(if: .afterCallReady)
      b.receives(.agentNotReady, .login, .workMode.unlisted).only(if: .afterCallNotReady)
    }
  }
}
