// One agent invites another to join a conference. Which messages a phase uses, and on which protocol, is printed; who
// receives each, and in which order, is our reading.

extension InteractionServer {
  private static let model = "Interaction Server, Conference, "

  static let conference =
    joining
    + failures(of: "conference", model, on: .requestConference, if: .toAConference, second: "Another conference")

  private static let joining: [Rule<InteractionServer>] = [
    Rule(
      "An agent is invited to join a conference", model + "Invitation Issued" + reading + ", D78, D79, D80",
      on: .requestConference,
      by: .inside,
      if: .toAValidAgent
    ) {
      invitation(to: .conference)
    },
    Rule(
      "The invited agent joins the conference", model + "Invitation Accepted" + reading + ", D78", on: .requestAccept,
      by: .invited,
      if: .toAConference
    ) {
      acceptance(.closes, .joins)
      tells(.parties, .partyAdded, agent(.actor), .parameter(.visibilityMode))
      reports(.partyAdded, agent(.actor), .parameter(.visibilityMode))
    },
  ]

  /// When the last party leaves, the interaction returns to its former location.
  static let leaving: [Rule<InteractionServer>] = [
    Rule(
      "An agent leaves the conference", model + "Leave the Conference" + reading + ", D78",
      on: .requestLeaveInteraction,
      by: .inside,
      if: .amongOthers
    ) {
      departure
      tells(.others, .partyRemoved, agent(.actor), .parameter(.reason))
      reports(.partyRemoved, agent(.actor), .parameter(.reason))
    },
    Rule(
      "The last party leaves, and the interaction returns to its queue",
      model + "Leave the Conference" + reading + ", D78, D79",
      on: .requestLeaveInteraction,
      by: .inside, if: [.alone, .ofAQueue]
    ) {
      departure
      reports(.partyRemoved, agent(.actor), .parameter(.reason))
      reports(.placedInQueue, .parameter(.queue))
    },
    Rule(
      "The last party leaves, and the interaction returns to its workbin",
      model + "Leave the Conference" + reading + ", D78, D79",
      on: .requestLeaveInteraction,
      by: .inside, if: [.alone, .ofAWorkbin]
    ) {
      departure
      reports(.partyRemoved, agent(.actor), .parameter(.reason))
      reports(.placedInWorkbin, .parameter(.workbin))
    },
    Rule(
      "An agent fails to leave the conference", model + "Fail to Leave the Conference" + reading + ", D78",
      on: .requestLeaveInteraction,
      by: .unregistered, .loggedOut, .astray, .outside, .invited
    ) {
      error
    },
    Rule(
      "An agent cannot leave while its own invitation is open", derived + ", D68, D80", on: .requestLeaveInteraction,
      by: .inviting
    ) {
      error
    },
  ]

  private static let departure: [Clause] = [
    changes(.leaves(.actor)), request(.parameter(.reason)), answers(.ack),
  ]
}
