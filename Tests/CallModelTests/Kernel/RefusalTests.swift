import Testing

@testable import CallModel

/// A refusal speaks of the call and its parties, byte for byte, and with which number a T-Server answers.
@Suite struct RefusalTests {
  struct Case: Sendable {
    let done: [Action]
    let action: Action
    let code: ErrorCode
    let reason: String

    init(_ done: [Action], _ action: Action, _ code: ErrorCode, _ reason: String) {
      (self.done, self.action, self.code, self.reason) = (done, action, code, reason)
    }
  }

  private static let dialed: [Action] = [.makeCall(from: a, to: b)]
  private static let talking = dialed + [.ring(b), .answer(b)]
  private static let conference = talking + [.singleStepConference(a, inviting: c), .ring(c), .answer(c)]
  private static let atThePoint: [Action] = [.makeCall(from: a, to: p)]
  private static let device = "an extension, a remote party or an external party"

  static let cases = [
    // Where the actor stands.
    Case(dialed, .answer(b), .incorrectObjectState, "it is not ringing (the call is still on its way to it)"),
    Case(talking, .answer(b), .alreadyInState, "it is not ringing (it is talking to A)"),
    Case(talking + [.hold(a)], .hold(a), .alreadyInState, "it already holds the call"),
    Case(talking, .retrieve(a), .noHeldCall, "it does not hold the call (it is talking to B)"),
    Case(dialed, .retrieve(b), .noHeldCall, "it does not hold the call (the call is still on its way to it)"),
    // A long list of where it would have to be explains less than none.
    Case(talking, .release(c), .noActiveCall, "it is in no call"),
    Case(
      atThePoint + [.routeCall(p, to: b)], .routeCall(p, to: c), .alreadyInState, "TRouteCall has already asked for B"),
    // The situation.
    Case(talking, .makeCall(from: a, to: c), .incompatibleState, "it is active in call 1"),
    Case(
      talking + [.makeCall(from: c, to: b), .ring(b, on: 2)], .answer(b, on: 2), .incompatibleState,
      "it is active in call 1"),
    Case(
      talking + [.hold(b), .makeCall(from: b, to: c)], .retrieve(b, on: 1), .incompatibleState, "it is active in call 2"
    ),
    Case(
      [], .makeCall(from: a, to: a), .invalidCalledDN, "that is its own number"),
    Case([], .makeCall(from: a, to: .none), .invalidCalledDN, "no target is named"),
    Case(
      [], .makeCall(from: g, to: a), .unsupportedOperation, "it is an ACD group, not " + device),
    Case(
      atThePoint, .routeCall(p, to: a), .invalidCalledDN, "A is already in the call"),
    Case(
      atThePoint + [.routeCall(p, to: b)], .route(p, to: c), .incorrectObjectState, "TRouteCall asked for B"),
    Case(
      talking, .singleStepConference(a, inviting: g), .invalidCalledDN, "G is an ACD group, not " + device),
    Case(talking, .deleteFromConference(a, removing: b), .incorrectObjectState, "the call is not a conference"),
    Case(
      conference, .deleteFromConference(a, removing: d), .invalidCalledDN, "D is not in the call"),
    Case(
      [.makeCall(from: a, to: g)], .requestRoute(g), .incorrectObjectState,
      "it is an ACD group, and the call is not predictive"),
    Case(
      dialed, .queue(at: g, on: 1), .noActiveCall, "call 1 is not queued at another group"),
    Case(
      [.makeCall(from: a, to: g), .divert(g, to: b), .busy(b)], .queue(at: h, on: 1), .noActiveCall,
      "call 1 is not queued at another group"),
    // What could not even be found out.
    Case(talking, .release(a, on: 7), .invalidConnID, "there is no call 7"),
    Case(talking, .release(DN(99)), .invalidCalledDN, "the switch has no such DN"),
    Case(talking, .singleStepConference(a, inviting: DN(99)), .invalidCalledDN, "the switch has no such DN"),
    Case(
      dialed + [.hold(a), .makeCall(from: a, to: c), .hold(a)], .release(a), .incorrectObjectState,
      "call 1 or call 2 could be meant"),
  ]

