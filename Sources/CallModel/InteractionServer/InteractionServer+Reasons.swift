// The texts of the Interaction Server's refusals, and what fills their blanks.

extension InteractionServer {
  package static let reasons = Reasons<InteractionServer>(phrases: phrases, states: states, conditions: conditions)

  private static let phrases: [Reasons<InteractionServer>.VerbPhrase] = [
    .init(.requestConference, "invite {target} to a conference", without: "invite an agent to a conference"),
    .init(.requestTransfer, "transfer {interaction} to {target}", without: "transfer {interaction}"),
    .init(.requestAccept, "accept"),
    .init(.requestReject, "reject"),
    .init(.requestLeaveInteraction, "leave {interaction}"),
    .init(.requestSubmit, "submit {interaction}"),
    .init(.requestPull, "pull {interaction}"),
    .init(.requestPlaceInQueue, "place {interaction} in a queue"),
    .init(.requestPlaceInWorkbin, "place {interaction} in a workbin"),
    .init(.requestAgentLogin, "log in"),
    .init(.requestAgentLogout, "log out"),
    .init(.deliver, "deliver {interaction} to {target}", without: "deliver {interaction}"),
    .init(.timeOut, "time out"),
  ]

  private static let states: [Reasons<InteractionServer>.StateSentence] = [
    .init(.outside, "{actor} is already logged in", on: .requestAgentLogin),
    .init(.inside, "{actor} is already logged in", on: .requestAgentLogin),
    .init(.invited, "{actor} is already logged in", on: .requestAgentLogin),
    .init(.loggedOut, "{actor} is already logged out", on: .requestAgentLogout),
    .init(.inside, "{actor} is a party of {a party's interaction}", on: .requestAgentLogout),
    .init(.invited, "{actor} is invited to {an invitation's interaction}", on: .requestAgentLogout),
    .init(.outside, "no invitation is open for {actor}", on: .requestAccept, .requestReject, .timeOut),
    .init(.inside, "no invitation is open for {actor}", on: .requestAccept, .requestReject),
    .init(.inviting, "no invitation is open for {actor}", on: .requestAccept, .requestReject),
    .init(.unregistered, "{actor} is not registered", isComplete: true),
    .init(.loggedOut, "{actor} is logged out", isComplete: true),
    .init(.astray, "no such interaction is known", isComplete: true),
    .init(.outside, "{actor} is not a party of {interaction}"),
    .init(.invited, "{actor} has not accepted the invitation to {interaction}"),
    .init(.inside, "{actor} is a party of {interaction}"),
    .init(.inviting, "{invited} has not answered the invitation of {actor}"),
    .init(.routing, "{actor} is the server"),
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
