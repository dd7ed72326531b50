import Testing

@testable import CallModel

/// A call that a queue makes for an agent who is not known yet.
@Suite struct PredictiveCallTests {
  @Test func aPersonAnswersAndIsDiverted() {
    var call = Dialogue()
    #expect(call(.makePredictiveCall(from: g, to: x)) == "G EventDialing")
    #expect(call(.answer(x)) == "G EventQueued")
    #expect(call.told(g) == "ConnID=1 ThisDN=G ThisQueue=G ThisDNRole=Origination CallState=OK")
    #expect(call(.divert(g, to: b)) == "G EventDiverted")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "B EventEstablished")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThisDNRole=Origination OtherDN=X OtherDNRole=Destination")
    #expect(call.exchange[1]?.parties.map(\.dn) == [x, b].numbers)
  }

  @Test(arguments: [
    (CallState.answeringMachineDetected, true), (CallState(rawValue: 17), false), (.busy, false), (.noAnswer, false),
  ])
  func onlyAPersonOrAnAnsweringMachineIsQueued(_ state: CallState, _ isQueued: Bool) {
    var call = Dialogue(after: .makePredictiveCall(from: q, to: x))
    #expect(call(Action(.answer, by: x, callState: state)) == (isQueued ? "Q EventQueued" : "Q EventReleased"))
    #expect(call.events.first?.callState == state)
    #expect(call.exchange.calls.isEmpty != isQueued)
  }

  @Test func noOtherCallIsAnsweredByAMachine() {
    // What the answer says matters only to a queue that listens for it: elsewhere the value does not fit.
    var call = Dialogue(after: .makeCall(from: a, to: x), .reachNetwork(x))
    for state in [CallState.answeringMachineDetected, .busy, .noAnswer, CallState(rawValue: 17)] {
      #expect(call.refusal(of: Action(.answer, by: x, callState: state))?.errorCode == .badValue)
    }
    #expect(call(.answer(x)) == "A EventEstablished")
    // No other verb has a CallState to say, but one that says why a call fails.
    #expect(call.refusal(of: Action(.hold, by: a, callState: .busy))?.errorCode == .badValue)
    #expect(call.refusal(of: Action(.makeCall, by: b, to: c, callState: .noAnswer))?.errorCode == .badValue)
    #expect(call.refusal(of: Action(.setDNDOn, by: b, callState: .noAnswer))?.errorCode == .badValue)
    #expect(call.refusal(of: Action(.reconnectCall, by: a, callState: .noAnswer))?.errorCode == .badValue)
  }