  private static let threeCalls =
    talking + [
      .hold(b), .makeCall(from: b, to: c), .ring(c, on: 2), .answer(c, on: 2), .hold(b, on: 2),
      .makeCall(from: b, to: d),
    ]

  /// The requests beyond the basic models.
  static let beyond = [
    // Two calls.
    Case(talking, .completeTransfer(b), .noHeldCall, "it has no second call"),
    Case(
      talking, .alternate(b), .noHeldCall, "it has no second call"),
    Case([], .alternate(b), .noActiveCall, "it is in no call"),
    Case(
      threeCalls, .reconnect(b), .incorrectObjectState, "it holds several calls"),
    Case(talking, .alternate(b, on: 9), .invalidConnID, "there is no call 9"),
    Case(After.ringing, .initiateTransfer(b, to: c), .incorrectObjectState, "it is not talking (it is ringing)"),
    Case([], .initiateTransfer(b, to: c), .noActiveCall, "it is in no call"),
    Case(
      talking, .initiateTransfer(b, to: b), .invalidCalledDN, "that is its own number"),
    Case(
      talking, .initiateTransfer(b, to: a), .invalidCalledDN, "A is already in the call"),
    Case(
      talking + [.initiateTransfer(b, to: g)], .completeConference(b), .incompatibleState, "call 2 is queued at G"),
    // One call.
    Case([], .clear(a), .noCallToClear, "it is in no call"),
    Case(
      talking, .singleStepTransfer(b, to: a), .invalidCalledDN, "A is already in the call"),
    Case(After.ringing, .singleStepTransfer(b, to: c), .incorrectObjectState, "it is not talking (it is ringing)"),
    Case(
      After.ringing, .redirect(b, to: .none), .invalidCalledDN, "no target is named"),
    Case(
      After.dialed, .redirect(b, to: c), .incorrectObjectState,
      "it is neither ringing nor talking (the call is still on its way to it)"),
    Case(
      atThePoint, Action(.routeCall, by: p, to: b, mode: .routeType(.reject)), .badValue,
      "there is no such RouteType, or it takes no target"),
    Case(
      atThePoint + [.applyTreatment(p)], .applyTreatment(p), .incorrectObjectState,
      "a treatment has already been asked for"),
    // Predictive.
    Case(
      [], .makePredictiveCall(from: a, to: x), .unsupportedOperation,
      "it is an extension, not an ACD group, a routing point or a route queue"),
    Case(
      [], .makePredictiveCall(from: g, to: h), .invalidCalledDN, "H is an ACD group, not " + device),
    // User data.
    Case([], .attach(a, Brought(rawValue: 1), on: .none), .noActiveCall, "it is in no call, and none is named"),
    Case(
      talking, .attach(a, .none, on: 1), .badValue,
      "it must bring at least one pair of user data, and the call can hold at most 1,000"),
    Case(
      After.ringing, .answer(b, state: .noAnswer), .badValue,
      "only the answer to a predictive call can have a CallState other than OK"),
    Case(talking, .attach(a, .none, on: 7), .invalidConnID, "there is no call 7"),
    // What is set on a DN.
    Case([], .agentReady(d), .incorrectObjectState, "it is logged out"),
    Case([], .agentLogout(d), .alreadyInState, "it is already logged out"),
    Case(
      [], .endWrapUp(d), .incorrectObjectState,
      "the switch ends after-call work only where the profile has wrap-up=timed"),
    Case([.observe(b, by: c)], .observe(b, by: a), .incorrectObjectState, "C monitors B already"),
    Case(
      [], .agentLogin(g), .unsupportedOperation, "it is an ACD group, not an extension or a remote party"),
    Case([], .setDNDOff(a), .alreadyInState, "do-not-disturb is already off"),
    Case([], .cancelForward(a), .alreadyInState, "it does not forward its calls"),
    Case([], .forward(a, to: a), .invalidCalledDN, "that is its own number"),
    Case([], .forward(a, to: b, mode: .none), .badValue, "there is no such ForwardMode to set"),
    Case(
      [], .observe(g, by: a), .invalidCalledDN, "G is an ACD group, not an extension or a remote party"),
    Case([], .cancelMonitoring(b, by: a), .alreadyInState, "it does not monitor B"),
    Case(
      [], .forward(x, to: b), .unsupportedOperation, "it is an external party, not an extension or a remote party"),
  ]

