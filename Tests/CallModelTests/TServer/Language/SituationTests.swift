import Testing

@testable import CallModel

/// The full matrix of state against verb.
@Suite struct SituationTests {
  /// The whole law, by hand: what a DN that stands so in a call can do there, and whether it can begin another. A party
  /// outside can always make another call, and a queue or a routing point a predictive one. Requests about two calls
  /// can name either of them.
  static let law: [PartyState: Set<Verb>] = [
    .idle: [.makeCall, .makePredictiveCall, .queue, .pickUp, .ring],
    .dialing: [.hold, .release, .clearCall, .reconnectCall, .completeTransfer, .completeConference],
    .dialingHeld: [.retrieve, .release, .clearCall, .makeCall, .completeTransfer, .completeConference],
    .hearingBusy: [.release, .clearCall, .reconnectCall],
    .hearingBusyHeld: [.retrieve, .release, .clearCall, .makeCall],
    .queued: [.divert, .distribute, .requestRoute, .makePredictiveCall],
    .parked: [.pickUp, .makeCall],
    .routing: [.routeCall, .route, .applyTreatment, .makePredictiveCall],
    .treatmentAsked: [.routeCall, .route, .treat, .refuseTreatment, .makePredictiveCall],
    .treated: [.routeCall, .route, .applyTreatment, .endTreatment, .makePredictiveCall],
    .routeAsked: [.route, .makePredictiveCall],
    .routed: [.makePredictiveCall],
    .routedByDefault: [.makePredictiveCall],
    .unreached: [.reachNetwork, .busy, .makeCall],
    .offered: [.ring, .busy, .park, .makeCall],
    .reached: [.ring, .answer, .busy, .timeOut, .makeCall],
    .ringing: [.answer, .release, .clearCall, .redirectCall, .timeOut, .makeCall],
    .customerRinging: [.answer, .release, .clearCall, .timeOut, .makeCall],
    .detecting: [.release, .clearCall, .makePredictiveCall],
    .talking: talks.union(ofTwoCalls).union([.setMuteOn, .setMuteOff, .listenDisconnect, .listenReconnect]),
    .held: ofTwoCalls.union([.retrieve, .release, .clearCall, .makeCall]),
    .announced: [.ring, .busy, .makeCall],
    .announcedOutside: [.answer, .busy, .timeOut, .makeCall],
    .announcedRinging: [.answer, .release, .clearCall, .timeOut, .makeCall],
    .invited: [.ring, .busy, .makeCall],
    .invitedOutside: [.answer, .busy, .timeOut, .makeCall],
    .invitedRinging: [.answer, .release, .timeOut, .makeCall],
    .observerRinging: [.answer, .release, .timeOut, .makeCall],
    .addedObserverRinging: [.answer, .release, .timeOut, .makeCall],
    .observing: [.release, .setMuteOn, .setMuteOff],
  ]

  private static let talks: Set<Verb> = [
    .hold, .release, .clearCall, .singleStepConference, .deleteFromConference, .singleStepTransfer, .redirectCall,
    .initiateTransfer,
    .initiateConference, .muteTransfer,
  ]
  private static let ofTwoCalls: Set<Verb> = [
    .completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference, .alternateCall, .reconnectCall,
  ]

  struct Way: Sendable {
    let who: DN
    let call: ConnID
    let done: [Action]
    let profile: SwitchProfile
    init(_ who: DN, in call: ConnID = 1, _ done: [Action], under profile: SwitchProfile = SwitchProfile()) {
      (self.who, self.call, self.done, self.profile) = (who, call, done, profile)
    }
  }

  private static let untilTheAnswer = SwitchProfile(.divertOnRinging, "false")

