/// The Interaction Server, its agents, and the interactions that it keeps in queues and workbins and hands to agents.
///
///     Agent 1            Interaction Server            Agent 2            Reporting engine
///      | -- RequestConference --> |                        |                     |
///      |                          | ------ EventInvite --> |                     |
///      |                          | ------------------------ EventAgentInvited -> |
///      |                          | <----- RequestAccept - |                     |
///      | <------------ EventAck - | --------- EventAck --> |                     |
///
/// An agent's request stays pending as long as its invitation is open. There must be one server, and at most one
/// reporting client. Until an action places an interaction, it is where the first action on it needs it, unless `place`
/// says more.
public struct InteractionServer: MessageVocabulary, MessageModel {
  package typealias Action = MessageTypes<InteractionServer>.Action
  package typealias Event = MessageTypes<InteractionServer>.Event
  package typealias Scene = MessageTypes<InteractionServer>.Scene
  package typealias Clause = MessageTypes<InteractionServer>.Clause
  package typealias Cell = MessageTypes<InteractionServer>.Cell
  package typealias Value = MessageTypes<InteractionServer>.Value

  package static var server: StaticString { "interaction-server" }
  package static var subjectNoun: StaticString { "interaction" }

  package static let rulebook = Rulebook(rules, under: ())

  /// Every rule, model by model.
  package static let rules: [Rule<InteractionServer>] =
    conference + leaving + transfer + submit + pull + placeInQueue + placeInWorkbin + delivery + answersToNothing
    + agentLogin

  /// One interaction. At any time, an agent has at most one invitation to it, and has at most one other agent invited.
  package struct Interaction: Hashable, Sendable {
    let id: Party
    var place: Place
    /// Whether an action has shown where it is.
    var isThere = false
    /// In the order in which they joined. Without any, the interaction is at its place or on its way from there.
    var members: [Member] = []
    /// By age. Each party sends at most one, so there are never more than half as many as agents; a delivery is the
    /// only one.
    var invitations: [Invitation] = []

    var isBeingDelivered: Bool { invitations.contains { $0.purpose == .delivery } }
    func hasParty(_ agent: Party) -> Bool { members.contains { $0.agent == agent } }
    func invites(_ agent: Party) -> Bool { invitations.contains { $0.agent == agent } }
  }

  /// Where an interaction waits, and returns to: a queue or a workbin, by the number of its name.
  struct Place: Hashable, Sendable {
    var isWorkbin: Bool
    var name: UInt32
  }

  struct Member: Hashable, Sendable {
    let agent: Party
    /// Whether the agent has pulled the interaction: its timer then runs, unless a request of the agent is pending.
    var hasPulled = false
  }

  struct Invitation: Hashable, Sendable {
    let agent: Party
    /// `none` for a delivery.
    let inviter: Party
    let purpose: Purpose
    let ticket: UInt32?
    /// The ReferenceId of the inviter's request, which is answered when the invitation is.
    let reference: UInt32?
    let mode: UInt32?
    /// A closed invitation stays until every party has received its message.
    var isOpen = true
  }

  package var parties = PartyList<InteractionServer>()
  /// Indexed by party; means nothing for parties that are not agents.
  var presences: [Presence] = []
  var interactions: [Interaction] = []
  /// The ticket of the next invitation.
  var ticket: UInt32 = 1

  package init() {}

  func presence(of agent: Party) -> Presence? {
    kind(agent) == .agent ? presences[agent.place] : nil
  }

  /// The interaction as the action finds it: until an action shows where it is, it is where this action needs it.
  func presumed(_ interaction: Interaction, _ verb: Verb, by actor: Party) -> Interaction {
    if interaction.isThere { return interaction }
    var presumed = interaction
    switch verb.presumption {
    case .withTheActor where presence(of: actor) == .ready:
      presumed.members = [Member(agent: actor)]
      presumed.isThere = true
    case .atItsPlace: presumed.isThere = true
    case .withTheActor, .notThere: break
    }
    return presumed
  }
}

// MARK: What changes

extension InteractionServer: MessageEngine {
  package var allSubjects: [Interaction] {
    get { interactions }
    set { interactions = newValue }
  }

  package mutating func didAdd(
    _ new: Party, _ kind: Kind, _ settings: AttributeValues<Setting>
  ) {
    presences.append(settings[.state].flatMap { Presence(number: $0) } ?? .ready)
    guard kind == .interaction else { return }
    let place = settings[.place] ?? 0
    interactions.append(Interaction(id: new, place: Place(isWorkbin: place >> 16 != 0, name: place & 0xFFFF)))
  }

  /// The action is possible, which shows where the interaction was.
  package mutating func carryOut(_ change: Change, _ scene: inout Scene) {
    if case .becomes(let presence) = change { return presences[scene[.actor].place] = presence }
    let here = scene.subject
    if !interactions[here].isThere {
      interactions[here] = presumed(interactions[here], scene.verb, by: scene[.actor])
      interactions[here].isThere = true
    }
    switch change {
    case .invites(let purpose):
      interactions[here].invitations.append(
        Invitation(
          agent: scene[.target], inviter: purpose == .delivery ? .none : scene[.actor], purpose: purpose,
          ticket: ticket,
          reference: scene.parameters[.referenceID], mode: scene.parameters[.visibilityMode]))
      ticket &+= 1
    case .closes: interactions[here].invitations[scene.part].isOpen = false
    case .joins: interactions[here].members.append(Member(agent: scene[.actor]))
    case .pulls: interactions[here].members.append(Member(agent: scene[.actor], hasPulled: true))
    case .leaves(let who): interactions[here].members.removeAll { $0.agent == scene[who] }
    case .placesInQueue: interactions[here].place = Place(isWorkbin: false, name: scene.parameters[.queue] ?? 0)
    case .placesInWorkbin: interactions[here].place = Place(isWorkbin: true, name: scene.parameters[.workbin] ?? 0)
    case .becomes: break
    }
  }

  package mutating func finish(_ scene: inout Scene) {
    // Most actions close none.
    guard scene.subject >= 0, interactions[scene.subject].invitations.contains(where: { !$0.isOpen }) else { return }
    interactions[scene.subject].invitations.removeAll { !$0.isOpen }
  }

  // MARK: What events say

  package static func meansSeveral(_ who: Who) -> Bool { who == .parties || who == .others }

  package static func requestMessage(of verb: Verb, from who: Who) -> InteractionServer
    .EventType?
  {
    verb.request
  }

  package func each(_ who: Who, _ scene: Scene, _ body: (Party) -> Void) {
    guard Self.meansSeveral(who) else { return body(scene[who]) }
    for party in interactions[scene.subject].members where who == .parties || party.agent != scene[.actor] {
      body(party.agent)
    }
  }

  package func value(_ attribute: Attribute, of party: Party, _ scene: Scene)
    -> UInt32?
  {
    guard attribute == .referenceID else { return party.rawValue }
    return scene.part < 0 ? nil : interactions[scene.subject].invitations[scene.part].reference
  }
}
