import Testing

@testable import CallModel

/// The full matrix of state against verb.
@Suite struct SituationTests {
  /// The whole law, by hand: what a DN that stands so in a call can do there, and whether a device can make another.
  /// A party outside can always make another: that is why `unreached` and `reached` can.
  static let law: [PartyState: Set<Verb>] = [
    .idle: [.makeCall, .queue],
    .dialing: [.hold, .release],
    .dialingHeld: [.retrieve, .release, .makeCall],
    .hearingBusy: [.release],
    .hearingBusyHeld: [.retrieve, .release, .makeCall],
    .queued: [.divert, .requestRoute],
    .parked: [.pickUp, .makeCall],
    .routing: [.routeCall, .route],
    .routeAsked: [.route],
    .unreached: [.reachNetwork, .busy, .makeCall],
    .offered: [.ring, .busy, .park, .makeCall],
    .reached: [.answer, .busy, .makeCall],
    .ringing: [.answer, .release, .makeCall],
    .talking: [.hold, .release, .singleStepConference, .deleteFromConference],
    .held: [.retrieve, .release, .makeCall],
    .invited: [.ring, .busy, .makeCall],
    .invitedReached: [.answer, .busy, .makeCall],
    .invitedRinging: [.answer, .release, .makeCall],
  ]

  /// Ways into each state: who stands there in call 1, and what has been done.
  static let ways: [PartyState: [(who: DN, done: [Action])]] = [
    .idle: [(c, ringing), (g, ringing), (h, inQueue), (x, inQueue), (p, inQueue)],
    .dialing: [
      (a, [.makeCall(from: a, to: b)]), (a, ringing), (a, inQueue), (a, inQueue + [.divert(g, to: b)]), (a, inQueue + [.queue(at: h)]),
      (a, [.makeCall(from: a, to: p)]), (a, [.makeCall(from: a, to: p), .routeCall(p, to: b)]), (a, [.makeCall(from: a, to: q)]),
      (a, [.makeCall(from: a, to: x)]), (a, [.makeCall(from: a, to: x), .reachNetwork(x)]), (a, [.makeCall(from: a, to: b), .park(b)]),
    ],
    .dialingHeld: [(a, ringing + [.hold(a)]), (a, inQueue + [.hold(a)]), (a, [.makeCall(from: a, to: p), .hold(a)])],
    .hearingBusy: [
      (a, [.makeCall(from: a, to: b), .busy(b)]), (a, [.makeCall(from: a, to: x), .busy(x)]), (a, inQueue + [.divert(g, to: b), .busy(b)]),
    ],
    .hearingBusyHeld: [
      (a, [.makeCall(from: a, to: b), .hold(a), .busy(b)]), (a, [.makeCall(from: a, to: x), .reachNetwork(x), .hold(a), .busy(x)]),
    ],
    .queued: [(g, inQueue), (g, inQueue + [.queue(at: h)]), (h, inQueue + [.queue(at: h)]), (q, [.makeCall(from: a, to: q)])],
    .parked: [(b, [.makeCall(from: a, to: b), .park(b)]), (b, inQueue + [.divert(g, to: b), .park(b)])],
    .routing: [(p, [.makeCall(from: a, to: p)]), (q, [.makeCall(from: a, to: q), .requestRoute(q)])],
    .routeAsked: [(p, [.makeCall(from: a, to: p), .routeCall(p, to: b)]), (p, [.makeCall(from: x, to: p), .routeCall(p, to: y)])],
    .unreached: [(x, [.makeCall(from: a, to: x)]), (r, [.makeCall(from: a, to: r)])],
    .offered: [
      (b, [.makeCall(from: a, to: b)]), (b, inQueue + [.divert(g, to: b)]), (r, [.makeCall(from: a, to: r), .reachNetwork(r)]),
      (b, [.makeCall(from: a, to: p), .route(p, to: b)]),
    ],
    .reached: [
      (x, [.makeCall(from: a, to: x), .reachNetwork(x)]), (x, [.makeCall(from: a, to: p), .route(p, to: x)]),
      (x, inQueue + [.divert(g, to: x)]),
    ],
    .ringing: [(b, ringing), (b, inQueue + [.divert(g, to: b), .ring(b)]), (b, ringing + [.hold(a)])],
    .talking: [(a, talking), (b, talking), (a, talking + [.hold(b)]), (b, ringing + [.hold(a), .answer(b)]), (c, conference)],
    .held: [(a, talking + [.hold(a)]), (a, talking + [.hold(a), .hold(b)]), (c, conference + [.hold(c)])],
    .invited: [(c, talking + [.singleStepConference(a, inviting: c)]), (d, conference + [.singleStepConference(a, inviting: d)])],
    .invitedReached: [(x, talking + [.singleStepConference(a, inviting: x)])],
    .invitedRinging: [(c, talking + [.singleStepConference(b, inviting: c), .ring(c)])],
  ]

