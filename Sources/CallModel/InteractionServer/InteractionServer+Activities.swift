// What each party is doing, for people who look on.

extension InteractionServer {
  package func activities(of party: Party, _ name: (Party) -> String) -> [Activity] {
    var found: [Activity] = []
    for interaction in interactions where interaction.isThere || !interaction.invitations.isEmpty {
      let id = name(interaction.id)
      if interaction.id == party {
        found += activities(of: interaction, name)
        continue
      }
      if interaction.hasParty(party) { found.append(Activity("a party of \(id)", in: id, .talking)) }
      for invitation in interaction.invitations {
        if invitation.agent == party { found.append(Activity("invited to \(id)", in: id, .ringing)) }
        if invitation.inviter == party { found.append(Activity("inviting \(name(invitation.agent))")) }
      }
    }
    switch presence(of: party) {
    case .loggedOut: found.append(Activity("logged out"))
    case .unregistered: found.append(Activity("not registered"))
    case .ready, nil: break
    }
    return found
  }

  /// Where the interaction is.
  private func activities(of interaction: Interaction, _ name: (Party) -> String) -> [Activity] {
    let id = name(interaction.id)
    if let invitation = interaction.invitations.first, interaction.isBeingDelivered {
      return [Activity("being delivered to \(name(invitation.agent))", in: id, .waiting)]
    }
    if interaction.members.isEmpty {
      return [Activity(interaction.place.isWorkbin ? "in its workbin" : "in its queue", in: id, .waiting)]
    }
    return [Activity("with " + interaction.members.map { name($0.agent) }.joined(separator: ", "), in: id, .talking)]
  }
}
