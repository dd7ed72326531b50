import Testing

@testable import CallModel

/// Small exchanges, every state of which is visited; `.ci/run` explores larger ones. A changed rule changes the counts: change them here, and say why
/// in the commit.
@Suite struct ExchangeExploringTests {
  struct Count: Sendable {
    let kinds: [Kind]
    var calls = 1
    var scope = ExplorationScope.calls
    var profile = SwitchProfile()
    var verbs: Set<Verb>?
    /// Where all would be too much: so many actions from the start.
    var limit: Int?
    let states: Int
    let transitions: Int
    let depth: Int
  }

  private static let all: [Kind] = [.acdGroup, .extension, .acdGroup, .routeQueue, .routingPoint, .external, .remote]
  private static let simulated = SwitchProfile(.networkReached, "simulated")
  private static let untilTheAnswer = SwitchProfile(.divertOnRinging, "false")
  private static let wrapsUp: SwitchProfile = {
    var profile = SwitchProfile(.wrapUp, "timed")
    (profile.agentNoAnswerAction, profile.agentNoAnswerOverflow) = (.notReady, .recall)
    return profile
  }()
  private static let corrected = SwitchProfile(.errata, "corrected")

  private static let atAnyTime: Set<Verb> = [
    .registerAddress, .unregisterAddress, .queryAddress, .fail, .recover, .setMessageWaitingOn, .setMessageWaitingOff,
  ]
  static let others = Set(Verb.allCases).subtracting(atAnyTime)
  static let atAnyTimeAndCalls = atAnyTime.union(calls)
  private static let calls: Set<Verb> = [.makeCall, .ring, .busy, .answer, .release, .hold, .retrieve, .agentLogin]

