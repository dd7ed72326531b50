import Testing

@testable import CallModel

struct InteractionsTests {
  private func company() -> Company<Interactions> {
    Company("Agent1 agent", "Agent2 agent", "Server interaction-server", "Reporting reporting", "Chat interaction")
  }

  @Test func noTwoRulesEverApplyAtOnce() {
    #expect(Interactions.rulebook().overlaps.isEmpty)
    #expect(Set(Interactions.rules.map(\.name)).count == Interactions.rules.count)
    #expect(Interactions.rules.allSatisfy { $0.source.hasPrefix("Interaction Server, ") })
  }

  /// Wherever the actor stands and whatever holds: the table has no holes, even where nobody ever comes.
  @Test func everyRequestOfAnAgentIsAnsweredByOneRule() {
    typealias Words = InteractionWords
    var situations: [Words.Situation] = [[]]
    for dimension in Words.Situation.dimensions {
      situations = situations.flatMap { known in dimension.answers.map { known.union($0.member) } }
    }
    let rules = Interactions.rules
    for verb in Words.Verb.allCases where verb.isRequest {
      for state in Words.State.allCases where state != .routing {
        let here = rules.filter { $0.verbs.contains(verb) && $0.states.contains(state) }
        #expect(situations.allSatisfy { situation in here.count { $0.situation.isSuperset(of: situation) } == 1 }, "\(verb) \(state)")
      }
    }
  }

  @Test func everyAgentIsAnsweredInEveryState() {
    let company = company()
    #expect(company.state.unanswered(by: Interactions.rulebook()).isEmpty)
  }

  /// An error changes nothing, and whatever else a request does changes something.
  @Test func errorsAndOnlyErrorsAreInVain() {
    for rule in Interactions.rules {
      let changes = rule.clauses.contains { if case .change = $0 { true } else { false } }
      #expect(changes != rule.isInVain, "\(rule.name)")
    }
  }

  /// Until somebody says it an interaction is wherever the first action needs it.
  @Test(arguments: [
    ("Agent1 RequestConference Agent2", "Server EventInvite Agent2"), ("Agent1 RequestLeaveInteraction", "Server EventAck Agent1"),
    ("Agent1 RequestPlaceInQueue", "Server EventAck Agent1"), ("Agent1 RequestPull", "Server EventPulledInteractions Agent1"),
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

  @Test func withoutAReportingEngineNobodyIsToldForIt() {
    var company = Company<Interactions>("Agent1 agent", "Agent2 agent", "Server interaction-server", "Chat interaction")
    #expect(company.says("Agent1 RequestConference Agent2") == ["Agent1 RequestConference Server", "Server EventInvite Agent2"])
    #expect(company.says("Agent2 RequestReject").count == 3)
    #expect(company.says("Agent1 RequestLeaveInteraction") == ["Agent1 RequestLeaveInteraction Server", "Server EventAck Agent1"])
  }

  @Test func withoutAnInteractionThereIsNothingToAskFor() {
    var company = Company<Interactions>("Agent1 agent", "Agent2 agent", "Server interaction-server")
    #expect(company.says("Agent1 RequestPull") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.says("Agent1 timeOut").first?.hasPrefix("refused: ") == true)
    #expect(company.says("Agent1 RequestAgentLogout").last == "Server EventAck Agent1")
  }

  @Test func onlySoManyTakePart() {
    var server = Interactions()
    for _ in 1..<UInt16.max { #expect(server.add(.agent, .init()) != nil) }
    #expect(server.add(.agent, .init()) == nil && server.add(.interaction, .init()) == nil)
  }

  @Test func whatIsNoRequestOfAnAgentIsRefused() {
    var company = company()
    let before = company.state
    for text in ["Reporting RequestPull", "Chat RequestSubmit", "Agent1 deliver Agent2", "Nobody RequestAgentLogin", "Server timeOut"] {
      #expect(company.says(text) == ["refused: there is no such party"], "\(text)")
    }
    #expect(company.state == before)
  }

  @Test func anInteractionIsNamedOnlyWhereThereIsOneInQuestion() {
    var company = company()
    let before = company.state
    for text in ["Agent1 RequestAgentLogin on Nobody", "Agent1 RequestAgentLogout on Chat"] {
      #expect(company.says(text) == ["refused: there is no such call"], "\(text)")
    }
    // Whoever asks about one that nobody knows is told so.
    #expect(company.says("Agent1 RequestPull on Nobody") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.says("Agent1 RequestPull on Agent2") == ["Agent1 RequestPull Server", "Server EventError Agent1"])
    #expect(company.state == before)
    var empty = Company<Interactions>("Agent1 agent", "Server interaction-server")
    #expect(empty.says("Agent1 RequestPull on Nobody").last == "Server EventError Agent1")
  }
}
