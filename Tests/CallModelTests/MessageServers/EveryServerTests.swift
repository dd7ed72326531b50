import Testing

@testable import CallModel

/// What is asked of every server whose messages have senders.
struct EveryServerTests {
  private var ivr: TestServer<IVRServer> {
    TestServer("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }
  private var interactions: TestServer<InteractionServer> {
    TestServer(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }
  private var recording: TestServer<Recording> {
    var site = TestServer<Recording>(
      "D1 device", "D2 device record-consult-calls=true", "D3 device record=true", "SIP sip-server",
      "Media media-server",
      "Recorder recording-server")
    site.state.most = 1
    return site
  }

  @Test func noTwoRulesEverApplyAtOnce() {
    expectOrder(IVRServer.self, "IVR Server, ")
    expectOrder(InteractionServer.self, "Interaction Server, ")
    expectOrder(Recording.self, "Recording, ")
  }

  private func expectOrder<State: MessageEngine>(_ server: State.Type, _ document: String) {
    #expect(State.rulebook.overlaps.isEmpty, "\(State.server)")
    #expect(Set(State.rules.map(\.name)).count == State.rules.count, "\(State.server)")
    for rule in State.rules { #expect(rule.source.hasPrefix(document), "\(State.server): \(rule.name)") }
  }

  /// Each in every state that can be reached.
  @Test func everyRequestIsAnswered() {
    // A call comes to the IVR from outside: where there is one already none comes.
    expectAnswers(ivr, but: [.newCall])
    expectAnswers(interactions)
    expectAnswers(recording)
  }

  private func expectAnswers<State: MessageEngine>(
    _ company: borrowing TestServer<State>, but exceptions: Set<State.Verb> = []
  ) {
    let unanswered = company.state.unanswered(by: State.rulebook)
    #expect(Set(unanswered.map(\.verb)) == exceptions, "\(State.server)")
  }

  /// An error alone changes nothing, and whatever else is done changes something.
  @Test func errorsAndOnlyErrorsAreInVain() {
    // A route is no part of the call.
    expectEffects(IVRServer.self, but: ["The IVR requests a route"])
    expectEffects(InteractionServer.self)
    expectEffects(Recording.self)
  }

  private func expectEffects<State: MessageEngine>(_ server: State.Type, but exceptions: [String] = []) {
    let idle = State.rules.filter { rule in
      let changes = rule.clauses.contains { if case .change = $0 { true } else { false } }
      return changes == rule.isRejection
    }
    #expect(idle.map(\.name) == exceptions, "\(State.server)")
    #expect(State.rules.contains { $0.isRejection }, "\(State.server)")
  }

  @Test func strangersAreRefusedWhateverTheyDo() {
    expectRefusals(ivr)
    expectRefusals(interactions)
    expectRefusals(recording)
  }

  /// No party, a party that does not exist, and every party of a kind that does not know the verb.
  private func expectRefusals<State: MessageEngine>(_ company: borrowing TestServer<State>) {
    let book = State.rulebook
    var state = company.state
    let before = state
    for verb in State.Verb.allCases {
      let others = state.kinds.indices.map { State.Party(place: $0) }.filter { other in
        !State.actorKinds(of: verb).contains { $0 == state.kind(other) }
      }
      for stranger in others + [.none, State.Party(77), .unknown] {
        for target in [State.Party.none, State.Party(1)] {
          var events: [State.Event] = []
          do throws(ModelRefusal<State>) {
            try state.apply(State.Action(verb, by: stranger, to: target), by: book, into: &events)
            Issue.record("\(State.server): \(verb.name) by \(stranger.rawValue)")
          } catch {
            #expect(error.cause == .unknownParty)
          }
        }
      }
    }
    #expect(state == before)
  }

  @Test func onlySoManyTakePart() {
    expectLimit(IVRServer.self, .external)
    expectLimit(InteractionServer.self, .agent)
    expectLimit(Recording.self, .device)
  }

  private func expectLimit<State: MessageEngine>(_ server: State.Type, _ kind: State.Kind) {
    var state = State()
    for number in 1...State.limit where state.add(kind, .init()) != State.Party(UInt32(number)) {
      Issue.record("\(number)")
    }
    #expect(state.add(kind, .init()) == nil)
  }
}