  /// Ways into each state: who stands there, in which call, and what has been done.
  static let ways: [PartyState: [Way]] = [
    .idle: [
      Way(c, After.ringing), Way(g, After.ringing), Way(h, inQueue), Way(x, inQueue), Way(p, inQueue),
      Way(d, [.observe(b, by: d)] + After.talking),
    ],
    .dialing: [
      Way(a, After.dialed), Way(a, After.ringing), Way(a, inQueue), Way(a, inQueue + [.divert(g, to: b)]),
      Way(a, inQueue + [.queue(at: h)]), Way(a, atThePoint), Way(a, atThePoint + [.routeCall(p, to: b)]),
      Way(a, [.makeCall(from: a, to: q)]), Way(a, [.makeCall(from: a, to: x)]),
      Way(a, [.makeCall(from: a, to: x), .reachNetwork(x)]),
      Way(a, After.dialed + [.park(b)]), Way(b, in: 2, After.consulting), Way(b, in: 2, After.consultationRings),
      Way(b, in: 2, After.talking + [.initiateTransfer(b, to: p)]),
    ],
    .dialingHeld: [
      Way(a, After.ringing + [.hold(a)]), Way(a, inQueue + [.hold(a)]), Way(a, atThePoint + [.hold(a)]),
      Way(b, in: 2, After.consultationRings + [.hold(b)]),
      Way(b, in: 2, After.consultationRings + [.hold(b), .retrieve(b, on: 1)]),
    ],
    .hearingBusy: [
      Way(a, After.dialed + [.busy(b)]), Way(a, [.makeCall(from: a, to: x), .busy(x)]),
      Way(a, inQueue + [.divert(g, to: b), .busy(b)]),
      Way(b, in: 2, After.consulting + [.busy(c)]),
    ],
    .hearingBusyHeld: [
      Way(a, After.dialed + [.hold(a), .busy(b)]),
      Way(a, [.makeCall(from: a, to: x), .reachNetwork(x), .hold(a), .busy(x)]),
    ],
    .queued: [
      Way(g, inQueue), Way(g, After.ready + inQueue), Way(g, inQueue + [.queue(at: h)]),
      Way(h, inQueue + [.queue(at: h)]),
      Way(q, [.makeCall(from: a, to: q)]), Way(q, [.makePredictiveCall(from: q, to: x), .answer(x)]),
      Way(g, in: 2, After.talking + [.initiateTransfer(b, to: g)]),
    ],
    .parked: [Way(b, After.dialed + [.park(b)]), Way(b, inQueue + [.divert(g, to: b), .park(b)])],
    .routing: [
      Way(p, atThePoint), Way(q, [.makeCall(from: a, to: q), .requestRoute(q)]),
      Way(p, [.makePredictiveCall(from: p, to: x), .answer(x)]),
      Way(p, atThePoint + [.applyTreatment(p), .refuseTreatment(p)]),
    ],
    .treatmentAsked: [
      Way(p, atThePoint + [.applyTreatment(p)]),
      Way(p, atThePoint + [.applyTreatment(p), .treat(p), .applyTreatment(p)]),
    ],
    .treated: [
      Way(p, atThePoint + [.applyTreatment(p, type: .collectDigits), .treat(p)]),
      Way(p, atThePoint + [.applyTreatment(p, type: .music), .treat(p)]),
      Way(q, [.makeCall(from: a, to: q), .requestRoute(q), .applyTreatment(q), .treat(q)]),
    ],
    .routeAsked: [
      Way(p, atThePoint + [.routeCall(p, to: b)]), Way(p, [.makeCall(from: x, to: p), .routeCall(p, to: y)]),
      Way(p, atThePoint + [.routeCall(p, to: nil)]),
    ],
    .routed: [
      Way(p, atThePoint + [.routeCall(p, to: b), .route(p, to: b)], under: untilTheAnswer),
      Way(p, atThePoint + [.routeCall(p, to: b), .route(p, to: b), .ring(b)], under: untilTheAnswer),
    ],
    .routedByDefault: [
      Way(p, atThePoint + [.route(p, to: x)], under: untilTheAnswer),
      Way(q, [.makeCall(from: a, to: q), .requestRoute(q), .route(q, to: b)], under: untilTheAnswer),
    ],
    .unreached: [
      Way(x, [.makeCall(from: a, to: x)]), Way(r, [.makeCall(from: a, to: r)]),
      Way(x, in: 2, After.talking + [.initiateTransfer(b, to: x)]),
    ],
    .offered: [
      Way(b, After.dialed), Way(b, inQueue + [.divert(g, to: b)]),
      Way(r, [.makeCall(from: a, to: r), .reachNetwork(r)]),
      Way(b, atThePoint + [.route(p, to: b)]),
      Way(b, atThePoint + [.route(p, to: b)], under: untilTheAnswer),
      Way(c, After.talking + [.singleStepTransfer(b, to: c)]),
      Way(c, After.consulting + [.completeTransfer(b)]),
      Way(c, After.talking + [.redirect(b, to: c)]), Way(c, [.forward(b, to: c)] + After.ringing), Way(b, toAnAgent),
    ],
    .customerRinging: [
      Way(c, [.makePredictiveCall(from: g, to: c), .ring(c)]), Way(r, [.makePredictiveCall(from: p, to: r), .ring(r)]),
    ],
    .reached: [
      Way(c, [.makePredictiveCall(from: g, to: c)]), Way(r, [.makePredictiveCall(from: p, to: r)]),
      Way(x, [.makeCall(from: a, to: x), .reachNetwork(x)]), Way(x, atThePoint + [.route(p, to: x)]),
      Way(x, inQueue + [.divert(g, to: x)]),
      Way(x, After.talking + [.singleStepTransfer(b, to: x)]), Way(c, [.makePredictiveCall(from: g, to: c)]),
      Way(x, [.makePredictiveCall(from: q, to: x)]),
    ],
    .ringing: [
      Way(b, atThePoint + [.route(p, to: b), .ring(b)], under: untilTheAnswer),
      Way(b, After.ringing), Way(b, inQueue + [.divert(g, to: b), .ring(b)]), Way(b, After.ringing + [.hold(a)]),
      Way(c, After.talking + [.singleStepTransfer(b, to: c), .ring(c)]),
      Way(c, After.consultationRings + [.completeTransfer(b)]),
      Way(c, After.ringing + [.pickUp(c, from: b)]), Way(b, toAnAgent + [.ring(b)]),
    ],
    .detecting: [Way(g, [.makePredictiveCall(from: g, to: x)]), Way(p, [.makePredictiveCall(from: p, to: x)])],
    .talking: [
      Way(a, After.talking), Way(b, After.talking), Way(a, After.talking + [.hold(b)]),
      Way(b, After.ringing + [.hold(a), .answer(b)]),
      Way(b, After.talking + [.setMuteOn(b)]), Way(c, After.conference + [.listenDisconnect(b, stopping: a)]),
      Way(c, After.conference), Way(b, in: 2, After.consulted), Way(b, After.consulted + [.alternate(b)]),
    ],
    .held: [
      Way(a, After.talking + [.hold(a)]), Way(a, After.talking + [.hold(a), .hold(b)]),
      Way(c, After.conference + [.hold(c)]),
      Way(b, After.consulting), Way(b, After.consulted), Way(b, in: 2, After.consulted + [.alternate(b)]),
      Way(b, After.consulted + [.hold(b)]),
    ],
    .announced: [
      Way(d, After.conference + [.singleStepTransfer(b, to: d)]), Way(c, After.consulting + [.completeConference(b)]),
    ],
    .announcedOutside: [
      Way(x, After.conference + [.singleStepTransfer(b, to: x)]),
      Way(x, After.talking + [.initiateTransfer(b, to: x), .reachNetwork(x), .completeConference(b)]),
    ],
    .announcedRinging: [
      Way(c, After.consultationRings + [.completeConference(b)]),
      Way(d, After.conference + [.singleStepTransfer(b, to: d), .ring(d)]),
    ],
    .invited: [
      Way(c, After.talking + [.singleStepConference(a, inviting: c)]),
      Way(d, After.conference + [.singleStepConference(a, inviting: d)]),
    ],
    .invitedOutside: [Way(x, After.talking + [.singleStepConference(a, inviting: x)])],
    .invitedRinging: [Way(c, After.talking + [.singleStepConference(b, inviting: c), .ring(c)])],
    .observerRinging: [Way(d, observed), Way(r, [.observe(b, by: r, type: .allCalls)] + After.talking + [.ring(r)])],
    .addedObserverRinging: [Way(d, [.observe(a, by: d)] + After.talking + [.ring(d)])],
    .observing: [Way(d, observed + [.answer(d)]), Way(d, observed + [.answer(d), .setMuteOff(d)])],
  ]

