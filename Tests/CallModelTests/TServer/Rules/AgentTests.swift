import Testing

@testable import CallModel

/// Who is logged in, who is ready, and who of several has been idle for longest. D, E and F are agents of the group G.
@Suite struct AgentTests {
  private static func ready(_ agents: DN...) -> [Action] { agents.flatMap { [.agentLogin($0), .agentReady($0)] } }
  private static let waiting: [Action] = [.makeCall(from: a, to: g)]

  @Test func aDayOfAnAgent() {
    var call = Dialogue()
    #expect(call(.agentLogin(d)) == "D EventAgentLogin" && call.exchange.agentState(of: d) == .notReady)
    #expect(call(.agentReady(d, mode: .autoIn)) == "D EventAgentReady" && call.exchange.agentState(of: d) == .ready)
    #expect(call.events.map { Dialogue.attributes($0) } == ["ThisDN=D"])
    #expect(
      call.events.map { Dialogue.attributes($0, all: true) } == [
        "ThisDN=D ThisQueue=G AgentWorkMode=AutoIn EventSequenceNumber=2"
      ])
    #expect(call(.agentNotReady(d, mode: .auxWork)) == "D EventAgentNotReady")
    // What is asked for again is told again.
    #expect(call(.agentNotReady(d, mode: .auxWork)) == "D EventAgentNotReady")
    #expect(call(.agentLogin(d)) == "D EventAgentLogin" && call.exchange.agentState(of: d) == .notReady)
    #expect(call(.agentNotReady(d, mode: .afterCallWork)) == "D EventAgentNotReady")
    #expect(call(.agentLogout(d)) == "D EventAgentLogout" && call.exchange.agentState(of: d) == .loggedOut)
    #expect(call.exchange.agentState(of: DN(99)) == .loggedOut)
  }

  @Test func aLoginWithAWorkModeSaysWhatTheAgentIs() {
    for mode in AgentWorkMode.allCases {
      let isReady = mode == .autoIn || mode == .manualIn
      var call = Dialogue()
      #expect(call(.agentLogin(d, mode: mode)) == "D EventAgentLogin, D EventAgent\(isReady ? "Ready" : "NotReady")")
      #expect(call.exchange.agentState(of: d) == (isReady ? .ready : .notReady))
      #expect(call(.agentLogin(d, mode: mode)) == "D EventAgentLogin")
    }
  }

  @Test func anyDeviceIsAnAgentButOfNoGroup() {
    var call = Dialogue(after: Self.ready(a, r) + [.makeCall(from: b, to: g)])
    #expect(call(.distribute(g)) == "refused")
    #expect(call.refusal(of: .agentLogin(p))?.errorCode == .unsupportedOperation)
    #expect(call.refusal(of: .agentLogin(x))?.errorCode == .unsupportedOperation)
  }

  @Test func theLongestIdleIsChosen() {
    var call = Dialogue(after: Self.ready(e, d, f) + Self.waiting)
    #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "1: A E")
    _ = (call(.ring(e)), call(.answer(e)))
    // E is busy: the next is D, and once E is free again it has been idle for the shortest time.
    #expect(
      call(.makeCall(from: b, to: g)) != "refused" && call(.distribute(g)) != "refused"
        && call.parties.hasSuffix("2: B D"))
    #expect(call(.release(a)) != "refused")
    #expect(
      call(.makeCall(from: a, to: g)) != "refused" && call(.distribute(g)) != "refused"
        && call.parties.hasSuffix("3: A F"))
    #expect(call(.release(a)) != "refused")
    #expect(
      call(.makeCall(from: a, to: g)) != "refused" && call(.distribute(g)) != "refused"
        && call.parties.hasSuffix("4: A E"))
  }

  @Test func oneWhoBecomesReadyAgainGoesToTheEnd() {
    var call = Dialogue(after: Self.ready(d, e) + [.agentNotReady(d), .agentReady(d)] + Self.waiting)
    #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "1: A E")
  }

  /// Both become free by one and the same action: then the first of them by its number.
  @Test func ofTwoWhoAreFreeSinceTheSameMomentTheFirstIsChosen() {
    for agents in [[d, e], [e, d]] {
      var call = Dialogue(
        after: agents.flatMap { Self.ready($0) } + [
          .makeCall(from: agents[0], to: agents[1]), .ring(agents[1]), .release(agents[0]),
        ]
          + Self.waiting)
      #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "2: A D")
    }
  }

  @Test func readyIsNotEnough() {
    // D rings elsewhere, E holds a call, F is not ready, and B is no agent of the group.
    var call = Dialogue(
      calls: 6,
      after: Self.ready(d, e, b) + [
        .agentLogin(f), .makeCall(from: a, to: d), .ring(d), .makeCall(from: e, to: c), .hold(e),
        .makeCall(from: x, to: g),
      ])
    call.refuses(.distribute(g), .incorrectObjectState, call.reason(.distribute(g)) ?? "possible")
    #expect(call.reason(.distribute(g)) == "no agent of G is ready and free")
    #expect(call(.release(e)) == "E EventReleased")
    #expect(call(.distribute(g)) == "G EventDiverted" && call.exchange[3]?.parties.map(\.dn) == [x, e].numbers)
  }

  /// The younger call came to the group first: the older one is transferred there.
  @Test func theCallThatHasWaitedLongestIsDistributed() {
    var call = Dialogue(
      after: Self.ready(d, e) + [
        .makeCall(from: a, to: b), .ring(b), .answer(b), .makeCall(from: c, to: g), .singleStepTransfer(b, to: g),
      ])
    #expect(call.parties == "1: A G, 2: C G")
    #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "1: A G, 2: C D")
    #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "1: A E, 2: C D")
  }

  @Test func eachGroupCountsByItself() {
    let both: [Action] = [
      .makeCall(from: a, to: h), .makeCall(from: b, to: g), .queue(at: g, on: 1), .queue(at: h, on: 2),
    ]
    var call = Dialogue(after: Self.ready(d) + both)
    #expect(call(.distribute(g)) == "H EventDiverted, G EventDiverted" || call.parties.contains("B D"))
    #expect(call.parties == "1: A H G, 2: B D")
    // `on` decides as ever.
    var named = Dialogue(after: Self.ready(d) + both)
    #expect(named(.distribute(g, on: 1)) != "refused" && named.parties == "1: A D, 2: B G H")
  }

  /// Two calls that came at once, as far as an explored state knows: the older one goes.
  @Test func ofCallsThatCameAtOnceTheOldestIsDistributed() {
    var call = Dialogue(after: Self.ready(d) + [.makeCall(from: a, to: g), .makeCall(from: b, to: g)])
    var words: [UInt64] = []
    call.exchange.pack(into: &words)
    call.exchange.unpack(words[...])
    #expect(call(.distribute(g)) == "G EventDiverted" && call.parties == "1: A D, 2: B G")
  }

  @Test func whyNoneIsDistributed() {
    var call = Dialogue(after: Self.waiting)
    #expect(call.sentence(.distribute(g)) == "G cannot distribute the call: no agent of G is ready")
    #expect(call.sentence(.distribute(h, on: 1)) == "H cannot distribute call 1: no call is queued at it")
    _ = call(.queue(at: h))
    #expect(call.sentence(.distribute(h)) == "H cannot distribute the call: H has no agents")
    #expect(call.sentence(.distribute(b)) == "B cannot distribute the call: it is an extension")
  }

  @Test func aCallThatIsOnlyOfferedIsACall() {
    var call = Dialogue(after: Self.ready(d, e) + Self.waiting + [.makeCall(from: b, to: g)])
    #expect(call(.distribute(g, on: 1)) == "G EventDiverted" && call(.distribute(g, on: 2)) == "G EventDiverted")
    #expect(call.parties == "1: A D, 2: B E")
  }

  @Test func customersOfPredictiveCallsAreDistributedToo() {
    var call = Dialogue(after: Self.ready(d) + [.makePredictiveCall(from: g, to: x), .answer(x)])
    #expect(call(.distribute(g)) == "G EventDiverted")
    #expect(call.told(g).contains("ThirdPartyDN=D"))
    #expect(call(.ring(d)) == "D EventRinging" && call(.answer(d)) == "D EventEstablished")
  }

  @Test func anyOfSeveralGroupsDistributesToItsOwnAgents() {
    var call = Dialogue(after: Self.ready(d) + Self.waiting + [.queue(at: h)])
    #expect(call(.distribute(h)) == "refused")
    #expect(call(.distribute(g)) == "G EventDiverted, H EventDiverted" && call.parties == "1: A D")
  }

  @Test func calledOrNotAnAgentIsWhatItSaid() {
    var call = Dialogue(after: Self.ready(d) + Self.waiting + [.distribute(g), .ring(d)])
    #expect(call(.agentLogout(d)) == "D EventAgentLogout")
    #expect(call(.answer(d)) == "A EventEstablished, D EventEstablished")
    #expect(call(.release(d)) != "refused" && call.exchange.agentState(of: d) == .loggedOut)
  }
}
