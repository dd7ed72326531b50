// The texts of the Interaction Server's refusals, and what fills their blanks.

extension InteractionServer {
  package static let reasons = Reasons<InteractionServer>(
    phrase: phrase, stateSentence: stateSentence, exceptions: exceptions, conditions: conditions)

  private static func phrase(_ verb: Verb) -> Reasons<InteractionServer>.VerbPhrase {
    switch verb {
    case .requestConference: .init("invite {target} to a conference", without: "invite an agent to a conference")
    case .requestTransfer: .init("transfer {interaction} to {target}", without: "transfer {interaction}")
    case .requestAccept: .init("accept")
    case .requestReject: .init("reject")
    case .requestLeaveInteraction: .init("leave {interaction}")
    case .requestSubmit: .init("submit {interaction}")
    case .requestPull: .init("pull {interaction}")
    case .requestPlaceInQueue: .init("place {interaction} in a queue")
    case .requestPlaceInWorkbin: .init("place {interaction} in a workbin")
    case .requestAgentLogin: .init("log in")
    case .requestAgentLogout: .init("log out")
    case .deliver: .init("deliver {interaction} to {target}", without: "deliver {interaction}")
    case .timeOut: .init("time out")
    }
  }

  private static func stateSentence(_ state: State) -> Reasons<InteractionServer>.StateSentence {
    switch state {
    case .unregistered: .init("{actor} is not registered", isComplete: true)
    case .loggedOut: .init("{actor} is logged out", isComplete: true)
    case .astray: .init("no such interaction is known", isComplete: true)
    case .outside: .init("{actor} is not a party of {interaction}")
    case .invited: .init("{actor} has not accepted the invitation to {interaction}")
    case .inside: .init("{actor} is a party of {interaction}")
    case .inviting: .init("{invited} has not answered the invitation of {actor}")
    case .routing: .init("{actor} is the server")
    }
  }

  private static let exceptions: [Reasons<InteractionServer>.StateException] = [
    .init(.outside, .inside, .invited, say: "{actor} is already logged in", on: .requestAgentLogin),
    .init(.loggedOut, say: "{actor} is already logged out", on: .requestAgentLogout),
    .init(.inside, say: "{actor} is a party of {a party's interaction}", on: .requestAgentLogout),
    .init(.invited, say: "{actor} is invited to {an invitation's interaction}", on: .requestAgentLogout),
    .init(.outside, say: "no invitation is open for {actor}", on: .requestAccept, .requestReject, .timeOut),
    .init(.inside, .inviting, say: "no invitation is open for {actor}", on: .requestAccept, .requestReject),
  ]

  private static let conditions: [Reasons<InteractionServer>.ConditionSentence] = [
    .init(.notThere, "{interaction} has not been submitted"),
    .init(.atItsPlace, "{interaction} is in its {place}"),
    .init(.beingDelivered, "{interaction} is being delivered to {invited}"),
    .init(.withAgents, "{interaction} is with {party}"),
    .init(.ofAQueue, "{interaction} comes from a queue"),
    .init(.ofAWorkbin, "{interaction} comes from a workbin"),
    .init(.toNoValidAgent, "{invalid}"),
    .init(.toAValidAgent, "{target} can be invited"),
    .init(.alone, "{actor} is the only party of {interaction}"),
    .init(.amongOthers, "{actor} is not the only party of {interaction}"),
    .init(.toAConference, "{actor} is invited to a conference"),
    .init(.toATransfer, "{actor} is offered a transfer"),
    .init(.toADelivery, "{interaction} is being delivered to {actor}"),
    .init(.toNothing, "{ticket}"),
    .init(.timerRuns, "the timer of {actor} is running"),
    .init(.noTimerRuns, "the timer of {actor} is not running"),
  ]

  package func fill(_ blank: Substring, of refusal: ModelRefusal<InteractionServer>, _ name: (Party) -> String)
    -> String
  {
    let action = refusal.action
    let known = interactions.indices.contains(refusal.subject) ? interactions[refusal.subject] : nil
    let interaction = known.map { presumed($0, action.verb, by: action.actor) }
    func text(_ who: Party?, or other: String) -> String {
      who.flatMap { $0 == .none || $0 == .unknown ? nil : name($0) } ?? other
    }
    return switch blank {
    case "actor": name(action.actor)
    case "target": text(action.target, or: "an agent")
    case "interaction": text(known?.id ?? action.on, or: "the interaction")
    case "a party's interaction": text(interactions.first { $0.hasParty(action.actor) }?.id, or: "an interaction")
    case "an invitation's interaction": text(interactions.first { $0.invites(action.actor) }?.id, or: "an interaction")
    case "place": interaction?.place.isWorkbin ?? false ? "workbin" : "queue"
    case "party": text(interaction?.members.first?.agent, or: "an agent")
    case "invited":
      text(
        (interaction?.invitations.first { $0.inviter == action.actor } ?? interaction?.invitations.first)?.agent,
        or: "the agent")
    case "invalid": invalid(action.target, of: action, interaction, name)
    case "ticket":
      action.parameters[.ticketID].map { "no invitation of \(name(action.actor)) has the TicketId \($0)" }
        ?? "no invitation is open for \(name(action.actor))"
    default: String(blank)
    }
  }

  /// Why the agent cannot be invited.
  private func invalid(
    _ agent: Party, of action: Action, _ interaction: Interaction?,
    _ name: (Party) -> String
  ) -> String {
    if agent == .none { return "no agent is named" }
    if agent == action.actor { return "\(name(agent)) would be inviting itself" }
    guard let presence = presence(of: agent) else { return "\(name(agent)) is not an agent" }
    if presence == .unregistered { return "\(name(agent)) is not registered" }
    if presence == .loggedOut { return "\(name(agent)) is logged out" }
    let subject = interaction.map { name($0.id) } ?? "the interaction"
    return interaction?.hasParty(agent) ?? false
      ? "\(name(agent)) is already a party of \(subject)" : "\(name(agent)) is already invited to \(subject)"
  }
}
