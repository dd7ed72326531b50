extension InteractionServer {
  package func stages(of subject: LifeSubject) -> [Stage] {
    interactions.flatMap { interaction -> [Stage] in
      guard interaction.isThere else { return [] }
      let number = UInt64(interaction.id.rawValue)
      if subject == .call { return [Stage(interaction.stage, in: number)] }
      return interaction.members.map { member in
        Stage(interaction.stage(of: member), of: member.agent.rawValue, in: number)
      } + interaction.invitations.map { Stage("\($0.purpose.stage)", of: $0.agent.rawValue, in: number) }
    }
  }

  /// Until an action shows where an interaction is, it is where this action needs it.
  package func stages(of subject: LifeSubject, foundBy action: Action) -> [Stage] {
    var found = self
    found.interactions = interactions.map { presumed($0, action.verb, by: action.actor) }
    return found.stages(of: subject)
  }
}

extension InteractionServer.Purpose {
  fileprivate var stage: StaticString {
    switch self {
    case .conference: "invited to a conference"
    case .transfer: "offered a transfer"
    case .delivery: "offered the interaction"
    }
  }
}

extension InteractionServer.Interaction {
  fileprivate func stage(of member: InteractionServer.Member) -> String {
    if invitations.contains(where: { $0.inviter == member.agent }) { return "\(InteractionServer.State.inviting)" }
    return member.hasPulled ? "a party whose timer runs" : "a party"
  }

  fileprivate var stage: String {
    if isBeingDelivered { return "being delivered" }
    if members.isEmpty { return place.isWorkbin ? "in its workbin" : "in its queue" }
    return (members.count > 1 ? "with several agents" : "with an agent")
      + (invitations.isEmpty ? "" : ", inviting another")
  }
}
