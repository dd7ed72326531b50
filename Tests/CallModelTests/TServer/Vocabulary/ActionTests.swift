import Testing

@testable import CallModel

/// Every verb can be said, and what is said is meant.
@Suite struct ActionTests {
  private static let sayings: [(said: Action, meant: Action)] = [
    (.makeCall(from: a, to: b), Action(.makeCall, by: a, to: b)),
    (.answer(b, on: 1), Action(.answer, by: b, on: 1)),
    (
      .answer(x, state: .answeringMachineDetected, on: 1),
      Action(.answer, by: x, on: 1, callState: .answeringMachineDetected)
    ),
    (.hold(b, on: 1), Action(.hold, by: b, on: 1)),
    (.retrieve(b, on: 1), Action(.retrieve, by: b, on: 1)),
    (.release(b, on: 1), Action(.release, by: b, on: 1)),
    (.clear(b, on: 1), Action(.clearCall, by: b, on: 1)),
    (.routeCall(p, to: b, on: 1), Action(.routeCall, by: p, to: b, on: 1)),
    (.routeCall(p, to: b, type: .direct, on: 1), Action(.routeCall, by: p, to: b, on: 1, mode: .routeType(.direct))),
    (.singleStepConference(a, inviting: c, on: 1), Action(.singleStepConference, by: a, to: c, on: 1)),
    (.deleteFromConference(a, removing: c, on: 1), Action(.deleteFromConference, by: a, to: c, on: 1)),
    (.singleStepTransfer(b, to: c, on: 1), Action(.singleStepTransfer, by: b, to: c, on: 1)),
    (.redirect(b, to: c, on: 1), Action(.redirectCall, by: b, to: c, on: 1)),
    (.makePredictiveCall(from: g, to: x), Action(.makePredictiveCall, by: g, to: x)),
    (.ring(b, on: 1), Action(.ring, by: b, on: 1)),
    (.busy(b, on: 1), Action(.busy, by: b, on: 1, callState: .busy)),
    (.timeOut(b, on: 1), Action(.timeOut, by: b, on: 1)),
    (.queue(at: g, on: 1), Action(.queue, by: g, on: 1)),
    (.divert(g, to: b, on: 1), Action(.divert, by: g, to: b, on: 1)),
    (.distribute(g, on: 1), Action(.distribute, by: g, on: 1)),
    (.park(b, on: 1), Action(.park, by: b, on: 1)),
    (.pickUp(b, on: 1), Action(.pickUp, by: b, on: 1)),
    (.pickUp(c, from: b, on: 1), Action(.pickUp, by: c, to: b, on: 1)),
    (.requestRoute(q, on: 1), Action(.requestRoute, by: q, on: 1)),
    (.route(p, to: b, on: 1), Action(.route, by: p, to: b, on: 1)),
    (.reachNetwork(x, on: 1), Action(.reachNetwork, by: x, on: 1)),
    (.applyTreatment(p, on: 1), Action(.applyTreatment, by: p, on: 1)),
    (.applyTreatment(p, type: .music, on: 1), Action(.applyTreatment, by: p, on: 1, mode: .treatmentType(.music))),
    (.treat(p, on: 1), Action(.treat, by: p, on: 1)),
    (.refuseTreatment(p, on: 1), Action(.refuseTreatment, by: p, on: 1)),
    (.endTreatment(p, on: 1), Action(.endTreatment, by: p, on: 1)),
    (.endTreatment(p, digits: "12", on: 1), Action(.endTreatment, by: p, on: 1, digits: "12")),
    (.initiateTransfer(b, to: c, on: 1), Action(.initiateTransfer, by: b, to: c, on: 1)),
    (.completeTransfer(b, on: 1), Action(.completeTransfer, by: b, on: 1)),
    (.completeConference(b, on: 1), Action(.completeConference, by: b, on: 1)),
    (.muteTransfer(b, to: c, on: 1), Action(.muteTransfer, by: b, to: c, on: 1)),
    (.mergeForTransfer(b, on: 1), Action(.mergeForTransfer, by: b, on: 1)),
    (.mergeForConference(b, on: 1), Action(.mergeForConference, by: b, on: 1)),
    (.alternate(b, on: 1), Action(.alternateCall, by: b, on: 1)),
    (.reconnect(b, on: 1), Action(.reconnectCall, by: b, on: 1)),
    (.agentLogin(d), Action(.agentLogin, by: d)),
    (.agentLogin(d, mode: .manualIn), Action(.agentLogin, by: d, mode: .agentWorkMode(.manualIn))),
    (.agentLogout(d), Action(.agentLogout, by: d)),
    (.agentReady(d, mode: .autoIn), Action(.agentReady, by: d, mode: .agentWorkMode(.autoIn))),
    (.agentNotReady(d, mode: .auxWork), Action(.agentNotReady, by: d, mode: .agentWorkMode(.auxWork))),
    (.setDNDOn(b), Action(.setDNDOn, by: b)),
    (.setDNDOff(b), Action(.setDNDOff, by: b)),
    (.forward(b, to: c), Action(.setForward, by: b, to: c, mode: .forwardMode(.unconditional))),
    (.forward(b, to: c, mode: .onBusy), Action(.setForward, by: b, to: c, mode: .forwardMode(.onBusy))),
    (.cancelForward(b), Action(.cancelForward, by: b)),
    (.observe(b, by: c), Action(.monitorNextCall, by: c, to: b, mode: .monitorNextCallType(.oneCall))),
    (
      .observe(b, by: c, type: .allCalls), Action(.monitorNextCall, by: c, to: b, mode: .monitorNextCallType(.allCalls))
    ),
    (
      .observe(b, by: c, mode: .coach, scope: .call),
      Action(
        .monitorNextCall, by: c, to: b, mode: .monitorNextCallType(.oneCall), monitorMode: .coach, monitorScope: .call)
    ),
    (.cancelMonitoring(b, by: c), Action(.cancelMonitoring, by: c, to: b)),
    (.registerAddress(b), Action(.registerAddress, by: b)),
    (.registerAddress(b, mode: .monitor), Action(.registerAddress, by: b, mode: .registerMode(.monitor))),
    (.unregisterAddress(b), Action(.unregisterAddress, by: b)),
    (.queryAddress(c, by: b), Action(.queryAddress, by: b, to: c)),
    (.endWrapUp(d), Action(.endWrapUp, by: d)),
    (.sendDTMF(b, digits: "12", on: 1), Action(.sendDTMF, by: b, on: 1, digits: "12")),
    (.askForDigits(p, on: 1), Action(.askForDigits, by: p, on: 1)),
    (.collectDigits(p, digits: "12", on: 1), Action(.collectDigits, by: p, on: 1, digits: "12")),
    (.collectDigits(p), Action(.collectDigits, by: p)),
    (.queryCall(b, on: 1), Action(.queryCall, by: b, on: 1)),
    (.sendUserEvent(b, to: c, ["k": "v"]), Action(.sendUserEvent, by: b, to: c, userData: ["k": "v"])),
    (.privateService(b), Action(.privateService, by: b)),
    (.setMessageWaitingOn(b), Action(.setMessageWaitingOn, by: b)),
    (.setMessageWaitingOff(b), Action(.setMessageWaitingOff, by: b)),
    (.fail(b), Action(.fail, by: b)),
    (.recover(b), Action(.recover, by: b)),
    (.setMuteOn(b, on: 1), Action(.setMuteOn, by: b, on: 1)),
    (.setMuteOff(b, on: 1), Action(.setMuteOff, by: b, on: 1)),
    (.listenDisconnect(b, stopping: c, on: 1), Action(.listenDisconnect, by: b, to: c, on: 1)),
    (.listenReconnect(b, restoring: c, on: 1), Action(.listenReconnect, by: b, to: c, on: 1)),
    (.attachUserData(a, ["k": "v"], on: 1), Action(.attachUserData, by: a, on: 1, userData: ["k": "v"])),
    (.updateUserData(a, ["k": "v"], on: 1), Action(.updateUserData, by: a, on: 1, userData: ["k": "v"])),
    (.deletePair(a, key: "k", on: 1), Action(.deletePair, by: a, on: 1, userData: ["k": ""])),
    (.deleteUserData(a, on: 1), Action(.deleteUserData, by: a, on: 1)),
  ]

  @Test func whatIsSaidIsMeant() {
    for (said, meant) in Self.sayings { #expect(said == meant) }
  }

  @Test func everyVerbCanBeSaid() {
    // TInitiateConference does the same as TInitiateTransfer: one word is enough.
    #expect(Set(Self.sayings.map(\.said.verb)) == Set(Verb.allCases).subtracting([.initiateConference]))
  }
}