  static let counts = [
    Count(kinds: [.extension, .extension], states: 25, transitions: 128, depth: 5),
    Count(kinds: [.extension, .extension], calls: 2, states: 477, transitions: 4_904, depth: 10),
    Count(kinds: [.extension, .extension, .extension], states: 729, transitions: 4_770, depth: 12),
    Count(kinds: [.extension, .extension, .external], states: 373, transitions: 2_126, depth: 11),
    Count(kinds: [.extension, .extension, .remote], states: 697, transitions: 4_614, depth: 12),
    Count(kinds: [.extension, .remote], calls: 2, states: 477, transitions: 4_904, depth: 12),
    Count(kinds: [.extension, .remote], calls: 2, profile: simulated, states: 398, transitions: 4_121, depth: 10),
    Count(kinds: [.extension, .external], calls: 2, states: 458, transitions: 4_037, depth: 10),
    Count(kinds: [.extension, .external], calls: 2, profile: simulated, states: 385, transitions: 3_372, depth: 10),
    Count(kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], states: 331, transitions: 1_812, depth: 9),
    Count(
      kinds: [.extension, .acdGroup, .acdGroup, .acdGroup], profile: corrected, states: 331, transitions: 1_812,
      depth: 9),
    Count(
      kinds: [.extension, .routeQueue, .routeQueue, .routingPoint, .routingPoint], states: 237, transitions: 1_972,
      depth: 7),
    Count(
      kinds: [.acdGroup, .extension, .acdGroup, .external, .remote], states: 2_421, transitions: 15_642, depth: 16),
    Count(
      kinds: [.extension, .routeQueue, .routingPoint, .external, .remote], states: 1_689, transitions: 11_492,
      depth: 12),
    Count(
      kinds: [.extension, .extension, .routingPoint, .remote], profile: untilTheAnswer, states: 2_003,
      transitions: 14_182, depth: 14),
    Count(
      kinds: [.extension, .extension, .routeQueue, .external], profile: untilTheAnswer, states: 1_388,
      transitions: 8_638, depth: 14),
    Count(
      kinds: [.extension, .routingPoint, .external], profile: untilTheAnswer, states: 190, transitions: 1_062, depth: 8),
    Count(
      kinds: [.extension, .routingPoint, .virtualQueue, .virtualQueue, .external], states: 1_374, transitions: 8_719,
      depth: 12),
    Count(
      kinds: [.external, .extension, .acdGroup, .virtualQueue], calls: 2, limit: 7, states: 8_344, transitions: 43_229,
      depth: 7),
    Count(kinds: all, profile: simulated, limit: 6, states: 2_361, transitions: 12_103, depth: 6),
    // An outside party talks to the extension, which consults the group: seven actions reach the completed consultation.
    Count(kinds: [.external, .extension, .acdGroup], calls: 2, limit: 7, states: 4_563, transitions: 25_937, depth: 7),
  ]

  /// With settings, agents, monitoring and user data: all that can be set multiplies the states. What each DN can do at
  /// any time, fail or register for example, is explored by itself.
  static let countsOfEverything = [
    Count(
      kinds: [.external, .extension], scope: .everything, verbs: others, states: 1_464, transitions: 31_122, depth: 10),
    Count(
      kinds: [.acdGroup, .extension, .external], scope: .everything, profile: wrapsUp, verbs: others, limit: 5,
      states: 3_163, transitions: 44_244, depth: 5),
    Count(
      kinds: [.acdGroup, .extension], scope: .everything, verbs: others, states: 2_712, transitions: 87_498, depth: 12),
    Count(
      kinds: [.external, .extension], scope: .everything, verbs: atAnyTimeAndCalls, states: 360,
      transitions: 2_484, depth: 9),
  ]

  private static let explorations = counts.map { explored($0) }
  private static let explorationsOfEverything = countsOfEverything.map { explored($0) }

  private static func explored(_ count: Count) -> Exploration<Exchange> {
    var exchange = Exchange(calls: count.calls)
    // Extensions are agents of the group that stands before them.
    for kind in count.kinds {
      _ = exchange.add(kind, agentOf: kind == .extension && count.kinds[0] == .acdGroup ? Exchange.DN(1) : .none)
    }
    return exchange.explore(
      by: TServer.rulebook(under: count.profile), count.scope, verbs: count.verbs, depth: count.limit)
  }

  @Test func theCountsArePinnedAndTheInvariantsHold() { expect(Self.counts, Self.explorations) }

  @Test func theCountsOfEverythingArePinned() {
    expect(Self.countsOfEverything, Self.explorationsOfEverything)
    // After-call work ends after eight actions, as the scenarios show.
    let settings = TServer.rules.indices.filter {
      Self.isAboutSettings(TServer.rules[$0]) && TServer.rules[$0].verbs != [.endWrapUp]
    }
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
    // It goes with others, which are counted.
    if rule.occasion != nil { return true }
    return [
      // A conference, and one more who is announced to it.
      "Conference, before the answer", "Single-Step Transfer, derived", "Delete from Conference Phase, derived",
      // Something has been set on a DN, and then there is a call.
      "Call Forwarding", "Do-Not-Disturb", "Service Observing",
      // An agent is logged in, and then there is a call.
      "D129",
      // A queue or a routing point, and another to which a third party hands the call on.
      "Redirect, derived, D33, D116",
      // Muting is tried with the settings alone; to stop listening takes a conference.
      "Muting and Listening",
    ].contains { rule.source.contains($0) }
  }

  /// Rules that need the exploration of everything, except those on observers: an observer needs two parties to observe.
  private static func isAboutSettings(_ rule: Rule<Exchange>) -> Bool {
    rule.verbs.contains { $0.changesData || $0.leavesCallAlone || $0.reach == .theDN }
      && !rule.source.contains("Service Observing")
  }

  private static func fired(_ explorations: [Exploration<Exchange>]) -> [Int] {
    explorations.reduce(into: [Int](repeating: 0, count: TServer.rules.count)) { sums, found in
      for (number, times) in found.fired.enumerated() { sums[number] += times }
    }
  }

  /// Another explorer, slow and simple: every party tries every action in every state, and the states are kept in a set.
  @Test(arguments: [
    ([Kind.extension, .extension], 2), ([.extension, .acdGroup, .external], 1),
    ([.extension, .routingPoint, .remote], 1), ([.extension, .routingPoint, .virtualQueue], 1),
    ([.extension, .extension, .extension], 1),
  ])
  func aNaiveExplorerFindsTheSame(_ kinds: [Kind], _ calls: Int) {
    let book = TServer.rulebook()
    let start = Cast.exchange(of: kinds, calls: calls)
    let dns = (1...kinds.count).map { Exchange.DN(UInt16($0)) }
    var seen: Set<[UInt64]> = [Self.words(start)]
    var waiting = [start]
    var transitions = 0
    var events: [Exchange.Event] = []
    while let state = waiting.popLast() {
      for verb in Verb.allCases
      where verb.reach != .theDN && !verb.changesData && !verb.leavesCallAlone && !verb.isAboutVoices {
        let targets = (verb.target == .required ? [] : [Exchange.DN.none]) + (verb.target == .none ? [] : dns)
        let actors = dns.filter { state.kind(of: $0) != .external || verb.isDoneByHand }
        // A treatment goes on, or has an end.
        let modes = [Exchange.Mode.none] + (verb == .applyTreatment ? [Exchange.Mode(TreatmentType.ivr)] : [])
        for action in actors.flatMap({ dn in
          targets.flatMap { target in modes.map { Exchange.Action(verb, by: dn, to: target, mode: $0) } }
        }) {
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
    // Once the call is answered, its state no longer shows how it came; which part each party plays still matters.
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
