// The server takes an interaction from its place and invites an agent to it, as to a conference. Who receives each
// message is our reading.

extension InteractionServer {
  private static let model = "Interaction Server, Deliver, "

  static let delivery: [Rule<InteractionServer>] = [
    Rule(
      "The interaction is delivered to an agent", model + "Invitation Issued" + reading + ", D78, D79, D80",
      on: .deliver, by: .routing,
      if: [.atItsPlace, .toAValidAgent]
    ) {
      changes(.invites(.delivery))
      reports(.agentInvited, agent(.target), .parameter(.ticketID))
      tells(.target, .invite, agent(.target), .parameter(.ticketID))
      // Until now the strategy had it, which is not an agent.
      reports(.partyRemoved)
    },
    Rule(
      "The agent accepts the interaction", model + "Invitation Accepted" + reading + ", D78, D84", on: .requestAccept,
      by: .invited,
      if: .toADelivery
    ) {
      changes(.closes)
      changes(.joins)
      request(.parameter(.ticketID))
      answers(.ack)
      reports(.partyAdded, agent(.actor))
    },
    Rule(
      "The agent rejects the interaction", model + "Invitation Rejected" + reading + ", D78", on: .requestReject,
      by: .invited,
      if: .toADelivery
    ) {
      changes(.closes)
      request(.parameter(.ticketID))
      answers(.ack)
      reports(.rejected, agent(.actor), .parameter(.ticketID))
    },
    Rule(
      "The agent does not answer in time", model + "Invitation Times Out" + reading + ", D78", on: .timeOut,
      by: .invited,
      if: .toADelivery
    ) {
      changes(.closes)
      tells(.actor, .revoked, agent(.actor), .parameter(.ticketID))
    },
  ]

  static let answersToNothing: [Rule<InteractionServer>] = [
    Rule(
      "The ticket does not match the invitation", derived + ", D68, D81", on: .requestAccept, .requestReject,
      by: .invited,
      if: .toNothing
    ) {
      ticketError
    },
    Rule(
      "An agent without an invitation has nothing to answer", derived + ", D68, D81", on: .requestAccept,
      .requestReject,
      by: .unregistered, .loggedOut, .astray, .outside, .inside, .inviting
    ) {
      ticketError
    },
  ]

  private static let ticketError: [Clause] = [request(.parameter(.ticketID)), answers(.error)]
}
