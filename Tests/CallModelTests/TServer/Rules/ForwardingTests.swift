import Testing

@testable import CallModel

/// Where calls go that are not taken where they were meant to be.
@Suite struct ForwardingTests {
  @Test func whatIsSetIsSaidAndReplaced() {
    var call = Dialogue()
    #expect(call(.forward(b, to: c)) == "B EventForwardSet")
    #expect(call.told(b) == "ThisDN=B")
    #expect(
      call.events.map { Dialogue.attributes($0, all: true) } == [
        "ThisDN=B OtherDN=C ForwardMode=Unconditional EventSequenceNumber=1"
      ])
    #expect(call(.forward(b, to: d, mode: .onBusy)) == "B EventForwardSet")
    #expect(call(.makeCall(from: a, to: b)) == "A EventDialing" && call(.ring(b)) == "B EventRinging")
    #expect(call(.cancelForward(b)) == "B EventForwardCancel")
    call.refuses(.cancelForward(b), .alreadyInState, "it does not forward its calls")
  }

  @Test func aChainOfForwardingsEndsWhereACallIsTaken() {
    var call = Dialogue(
      after: [.forward(b, to: c), .forward(c, to: d, mode: .onBusy), .forward(d, to: e, mode: .onNoAnswer)]
        + After.dialed)
    #expect(call(.ring(b)) == "silence" && call.parties == "1: A C")
    #expect(call(.busy(c)) == "silence" && call.parties == "1: A D")
    #expect(call(.ring(d)) == "D EventRinging")
    #expect(call.told(d) == "ConnID=1 ThisDN=D OtherDN=A CallState=Forwarded")
    #expect(call(.timeOut(d)) == "D EventReleased")
    #expect(call.told(d) == "ConnID=1 ThisDN=D ThirdPartyDN=E ThirdPartyDNRole=Destination CallState=Forwarded")
    #expect(call(.ring(e)) == "E EventRinging")
    #expect(call(.answer(e)) == "A EventEstablished, E EventEstablished")
  }

  @Test func aCircleOfForwardingsGoesRoundUntilTheCallerGivesUp() {
    var call = Dialogue(after: [.forward(b, to: c), .forward(c, to: b)] + After.dialed)
    for _ in 1...20 {
      #expect(call(.ring(b)) == "silence" && call.parties == "1: A C")
      #expect(call(.ring(c)) == "silence" && call.parties == "1: A B")
    }
    #expect(call(.release(a)) == "A EventReleased" && call.exchange.calls.isEmpty)
  }

  @Test func forwardedToTheCallerItIsBusy() {
    var call = Dialogue(after: [.forward(b, to: a)] + After.dialed)
    #expect(call(.ring(b)) == "A EventDestinationBusy")
    #expect(call.told(a) == "ConnID=1 ThisDN=A ThisDNRole=Origination CallState=Busy")
    var busy = Dialogue(after: [.forward(b, to: a, mode: .onBusy)] + After.dialed)
    #expect(busy(.busy(b)) == "A EventDestinationBusy")
    var unanswered = Dialogue(after: [.forward(b, to: a, mode: .onNoAnswer)] + After.ringing)
    #expect(unanswered(.timeOut(b)) != "refused")
  }

  @Test func forwardedToAFullLineItIsBusy() {
    var call = Dialogue(
      calls: 20,
      after: (1...8).map { _ in .makeCall(from: x, to: c) } + [.forward(b, to: c), .makeCall(from: a, to: b)])
    #expect(call(.ring(b)) == "A EventDestinationBusy")
  }

  @Test func doNotDisturbGoesBeforeForwarding() {
    var call = Dialogue(after: .forward(b, to: c), .setDNDOn(b), .makeCall(from: a, to: b))
    #expect(call(.ring(b)) == "A EventDestinationBusy")
    #expect(call(.release(a)) == "A EventReleased")
    #expect(call(.setDNDOff(b)) == "B EventDNDOff")
    #expect(call(.makeCall(from: a, to: b)) == "A EventDialing" && call(.ring(b)) == "silence")
    #expect(call(.ring(c)) == "C EventRinging")
  }

  @Test func theQueueDecidesWhatAForwardedCallIs() {
    // The group hands it to B, who forwards to a routing point: from there it goes on by that model.
    var call = Dialogue(after: .forward(b, to: p), .makeCall(from: a, to: g), .divert(g, to: b))
    #expect(call(.ring(b)) == "P EventRouteRequest")
    #expect(call(.routeCall(p, to: c)) == "silence" && call(.route(p, to: c)) == "P EventRouteUsed")
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call.told(c) == "ConnID=1 ThisDN=C ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK")
  }

  @Test func theInvitedAndTheAnnouncedDoNotForward() {
    var invited = Dialogue(after: [.forward(c, to: d)] + After.talking + [.singleStepConference(a, inviting: c)])
    #expect(invited(.ring(c)) == "A EventDestinationBusy" && invited.parties == "1: A B")
    var announced = Dialogue(after: [.forward(c, to: d)] + After.consulting + [.completeConference(b)])
    #expect(announced(.ring(c)) == "A EventPartyDeleted, B EventPartyDeleted" && announced.parties == "1: A B")
    var undisturbed = Dialogue(after: [.setDNDOn(c)] + After.consulting + [.completeConference(b), .release(a)])
    #expect(undisturbed(.ring(c)) == "B EventReleased" && undisturbed.exchange.calls.isEmpty)
  }

  @Test func aConsultationGoesWhereItIsForwarded() {
    var call = Dialogue(after: [.forward(c, to: d)] + After.consulting + [.ring(c), .ring(d), .answer(d)])
    #expect(call.parties == "1: A B, 2: B D")
    #expect(call(.completeTransfer(b)).hasSuffix("A EventPartyChanged, D EventPartyChanged"))
  }

  /// Of a call that has been handed on twice only the last hop is seen.
  @Test func theLastHopDecides() {
    var call = Dialogue(after: After.talking + [.singleStepTransfer(b, to: c), .ring(c), .redirect(c, to: d)])
    #expect(call(.ring(d)) == "D EventRinging" && call.told(d) == "ConnID=1 ThisDN=D CallState=Redirected")
    var other = Dialogue(after: [.forward(c, to: d)] + After.talking + [.singleStepTransfer(b, to: c), .ring(c)])
    #expect(other(.ring(d)) == "D EventRinging" && other.told(d) == "ConnID=1 ThisDN=D OtherDN=A CallState=Forwarded")
  }

  @Test func onlyADeviceForwards() {
    var call = Dialogue()
    call.refuses(
      .forward(g, to: b), .unsupportedOperation,
      "it is an ACD group, not an extension or a remote party")
    #expect(call(.forward(r, to: b)) == "R EventForwardSet")
    #expect(call(.makeCall(from: a, to: r)) == "A EventDialing" && call(.reachNetwork(r)) == "A EventNetworkReached")
    #expect(call(.ring(r)) == "silence" && call.parties == "1: A B")
  }
}
