import Testing

@testable import CallModel

/// What is asked of every server whose messages have senders.
struct EveryServerTests {
  private var ivr: Company<IVRPorts> {
    Company("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }
  private var interactions: Company<Interactions> {
    Company(
      "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Server interaction-server", "Reporting reporting",
      "Chat interaction")
  }
  private var recording: Company<RecordedCalls> {
    var site = Company<RecordedCalls>(
      "D1 device", "D2 device record-consult-calls=true", "D3 device record=true", "SIP sip-server",
      "Media media-server",
      "Recorder recording-server")
    site.state.most = 1
    return site
  }

  @Test func noTwoRulesEverApplyAtOnce() {
    expectOrder(IVRPorts.self, "IVR Server, ")
    expectOrder(Interactions.self, "Interaction Server, ")
    expectOrder(RecordedCalls.self, "Recording, ")
  }

  private func expectOrder<State: CorrespondenceEngine>(_ server: State.Type, _ document: String) {
    #expect(State.rulebook().overlaps.isEmpty, "\(State.server)")
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

  private func expectAnswers<State: CorrespondenceEngine>(
    _ company: borrowing Company<State>, but exceptions: Set<State.Words.Verb> = []
  ) {
    let unanswered = company.state.unanswered(by: State.rulebook())
    #expect(Set(unanswered.map(\.verb)) == exceptions, "\(State.server)")
  }

  /// An error alone changes nothing, and whatever else is done changes something.
  @Test func errorsAndOnlyErrorsAreInVain() {
    // A route is no part of the call.
    expectEffects(IVRPorts.self, but: ["The IVR asks for a route"])
    expectEffects(Interactions.self)
    expectEffects(RecordedCalls.self)
  }

  private func expectEffects<State: CorrespondenceEngine>(_ server: State.Type, but exceptions: [String] = []) {
    let idle = State.rules.filter { rule in
      let changes = rule.clauses.contains { if case .change = $0 { true } else { false } }
      return changes == rule.isInVain
    }
    #expect(idle.map(\.name) == exceptions, "\(State.server)")
    #expect(State.rules.contains { $0.isInVain }, "\(State.server)")
  }

  @Test func strangersAreRefusedWhateverTheyDo() {
    expectRefusals(ivr)
    expectRefusals(interactions)
    expectRefusals(recording)
  }

  /// Nobody, somebody who is not there, and everybody of a kind that does no such thing.
  private func expectRefusals<State: CorrespondenceEngine>(_ company: borrowing Company<State>) {
    let book = State.rulebook()
    var state = company.state
    let before = state
    for verb in State.Words.Verb.allCases {
      let others = state.kinds.indices.map { Correspondent(place: $0) }.filter { other in
        !State.Words.kinds(asking: verb).contains { $0 == state.kind(other) }
      }
      for stranger in others + [.none, Correspondent(77), .unknown] {
        for target in [Correspondent.none, Correspondent(1)] {
          var letters: [Letter<State.Words>] = []
          do throws(Refusal<State>) {
            try state.apply(Deed(verb, by: stranger, to: target), by: book, into: &letters)
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
    expectLimit(IVRPorts.self, .external)
    expectLimit(Interactions.self, .agent)
    expectLimit(RecordedCalls.self, .device)
  }

  private func expectLimit<State: CorrespondenceEngine>(_ server: State.Type, _ kind: State.Words.Kind) {
    var state = State()
    for number in 1...State.limit where state.add(kind, .init()) != Correspondent(UInt32(number)) {
      Issue.record("\(number)")
    }
    #expect(state.add(kind, .init()) == nil)
  }
}
