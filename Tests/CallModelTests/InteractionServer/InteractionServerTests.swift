import Testing

@testable import CallModel

struct InteractionServerTests {
  private func company() -> TestServer<InteractionServer> {
    TestServer("Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting", "Chat interaction")
  }

  /// Wherever the actor stands and whatever holds: the table has no holes, even in states that are never reached.
  @Test func everyRequestOfAnAgentIsAnsweredByOneRule() {
    var situations: [InteractionServer.Situation] = [[]]
    for dimension in InteractionServer.Situation.dimensions {
      situations = situations.flatMap { known in dimension.answers.map { known.union($0.member) } }
    }
    let rules = InteractionServer.rules
    for verb in InteractionServer.Verb.allCases where verb.isRequest {
      for state in InteractionServer.State.allCases where state != .routing {
        let here = rules.filter { $0.verbs.contains(verb) && $0.states.contains(state) }
        #expect(
          situations.allSatisfy { situation in here.count { $0.situation.isSuperset(of: situation) } == 1 },
          "\(verb) \(state)")
      }
    }
  }

  /// At first an interaction is wherever the first action needs it.
  @Test(arguments: [
    ("Agent1 RequestConference Agent2", "Server EventInvite Agent2"),
    ("Agent1 RequestLeaveInteraction", "Server EventAck Agent1"),
    ("Agent1 RequestPlaceInQueue", "Server EventAck Agent1"),
    ("Agent1 RequestPull", "Server EventPulledInteractions Agent1"),
    ("Agent1 RequestSubmit", "Server EventAck Agent1"), ("Server deliver Agent1", "Server EventInvite Agent1"),
  ])
  func whereAnInteractionIsAtFirst(_ deed: String, _ told: String) {
    var company = company()
    // What is answered by an error has said nothing.
    company.after("Agent2 RequestConference Agent2", "Agent2 RequestAccept", "Agent2 RequestReject")
    #expect(!company.state.interactions[0].isThere)
    #expect(company.says(deed).contains(told))
    #expect(company.state.interactions[0].isThere)
    #expect(company.says("Agent2 RequestLeaveInteraction").last == "Server EventError Agent2")
  }

  @Test func withoutAReportingEngineItsMessagesAreMissing() {
    var company = TestServer<InteractionServer>(
      "Agent1 agent", "Agent2 agent", "Server interaction-server", "Chat interaction")
    #expect(
      company.says("Agent1 RequestConference Agent2") == [
        "Agent1 RequestConference Server", "Server EventInvite Agent2",
      ])
    #expect(company.says("Agent2 RequestReject").count == 3)
    #expect(
      company.says("Agent1 RequestLeaveInteraction") == [
        "Agent1 RequestLeaveInteraction Server", "Server EventAck Agent1",
      ])
  }

  @Test func withoutAnInteractionThereIsNothingToAskFor() {
    var company = TestServer<InteractionServer>("Agent1 agent", "Agent2 agent", "Server interaction-server")
    #expect(company.says("Agent1 RequestPull") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.says("Agent1 timeOut").first?.hasPrefix("refused: ") == true)
    #expect(company.says("Agent1 RequestAgentLogout").last == "Server EventAck Agent1")
  }

  @Test func aSettingThatIsNoValueIsNotTaken() {
    var server = InteractionServer()
    func add(_ kind: InteractionServer.Kind, _ setting: InteractionServer.Setting, _ number: UInt32)
      -> InteractionServer.Party?
    {
      var settings = AttributeValues<InteractionServer.Setting>()
      settings[setting] = number
      return server.add(kind, settings)
    }
    for number: UInt32 in [3, 255, 256, 257, .max] { #expect(add(.agent, .state, number) == nil) }
    for kind: UInt32 in [2, 256, 0xFFFF] { #expect(add(.interaction, .place, kind << 16) == nil) }
    #expect(server == InteractionServer())
    #expect(add(.agent, .state, 2) == InteractionServer.Party(1) && server.presences == [.unregistered])
    #expect(add(.interaction, .place, 1 << 16 | 0xFFFF) == InteractionServer.Party(2))
    #expect(server.interactions[0].place == .init(isWorkbin: true, name: 0xFFFF))
  }

  @Test func aModeThatIsNoValueIsNotSaid() {
    for number: UInt32 in [3, 256, .max] {
      var company = company()
      _ = company.says("Agent1 RequestConference Agent2", with: [.visibilityMode: number])
      #expect(company.events.allSatisfy { ($0.values[.visibilityMode] ?? 0) == 0 })
      #expect(company.state.interactions[0].invitations[0].mode == 0)
      var words: [UInt64] = []
      company.state.pack(into: &words)
      var other = company.state
      other.unpack(words[...])
      #expect(
        other.interactions[0].invitations[0].mode == 0
          && other.interactions[0].invitations[0].agent == company.who("Agent2"))
      #expect(company.says("Agent2 RequestConference Agent1 on Nobody", with: [.visibilityMode: number]).count == 2)
      #expect(company.events.allSatisfy { $0.values[.visibilityMode] == nil })
    }
  }

  @Test func whatIsNoRequestOfAnAgentIsRefused() {
    var company = company()
    let before = company.state
    let refused = [
      ("Reporting RequestPull", "Reporting cannot pull the interaction: it is of kind reporting, not agent"),
      ("Chat RequestSubmit", "Chat cannot submit the interaction: it is of kind interaction, not agent"),
      (
        "Agent1 deliver Agent2",
        "Agent1 cannot deliver the interaction to Agent2: it is of kind agent, not interaction-server"
      ),
      ("Nobody RequestAgentLogin", "a stranger cannot log in: there is no such party"),
      ("Server timeOut", "Server cannot time out: it is of kind interaction-server, not agent"),
    ]
    for (text, sentence) in refused { #expect(company.says(text) == ["refused: " + sentence]) }
    #expect(company.state == before)
  }

  @Test func anInteractionIsNamedOnlyWhereThereIsOneInQuestion() {
    var company = company()
    let before = company.state
    #expect(
      company.says("Agent1 RequestAgentLogin on Nobody") == [
        "refused: Agent1 cannot log in: there is no such interaction"
      ])
    #expect(
      company.says("Agent1 RequestAgentLogout on Chat") == ["refused: Agent1 cannot log out: it is not done at Chat"])
    // A request about an unknown interaction is answered by an error.
    #expect(company.says("Agent1 RequestPull on Nobody") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.says("Agent1 RequestPull on Agent2") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.state == before)
    var empty = TestServer<InteractionServer>("Agent1 agent", "Server interaction-server")
    #expect(empty.says("Agent1 RequestPull on Nobody").last == "Server EventError Agent1")
  }
}
