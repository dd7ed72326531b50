// One agent invites another to join a conference. Which messages a phase uses, and on which protocol, is printed; who
// receives each, and in which order, is our reading.

extension Interactions {
  private static let model = "Interaction Server, Conference, "

  static let conference =
    joining
    + failures(of: "conference", model, on: .requestConference, if: .toAConference, second: "Another conference")

  private static let joining: [Rule<Interactions>] = [
    Rule(
      "An agent is invited to join a conference", model + "Invitation Issued" + reading, on: .requestConference,
      by: .inside,
      if: .toAValidAgent
    ) {
      invitation(to: .conference)
    },
    Rule(
      "The invited agent joins the conference", model + "Invitation Accepted" + reading, on: .requestAccept,
      by: .invited,
      if: .toAConference
    ) {
      acceptance(.closes, .joins)
      tells(.parties, .partyAdded, agent(.actor), .said(.visibilityMode))
      reports(.partyAdded, agent(.actor), .said(.visibilityMode))
    },
  ]

  /// When the last party leaves, the interaction returns to its former location.
  static let leaving: [Rule<Interactions>] = [
    Rule(
      "An agent leaves the conference", model + "Leave the Conference" + reading, on: .requestLeaveInteraction,
      by: .inside,
      if: .amongOthers
    ) {
      departure
      tells(.others, .partyRemoved, agent(.actor), .said(.reason))
      reports(.partyRemoved, agent(.actor), .said(.reason))
    },
    Rule(
      "The last party leaves, and the interaction returns to its queue", model + "Leave the Conference" + reading,
      on: .requestLeaveInteraction,
      by: .inside, if: [.alone, .ofAQueue]
    ) {
      departure
      reports(.partyRemoved, agent(.actor), .said(.reason))
      reports(.placedInQueue, .said(.queue))
    },
    Rule(
      "The last party leaves, and the interaction returns to its workbin", model + "Leave the Conference" + reading,
      on: .requestLeaveInteraction,
      by: .inside, if: [.alone, .ofAWorkbin]
    ) {
      departure
      reports(.partyRemoved, agent(.actor), .said(.reason))
      reports(.placedInWorkbin, .said(.workbin))
    },
    Rule(
      "An agent fails to leave the conference", model + "Fail to Leave the Conference" + reading,
      on: .requestLeaveInteraction,
      by: .unregistered, .loggedOut, .astray, .outside, .invited
    ) {
      error
    },
    Rule("Nobody leaves while his own invitation is open", derived, on: .requestLeaveInteraction, by: .inviting) {
      error
    },
  ]

  private static let departure: [Sentence<InteractionWords>] = [
    changes(.leaves(.actor)), request(.said(.reason)), answers(.ack),
  ]
}
