// What holds in every state, and of what every action tells.

extension Interactions {
  static func broken(
    by action: Deed<InteractionWords>, from before: borrowing Interactions, to after: borrowing Interactions,
    telling letters: [Letter<InteractionWords>]
  ) -> String? {
    for interaction in after.interactions {
      if let sentence = after.broken(in: interaction) { return sentence }
    }
    return brokenProtocol(after, letters) ?? brokenAnswer(action, before, after, letters)
      ?? brokenInvitation(before, after, letters) ?? brokenReport(action, before, after, letters)
  }

  /// What holds of an interaction at any time. At most half the agents have invited the other half.
  private func broken(in interaction: Interaction) -> String? {
    let (parties, invitations) = (interaction.parties.map(\.agent), interaction.invitations)
    if !(parties + invitations.map(\.agent)).allSatisfy({ presence(of: $0) == .ready }) {
      return "parties and those invited are logged in"
    }
    if Set(parties + invitations.map(\.agent)).count != parties.count + invitations.count {
      return "an agent is a party or invited, and once"
    }
    let inviters = invitations.filter { $0.purpose != .delivery }.map(\.inviter)
    if !inviters.allSatisfy(parties.contains) { return "whoever invites is a party" }
    if Set(inviters).count != inviters.count { return "an agent has one invitation of his own open" }
    if inviters.count < invitations.count, !parties.isEmpty || invitations.count > 1 {
      return "what is delivered nobody has yet"
    }
    if !interaction.isThere, !parties.isEmpty || !invitations.isEmpty {
      return "an interaction that somebody has is there"
    }
    return nil
  }

  /// Reporting messages go to the Reporting engine alone, all others to agents and the server.
  private static func brokenProtocol(_ after: borrowing Interactions, _ letters: [Letter<InteractionWords>]) -> String?
  {
    for letter in letters {
      let channel: InteractionWords.Channel = after.kind(letter.to) == .reporting ? .reporting : .interactionManagement
      if letter.values[.protocol] != UInt32(channel.rawValue) {
        return "the Reporting engine has a protocol of its own"
      }
    }
    return nil
  }

  /// Every request is answered once, at once or when its invitation is closed; an error changes nothing.
  private static func brokenAnswer(
    _ action: Deed<InteractionWords>, _ before: borrowing Interactions, _ after: borrowing Interactions,
    _ letters: [Letter<InteractionWords>]
  ) -> String? {
    for number in after.kinds.indices {
      let agent = Correspondent(place: number)
      let asked = action.verb.isRequest && action.actor == agent ? 1 : 0
      let answered = letters.count { $0.to == agent && $0.message.isAnswer }
      if asked + before.pendingRequests(of: agent) != answered + after.pendingRequests(of: agent) {
        return "every request is answered once"
      }
    }
    if action.verb.isRequest, letters.first?.to != after.only(.server) { return "a request goes to the server" }
    if letters.contains(where: { $0.to == action.actor && $0.message.isError }), before != after {
      return "an error changes nothing"
    }
    return nil
  }

  /// Whoever is invited is told so, and told how it ends.
  private static func brokenInvitation(
    _ before: borrowing Interactions, _ after: borrowing Interactions, _ letters: [Letter<InteractionWords>]
  ) -> String? {
    for (was, interaction) in zip(before.interactions, after.interactions) {
      let opened = interaction.invitations.map(\.agent).filter { !was.invites($0) }
      let closed = was.invitations.map(\.agent).filter { !interaction.invites($0) }
      let invited = letters.filter { $0.message == .invite && $0.values[.interactionID] == interaction.id.rawValue }
      if invited.map(\.to) != opened { return "whoever is invited is told so" }
      for agent in closed
      where !letters.contains(where: { $0.to == agent && ($0.message == .ack || $0.message == .revoked) }) {
        return "whoever was invited is told how it ended"
      }
    }
    return nil
  }

  /// Who comes and goes is told to the parties there are then, and to the Reporting engine.
  private static func brokenReport(
    _ action: Deed<InteractionWords>, _ before: borrowing Interactions, _ after: borrowing Interactions,
    _ letters: [Letter<InteractionWords>]
  ) -> String? {
    let reporting = after.only(.reporting)
    for (first, interaction) in zip(before.interactions, after.interactions) {
      // What nobody had said before, the action said.
      let was = interaction.isThere ? before.presumed(first, action.verb, by: action.actor) : first
      let about = letters.filter { $0.values[.interactionID] == interaction.id.rawValue }
      let told = about.filter { $0.to != reporting }
      if !told.allSatisfy({ $0.message != .partyAdded || interaction.hasParty($0.to) }) {
        return "only parties are told of a new one"
      }
      if !told.allSatisfy({ $0.message != .partyRemoved || interaction.hasParty($0.to) }) {
        return "only those who remain are told of who left"
      }
      guard reporting != .none else { continue }
      let reports = about.filter { $0.to == reporting }
      func agents(_ message: InteractionWords.Message) -> [UInt32] {
        reports.filter { $0.message == message }.compactMap { $0.values[.agentID] }
      }
      let added = interaction.parties.filter { !was.hasParty($0.agent) }.map { $0.agent.rawValue }
      let removed = was.parties.filter { !interaction.hasParty($0.agent) }.map { $0.agent.rawValue }
      if agents(.partyAdded) != added { return "the Reporting engine is told of every party that is added" }
      if agents(.partyRemoved) != removed { return "the Reporting engine is told of every party that is removed" }
      let placed = reports.last { $0.message == .placedInQueue || $0.message == .placedInWorkbin }
      let isGivenUp = !removed.isEmpty && interaction.parties.isEmpty && action.verb != .timeOut
      if (placed != nil) != isGivenUp { return "without parties the interaction is at its place" }
      if let placed, (placed.message == .placedInWorkbin) != interaction.place.isWorkbin {
        return "it is where the Reporting engine is told"
      }
    }
    return nil
  }
}
