// An agent takes an interaction on its own: it submits a new one, or pulls one from its place. Who receives each
// message is our reading.

extension InteractionServer {
  static let submit: [Rule<InteractionServer>] = [
    Rule(
      "An agent submits a new interaction",
      "Interaction Server, Submit, Interaction Submitted" + reading + ", D78, D79",
      on: .requestSubmit, by: .outside,
      if: .notThere
    ) {
      changes(.joins)
      request()
      answers(.ack)
      reports(.interactionSubmitted)
      reports(.partyAdded, agent(.actor))
    },
    Rule(
      "An existing interaction cannot be submitted again", derived + ", D68, D85", on: .requestSubmit, by: .outside,
      if: [.atItsPlace, .beingDelivered, .withAgents]
    ) {
      error
    },
    Rule(
      "Only a logged-in agent outside the interaction can submit it", derived + ", D68, D85", on: .requestSubmit,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]

  private static let pulling = "Interaction Server, Pull, "

  static let pull: [Rule<InteractionServer>] = [
    Rule(
      "An agent pulls an interaction from a queue", pulling + "Pull from a Queue" + reading + ", D78, D79",
      on: .requestPull,
      by: .outside,
      if: [.atItsPlace, .ofAQueue]
    ) {
      taking
      reports(.takenFromQueue, .parameter(.queue))
    },
    Rule(
      "An agent pulls an interaction from a workbin", pulling + "Pull from a Workbin" + reading + ", D78, D79, D83",
      on: .requestPull,
      by: .outside,
      if: [.atItsPlace, .ofAWorkbin]
    ) {
      taking
      reports(.takenFromWorkbin, .parameter(.workbin))
      tells(.actor, .workbinContentChanged)
    },
    Rule(
      "The timer of a pulled interaction runs out", pulling + "Time Runs Out" + reading + ", D78, D83", on: .timeOut,
      by: .inside,
      if: .timerRuns
    ) {
      changes(.leaves(.actor))
      tells(.actor, .revoked)
      tells(.others, .partyRemoved, agent(.actor))
      reports(.partyRemoved, agent(.actor))
    },
    Rule(
      "Only an interaction in its queue or workbin can be pulled", derived + ", D68, D85", on: .requestPull,
      by: .outside,
      if: [.notThere, .beingDelivered, .withAgents]
    ) {
      error
    },
    Rule(
      "Only a logged-in agent outside the interaction can pull it", derived + ", D68, D85", on: .requestPull,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]

  private static let taking: [Clause] = [
    changes(.pulls), request(), reports(.partyAdded, agent(.actor)), answers(.pulledInteractions),
  ]
}
