// T-Server models, Agent States

private let section = "T-Server models, Agent States"
private let b = Who.actor

let agentStates: [Rule<Exchange>] = [
  Rule("An agent logs in", section, on: .agentLogin, by: .idle, if: [.byDevice, .loggedOut, .valueFits]) {
    b.sets(.notReady)
    b.receives(.agentLogin, .mode.unlisted)
  },
  Rule("An agent logs out", section, on: .agentLogout, by: .idle, if: [.byDevice, .notReady, .ready]) {
    b.sets(.loggedOut)
    b.receives(.agentLogout)
  },
  Rule("An agent becomes ready", section, on: .agentReady, by: .idle, if: [.byDevice, .notReady, .valueFits]) {
    b.sets(.ready)
    b.receives(.agentReady, .mode.unlisted)
  },
  Rule(
    "An agent becomes not ready", section, on: .agentNotReady, by: .idle,
    if: [.byDevice, .notReady, .ready, .valueFits]
  ) {
    b.sets(.notReady)
    b.receives(.agentNotReady, .mode.unlisted)
  },
]