  private static let inQueue: [Action] = [.makeCall(from: a, to: g)]
  private static let atThePoint: [Action] = [.makeCall(from: a, to: p)]
  private static let toAnAgent: [Action] = [.makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b)]
  private static let observed = [.observe(b, by: d)] + After.talking + [.ring(d)]

  /// About a call and its parties, and not about what is attached to it.
  private static let ofCalls = Verb.allCases.filter { $0.reach != .theDN && !$0.changesData && !$0.leavesCallAlone }

  @Test(arguments: PartyState.allCases)
  func whatIsNotInTheLawIsRefusedAndChangesNothing(_ state: PartyState) throws {
    let ways = try #require(Self.ways[state])
    var possible: Set<Verb> = []
    for way in ways {
      let opening = Dialogue(under: way.profile, after: way.done)
      #expect(
        opening.exchange.state(of: way.who, in: way.call) == state,
        "\(way.who) after \(way.done.map { Dialogue.text($0) })")
      let before = Snapshot(opening.exchange)
      for verb in Self.ofCalls {
        for target in verb.target != .none ? [DN.none] + Cast.everyone : [DN.none] {
          var attempt = opening
          if attempt(Action(verb, by: way.who, to: target, on: verb.begins ? .none : way.call)) != "refused" {
            possible.insert(verb)
          } else {
            #expect(Snapshot(attempt.exchange) == before && attempt.events.isEmpty)
          }
        }
      }
    }
    let law = try #require(Self.law[state])
    #expect(possible.subtracting(law) == [] && law.subtracting(possible) == [])
  }

  @Test func theLawKnowsEveryState() {
    #expect(Set(Self.law.keys) == Set(PartyState.allCases))
    #expect(Self.law.values.reduce(into: Set()) { $0.formUnion($1) } == Set(Self.ofCalls))
  }

  /// What is set on a DN, and what is attached to a call, depends on the device and the call alone, whatever the state of
  /// the party.
  @Test(arguments: PartyState.allCases)
  func settingsAndUserDataDependOnNoState(_ state: PartyState) throws {
    for way in try #require(Self.ways[state]) {
      var call = Dialogue(under: way.profile, after: way.done)
      let data = call.data((key: 1, value: 1))
      let kind = call.exchange.kind(of: way.who)
      let isDevice = kind == .extension || kind == .remote
      let other = way.who == f ? e : f
      for action: Action in [
        .setDNDOn(way.who), .setDNDOff(way.who), .forward(way.who, to: g), .cancelForward(way.who),
        .agentLogin(way.who), .agentReady(way.who), .agentNotReady(way.who), .agentLogout(way.who),
        .observe(other, by: way.who), .cancelMonitoring(other, by: way.who),
      ] {
        #expect((call(action) != "refused") == isDevice, "\(Dialogue.text(action)) \(state)")
        #expect(call.events.isEmpty != isDevice && call.events.allSatisfy { $0.connID == .none && $0.type.isAboutDN })
        // Whom it observes, or has observed, is told too, and so is its own observer.
        let others = call.events.filter { $0.thisDN != way.who.number }
        #expect(others.allSatisfy { $0.type == .monitoringNextCall || $0.type == .monitoringCancelled })
      }
      for action: Action in [
        .attach(way.who, data, on: way.call), Action(.updateUserData, by: way.who, on: way.call, data: data),
        Action(.deletePair, by: way.who, on: way.call, data: data), .deleteUserData(way.who, on: way.call),
      ] {
        // An outside party makes no requests.
        #expect((call(action) == "refused") == (kind == .external), "\(Dialogue.text(action)) \(state)")
        #expect(
          call.events.allSatisfy {
            $0.type == .attachedDataChanged && $0.connID == way.call && $0.thirdPartyDN == way.who.number
          })
      }
      #expect(call.exchange.state(of: way.who, in: way.call) == state)
    }
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
      #expect(
        dimension.answers.reduce(0) { $0 + $1.member.rawValue.nonzeroBitCount }
          == dimension.members.rawValue.nonzeroBitCount)
      #expect(dimension.answers.allSatisfy { !$0.text.isEmpty })
    }
    for (number, one) in Situation.dimensions.enumerated() {
      for other in Situation.dimensions[..<number] { #expect(one.members.isDisjoint(with: other.members)) }
      let (low, high) = (UInt64(truncatingIfNeeded: one.members.rawValue), one.members.rawValue >> 64)
      #expect(low == 0 || high == 0)
    }
    let everything = Situation.dimensions.reduce(into: Situation()) { $0.formUnion($1.members) }
    #expect(Situation().completed(by: []) == everything)
    #expect(Situation.columns.count == Hop.allCases.count)
  }

  @Test func everyStateAndKindCanBeSaid() {
    #expect(Set(PartyState.allCases.map(\.description)).count == PartyState.allCases.count)
    #expect(Set(Kind.allCases.map(\.words)).count == Kind.allCases.count)
  }
}

/// Everything of a state that a refused action must not touch.
struct Snapshot: Equatable {
  private var words: [UInt64] = []
  private var calls: [[Exchange.Call.Party]]
  private var connIDs: [ConnID]
  private var mains: [ConnID]
  private var data: [ConnID: Exchange.UserData]
  private var sequenceNumber: UInt64

  init(_ exchange: Exchange) {
    exchange.pack(into: &words)
    calls = exchange.calls.map(\.parties)
    connIDs = exchange.calls.map(\.connID) + [ConnID(exchange.nextConnID)]
    mains = exchange.calls.map(\.main)
    data = exchange.data
    sequenceNumber = exchange.sequenceNumber
  }
}
