import Testing

@testable import CallModel

/// What is listed as possible is accepted and emits the predicted events, and everything else is refused: held against
/// every combination of verb, actor, target and call, by brute force.
@Suite struct ExchangePredictionsTests {
  /// Three calls of one device, or three calls side by side.
  private static let threeCalls: [[Action]] = [
    After.talking + [
      .hold(a), .makeCall(from: a, to: c), .ring(c, on: 2), .answer(c, on: 2), .hold(a, on: 2),
      .makeCall(from: a, to: d),
    ],
    After.talking + [
      .hold(a), .makeCall(from: a, to: c), .ring(c, on: 2), .answer(c, on: 2), .hold(a, on: 2),
      .makeCall(from: a, to: d), .ring(d, on: 3), .answer(d, on: 3),
    ],
    After.consulted + [.makeCall(from: x, to: b), .ring(b, on: 3)],
    After.consulting + [.makeCall(from: x, to: g), .divert(g, to: d)],
    [.makeCall(from: a, to: g), .makeCall(from: x, to: g), .makePredictiveCall(from: g, to: b), .ring(b)],
    [.makeCall(from: a, to: p), .makeCall(from: x, to: q), .makeCall(from: y, to: b), .ring(b)],
  ]

  private static let settings: [Action] = [.setDNDOn(a), .forward(b, to: c), .agentLogin(d), .observe(d, by: f)]

  /// Three calls with parties of every kind, and some of the states that are an action away.
  @Test(arguments: threeCalls) func withThreeCalls(_ actions: [Action]) {
    let book = TServer.rulebook()
    var start = Dialogue(calls: 3)
    for action in actions { _ = start(action) }
    #expect(start.exchange.calls.count == 3)
    var states = [start.exchange]
    let possible = Self.possible(in: start.exchange, book).map { Action($0.action) }
    for action in possible.indices.filter({ $0.isMultiple(of: 80) }).map({ possible[$0] }) + Self.settings {
      var next = start.exchange
      var events: [Exchange.Event] = []
      _ = try? next.apply(action, by: book, into: &events)
      states.append(next)
    }
    for state in states { Self.expectAgreement(state, book) }
  }

  struct World: Sendable {
    let kinds: [Kind]
    var calls = 1
    var scope = ExplorationScope.calls
    var verbs = Set(Verb.allCases)
    let states: Int
    /// Every so many of them is held against brute force.
    var interval = 1
  }

