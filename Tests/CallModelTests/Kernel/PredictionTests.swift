import Testing

@testable import CallModel

/// At the servers whose messages have senders: what is listed as possible emits the predicted messages, and every other
/// combination of verb, actor, target and matter is refused.
struct PredictionTests {
  @Test func atTheIVRServer() {
    expectAgreement(
      TestServer<IVRServer>("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external"), 30
    )
    expectAgreement(
      TestServer<IVRServer>(
        "One ivr", "Two ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external"), 900,
      interval: 3)
  }

  @Test func atTheInteractionServer() {
    expectAgreement(
      TestServer<InteractionServer>(
        "Agent1 agent", "Agent2 agent", "Away agent state=logged-out", "Server interaction-server",
        "Reporting reporting", "Chat interaction"), 360)
  }

  @Test func whereCallsAreRecorded() {
    var site = TestServer<Recording>(
      "D1 device", "D2 device record-consult-calls=true", "D3 device record=true", "SIP sip-server",
      "Media media-server", "Recorder recording-server")
    site.state.most = 1
    expectAgreement(site, 361, interval: 2)
  }

  private func expectAgreement<State: MessageEngine>(
    _ server: borrowing TestServer<State>, _ states: Int, interval: Int = 1
  ) {
    let book = State.rulebook
    var count = 0
    server.state.eachReachableState(by: book, .everything) { state in
      if count.isMultiple(of: interval) { Self.expectAgreement(state, book) }
      count += 1
    }
    #expect(count == states, "\(State.server)")
  }

  private static func expectAgreement<State: MessageEngine>(
    _ state: State, _ book: Rulebook<State>
  ) {
    let everyone = state.kinds.indices.map { State.Party(place: $0) }
    var accepted: [State.Action: [State.Event]] = [:]
    for verb in State.Verb.allCases {
      let matters = state.subjects(of: verb)
      for actor in everyone {
        for target in verb.target == .none ? [.none] : [.none] + everyone {
          for matter in matters.count > 1 ? matters : [.none] {
            for says in State.parameterChoices(of: verb) {
              let deed = State.Action(verb, by: actor, to: target, on: matter, with: says)
              accepted[deed] = outcome(of: deed, in: state, book)
            }
          }
        }
      }
    }
    let possible = everyone.flatMap { state.possibleActions(of: $0, by: book) }
    let listed = Dictionary(possible.map { ($0.action, $0.events) }) { first, _ in first }
    #expect(listed.count == possible.count, "an action is listed twice")
    let different = Set(listed.keys).union(accepted.keys).filter { listed[$0] != accepted[$0] }
    #expect(different.isEmpty, "\(State.server)")
  }

  /// None where it is refused, by no rule or by one that only says so.
  private static func outcome<State: MessageEngine>(
    of deed: State.Action, in state: State, _ book: Rulebook<State>
  ) -> [State.Event]? {
    var next = state
    var events: [State.Event] = []
    guard let rule = try? next.apply(deed, by: book, into: &events), !State.rules[rule].isRejection else { return nil }
    return events
  }
}
