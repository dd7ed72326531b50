/// The Interaction Server, its agents, and the interactions that it keeps in queues and workbins and hands to agents.
///
///     Agent 1            Interaction Server            Agent 2            Reporting engine
///      | -- RequestConference --> |                        |                     |
///      |                          | ------ EventInvite --> |                     |
///      |                          | ------------------------ EventAgentInvited -> |
///      |                          | <----- RequestAccept - |                     |
///      | <------------ EventAck - | --------- EventAck --> |                     |
///
/// An agent's request stays pending as long as its invitation is open.
public struct Interactions: Correspondence {
  public typealias Words = InteractionWords
  public static var server: StaticString { "interaction-server" }
  public static var matter: StaticString { "interaction" }

  /// Every rule, model by model.
  public static let rules: [Rule<Interactions>] =
    conference + leaving + transfer + submit + pull + placeInQueue + placeInWorkbin + delivery + answersToNothing
    + agentLogin

  /// One interaction; in an interaction an agent is invited once at a time, and has one invitation of his own open at a
  /// time.
  package struct Interaction: Hashable, Sendable {
    let id: Correspondent
    var place: Place
    /// Somebody has said where it is.
    var isThere = false
    /// In the order in which they joined; without any it is at its place, or on its way from there.
    var parties: [Party] = []
    /// By age: one of each party at most, and so never more than half as many as there are agents; or the one of a
    /// delivery.
    var invitations: [Invitation] = []

    var isBeingDelivered: Bool { invitations.contains { $0.purpose == .delivery } }
    func hasParty(_ agent: Correspondent) -> Bool { parties.contains { $0.agent == agent } }
    func invites(_ agent: Correspondent) -> Bool { invitations.contains { $0.agent == agent } }
  }

  /// Where an interaction waits, and returns to: a queue or a workbin, by the number of its name.
  struct Place: Hashable, Sendable {
    var isWorkbin: Bool
    var name: UInt32
  }

  struct Party: Hashable, Sendable {
    let agent: Correspondent
    /// His timer runs, unless a request of his is pending.
    var hasPulled = false
  }

  struct Invitation: Hashable, Sendable {
    let agent: Correspondent
    /// Nobody of a delivery.
    let inviter: Correspondent
    let purpose: InteractionWords.Purpose
    let ticket: UInt32?
    /// The ReferenceId of the inviter's request, which is answered when the invitation is.
    let reference: UInt32?
    let mode: UInt32?
    /// It is there until everybody has been told.
    var isOpen = true
  }

  var participants = Participants<InteractionWords.Kind>()
  /// Of those who are no agents it says nothing.
  var presences: [InteractionWords.Presence] = []
  var interactions: [Interaction] = []
  /// The ticket of the next invitation.
  var ticket: UInt32 = 1

  public init() {}

  func presence(of agent: Correspondent) -> InteractionWords.Presence? {
    kind(agent) == .agent ? presences[agent.place] : nil
  }

  /// The interaction as the action takes it: where nobody has said yet where it is, it is wherever the action needs it.
  func presumed(_ interaction: Interaction, _ verb: InteractionWords.Verb, by actor: Correspondent) -> Interaction {
    if interaction.isThere { return interaction }
    var presumed = interaction
    switch verb.presumption {
    case .withTheActor where presence(of: actor) == .ready:
      presumed.parties = [Party(agent: actor)]
      presumed.isThere = true
    case .atItsPlace: presumed.isThere = true
    case .withTheActor, .notThere: break
    }
    return presumed
  }
}

// MARK: What changes

extension Interactions: CorrespondenceEngine {
  mutating func welcome(
    _ new: Correspondent, _ kind: InteractionWords.Kind, _ settings: Values<InteractionWords.Setting>
  ) {
    presences.append(settings[.state].flatMap { InteractionWords.Presence(number: $0) } ?? .ready)
    guard kind == .interaction else { return }
    let place = settings[.place] ?? 0
    interactions.append(Interaction(id: new, place: Place(isWorkbin: place >> 16 != 0, name: place & 0xFFFF)))
  }

  /// Only what is possible changes anything, and it says where the interaction was.
  mutating func carryOut(_ change: InteractionWords.Change, _ scene: inout Stand<InteractionWords>) {
    if case .becomes(let presence) = change { return presences[scene[.actor].place] = presence }
    let here = scene.matter
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
          reference: scene.says[.referenceID], mode: scene.says[.visibilityMode]))
      ticket &+= 1
    case .closes: interactions[here].invitations[scene.detail].isOpen = false
    case .joins: interactions[here].parties.append(Party(agent: scene[.actor]))
    case .pulls: interactions[here].parties.append(Party(agent: scene[.actor], hasPulled: true))
    case .leaves(let who): interactions[here].parties.removeAll { $0.agent == scene[who] }
    case .placesInQueue: interactions[here].place = Place(isWorkbin: false, name: scene.says[.queue] ?? 0)
    case .placesInWorkbin: interactions[here].place = Place(isWorkbin: true, name: scene.says[.workbin] ?? 0)
    case .becomes: break
    }
  }

  mutating func settle(_ scene: inout Stand<InteractionWords>) {
    if scene.matter >= 0 { interactions[scene.matter].invitations.removeAll { !$0.isOpen } }
  }

  // MARK: What letters say

  package static func message(asking verb: InteractionWords.Verb, from who: InteractionWords.Who) -> InteractionWords
    .Message?
  {
    verb.request
  }

  func each(_ who: InteractionWords.Who, _ scene: Stand<InteractionWords>, _ body: (Correspondent) -> Void) {
    guard who == .parties || who == .others else { return body(scene[who]) }
    for party in interactions[scene.matter].parties where who == .parties || party.agent != scene[.actor] {
      body(party.agent)
    }
  }

  func value(_ attribute: InteractionWords.Attribute, of correspondent: Correspondent, _ scene: Stand<InteractionWords>)
    -> UInt32?
  {
    guard attribute == .referenceID else { return correspondent.rawValue }
    return scene.detail < 0 ? nil : interactions[scene.matter].invitations[scene.detail].reference
  }
}