  /// Every state that these parties can reach.
  @Test(arguments: [
    World(kinds: [.extension, .extension], calls: 2, states: 477, interval: 4),
    World(kinds: [.extension, .extension, .remote], states: 697, interval: 4),
    World(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], states: 331, interval: 4),
    World(kinds: [.extension, .routeQueue, .routeQueue, .routingPoint, .routingPoint], states: 237, interval: 6),
    World(kinds: [.acdGroup, .extension, .routingPoint, .external, .remote], states: 1_365, interval: 32),
    World(
      kinds: [.external, .extension], scope: .everything, verbs: ExchangeExploringTests.others, states: 1_464,
      interval: 10),
    World(
      kinds: [.acdGroup, .extension], scope: .everything, verbs: ExchangeExploringTests.others, states: 2_712,
      interval: 10),
    World(
      kinds: [.external, .extension], scope: .everything, verbs: ExchangeExploringTests.atAnyTimeAndCalls, states: 360,
      interval: 4),
    World(kinds: [.extension, .acdGroup], calls: 3, states: 3_679, interval: 60),
    World(kinds: [.extension, .extension], calls: 3, states: 7_837, interval: 240),
  ])
  func inEveryState(_ world: World) {
    let book = TServer.rulebook()
    var exchange = Exchange(calls: world.calls)
    for kind in world.kinds {
      _ = exchange.add(kind, agentOf: kind == .extension && world.kinds[0] == .acdGroup ? Exchange.DN(1) : .none)
    }
    var count = 0
    exchange.eachReachableState(by: book, world.scope, where: { world.verbs.contains($0.verb) }) { state in
      if count.isMultiple(of: world.interval) { Self.expectAgreement(state, book) }
      count += 1
    }
    #expect(count == world.states, "\(world.kinds)")
  }

  @Test func whatARequestBringsIsTheLeastThatMakesItPossible() {
    let book = TServer.rulebook()
    func pairs(for verb: Verb, _ exchange: Exchange) -> [[Exchange.UserData.Pair]] {
      Self.possible(in: exchange, book).filter { $0.action.verb == verb }.map(\.pairs)
    }
    var call = Dialogue(after: After.talking)
    let sample = [Exchange.UserData.Pair(key: 0, value: 0)]
    #expect(Set(pairs(for: .attachUserData, call.exchange)) == [sample])
    // There is nothing to delete yet.
    #expect(pairs(for: .deletePair, call.exchange).isEmpty)
    let brought = call.data((key: 7, value: 1), (key: 9, value: 2))
    _ = call(.attach(a, brought, on: 1))
    #expect(Set(pairs(for: .deletePair, call.exchange)) == [[Exchange.UserData.Pair(key: 7, value: 0)]])
  }

  @Test func strangersHaveNothingToDo() {
    let call = Dialogue(after: After.talking)
    #expect(call.possibleActions(of: .none).isEmpty && call.possibleActions(of: DN(999)).isEmpty)
  }

  private static func possible(in state: Exchange, _ book: Rulebook<Exchange>) -> [Prediction<Exchange>] {
    (1..<state.lines.count).flatMap { state.possibleActions(of: Exchange.DN(UInt16($0)), by: book) }
  }

  /// Requests about user data bring a pair; of those that delete one, the call's first. TSendDTMF brings a digit.
  private static func outcome(
    of action: Exchange.Action, in state: Exchange, _ book: Rulebook<Exchange>
  ) -> [Exchange.Event]? {
    var next = state
    var events: [Exchange.Event] = []
    var pairs = action.verb.changesData ? [Exchange.UserData.Pair(key: 0, value: 0)] : []
    if action.verb == .deletePair, let first = state.userData(of: action.on).pairs.first { pairs[0].key = first.key }
    if action.verb == .deleteUserData { pairs = [] }
    var brought = Exchange.Attachments(data: pairs)
    if action.verb == .sendDTMF { brought.digits = 0 }
    return (try? next.apply(action, with: brought, by: book, into: &events)).map { _ in events }
  }

  private static func expectAgreement(_ state: Exchange, _ book: Rulebook<Exchange>) {
    let dns = (1..<state.lines.count).map { Exchange.DN(UInt16($0)) }
    var accepted: [Exchange.Action: [Exchange.Event]] = [:]
    for verb in Verb.allCases {
      for call in verb.begins || verb.reach == .theDN ? [.none] : state.calls.map(\.connID) {
        for actor in dns {
          for target in verb.target == .none ? [.none] : [.none] + dns {
            let action = Exchange.Action(verb, by: actor, to: target, on: call)
            accepted[action] = outcome(of: action, in: state, book)
          }
        }
      }
    }
    let possible = possible(in: state, book)
    let listed = Dictionary(possible.map { ($0.action, $0.events) }) { first, _ in first }
    #expect(listed.count == possible.count, "an action is listed twice")
    #expect(listed == accepted, "\(difference(listed, accepted))")
    // What a hint would name, were it to name everything.
    var hinted: Set<Exchange.Action> = []
    for dn in dns {
      let hasSeenAll = state.eachPossibleAction(of: dn, by: book) { action in
        hinted.insert(action)
        return true
      }
      #expect(hasSeenAll)
    }
    let aboutCalls = accepted.keys.filter {
      $0.verb.reach != .theDN && !$0.verb.changesData && !$0.verb.leavesCallAlone && !$0.verb.isAboutVoices
    }
    #expect(hinted.filter { $0.callState == .ok }.namingOneCall == Set(aboutCalls).namingOneCall)
    // What an exploration tries, settings and data too; where a mode can be named, it names each.
    var tried: Set<Exchange.Action> = []
    state.eachAttempt(Exchange.attempts(book, .everything, nil)) { action in
      guard action.callState == .ok, outcome(of: action, in: state, book) != nil else { return }
      tried.insert(Exchange.Action(action.verb, by: action.actor, to: action.target, on: action.on))
    }
    #expect(tried == Set(accepted.keys))
  }

  private static func difference(
    _ listed: [Exchange.Action: [Exchange.Event]], _ accepted: [Exchange.Action: [Exchange.Event]]
  ) -> [String] {
    Set(listed.keys).union(accepted.keys).filter { listed[$0] != accepted[$0] }.map { Dialogue.text($0) }.sorted()
  }
}

extension Set<Exchange.Action> {
  /// A hint names one of two calls only where it has to.
  fileprivate var namingOneCall: Set<Exchange.Action> {
    Set(
      map { action in
        var action = action
        if action.verb.concernsTwoCalls { action.on = .none }
        return action
      })
  }
}
