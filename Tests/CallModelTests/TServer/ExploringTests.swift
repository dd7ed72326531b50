import Testing

@testable import CallModel

/// Small exchanges, every state of which is visited. A changed rule changes the counts: change them here, and say why in the commit.
@Suite struct ExploringTests {
  struct Count: Sendable {
    let kinds: [Kind]
    var calls = 1
    var profile = SwitchProfile()
    let states: Int
    let transitions: Int
    let depth: Int
  }

  private static let all: [Kind] = [.extension, .acdGroup, .acdGroup, .routeQueue, .routingPoint, .external, .remote]
  private static let simulated = SwitchProfile(.networkReached, "simulated")
  private static let corrected = SwitchProfile(.errata, "corrected")

  static let counts = [
    Count(kinds: [.extension, .extension], states: 25, transitions: 88, depth: 5),
    Count(kinds: [.extension, .extension], calls: 2, states: 477, transitions: 3_056, depth: 11),
    Count(kinds: [.extension, .extension, .extension], states: 237, transitions: 1_284, depth: 11),
    Count(kinds: [.extension, .extension, .external], states: 209, transitions: 1_124, depth: 10),
    Count(kinds: [.extension, .extension, .remote], states: 237, transitions: 1_284, depth: 11),
    Count(kinds: [.extension, .extension, .acdGroup], calls: 2, states: 1_647, transitions: 10_496, depth: 11),
    Count(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], states: 271, transitions: 1_083, depth: 7),
    Count(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], profile: corrected, states: 271, transitions: 1_083, depth: 7),
    Count(kinds: [.extension, .external, .routingPoint], calls: 2, states: 1_686, transitions: 11_246, depth: 11),
    Count(kinds: [.extension, .routeQueue, .routeQueue, .routingPoint, .routingPoint], states: 145, transitions: 596, depth: 6),
    Count(kinds: [.extension, .remote], calls: 2, states: 477, transitions: 3_056, depth: 13),
    Count(kinds: [.extension, .remote], calls: 2, profile: simulated, states: 398, transitions: 2_497, depth: 11),
    Count(kinds: [.extension, .external], calls: 2, profile: simulated, states: 385, transitions: 2_558, depth: 10),
    Count(kinds: all, states: 1_913, transitions: 8_552, depth: 10),
    Count(kinds: all, profile: simulated, states: 1_905, transitions: 8_520, depth: 10),
  ]

  private static let explorations = counts.map { count in
    let exchange = Cast.exchange(of: count.kinds, calls: count.calls)
    return exchange.explore(by: TServer.rulebook(under: count.profile))
  }

  @Test func theCountsArePinnedAndTheInvariantsHold() {
    for (expected, found) in zip(Self.counts, Self.explorations) {
      let name = expected.kinds.map { "\($0)" }.joined(separator: " ")
      #expect(found.fault.map { $0.sentence } == nil)
      #expect(!found.isCutShort)
      #expect([found.states, found.transitions, found.depth] == [expected.states, expected.transitions, expected.depth], "\(name)")
    }
  }

  @Test func everyRuleFires() {
    let fired = Self.explorations.reduce(into: [Int](repeating: 0, count: TServer.rules.count)) { sums, found in
      for number in sums.indices { sums[number] += found.fired[number] }
    }
    #expect(zip(TServer.rules, fired).filter { $0.1 == 0 }.map(\.0.name) == [])
    #expect(fired.reduce(0, +) == Self.explorations.reduce(0) { $0 + $1.transitions })
  }

  /// Another explorer, slow and simple: everybody tries everything everywhere, and the states are kept in a set.
  @Test(arguments: [
    ([Kind.extension, .extension], 2), ([.extension, .acdGroup, .external], 1), ([.extension, .routingPoint, .remote], 1),
    ([.extension, .extension, .extension], 1),
  ])
  func aNaiveExplorerFindsTheSame(_ kinds: [Kind], _ calls: Int) {
    let book = TServer.rulebook()
    let start = Cast.exchange(of: kinds, calls: calls)
    let dns = (1...kinds.count).map { DN(UInt16($0)) }
    var seen: Set<[UInt64]> = [[]]
    var waiting = [start]
    var transitions = 0
    var events: [Event] = []
    while let state = waiting.popLast() {
      for verb in Verb.allCases {
        for action in dns.flatMap({ dn in (verb.takesTarget ? dns : [.none]).map { Action(verb, by: dn, to: $0) } }) {
          for call in verb == .makeCall ? [.none] : state.calls.map(\.connID) {
            var next = state
            var asked = action
            asked.on = call
            guard (try? next.apply(asked, by: book, into: &events)) != nil else { continue }
            transitions += 1
            var words: [UInt64] = []
            next.pack(into: &words)
            if seen.insert(words).inserted { waiting.append(next) }
          }
        }
      }
    }
    let found = start.explore(by: book)
    #expect([found.states, found.transitions] == [seen.count, transitions])
  }

  @Test func aPackedStateGoesOnAsTheOriginal() {
    for flow in Flow.all {
      var original = Dialogue()
      for action in flow.actions {
        var words: [UInt64] = []
        original.exchange.pack(into: &words)
        var unpacked = Dialogue()
        unpacked.exchange.unpack(words[...])
        var again: [UInt64] = []
        unpacked.exchange.pack(into: &again)
        #expect(again == words)
        #expect(unpacked(action) == original(action), "\(flow.name)")
        // The number of a request is no part of what is compared.
        let isNumbered = original.events.contains { $0.listed.contains(.referenceID) }
        if !isNumbered { #expect(unpacked.events.map { Dialogue.attributes($0) } == original.events.map { Dialogue.attributes($0) }) }
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

  private func words(_ dialogue: Dialogue) -> [UInt64] {
    var words: [UInt64] = []
    dialogue.exchange.pack(into: &words)
    return words
  }
}
