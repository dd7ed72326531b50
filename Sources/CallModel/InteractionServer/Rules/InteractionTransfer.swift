// One agent hands the interaction to another: like a conference, but the inviting agent leaves when the invited agent
// joins. Who receives each message is our reading.

extension InteractionServer {
  private static let model = "Interaction Server, Transfer, "

  static let transfer =
    handingOver + failures(of: "transfer", model, on: .requestTransfer, if: .toATransfer, second: "A transfer")

  private static let handingOver: [Rule<InteractionServer>] = [
    Rule(
      "An agent is offered the interaction", model + "Invitation Issued" + reading + ", D78, D79, D80",
      on: .requestTransfer, by: .inside,
      if: .toAValidAgent
    ) {
      invitation(to: .transfer)
    },
    Rule(
      "The invited agent takes over the interaction", model + "Invitation Accepted" + reading + ", D78, D82",
      on: .requestAccept,
      by: .invited,
      if: .toATransfer
    ) {
      acceptance(.closes, .leaves(.inviter), .joins)
      tells(.others, .partyAdded, agent(.actor))
      tells(.others, .partyRemoved, agent(.inviter))
      reports(.partyAdded, agent(.actor))
      reports(.partyRemoved, agent(.inviter))
    },
  ]
}
