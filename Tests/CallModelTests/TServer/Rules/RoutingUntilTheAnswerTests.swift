import Testing

@testable import CallModel

/// A switch with `divert-on-ringing=false`: the routing point keeps the call until it is answered.
@Suite struct RoutingUntilTheAnswerTests {
  private static let profile = SwitchProfile(.divertOnRinging, "false")
  private static let instructed: [Action] = [.makeCall(from: a, to: p), .routeCall(p, to: b).requested(as: 7)]

  private static func after(_ actions: Action...) -> Dialogue { Dialogue(under: profile, after: instructed + actions) }

  @Test func theRouteIsUsedWithTheAnswer() {
    var call = Self.after()
    #expect(call(.route(p, to: b)) == "silence")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "P EventRouteUsed, A EventEstablished, B EventEstablished")
    #expect(call.events.first?.referenceID == 7)
    #expect(call.exchange.state(of: p, in: 1) == .idle)
  }

  @Test func aRouteInVainIsToldToTheRoutingPointAlone() {
    let tries: [(actions: [Action], told: String)] = [
      ([.busy(b)], "P EventError"), ([.ring(b), .timeOut(b)], "B EventReleased, P EventError"),
      ([.ring(b), .release(b)], "B EventReleased, P EventError"),
    ]
    for (actions, told) in tries {
      var call = Self.after(.route(p, to: b))
      for action in actions.dropLast() { _ = call(action) }
      #expect(call(actions[actions.count - 1]) == told)
      let error = call.events.last
      #expect(error?.errorCode == .incorrectObjectState && error?.referenceID == 7)
      #expect(error?.listed.contains(.referenceID) == true)
      #expect(call.exchange.state(of: p, in: 1) == .routing && call.exchange.state(of: b, in: 1) == .idle)
      #expect(call(.routeCall(p, to: c).requested(as: 8)) == "silence" && call(.route(p, to: c)) == "silence")
    }
  }

  @Test func byDefaultThereIsNoRequestToAnswer() {
    var call = Dialogue(under: Self.profile, after: .makeCall(from: a, to: p), .route(p, to: b))
    #expect(call(.busy(b)) == "silence")
    #expect(call.exchange.state(of: p, in: 1) == .routing)
  }

  @Test func everyoneWhoWasToldHearsThatTheCallerGivesUp() {
    var call = Self.after(.route(p, to: b), .ring(b))
    #expect(call(.release(a)) == "A EventReleased, P EventAbandoned, P EventError, B EventAbandoned")
    #expect(call.events.first?.otherDN == b.number)
    #expect(call.exchange.calls.isEmpty)
  }

  @Test func thePointWaitsForTheDeviceToWhichTheCallIsHandedOn() {
    var call = Self.after(.route(p, to: b), .ring(b), .redirect(b, to: c), .ring(c))
    #expect(call(.timeOut(c)) == "C EventReleased, P EventError")
    // The point routes again as it would have routed at first.
    #expect(call(.routeCall(p, to: d)) == "silence" && call(.route(p, to: d)) == "silence")
    #expect(call(.ring(d)) == "D EventRinging" && call.events.first?.callState == .ok)
    #expect(call(.answer(d)) == "P EventRouteUsed, A EventEstablished, D EventEstablished")
  }

  @Test func predictiveCallsLeaveTheRoutingPointAtOnce() {
    var call = Dialogue(under: Self.profile, after: .makePredictiveCall(from: p, to: x), .answer(x))
    #expect(call(.route(p, to: b)) == "P EventRouteUsed, P EventDiverted")
  }
}
