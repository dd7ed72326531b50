// What holds in every state and for the messages of every action.

extension InteractionServer {
  package static func brokenStep(
    by action: Action, from before: borrowing InteractionServer, to after: borrowing InteractionServer,
    telling events: [Event]
  ) -> String? {
    if let sentence = brokenProtocol(after, events) { return sentence }
    if let sentence = brokenAnswer(action, before, after, events) { return sentence }
    // Most steps only answer a request: then nothing below can have changed.
    if isQuiet(before, after, events) { return nil }
    if let sentence = brokenInvitation(before, after, events) { return sentence }
    return brokenReport(action, before, after, events)
  }

  package var brokenSentence: String? {
    for interaction in interactions { if let sentence = broken(in: interaction) { return sentence } }
    return nil
  }

  /// Whether the step changes no interaction, and no message tells of one.
  private static func isQuiet(
    _ before: borrowing InteractionServer, _ after: borrowing InteractionServer, _ events: [Event]
  ) -> Bool {
    for event in events {
      switch event.type {
      case .invite, .partyAdded, .partyRemoved, .placedInQueue, .placedInWorkbin: return false
      default: break
      }
    }
    return before.interactions == after.interactions
  }

  /// What holds for an interaction at any time. At most half of the agents have invited the other half.
  private func broken(in interaction: Interaction) -> String? {
    let (parties, invitations) = (interaction.members.map(\.agent), interaction.invitations)
    if !(parties + invitations.map(\.agent)).allSatisfy({ presence(of: $0) == .ready }) {
      return "parties and those invited are logged in"
    }
    if Set(parties + invitations.map(\.agent)).count != parties.count + invitations.count {
      return "an agent is a party or invited, and once"
    }
    let inviters = invitations.filter { $0.purpose != .delivery }.map(\.inviter)
    if !inviters.allSatisfy(parties.contains) { return "an agent that invites is a party" }
    if Set(inviters).count != inviters.count { return "an agent has at most one open invitation of its own" }
    if inviters.count < invitations.count, !parties.isEmpty || invitations.count > 1 {
      return "an interaction that is being delivered has no party yet"
    }
    if !interaction.isThere, !parties.isEmpty || !invitations.isEmpty {
      return "an interaction with a party has been submitted"
    }
    return nil
  }

  /// Reporting messages go to the Reporting engine alone, all others to agents and the server.
  private static func brokenProtocol(_ after: borrowing InteractionServer, _ events: [Event]) -> String? {
    for event in events {
      let channel: Channel = after.kind(event.to) == .reporting ? .reporting : .interactionManagement
      if event.values[.protocol] != UInt32(channel.rawValue) {
        return "the Reporting engine has a protocol of its own"
      }
    }
    return nil
  }

  /// Every request is answered once, immediately or when its invitation is closed; an error changes nothing.
  private static func brokenAnswer(
    _ action: Action, _ before: borrowing InteractionServer, _ after: borrowing InteractionServer,
    _ events: [Event]
  ) -> String? {
    for number in after.kinds.indices {
      let agent = Party(place: number)
      let asked = action.verb.isRequest && action.actor == agent ? 1 : 0
      let answered = events.count { $0.to == agent && $0.type.isAnswer }
      if asked + before.pendingRequests(of: agent) != answered + after.pendingRequests(of: agent) {
        return "every request is answered once"
      }
    }
    if action.verb.isRequest, events.first?.to != after.only(.server) { return "a request goes to the server" }
    if events.contains(where: { $0.to == action.actor && $0.type.isError }), before != after {
      return "an error changes nothing"
    }
    return nil
  }

  /// An invited agent is told of the invitation, and of how it ends.
  private static func brokenInvitation(
    _ before: borrowing InteractionServer, _ after: borrowing InteractionServer, _ events: [Event]
  ) -> String? {
    for (was, interaction) in zip(before.interactions, after.interactions) {
      let opened = interaction.invitations.map(\.agent).filter { !was.invites($0) }
      let closed = was.invitations.map(\.agent).filter { !interaction.invites($0) }
      let invited = events.filter { $0.type == .invite && $0.values[.interactionID] == interaction.id.rawValue }
      if invited.map(\.to) != opened { return "an invited agent is told" }
      for agent in closed
      where !events.contains(where: { $0.to == agent && ($0.type == .ack || $0.type == .revoked) }) {
        return "an agent that was invited is told how the invitation ended"
      }
    }
    return nil
  }

  /// The remaining parties and the Reporting engine are told who joins and leaves.
  private static func brokenReport(
    _ action: Action, _ before: borrowing InteractionServer, _ after: borrowing InteractionServer,
    _ events: [Event]
  ) -> String? {
    let reporting = after.only(.reporting)
    for (first, interaction) in zip(before.interactions, after.interactions) {
      // If the place was unknown before, the action has shown it.
      let was = interaction.isThere ? before.presumed(first, action.verb, by: action.actor) : first
      let about = events.filter { $0.values[.interactionID] == interaction.id.rawValue }
      let told = about.filter { $0.to != reporting }
      if !told.allSatisfy({ $0.type != .partyAdded || interaction.hasParty($0.to) }) {
        return "only parties are told of a new one"
      }
      if !told.allSatisfy({ $0.type != .partyRemoved || interaction.hasParty($0.to) }) {
        return "only those who remain are told of who left"
      }
      guard reporting != .none else { continue }
      let reports = about.filter { $0.to == reporting }
      func agents(_ message: EventType) -> [UInt32] {
        reports.filter { $0.type == message }.compactMap { $0.values[.agentID] }
      }
      let added = interaction.members.filter { !was.hasParty($0.agent) }.map { $0.agent.rawValue }
      let removed = was.members.filter { !interaction.hasParty($0.agent) }.map { $0.agent.rawValue }
      if agents(.partyAdded) != added { return "the Reporting engine is told of every party that is added" }
      if agents(.partyRemoved) != removed { return "the Reporting engine is told of every party that is removed" }
      let placed = reports.last { $0.type == .placedInQueue || $0.type == .placedInWorkbin }
      let isGivenUp = !removed.isEmpty && interaction.members.isEmpty && action.verb != .timeOut
      if (placed != nil) != isGivenUp { return "an interaction without parties is in its queue or workbin" }
      if let placed, (placed.type == .placedInWorkbin) != interaction.place.isWorkbin {
        return "the interaction is where the Reporting engine is told it is"
      }
    }
    return nil
  }
}