  private static let ringing: [Action] = [.makeCall(from: a, to: b), .ring(b)]
  private static let talking = ringing + [.answer(b)]
  private static let conference = talking + [.singleStepConference(a, inviting: c), .ring(c), .answer(c)]
  private static let inQueue: [Action] = [.makeCall(from: a, to: g)]

  @Test(arguments: PartyState.allCases)
  func whatIsNotInTheLawIsRefusedAndChangesNothing(_ state: PartyState) throws {
    let ways = try #require(Self.ways[state])
    var possible: Set<Verb> = []
    for way in ways {
      let opening = Dialogue(after: way.done)
      #expect(opening.exchange.state(of: way.who, in: 1) == state)
      let before = Snapshot(opening.exchange)
      for verb in Verb.allCases {
        for target in [DN.none] + Cast.everyone {
          var attempt = opening
          if attempt(Action(verb, by: way.who, to: target, on: verb == .makeCall ? .none : 1)) != "refused" {
            possible.insert(verb)
          } else {
            #expect(Snapshot(attempt.exchange) == before && attempt.events.isEmpty)
          }
        }
      }
    }
    #expect(possible == Self.law[state])
  }

  @Test func theLawKnowsEveryState() {
    #expect(Set(Self.law.keys) == Set(PartyState.allCases))
    #expect(Self.law.values.reduce(into: Set()) { $0.formUnion($1) } == Set(Verb.allCases))
  }

  @Test func aPartyOutsideMakesAsManyCallsAsItLikesAndADeviceOnlyWhenFree() {
    var calls = Dialogue(after: .makeCall(from: x, to: b), .ring(b), .answer(b))
    #expect(calls(.makeCall(from: x, to: c)) == "silence")
    #expect(calls(.makeCall(from: x, to: g)) == "G EventQueued")
    #expect(calls(.makeCall(from: b, to: d)) == "refused")
    #expect(calls(.hold(b)) == "B EventHeld")
    #expect(calls(.makeCall(from: b, to: d)) == "B EventDialing")
    #expect(calls(.retrieve(b)) == "refused")
  }

  @Test func inASituationEachDimensionHasOneAnswer() {
    for dimension in Situation.dimensions {
      #expect(dimension.answers.reduce(0) { $0 + $1.member.rawValue.nonzeroBitCount } == dimension.members.rawValue.nonzeroBitCount)
      #expect(dimension.answers.allSatisfy { !$0.text.isEmpty })
    }
    for (one, other) in zip(Situation.dimensions, Situation.dimensions.dropFirst()) { #expect(one.members.isDisjoint(with: other.members)) }
    let everything = Situation.dimensions.reduce(into: Situation()) { $0.formUnion($1.members) }
    #expect(Situation().completed == everything)
    #expect(Situation.columns.count == Path.allCases.count)
  }

  @Test func everyStateAndKindCanBeSaid() {
    #expect(Set(PartyState.allCases.map(\.words)).count == PartyState.allCases.count)
    #expect(Set(Kind.allCases.map(\.words)).count == Kind.allCases.count)
  }
}

/// Everything of a state that a refused action must not touch.
struct Snapshot: Equatable {
  private var words: [UInt64] = []
  private var calls: [[Party]]
  private var connIDs: [ConnID]
  private var sequenceNumber: UInt64

  init(_ exchange: Exchange) {
    exchange.pack(into: &words)
    calls = exchange.calls.map(\.parties)
    connIDs = exchange.calls.map(\.connID) + [ConnID(exchange.nextConnID)]
    sequenceNumber = exchange.sequenceNumber
  }
}
