import Testing

@testable import CallModel

/// An exchange with the index and one without answer alike.
@Suite struct CallIndexTests {
  /// Queues, routing points and outside parties in many calls; whatever they do names a call or does not.
  @Test(arguments: [UInt64(1), 3, 4, 5]) func theIndexFindsWhatASearchFinds(_ seed: UInt64) {
    var dice = ChurnTests.Dice(seed: seed)
    let book = TServer.rulebook()
    let attempts = Exchange.attempts(book, .calls, nil)
    var searched = Cast.exchange(calls: 24)
    var events: [Exchange.Event] = []
    for agent in [d, e, f] {
      for action: Action in [.agentLogin(agent), .agentReady(agent)] {
        _ = try? searched.apply(action, by: book, into: &events)
      }
    }
    var indexed = searched
    var index = CallIndex()
    var (refusals, successes, ambiguous, distributed) = (0, 0, 0, 0)
    let actors = [g, h, p, q, x, y, a, b].numbers
    for attempt in 0..<3_000 {
      let actor = dice.pick(actors)
      var action = Exchange.Action(dice.pick(Self.verbs), by: actor)
      var possible: [Exchange.Action] = []
      if attempt % 3 == 0 {
        searched.eachAttempt(by: actor, attempts) {
          if searched.rule(for: $0, by: book) != nil { possible.append($0) }
        }
      }
      if !possible.isEmpty {
        action = dice.pick(possible)
        // Some name their call: or else all would soon be ambiguous.
        if dice.next() % 3 == 0 { action.on = .none }
      } else if action.verb.target != .none {
        action.target = dice.pick([.none] + Cast.everyone.numbers)
      }
      // Agents hang up, and their group distributes.
      if attempt.isMultiple(of: 8) { action = Exchange.Action(.clearCall, by: dice.pick([d, e, f]).number) }
      if attempt % 8 == 1 { action = Exchange.Action(.distribute, by: g.number) }
      if action.verb == .answer, dice.next() % 4 == 0 { action.callState = .answeringMachineDetected }
      let one = Self.outcome { events throws(ModelRefusal<Exchange>) in
        try searched.apply(action, by: book, into: &events)
      }
      let other = Self.outcome { events throws(ModelRefusal<Exchange>) in
        try indexed.apply(action, with: Exchange.Attachments(), by: book, using: &index, into: &events)
      }
      #expect(one.text == other.text, "\(Dialogue.text(action))")
      for dn in actors {
        let calls = searched.calls.filter { $0.index(of: dn) != nil }.map(\.connID)
        for call in [1, 2, 3] as [ConnID] {
          #expect(indexed.isInCall(dn, otherThan: call) == calls.contains { $0 != call })
        }
      }
      if let refusal = one.refusal {
        refusals += 1
        if refusal.cause == .severalCalls { ambiguous += 1 }
        var (first, second) = (searched, indexed)
        #expect(
          first.error(for: refusal, by: book)
            == second.error(for: refusal, by: book, using: &index))
      } else {
        successes += 1
        if action.verb == .distribute, action.on == .none { distributed += 1 }
      }
    }
    #expect(distributed > 1, "\(distributed)")
    #expect(successes > 250 && refusals > 1_000 && ambiguous > 25, "\(successes) \(refusals) \(ambiguous)")
  }

  private static let verbs: [Verb] = [
    .makeCall, .makePredictiveCall, .answer, .hold, .retrieve, .release, .routeCall, .clearCall, .applyTreatment, .ring,
    .busy,
    .queue, .divert, .requestRoute, .route, .reachNetwork, .timeOut, .treat, .refuseTreatment, .endTreatment,
    .distribute, .pickUp, .deleteUserData,
  ]

  private static func outcome(
    _ apply: (inout [Exchange.Event]) throws(ModelRefusal<Exchange>) -> Exchange.Applied
  ) -> (text: String, refusal: ModelRefusal<Exchange>?) {
    var events: [Exchange.Event] = []
    do throws(ModelRefusal<Exchange>) {
      let applied = try apply(&events)
      return ("\(applied) \(events)", nil)
    } catch {
      return ("\(error.cause) \(error.state) \(error.situation.rawValue) \(error.action)", error)
    }
  }
}

extension ChurnTests.Dice {
  fileprivate mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }
}
