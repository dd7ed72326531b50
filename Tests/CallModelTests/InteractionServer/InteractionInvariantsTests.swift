import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct InteractionInvariantsTests {
  private func company() -> Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Agent3 agent state=logged-out", "Server interaction-server",
      "Reporting reporting",
      "Chat interaction")
  }

  /// What the invariants say of that deed, told otherwise than it is.
  private func broken(
    _ deed: String, after texts: [String] = [],
    _ change: (inout Interactions, inout [Letter<InteractionWords>]) -> Void = { _, _ in }
  ) -> String? {
    var company = company()
    for text in texts { _ = company.says(text) }
    let before = company.state
    _ = company.says(deed)
    var letters = company.letters
    change(&company.state, &letters)
    return Interactions.broken(by: company.deed(deed), from: before, to: company.state, telling: letters)
  }

  private let invite = "Agent1 RequestConference Agent2"

  @Test func whatHoldsBreaksNothing() {
    #expect(broken(invite) == nil)
    #expect(broken("Agent2 RequestAccept", after: [invite]) == nil)
    #expect(broken("Agent1 RequestLeaveInteraction") == nil)
  }

  @Test func everyRequestIsAnsweredOnce() {
    let sentence = "every request is answered once"
    #expect(broken(invite) { server, _ in server.interactions[0].invitations = [] } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, letters in letters.remove(at: 1) } == sentence)
    #expect(broken("Agent1 RequestPull") { _, letters in letters.append(letters[2]) } == sentence)
    #expect(broken("Agent2 RequestReject", after: [invite]) { _, letters in letters.remove(at: 2) } == sentence)
    #expect(broken("Agent2 timeOut", after: [invite]) { _, letters in letters.removeLast() } == sentence)
    #expect(broken("Agent1 RequestSubmit") { _, letters in letters.removeFirst() } == "a request goes to the server")
    #expect(
      broken("Agent1 RequestConference Agent1") { server, _ in server.interactions[0].isThere = true }
        == "an error changes nothing")
  }

  @Test func anInvitationIsToldAndSoIsItsEnd() {
    #expect(broken(invite) { _, letters in letters.remove(at: 1) } == "whoever is invited is told so")
    #expect(broken(invite) { _, letters in letters[1].to = Correspondent(3) } == "whoever is invited is told so")
    #expect(
      broken("Agent2 timeOut", after: [invite]) { _, letters in letters.removeFirst() }
        == "whoever was invited is told how it ended")
  }

  @Test func theReportingEngineHasItsOwnProtocol() {
    let sentence = "the Reporting engine has a protocol of its own"
    #expect(broken(invite) { _, letters in letters[1].write(.protocol, 1, isListed: true) } == sentence)
    #expect(broken(invite) { _, letters in letters[2].write(.protocol, 0, isListed: true) } == sentence)
  }

  @Test func partiesAreToldOfParties() {
    let joins = "Agent2 RequestAccept"
    let leaves = "Agent2 RequestLeaveInteraction"
    #expect(
      broken(joins, after: [invite]) { _, letters in letters[3].to = Correspondent(3) }
        == "only parties are told of a new one")
    #expect(
      broken(leaves, after: [invite, joins]) { _, letters in letters[2].to = Correspondent(2) }
        == "only those who remain are told of who left")
    #expect(
      broken(joins, after: [invite]) { _, letters in letters.removeLast() }
        == "the Reporting engine is told of every party that is added")
    #expect(
      broken(leaves, after: [invite, joins]) { _, letters in letters[3].write(.agentID, 1, isListed: false) }
        == "the Reporting engine is told of every party that is removed")
  }

  @Test func withoutPartiesItIsAtItsPlace() {
    let leaves = "Agent1 RequestLeaveInteraction"
    #expect(broken(leaves) { _, letters in letters.removeLast() } == "without parties the interaction is at its place")
    #expect(
      broken("Agent1 RequestPull") { _, letters in letters[3].message = .placedInQueue }
        == "without parties the interaction is at its place")
    #expect(
      broken(leaves) { _, letters in letters[3].message = .placedInWorkbin }
        == "it is where the Reporting engine is told")
  }

  @Test func whatHoldsOfAnInteraction() {
    func stands(_ deed: String, _ change: (inout Interactions) -> Void) -> String? {
      broken(deed) { server, _ in change(&server) }
    }
    #expect(stands(invite) { $0.presences[1] = .loggedOut } == "parties and those invited are logged in")
    #expect(
      stands("Agent1 RequestPull") { $0.presences[0] = .unregistered } == "parties and those invited are logged in")
    #expect(
      stands(invite) { $0.interactions[0].parties.append(.init(agent: Correspondent(2))) }
        == "an agent is a party or invited, and once")
    #expect(stands(invite) { $0.interactions[0].parties = [] } == "whoever invites is a party")
    #expect(
      stands("Agent1 RequestPull") { $0.interactions[0].isThere = false } == "an interaction that somebody has is there"
    )
    #expect(
      stands("Server deliver Agent1") { $0.interactions[0].parties = [.init(agent: Correspondent(2))] }
        == "what is delivered nobody has yet")
    #expect(
      stands(invite) {
        $0.presences[2] = .ready
        let first = $0.interactions[0].invitations[0]
        $0.interactions[0].invitations.append(
          .init(
            agent: Correspondent(3), inviter: first.inviter, purpose: .conference, ticket: 2, reference: nil, mode: nil)
        )
      } == "an agent has one invitation of his own open")
  }
}