  @Test func aQueueMakesManyAtATime() {
    var calls = Dialogue(calls: 6, after: (1...5).map { _ in .makePredictiveCall(from: g, to: x) })
    #expect(calls.exchange.calls.count == 5)
    calls.refuses(.release(g), .incorrectObjectState, "several calls could be meant")
    #expect(calls(.release(g, on: 3)) == "G EventReleased")
    #expect(
      calls(.timeOut(x, on: 1)) == "G EventReleased"
        && calls.told(g) == "ConnID=1 ThisDN=G OtherDN=X CallState=NoAnswer")
    #expect(calls(.answer(x, on: 2)) == "G EventQueued" && calls.events.first?.connID == 2)
    _ = (
      calls(.makePredictiveCall(from: g, to: y)), calls(.makePredictiveCall(from: g, to: y)),
      calls(.makePredictiveCall(from: g, to: y))
    )
    #expect(
      calls.reason(.makePredictiveCall(from: g, to: x)) == "the switch has reached its limit of calls")
  }

  @Test func theCustomerMayHangUpAtAnyPoint() {
    var queued = Dialogue(after: .makePredictiveCall(from: g, to: x), .answer(x))
    #expect(queued(.release(x)) == "G EventAbandoned")
    var diverted = Dialogue(after: .makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b))
    #expect(diverted(.release(x)) == "silence")
    var ringing = Dialogue(after: .makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b), .ring(b))
    #expect(ringing(.release(x)) == "B EventAbandoned")
    var talking = Dialogue(
      after: .makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b), .ring(b), .answer(b))
    #expect(talking(.release(x)) == "B EventReleased")
    for call in [queued, diverted, ringing, talking] { #expect(call.exchange.calls.isEmpty) }
  }

  @Test(arguments: [c, r]) func aCustomerWithADNIsToldOfItsOwnAnswerAlone(_ c: DN) {
    var ringing = Dialogue(after: .makePredictiveCall(from: g, to: c))
    #expect(ringing(.ring(c)) == "\(c) EventRinging")
    #expect(ringing(.ring(c)) == "refused")
    #expect(ringing(.answer(c)) == "G EventQueued, \(c) EventEstablished")
  }

  @Test func aCustomerOutsideIsNotToldAnything() {
    var call = Dialogue(after: .makePredictiveCall(from: g, to: x))
    #expect(call(.ring(x)) == "refused")
    #expect(call(.answer(x)) == "G EventQueued")
  }

  @Test func aDeviceIsCalledAsACustomer() {
    var call = Dialogue(after: .makePredictiveCall(from: g, to: c))
    #expect(call(.answer(c)) == "G EventQueued, C EventEstablished")
    // It is active in this call, and in no other.
    call.refuses(.makeCall(from: c, to: d), .incompatibleState, "it is active in call 1")
    #expect(call(.divert(g, to: b)) == "G EventDiverted" && call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "B EventEstablished")
    var engaged = Dialogue(after: After.talking + [.makePredictiveCall(from: g, to: b)])
    #expect(engaged.refusal(of: .answer(b, on: 2))?.errorCode == .incompatibleState)
  }

  @Test func aRoutingPointIsAskedForARouteAtOnce() {
    var call = Dialogue(after: .makePredictiveCall(from: p, to: x))
    #expect(call(.answer(x)) == "P EventRouteRequest")
    #expect(call(.routeCall(p, to: b).requested(as: 5)) == "silence")
    #expect(call(.route(p, to: c)) == "refused")
    #expect(call(.release(x)) == "P EventAbandoned, P EventError")
    #expect(call.told(p) == "ConnID=1 ThisDN=P ErrorCode=1163 ErrorMessage=No active call ReferenceID=5")
  }

  @Test func divertedToAnotherQueueTheCustomerWaitsAsAnyCaller() {
    var call = Dialogue(after: .makePredictiveCall(from: g, to: x), .answer(x))
    #expect(call(.divert(g, to: h)) == "G EventDiverted, H EventQueued")
    #expect(call.told(h) == "ConnID=1 ThisDN=H ThisQueue=H ThisDNRole=Origination OtherDN=X OtherDNRole=Destination")
    #expect(call(.divert(h, to: b)) == "H EventDiverted" && call(.ring(b)) == "B EventRinging")
    #expect(
      call.told(b).hasPrefix("ConnID=1 ThisDN=B ThisQueue=H ThisDNRole=Origination OtherDN=X OtherDNRole=Destination"))
    #expect(call(.answer(b)) == "B EventEstablished")
  }

  @Test func theAgentMayBringAnotherIntoIt() {
    var call = Dialogue(after: .makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b), .ring(b), .answer(b))
    _ = (call(.initiateTransfer(b, to: c)), call(.ring(c)), call(.answer(c)))
    #expect(call(.completeConference(b)) == "B EventReleased, B EventRetrieved, B EventPartyAdded, C EventPartyChanged")
    #expect(call.parties == "1: X B C")
  }

  @Test func onlyQueuesAndRoutingPointsMakeThem() {
    var call = Dialogue()
    call.refuses(
      .makePredictiveCall(from: a, to: x), .unsupportedOperation,
      "it is an extension, not an ACD group, a routing point or a route queue")
    #expect(call.refusal(of: .makePredictiveCall(from: g, to: g))?.errorCode == .invalidCalledDN)
    #expect(call.refusal(of: .makePredictiveCall(from: g, to: p))?.errorCode == .invalidCalledDN)
  }
}
