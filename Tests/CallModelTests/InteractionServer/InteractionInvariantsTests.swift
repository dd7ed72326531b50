import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct InteractionInvariantsTests {
  private func server() -> TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Agent3 agent state=logged-out", "Server interaction-server",
      "Reporting reporting",
      "Chat interaction")
  }

  /// What the invariants say of that deed, told otherwise than it is.
  private func broken(
    _ deed: String, after texts: [String] = [],
    _ change: (inout InteractionServer, inout [InteractionServer.Event]) -> Void = { _, _ in }
  ) -> String? {
    var server = server()
    for text in texts { _ = server.says(text) }
    let before = server.state
    _ = server.says(deed)
    var events = server.events
    change(&server.state, &events)
    return InteractionServer.broken(by: server.action(deed), from: before, to: server.state, telling: events)
  }

  private let invite = "Agent1 RequestConference Agent2"

  typealias Wrong = WrongRule<InteractionServer>

  /// For each sentence a wrong rule that breaks it, and the shortest path on which the explorer meets it.
  static let wrong: [Wrong] = interactions + answers + invitations + reports

  private static let interactions: [Wrong] = [
    Wrong(
      "parties and those invited are logged in", "Agent1 RequestConference Agent2", "Agent1 RequestAgentLogout",
      in: "Only a logged-in agent in no interaction can log out"
    ) { _ in [does(.becomes(.loggedOut)), InteractionServer.request(), InteractionServer.answers(.ack)] },
    Wrong(
      "an agent is a party or invited, and once", "Agent1 RequestConference Agent2", "Agent2 RequestAccept",
      in: "The invited agent joins the conference"
    ) { $0.without(0) },
    Wrong(
      "an agent that invites is a party", "Agent1 RequestConference Agent2", "Agent1 RequestLeaveInteraction",
      in: "An agent cannot leave while its own invitation is open"
    ) { [does(.leaves(.actor))] + $0 },
    Wrong(
      "an agent has at most one open invitation of its own",
      ["Agent1 RequestConference Agent2", "Agent1 RequestConference Agent3"],
      adding: Rule(
        "A wrong rule", "Nowhere", on: [.requestConference], by: [.inviting], if: .toAValidAgent,
        clauses: InteractionServer.invitation(to: .conference))),
    Wrong(
      "an interaction that is being delivered has no party yet",
      ["Server deliver Agent1", "Agent2 RequestPull"],
      adding: Rule(
        "A wrong rule", "Nowhere", on: [.requestPull], by: [.outside], if: .beingDelivered,
        clauses: [does(.joins), InteractionServer.request(), InteractionServer.answers(.ack)])),
  ]

  private static let answers: [Wrong] = [
    Wrong("every request is answered once", "Agent1 RequestSubmit", in: submit) { $0.without(2) },
    Wrong("a request goes to the server", "Agent1 RequestSubmit", in: submit) { $0.without(1) },
    Wrong("an error changes nothing", "Agent1 RequestAgentLogin", in: "Only a logged-out agent can log in") {
      [does(.becomes(.loggedOut))] + $0
    },
    Wrong("the Reporting engine has a protocol of its own", "Agent1 RequestSubmit", in: submit) {
      $0 + [InteractionServer.tells(.reporting, .interactionSubmitted)]
    },
  ]

  private static let invitations: [Wrong] = [
    Wrong(
      "an invited agent is told", "Agent1 RequestConference Agent2", in: "An agent is invited to join a conference"
    ) { $0.without(2) },
    Wrong(
      "an agent that was invited is told how the invitation ended", "Agent1 RequestConference Agent2",
      "Agent2 timeOut", in: "The invitation to a conference times out"
    ) { $0.without(1) },
  ]

  private static let reports: [Wrong] = [
    Wrong(
      "only parties are told of a new one", "Agent1 RequestTransfer Agent2", "Agent2 RequestAccept",
      in: "The invited agent takes over the interaction"
    ) { $0 + [InteractionServer.tells(.inviter, .partyAdded, InteractionServer.agent(.actor))] },
    Wrong("only those who remain are told of who left", "Agent1 RequestLeaveInteraction", in: lastLeaves) {
      $0 + [InteractionServer.tells(.actor, .partyRemoved, InteractionServer.agent(.actor))]
    },
    Wrong("the Reporting engine is told of every party that is added", "Agent1 RequestSubmit", in: submit) {
      $0.dropLast()
    },
    Wrong(
      "the Reporting engine is told of every party that is removed", "Agent1 RequestLeaveInteraction", in: lastLeaves
    ) { $0.without(3) },
    Wrong(
      "an interaction without parties is in its queue or workbin", "Agent1 RequestLeaveInteraction", in: lastLeaves
    ) { $0.dropLast() },
    Wrong(
      "the interaction is where the Reporting engine is told it is", "Agent1 RequestLeaveInteraction", in: lastLeaves
    ) { $0.dropLast() + [InteractionServer.reports(.placedInWorkbin)] },
  ]

  private static let submit = "An agent submits a new interaction"
  private static let lastLeaves = "The last party leaves, and the interaction returns to its queue"

  private static func does(_ change: InteractionServer.Change) -> InteractionServer.Clause { .change(change) }

  /// Whatever a rule changes, the server notes that the interaction has been submitted.
  static let beyondRules = "an interaction with a party has been submitted"

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) {
    Self.wrong[index].isMet(
      from: TestServer(
        "Agent1 agent", "Agent2 agent", "Agent3 agent", "Server interaction-server", "Reporting reporting",
        "Chat interaction"))
  }

  @Test func whatHoldsBreaksNothing() {
    #expect(broken(invite) == nil)
    #expect(broken("Agent2 RequestAccept", after: [invite]) == nil)
    #expect(broken("Agent1 RequestLeaveInteraction") == nil)
  }

  @Test func everyRequestIsAnsweredOnce() {
    let sentence = "every request is answered once"
    #expect(broken(invite) { server, _ in server.interactions[0].invitations = [] } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, events in events.remove(at: 1) } == sentence)
    #expect(broken("Agent1 RequestPull") { _, events in events.append(events[2]) } == sentence)
    #expect(broken("Agent2 RequestReject", after: [invite]) { _, events in events.remove(at: 2) } == sentence)
    #expect(broken("Agent2 timeOut", after: [invite]) { _, events in events.removeLast() } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, events in events.removeFirst() } == "a request goes to the server")
    #expect(
      broken("Agent1 RequestConference Agent1") { server, _ in server.interactions[0].isThere = true }
        == "an error changes nothing")
  }

  @Test func anInvitationIsToldAndSoIsItsEnd() {
    #expect(broken(invite) { _, events in events.remove(at: 1) } == "an invited agent is told")
    #expect(broken(invite) { _, events in events[1].to = InteractionServer.Party(3) } == "an invited agent is told")
    #expect(
      broken("Agent2 timeOut", after: [invite]) { _, events in events.removeFirst() }
        == "an agent that was invited is told how the invitation ended")
  }

  @Test func theReportingEngineHasItsOwnProtocol() {
    let sentence = "the Reporting engine has a protocol of its own"
    #expect(broken(invite) { _, events in events[1].write(.protocol, 1, isListed: true) } == sentence)
    #expect(broken(invite) { _, events in events[2].write(.protocol, 0, isListed: true) } == sentence)
  }

  @Test func partiesAreToldOfParties() {
    let joins = "Agent2 RequestAccept"
    let leaves = "Agent2 RequestLeaveInteraction"
    #expect(
      broken(joins, after: [invite]) { _, events in events[3].to = InteractionServer.Party(3) }
        == "only parties are told of a new one")
    #expect(
      broken(leaves, after: [invite, joins]) { _, events in events[2].to = InteractionServer.Party(2) }
        == "only those who remain are told of who left")
    #expect(
      broken(joins, after: [invite]) { _, events in events.removeLast() }
        == "the Reporting engine is told of every party that is added")
    #expect(
      broken(leaves, after: [invite, joins]) { _, events in events[3].write(.agentID, 1, isListed: false) }
        == "the Reporting engine is told of every party that is removed")
  }

  @Test func withoutPartiesItIsAtItsPlace() {
    let leaves = "Agent1 RequestLeaveInteraction"
    #expect(
      broken(leaves) { _, events in events.removeLast() } == "an interaction without parties is in its queue or workbin"
    )
    #expect(
      broken("Agent1 RequestPull") { _, events in events[3].type = .placedInQueue }
        == "an interaction without parties is in its queue or workbin")
    #expect(
      broken(leaves) { _, events in events[3].type = .placedInWorkbin }
        == "the interaction is where the Reporting engine is told it is")
  }

  @Test func whatHoldsOfAnInteraction() {
    func stands(_ deed: String, _ change: (inout InteractionServer) -> Void) -> String? {
      broken(deed) { server, _ in change(&server) }
    }
    #expect(stands(invite) { $0.presences[1] = .loggedOut } == "parties and those invited are logged in")
    #expect(
      stands("Agent1 RequestPull") { $0.presences[0] = .unregistered } == "parties and those invited are logged in")
    #expect(
      stands(invite) { $0.interactions[0].members.append(.init(agent: InteractionServer.Party(2))) }
        == "an agent is a party or invited, and once")
    #expect(stands(invite) { $0.interactions[0].members = [] } == "an agent that invites is a party")
    #expect(
      stands("Agent1 RequestPull") { $0.interactions[0].isThere = false }
        == Self.beyondRules
    )
    #expect(
      stands("Server deliver Agent1") { $0.interactions[0].members = [.init(agent: InteractionServer.Party(2))] }
        == "an interaction that is being delivered has no party yet")
    #expect(
      stands(invite) {
        $0.presences[2] = .ready
        let first = $0.interactions[0].invitations[0]
        $0.interactions[0].invitations.append(
          .init(
            agent: InteractionServer.Party(3), inviter: first.inviter, purpose: .conference, ticket: 2, reference: nil,
            mode: nil)
        )
      } == "an agent has at most one open invitation of its own")
  }
}
