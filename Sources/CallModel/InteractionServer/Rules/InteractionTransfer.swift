// One agent hands the interaction to another: as a conference, but whoever invited leaves when the invited agent joins. Who receives
// each message is our reading.

extension Interactions {
  private static let model = "Interaction Server, Transfer, "

  static let transfer: [Rule<Interactions>] = [
    Rule(
      "An agent is offered the interaction", model + "Invitation Issued" + reading, on: .requestTransfer, by: .inside, if: .toAValidAgent
    ) {
      invitation(to: .transfer)
    },
    Rule(
      "The invited agent takes the interaction over", model + "Invitation Accepted" + reading, on: .requestAccept, by: .invited,
      if: .toATransfer
    ) {
      acceptance(.closes, .leaves(.inviter), .joins)
      tells(.others, .partyAdded, agent(.actor))
      tells(.others, .partyRemoved, agent(.inviter))
      reports(.partyAdded, agent(.actor))
      reports(.partyRemoved, agent(.inviter))
    },
    Rule(
      "The invited agent rejects the transfer", model + "Invitation Rejected" + reading, on: .requestReject, by: .invited, if: .toATransfer
    ) {
      rejection
    },
    Rule("The invitation to a transfer times out", model + "Invitation Times Out" + reading, on: .timeOut, by: .invited, if: .toATransfer) {
      revocation
    },
    Rule(
      "The agent is not valid for a transfer", model + "Invitation Is Invalid" + reading, on: .requestTransfer, by: .inside,
      if: .toNoValidAgent
    ) {
      error
    },
    Rule(
      "The agent application or the interaction is not valid for a transfer", model + "Invitation Is Invalid" + reading,
      on: .requestTransfer,
      by: .unregistered, .loggedOut, .astray, .outside, .invited
    ) {
      error
    },
    Rule("A transfer waits until the first invitation is answered", derived, on: .requestTransfer, by: .inviting) { error },
  ]
}
