import Testing

@testable import CallModel

/// Small exchanges, every state of which is visited. A changed rule changes the counts: change them here, and say why
/// in the commit.
@Suite struct ExploringTests {
  struct Count: Sendable {
    let kinds: [Kind]
    var calls = 1
    var scope = ExplorationScope.calls
    var profile = SwitchProfile()
    /// Where all would be too much: so many actions from the start.
    var limit: Int?
    let states: Int
    let transitions: Int
    let depth: Int
  }

  private static let all: [Kind] = [.acdGroup, .extension, .acdGroup, .routeQueue, .routingPoint, .external, .remote]
  private static let simulated = SwitchProfile(.networkReached, "simulated")
  private static let corrected = SwitchProfile(.errata, "corrected")

  static let counts = [
    Count(kinds: [.extension, .extension], states: 21, transitions: 104, depth: 5),
    Count(kinds: [.extension, .extension], calls: 2, states: 350, transitions: 3_408, depth: 10),
    Count(kinds: [.extension, .extension, .extension], states: 261, transitions: 1_728, depth: 9),
    Count(kinds: [.extension, .extension, .external], states: 157, transitions: 900, depth: 8),
    Count(kinds: [.extension, .extension, .remote], states: 253, transitions: 1_700, depth: 9),
    Count(kinds: [.extension, .remote], calls: 2, states: 350, transitions: 3_408, depth: 10),
    Count(kinds: [.extension, .remote], calls: 2, profile: simulated, states: 283, transitions: 2_757, depth: 10),
    Count(kinds: [.extension, .external], calls: 2, states: 318, transitions: 2_675, depth: 10),
    Count(kinds: [.extension, .external], calls: 2, profile: simulated, states: 257, transitions: 2_130, depth: 8),
    Count(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], states: 229, transitions: 1_230, depth: 8),
    Count(
      kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], profile: corrected, states: 229, transitions: 1_230,
      depth: 8),
    Count(
      kinds: [.extension, .routeQueue, .routeQueue, .routingPoint, .routingPoint], states: 189, transitions: 1_348,
      depth: 7),
    Count(kinds: all, states: 1_513, transitions: 10_910, depth: 9),
    Count(kinds: all, profile: simulated, states: 1_505, transitions: 10_872, depth: 9),
    // Somebody outside talks to the extension, which consults the group: seven actions see the consultation completed.
    Count(kinds: [.external, .extension, .acdGroup], calls: 2, limit: 7, states: 3_591, transitions: 21_653, depth: 7),
  ]

  /// With settings, agents, monitoring and user data: all that can be set multiplies the states.
  static let countsOfEverything = [
    Count(kinds: [.external, .extension], scope: .everything, states: 888, transitions: 12_514, depth: 10),
    Count(kinds: [.acdGroup, .extension], scope: .everything, states: 696, transitions: 12_578, depth: 11),
  ]

  private static let explorations = counts.map { explored($0) }
  private static let explorationsOfEverything = countsOfEverything.map { explored($0) }

  private static func explored(_ count: Count) -> Exploration<Exchange> {
    var exchange = Exchange(calls: count.calls)
    // Extensions are agents of the group that stands before them.
    for kind in count.kinds {
      _ = exchange.add(kind, agentOf: kind == .extension && count.kinds[0] == .acdGroup ? DN(1) : .none)
    }
    return exchange.explore(by: TServer.rulebook(under: count.profile), count.scope, depth: count.limit)
  }

  @Test func theCountsArePinnedAndTheInvariantsHold() { expect(Self.counts, Self.explorations) }

  @Test func theCountsOfEverythingArePinned() {
    expect(Self.countsOfEverything, Self.explorationsOfEverything)
    let settings = TServer.rules.indices.filter { Self.isAboutSettings(TServer.rules[$0]) }
    #expect(settings.filter { Self.fired(Self.explorationsOfEverything)[$0] == 0 }.map { TServer.rules[$0].name } == [])
  }

  private func expect(_ counts: [Count], _ explorations: [Exploration<Exchange>]) {
    for (expected, found) in zip(counts, explorations) {
      let name = expected.kinds.map { "\($0)" }.joined(separator: " ")
      #expect(found.fault.map { $0.sentence } == nil, "\(name)")
      #expect(found.isCutShort == (expected.limit != nil), "\(name)")
      #expect(
        [found.states, found.transitions, found.depth] == [expected.states, expected.transitions, expected.depth],
        "\(name)")
    }
  }

  /// In these small exchanges every rule fires, but for those that need more: the scenarios show that they do fire.
  @Test func everyRuleFires() {
    let fired = Self.fired(Self.explorations)
    let silent = zip(TServer.rules, fired).filter { $0.1 == 0 }.map(\.0)
    #expect(silent.filter { !Self.needsMore($0) && !Self.isAboutSettings($0) }.map(\.name) == [])
    #expect(fired.reduce(0, +) == Self.explorations.reduce(0) { $0 + $1.transitions })
    // Nor is it mostly excused.
    #expect(silent.count < TServer.rules.count / 2)
  }

  private static func needsMore(_ rule: Rule<Exchange>) -> Bool {
    // Two calls at once with parties of every kind.
    if rule.verbs.contains(where: { $0.reach == .twoCalls }) { return true }
    return [
      // A conference, and one more who is announced to it.
      "Conference, before the answer", "Single-Step Transfer, derived", "Delete from Conference Phase, derived",
      // Something has been set on a DN, and then there is a call.
      "Call Forwarding", "Do-Not-Disturb", "Service Observing",
    ].contains { rule.source.contains($0) }
  }

  /// What the exploration of everything is for; whoever observes needs two to observe.
  private static func isAboutSettings(_ rule: Rule<Exchange>) -> Bool {
    rule.verbs.contains { $0.changesData || $0.reach == .theDN } && !rule.source.contains("Service Observing")
  }

  private static func fired(_ explorations: [Exploration<Exchange>]) -> [Int] {
    explorations.reduce(into: [Int](repeating: 0, count: TServer.rules.count)) { sums, found in
      for number in sums.indices { sums[number] += found.fired[number] }
    }
  }

  /// Another explorer, slow and simple: everybody tries everything everywhere, and the states are kept in a set.
  @Test(arguments: [
    ([Kind.extension, .extension], 2), ([.extension, .acdGroup, .external], 1),
    ([.extension, .routingPoint, .remote], 1),
    ([.extension, .extension, .extension], 1),
  ])
  func aNaiveExplorerFindsTheSame(_ kinds: [Kind], _ calls: Int) {
    let book = TServer.rulebook()
    let start = Cast.exchange(of: kinds, calls: calls)
    let dns = (1...kinds.count).map { DN(UInt16($0)) }
    var seen: Set<[UInt64]> = [Self.words(start)]
    var waiting = [start]
    var transitions = 0
    var events: [Event] = []
    while let state = waiting.popLast() {
      for verb in Verb.allCases where verb.reach != .theDN && !verb.changesData {
        let targets = (verb.target == .required ? [] : [DN.none]) + (verb.target == .none ? [] : dns)
        let actors = dns.filter { state.kind(of: $0) != .external || verb.isDoneByHand }
        for action in actors.flatMap({ dn in targets.map { Action(verb, by: dn, to: $0) } }) {
          for call in verb.begins ? [.none] : state.calls.map(\.connID) {
            let standing = state.state(of: action.actor, in: call)
            let mayFail = verb == .answer && (standing == .reached || standing == .customerRinging)
            for callState in mayFail ? [CallState.ok, .noAnswer] : [.ok] {
              var next = state
              var asked = action
              asked.on = call
              if verb == .answer { asked.callState = callState }
              guard (try? next.apply(asked, by: book, into: &events)) != nil else { continue }
              transitions += 1
              if seen.insert(Self.words(next)).inserted { waiting.append(next) }
            }
          }
        }
      }
    }
    let found = start.explore(by: book)
    #expect([found.states, found.transitions] == [seen.count, transitions])
  }

  // MARK: Three calls

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

  /// What is listed is accepted, and what is accepted is listed: every verb, actor, target and call, by brute force.
  @Test(arguments: threeCalls) func possibleActionsAgreeWithApply(_ actions: [Action]) {
    let book = TServer.rulebook()
    var start = Dialogue(calls: 3)
    for action in actions { _ = start(action) }
    #expect(start.exchange.calls.count == 3)
    // The situation, and some of those that are an action away: with so many parties each takes its time.
    var states = [start.exchange]
    let listed = Self.listed(start.exchange, book)
    for action in listed.indices.filter({ $0.isMultiple(of: 12) }).map({ listed[$0] }) + Self.settings {
      var next = start.exchange
      var events: [Event] = []
      _ = try? next.apply(action, by: book, into: &events)
      states.append(next)
    }
    for state in states { Self.expectAgreement(state, book) }
  }

  /// The same in every state with three calls that two parties can reach.
  @Test(arguments: [([Kind.extension, .acdGroup], 1_839), ([.extension, .extension], 5_102)])
  func everyStateWithThreeCallsAgrees(_ kinds: [Kind], _ states: Int) {
    let book = TServer.rulebook()
    let start = Cast.exchange(of: kinds, calls: 3)
    var seen: Set<[UInt64]> = [Self.words(start)]
    var waiting = [start]
    var events: [Event] = []
    while let state = waiting.popLast() {
      if state.calls.count == 3 { Self.expectAgreement(state, book) }
      for action in Self.listed(state, book) {
        var next = state
        _ = try? next.apply(action, by: book, into: &events)
        events.removeAll(keepingCapacity: true)
        if seen.insert(Self.words(next)).inserted { waiting.append(next) }
      }
    }
    #expect(seen.count == states)
  }

  private static func listed(_ state: Exchange, _ book: borrowing Rulebook<Exchange>) -> [Action] {
    (1..<state.lines.count).flatMap { state.possibleActions(of: DN(UInt16($0)), by: book) }
  }

  /// Requests about user data bring a pair; of a DN's settings the target alone is varied.
  private static func apply(_ action: Action, to state: Exchange, _ book: borrowing Rulebook<Exchange>) -> Bool {
    var next = state
    var events: [Event] = []
    let pairs = action.verb.changesData ? [UserData.Pair(key: 0, value: 0)] : []
    return (try? next.apply(action, with: pairs, by: book, into: &events)) != nil
  }

  private static func expectAgreement(_ state: Exchange, _ book: borrowing Rulebook<Exchange>) {
    let dns = (1..<state.lines.count).map { DN(UInt16($0)) }
    var accepted: Set<Action> = []
    for verb in Verb.allCases {
      for call in verb.begins || verb.reach == .theDN ? [.none] : state.calls.map(\.connID) {
        for actor in dns {
          for target in [.none] + dns {
            let action = Action(verb, by: actor, to: target, on: call)
            // A target that the verb does not take decides nothing.
            if verb.target == .none, target != .none { continue }
            if apply(action, to: state, book) { accepted.insert(action) }
          }
        }
      }
    }
    let aboutCalls = accepted.filter { $0.verb.reach != .theDN && !$0.verb.changesData }
    let listed = Set(listed(state, book).filter { $0.callState == .ok })
    #expect(listed == aboutCalls, "\(listed.symmetricDifference(aboutCalls).map(Dialogue.text).sorted())")
    // What a hint would name, were it to name everything.
    var hinted: Set<Action> = []
    for dn in dns {
      let hasSeenAll = state.eachPossibleAction(of: dn, by: book) { action in
        hinted.insert(action)
        return true
      }
      #expect(hasSeenAll)
    }
    #expect(hinted.filter { $0.callState == .ok } == aboutCalls)
    // What an exploration tries, settings and data too; where a mode can be named, it names each.
    var tried: Set<Action> = []
    state.attempts(book, .everything) { action in
      guard action.callState == .ok, apply(action, to: state, book) else { return }
      tried.insert(Action(action.verb, by: action.actor, to: action.target, on: action.on))
    }
    #expect(tried == accepted, "\(tried.symmetricDifference(accepted).map(Dialogue.text).sorted())")
  }

  @Test func aPackedStateGoesOnAsTheOriginal() {
    for flow in Flow.all + Flow.beyond {
      var original = Dialogue()
      for action in flow.actions {
        let words = words(original)
        var unpacked = Dialogue()
        unpacked.exchange.unpack(words[...])
        #expect(self.words(unpacked) == words, "\(flow.name)")
        #expect(unpacked(action) == original(action), "\(flow.name)")
        // The number of a request is no part of what is compared.
        let isNumbered = original.events.contains { $0.listed.contains(.referenceID) }
        if !isNumbered {
          #expect(unpacked.events.map { Dialogue.attributes($0) } == original.events.map { Dialogue.attributes($0) })
        }
      }
    }
  }

  @Test func statesAreComparedWithoutCountersAndWithConnIDsByAge() {
    var early = Dialogue(after: .makeCall(from: a, to: b))
    var late = Dialogue(after: .makeCall(from: c, to: d), .makeCall(from: a, to: b).requested(as: 9), .release(c))
    #expect(early.exchange.calls.map(\.connID) == [1] && late.exchange.calls.map(\.connID) == [2])
    #expect(words(early) == words(late))
    _ = (early(.ring(b)), late(.hold(a)))
    #expect(words(early) != words(late))
    // Once it is answered nobody can tell how the call came, nor who called.
    let outbound = Dialogue(after: .makeCall(from: b, to: g), .divert(g, to: a), .ring(a), .answer(a))
    let direct = Dialogue(after: .makeCall(from: b, to: a), .ring(a), .answer(a))
    #expect(words(outbound) == words(direct))
  }

  private static func words(_ exchange: Exchange) -> [UInt64] {
    var words: [UInt64] = []
    exchange.pack(into: &words)
    return words
  }

  private func words(_ dialogue: Dialogue) -> [UInt64] { Self.words(dialogue.exchange) }
}