  @Test(arguments: (cases + beyond).indices)
  func theReasonAndTheErrorCode(_ index: Int) throws {
    let expected = (Self.cases + Self.beyond)[index]
    var call = Dialogue(after: expected.done)
    let refusal = call.refusal(of: expected.action)
    #expect(refusal.map { call.reason($0) } == expected.reason, "\(Dialogue.text(expected.action))")
    #expect(refusal?.errorCode == expected.code, "\(Dialogue.text(expected.action))")
    #expect(refusal?.action == Exchange.Action(expected.action))
  }

  @Test func obstaclesAreThoseOfTheRulesThatCameNearest() throws {
    var call = Dialogue(after: Self.talking)
    let refusal = call.refusal(of: .deleteFromConference(a, removing: d))
    let obstacles = try #require(refusal.map { call.obstacles($0) })
    #expect(
      obstacles.map(\.rule.name) == [
        "A member is deleted from the conference",
        "A ringing announced party is deleted from the conference",
        "An announced party is deleted from the conference",
      ])
    #expect(obstacles.allSatisfy { !$0.isElsewhere })
    for obstacle in obstacles {
      #expect(obstacle.dimensions.map { Situation.dimensions[$0].subject } == ["the call", "the target"])
    }
    // The actor's state weighs more than anything else.
    let elsewhere = try #require(call.refusal(of: .pickUp(b)).map { call.obstacles($0) })
    #expect(elsewhere.map(\.rule.name) == ["The parked call is picked up"])
    #expect(elsewhere.map(\.isElsewhere) == [true] && elsewhere.map(\.dimensions) == [[]])
  }

  @Test func theAnswerToARefusedRequestNamesTheCallInQuestion() {
    var call = Dialogue(after: Self.talking)
    #expect(
      answer(to: .answer(b).requested(as: 5), &call)
        == "ConnID=1 ThisDN=B ErrorCode=43 ErrorMessage=Already in the requested state")
    #expect(answer(to: .makeCall(from: b, to: c), &call) == "ThisDN=B ErrorCode=1160 ErrorMessage=State incompatible")
    #expect(answer(to: .release(c), &call) == "ThisDN=C ErrorCode=1163 ErrorMessage=No active call")
    #expect(
      answer(to: .release(a, on: 9), &call) == "ConnID=9 ThisDN=A ErrorCode=56 ErrorMessage=Invalid connection ID")
    // Of several the active one, where the verb fits in none; and of none active the oldest.
    _ = (call(.hold(a)), call(.makeCall(from: a, to: c)))
    #expect(answer(to: .answer(a), &call)?.hasPrefix("ConnID=2 ") == true)
    _ = call(.hold(a))
    #expect(answer(to: .answer(a), &call)?.hasPrefix("ConnID=1 ") == true)
    // One in which the verb fits comes first: who talks in one call cannot answer the other.
    var two = Dialogue(after: Self.talking + [.makeCall(from: c, to: b), .ring(b, on: 2)])
    #expect(answer(to: .answer(b), &two) == "ConnID=2 ThisDN=B ErrorCode=1160 ErrorMessage=State incompatible")
    #expect(two.reason(.answer(b)) == "it is active in call 1")
  }

  @Test func theAnswerIsNumberedAndCarriesTheRequestsNumber() {
    var call = Dialogue(after: Self.talking)
    let told = call.exchange.sequenceNumber
    let event = call.refusal(of: .answer(b).requested(as: 5)).map { call.error(for: $0) }
    #expect(event?.referenceID == 5 && event?.rule == Exchange.Event.noRule && event?.sequenceNumber == told + 1)
  }

  private func answer(to action: Action, _ call: inout Dialogue) -> String? {
    call.refusal(of: action).map { Dialogue.attributes(call.error(for: $0)) }
  }
}
