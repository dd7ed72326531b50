// How an agent comes by an interaction by himself: he submits a new one, or pulls one from its place. Who receives each
// message is our reading.

extension Interactions {
  static let submit: [Rule<Interactions>] = [
    Rule(
      "An agent submits a new interaction", "Interaction Server, Submit, Interaction Submitted" + reading,
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
      "An interaction that is there is not submitted", derived, on: .requestSubmit, by: .outside,
      if: [.atItsPlace, .beingDelivered, .withAgents]
    ) {
      error
    },
    Rule(
      "Nobody submits an interaction that he cannot have", derived, on: .requestSubmit,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]

  private static let pulling = "Interaction Server, Pull, "

  static let pull: [Rule<Interactions>] = [
    Rule(
      "An agent pulls an interaction from a queue", pulling + "Pull from a Queue" + reading, on: .requestPull,
      by: .outside,
      if: [.atItsPlace, .ofAQueue]
    ) {
      taking
      reports(.takenFromQueue, .said(.queue))
    },
    Rule(
      "An agent pulls an interaction from a workbin", pulling + "Pull from a Workbin" + reading, on: .requestPull,
      by: .outside,
      if: [.atItsPlace, .ofAWorkbin]
    ) {
      taking
      reports(.takenFromWorkbin, .said(.workbin))
      tells(.actor, .workbinContentChanged)
    },
    Rule(
      "The timer of an agent who pulled runs out", pulling + "Time Runs Out" + reading, on: .timeOut, by: .inside,
      if: .timerRuns
    ) {
      changes(.leaves(.actor))
      tells(.actor, .revoked)
      tells(.others, .partyRemoved, agent(.actor))
      reports(.partyRemoved, agent(.actor))
    },
    Rule(
      "Only an interaction at its place can be pulled", derived, on: .requestPull, by: .outside,
      if: [.notThere, .beingDelivered, .withAgents]
    ) {
      error
    },
    Rule(
      "Nobody pulls an interaction that he cannot have", derived, on: .requestPull,
      by: .unregistered, .loggedOut, .astray, .invited, .inside, .inviting
    ) {
      error
    },
  ]

  private static let taking: [Sentence<InteractionWords>] = [
    changes(.pulls), request(), reports(.partyAdded, agent(.actor)), answers(.pulledInteractions),
  ]
}
