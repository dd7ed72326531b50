// T-Server models, Agent Does Not Answer: the group B has diverted the call of A to the agent C, who does not answer it
// in time. What is said elsewhere of a party that does not answer holds where the call ends.

extension Section {
  static let unansweredAgentCalls = Section(
    .tServerModels, "Agent Does Not Answer", columns: Who.caller, Who.from, Who.actor
  ) { a, b, c in
    Row(
      "An unanswered call returns to the group", on: .timeOut, by: c, .ringing,
      if: .group, .groups, .divertedToAgent, .pair, .facingCaller, .staysUnanswered, only: .returnsUnanswered,
      derived: 129
    ) {
      ThisCall.travels(.group)
      c.leaves()
      b.enters(for: c, .queued)
      c.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(a), .callState(.noAnswer))
      b.receives(.queued, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row(
      "An unanswered predictive call returns to the group", on: .timeOut, by: c, .ringing,
      if: .hop(.predictive), .divertedToAgent, .pair, .facingCaller, .staysUnanswered, only: .returnsUnanswered,
      derived: 129
    ) {
      c.leaves()
      b.enters(for: c, .queued)
      c.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(a), .callState(.noAnswer))
      b.receives(.queued, .thisQueue(b), .thisDNRole(.origination), .callState(.ok))
    }
    Companion(
      "An agent who does not answer is not ready", when: .doesNotAnswer, .afterLast(.abandoned),
      only: .notReadyUnanswered, derived: 128
    ) {
      c.sets(.noLongerReady)
      c.receives(.agentNotReady, .login, .workMode.unlisted)
    }
    Companion(
      "An agent who does not answer is logged out", when: .doesNotAnswer, .afterLast(.abandoned),
      only: .loggedOutUnanswered, derived: 128
    ) {
      c.sets(.loggedOut)
      c.receives(.agentLogout, .login)
    }
  }
}
