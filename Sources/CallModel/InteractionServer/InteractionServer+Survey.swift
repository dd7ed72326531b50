// Finds what an action is about, and the conditions there.

extension InteractionServer {
  package func subjects(of verb: Verb) -> [Party] {
    verb.isAboutAnInteraction ? interactions.map(\.id) : []
  }

  /// A request about an unknown interaction is answered with an error.
  package func canName(_ subject: Party, _ action: Action) -> Bool { action.verb.isAboutAnInteraction }

  package func surveySubject(
    _ action: Action, _ book: Rulebook<InteractionServer>, _ scene: inout Scene
  ) throws(ModelRefusal<InteractionServer>) {
    survey(action, at: try interaction(of: action, book), &scene)
  }

  /// The number of the interaction that is meant: the one that is named, or the only one that fits; -1 for none.
  private func interaction(
    of action: Action, _ book: Rulebook<InteractionServer>
  ) throws(ModelRefusal<InteractionServer>) -> Int {
    guard action.verb.isAboutAnInteraction else { return -1 }
    if action.on != .none { return interactions.firstIndex { $0.id == action.on } ?? -1 }
    if let ticket = action.parameters[.ticketID] {
      let named = interactions.firstIndex {
        $0.invitations.contains { $0.ticket == ticket && $0.agent == action.actor }
      }
      if let named { return named }
    }
    // A party of an interaction, or an agent invited to it, means that one. To pull, submit or deliver is to take a new
    // one.
    func isOwn(_ number: Int) -> Bool {
      interactions[number].hasParty(action.actor) || interactions[number].invites(action.actor)
    }
    let hasOwn = !action.verb.isAboutANewOne && interactions.indices.contains(where: isOwn)
    return try subject(among: interactions.count, where: { !hasOwn || isOwn($0) }, for: action, book) {
      interactions[$0].id
    }
  }

  private func survey(_ action: Action, at number: Int, _ scene: inout Scene) {
    scene.parameters.read(.visibilityMode, as: VisibilityMode.self)
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene[.server] = only(.server)
    scene[.reporting] = only(.reporting)
    scene.situation = [.notThere, .ofAQueue, .toNoValidAgent, .amongOthers, .toNothing, .noTimerRuns]
    guard number >= 0 else { return scene.state = state(action.actor, without: action.verb) }
    let interaction = presumed(interactions[number], action.verb, by: action.actor)
    scene.subject = number
    scene[.interaction] = interaction.id
    scene.state = state(action.actor, in: interaction)
    scene.part = invitation(answeredBy: action, in: interaction)
    scene.situation = situation(action, interaction, scene.part)
    addKnownValues(action, interaction, &scene)
  }

  // MARK: The state of the actor

  private func state(_ actor: Party, in interaction: Interaction) -> State {
    state(present: actor) {
      if interaction.invites(actor) { return .invited }
      guard interaction.hasParty(actor) else { return .outside }
      return interaction.invitations.contains { $0.inviter == actor } ? .inviting : .inside
    }
  }

  /// The state if no interaction is meant: the request names an unknown one, or it is a login or a logout, which no
  /// agent can do in any interaction.
  private func state(_ actor: Party, without verb: Verb) -> State {
    state(present: actor) {
      if verb.isAboutAnInteraction { return .astray }
      if interactions.contains(where: { $0.hasParty(actor) }) { return .inside }
      return interactions.contains { $0.invites(actor) } ? .invited : .outside
    }
  }

  /// An actor that is not an agent is the server.
  private func state(present actor: Party, _ ready: () -> State) -> State {
    switch presence(of: actor) {
    case .ready: ready()
    case .loggedOut: .loggedOut
    case .unregistered: .unregistered
    case nil: .routing
    }
  }

  // MARK: The other conditions

  /// The actor's invitation; if the request gives a ticket, the invitation must have it. -1 if there is none.
  private func invitation(answeredBy action: Action, in interaction: Interaction) -> Int {
    interaction.invitations.firstIndex {
      $0.agent == action.actor && (action.parameters[.ticketID] ?? $0.ticket) == $0.ticket
    } ?? -1
  }

  func pendingRequests(of agent: Party) -> Int {
    // Read in place, because an exploration asks it of every agent.
    let all = interactions.span
    var count = 0
    for number in all.indices {
      for invitation in all[number].invitations where invitation.inviter == agent { count += 1 }
    }
    return count
  }

  private func situation(_ action: Action, _ interaction: Interaction, _ answered: Int)
    -> Situation
  {
    var situation: Situation = interaction.place.isWorkbin ? .ofAWorkbin : .ofAQueue
    if !interaction.members.isEmpty {
      situation.insert(.withAgents)
    } else if interaction.isBeingDelivered {
      situation.insert(.beingDelivered)
    } else {
      situation.insert(interaction.isThere ? .atItsPlace : .notThere)
    }
    let (actor, target) = (action.actor, action.target)
    let isValid =
      target != actor && presence(of: target) == .ready && !interaction.hasParty(target) && !interaction.invites(target)
    situation.insert(isValid ? .toAValidAgent : .toNoValidAgent)
    let own = interaction.members.first { $0.agent == actor }
    situation.insert(own != nil && interaction.members.count == 1 ? .alone : .amongOthers)
    // The timer pauses while the agent has a pending request about any interaction.
    situation.insert(own?.hasPulled == true && pendingRequests(of: actor) == 0 ? .timerRuns : .noTimerRuns)
    situation.insert(answered < 0 ? .toNothing : interaction.invitations[answered].purpose.situation)
    return situation
  }

  // MARK: Parameters

  /// What the server knows in addition to what the action carries.
  private func addKnownValues(_ action: Action, _ interaction: Interaction, _ scene: inout Scene) {
    switch action.verb {
    case .requestConference:
      if scene.parameters[.visibilityMode] == nil {
        scene.parameters[.visibilityMode] = UInt32(VisibilityMode.conference.rawValue)
      }
      scene.parameters[.ticketID] = ticket
    case .requestTransfer, .deliver: scene.parameters[.ticketID] = ticket
    case .requestAccept, .requestReject, .timeOut:
      guard scene.part >= 0 else { return }
      let invitation = interaction.invitations[scene.part]
      scene[.inviter] = invitation.inviter
      scene.parameters[.ticketID] = invitation.ticket
      scene.parameters[.visibilityMode] = invitation.mode
    case .requestPlaceInQueue:
      if scene.parameters[.queue] == nil {
        scene.parameters[.queue] = interaction.place.isWorkbin ? 0 : interaction.place.name
      }
    case .requestPlaceInWorkbin:
      if scene.parameters[.workbin] == nil {
        scene.parameters[.workbin] = interaction.place.isWorkbin ? interaction.place.name : 0
      }
    case .requestLeaveInteraction, .requestPull:
      // The interaction comes from its place or returns to it; in other cases the place is still unknown.
      guard interaction.hasParty(action.actor) || action.verb == .requestPull && interaction.members.isEmpty else {
        return
      }
      scene.parameters[interaction.place.isWorkbin ? .workbin : .queue] = interaction.place.name
    case .requestSubmit, .requestAgentLogin, .requestAgentLogout: break
    }
  }
}

extension InteractionServer.Purpose {
  fileprivate var situation: InteractionServer.Situation {
    switch self {
    case .conference: .toAConference
    case .transfer: .toATransfer
    case .delivery: .toADelivery
    }
  }
}
