import Testing

@testable import CallModel

/// A refusal says what is found and what would have to be, byte for byte, and with which number a T-Server answers.
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
  private static let anyone =
    "an extension or a remote party or an external party or an ACD group or a routing point or a route queue"

  static let cases = [
    // Where the actor stands.
    Case(dialed, .answer(b), .incorrectObjectState, "it is not ringing yet"),
    Case(talking, .answer(b), .alreadyInState, "it is talking"),
    Case(talking + [.hold(a)], .hold(a), .alreadyInState, "it is holding, and would have to be talking"),
    Case(talking, .retrieve(a), .noHeldCall, "it is talking, and would have to be holding a busy tone or holding"),
    Case(dialed, .retrieve(b), .noHeldCall, "it is not ringing yet, and would have to be holding a busy tone"),
    // A long list of where it would have to be explains less than none.
    Case(talking, .release(c), .noActiveCall, "it is in no such call"),
    Case(
      atThePoint + [.routeCall(p, to: b)], .routeCall(p, to: c), .alreadyInState,
      "it is about to route, and would have to be waiting for a route or about to treat the call or treating the call"),
    // The situation.
    Case(talking, .makeCall(from: a, to: c), .incompatibleState, "the actor is active in another call"),
    Case(
      talking + [.makeCall(from: c, to: b), .ring(b, on: 2)], .answer(b, on: 2), .incompatibleState,
      "the actor is active in another call"),
    Case(
      talking + [.hold(b), .makeCall(from: b, to: c)], .retrieve(b, on: 1), .incompatibleState,
      "the actor is active in another call"),
    Case(
      [], .makeCall(from: a, to: a), .invalidCalledDN, "the target is the actor itself, and would have to be " + anyone),
    Case([], .makeCall(from: a, to: .none), .invalidCalledDN, "the target is nobody, and would have to be " + anyone),
    Case(
      [], .makeCall(from: g, to: a), .unsupportedOperation,
      "the actor is an ACD group, and would have to be an extension or a remote party or an external party"),
    Case(
      atThePoint, .routeCall(p, to: a), .invalidCalledDN,
      "the target is in this call already, and would have to be nobody or " + anyone),
    Case(
      atThePoint + [.routeCall(p, to: b)], .route(p, to: c), .incorrectObjectState,
      "the target is not the one that TRouteCall asked for"),
    Case(
      talking, .singleStepConference(a, inviting: g), .invalidCalledDN,
      "the target is an ACD group, and would have to be an extension or a remote party or an external party"),
    Case(talking, .deleteFromConference(a, removing: b), .incorrectObjectState, "the call is one of at most two"),
    Case(
      conference, .deleteFromConference(a, removing: d), .invalidCalledDN,
      "the target is an extension, and would have to be a party that talks or holds in this call or one that was announced and rings "
        + "or one that was announced"),
    Case(
      [.makeCall(from: a, to: g)], .requestRoute(g), .incorrectObjectState,
      "the call is through an ACD group, and would have to be through a route queue or predictive"),
    Case(
      dialed, .queue(at: g, on: 1), .noActiveCall,
      "the other party is not ringing yet, and would have to be queued; "
        + "the call is direct, and would have to be through an ACD group or through several ACD groups"),
    Case(
      [.makeCall(from: a, to: g), .divert(g, to: b), .busy(b)], .queue(at: h, on: 1), .noActiveCall,
      "the other party is in no such call, and would have to be queued"),
    // What could not even be found out.
    Case(talking, .release(a, on: 7), .invalidConnID, "there is no such call"),
    Case(talking, .release(DN(99)), .invalidCalledDN, "there is no such party"),
    Case(talking, .singleStepConference(a, inviting: DN(99)), .invalidCalledDN, "there is no such party"),
    Case(
      dialed + [.hold(a), .makeCall(from: a, to: c), .hold(a)], .release(a), .incorrectObjectState,
      "it is possible in several calls"),
  ]

  private static let threeCalls =
    talking + [
      .hold(b), .makeCall(from: b, to: c), .ring(c, on: 2), .answer(c, on: 2), .hold(b, on: 2),
      .makeCall(from: b, to: d),
    ]

  /// The requests beyond the basic models.
  static let beyond = [
    // Two calls.
    Case(talking, .completeTransfer(b), .noHeldCall, "the actor is in no second call, and would have to be consulting"),
    Case(
      talking, .alternate(b), .noHeldCall,
      "the actor is in no second call, and would have to be in a second call or consulting"),
    Case([], .alternate(b), .noActiveCall, "it is in no such call, and would have to be talking"),
    Case(
      threeCalls, .reconnect(b), .incorrectObjectState,
      "the actor is in more calls than two, and would have to be in a second call or consulting"),
    Case(talking, .alternate(b, on: 9), .invalidConnID, "there is no such call"),
    Case(After.ringing, .consult(b, with: c), .incorrectObjectState, "it is ringing, and would have to be talking"),
    Case([], .consult(b, with: c), .noActiveCall, "it is in no such call, and would have to be talking"),
    Case(
      talking, .consult(b, with: b), .invalidCalledDN, "the target is the actor itself, and would have to be " + anyone),
    Case(
      talking, .consult(b, with: a), .invalidCalledDN,
      "the target is a party that talks or holds in this call, and would have to be " + anyone),
    Case(
      talking + [.consult(b, with: g)], .completeConference(b), .incompatibleState,
      "the other party is queued, and would have to be not ringing yet or called outside or ringing"),
    // One call.
    Case([], .clear(a), .noCallToClear, "it is in no such call"),
    Case(
      talking, .transfer(b, to: a), .invalidCalledDN,
      "the target is a party that talks or holds in this call, and would have to be " + anyone),
    Case(After.ringing, .transfer(b, to: c), .incorrectObjectState, "it is ringing, and would have to be talking"),
    Case(
      After.ringing, .redirect(b, to: .none), .invalidCalledDN, "the target is nobody, and would have to be " + anyone),
    Case(
      After.dialed, .redirect(b, to: c), .incorrectObjectState, "it is not ringing yet, and would have to be ringing"),
    Case(
      atThePoint, Action(.routeCall, by: p, to: b, mode: Mode(.reject)), .badValue,
      "there is no such RouteType, or it is one that takes no target"),
    Case(
      atThePoint + [.applyTreatment(p)], .applyTreatment(p), .incorrectObjectState,
      "it is about to treat the call, and would have to be waiting for a route or treating the call"),
    // Predictive.
    Case(
      [], .makePredictiveCall(from: a, to: x), .unsupportedOperation,
      "the actor is an extension, and would have to be an ACD group or a routing point or a route queue"),
    Case(
      [], .makePredictiveCall(from: g, to: h), .invalidCalledDN,
      "the target is an ACD group, and would have to be an extension or a remote party or an external party"),
    // User data.
    Case([], .attach(a, Brought(rawValue: 1), on: .none), .noActiveCall, "the request is about no call"),
    Case(
      talking, .attach(a, .none, on: 1), .badValue,
      "it has to bring a pair of user data at least, and the call can hold 1,000 at most"),
    Case(
      After.ringing, .answer(b, .noAnswer), .badValue,
      "only the answer to a predictive call can have another CallState than OK"),
    Case(talking, .attach(a, .none, on: 7), .invalidConnID, "there is no such call"),
    // What is set on a DN.
    Case([], .agentReady(d), .incorrectObjectState, "the actor is logged out, and would have to be not ready"),
    Case([.agentLogin(d)], .agentLogin(d), .alreadyInState, "the actor is not ready, and would have to be logged out"),
    Case(After.ready, .agentReady(d), .alreadyInState, "the actor is ready, and would have to be not ready"),
    Case([], .agentLogout(d), .alreadyInState, "the actor is logged out, and would have to be not ready or ready"),
    Case([.agentLogin(d)], .agentNotReady(d), .alreadyInState, "what the action says is not possible"),
    Case(
      [], .agentLogin(g), .unsupportedOperation,
      "the actor is an ACD group, and would have to be an extension or a remote party"),
    Case([], .setDNDOff(a), .alreadyInState, "the actor is open to calls, and would have to be not to be disturbed"),
    Case([], .cancelForward(a), .alreadyInState, "the actor is not forwarding its calls"),
    Case([], .forward(a, to: a), .invalidCalledDN, "the target is the actor itself, and would have to be " + anyone),
    Case([], .forward(a, to: b, .none), .badValue, "there is no such ForwardMode to set"),
    Case(
      [], .observe(g, by: a), .invalidCalledDN,
      "the target is an ACD group, and would have to be an extension or a remote party"),
    Case([], .cancelMonitoring(b, by: a), .alreadyInState, "what the action says is not possible"),
    Case(
      [], .forward(x, to: b), .unsupportedOperation,
      "the actor is an external party, and would have to be an extension or a remote party"),
  ]

  @Test(arguments: (cases + beyond).indices)
  func theReasonAndTheErrorCode(_ index: Int) throws {
    let expected = (Self.cases + Self.beyond)[index]
    var call = Dialogue(after: expected.done)
    let refusal = call.refusal(of: expected.action)
    #expect(refusal.map { call.reason($0) } == expected.reason, "\(Dialogue.text(expected.action))")
    #expect(refusal?.errorCode == expected.code, "\(Dialogue.text(expected.action))")
    #expect(refusal?.action == expected.action)
  }

  @Test func obstaclesAreThoseOfTheRulesThatCameNearest() throws {
    var call = Dialogue(after: Self.talking)
    let refusal = call.refusal(of: .deleteFromConference(a, removing: d))
    let obstacles = try #require(refusal.map { call.obstacles($0) })
    #expect(
      obstacles.map(\.rule.name) == [
        "A member is deleted from the conference",
        "A party that was announced and rings is deleted from the conference",
        "A party that was announced is deleted from the conference",
      ])
    #expect(obstacles.allSatisfy { !$0.isElsewhere })
    for obstacle in obstacles {
      #expect(obstacle.dimensions.map { Situation.dimensions[$0].subject } == ["the call", "the target"])
    }
    // Where somebody stands weighs more than anything else.
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
    #expect(two.reason(.answer(b)) == "the actor is active in another call")
  }

  @Test func theAnswerIsNumberedAndCarriesTheRequestsNumber() {
    var call = Dialogue(after: Self.talking)
    let told = call.exchange.sequenceNumber
    let event = call.refusal(of: .answer(b).requested(as: 5)).map { call.error(for: $0) }
    #expect(event?.referenceID == 5 && event?.rule == Event.noRule && event?.sequenceNumber == told + 1)
  }

  private func answer(to action: Action, _ call: inout Dialogue) -> String? {
    call.refusal(of: action).map { Dialogue.attributes(call.error(for: $0)) }
  }
}
