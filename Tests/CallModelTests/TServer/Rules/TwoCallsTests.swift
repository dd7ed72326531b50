import Testing

@testable import CallModel

/// One device in two calls or more: which of them a request is about, and what becomes of calls that consultations hang
/// on.
@Suite struct TwoCallsTests {
  @Test func aConsultationIsATransferInTheEnd() {
    var call = Dialogue(after: After.talking)
    #expect(call(.initiateTransfer(b, to: c)) == "B EventHeld, B EventDialing")
    #expect(call.exchange[2]?.main == 1 && call.events.map(\.connID) == [1, 2])
    #expect(call.told(b).hasPrefix("ConnID=2 ThisDN=B "))
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call(.answer(c)) == "B EventEstablished, C EventEstablished")
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged")
    #expect(call.told(a) == changed("1", a, from: "1", other: "C", by: "B"))
    #expect(call.told(c) == changed("1", c, from: "2", other: "A", by: "B"))
    #expect(call.parties == "1: A C")
    #expect(call(.release(a)) == "A EventReleased, C EventReleased")
  }

  @Test func aChainOfConsultationsIsTakenUpFromItsBeginning() {
    var call = Dialogue(after: After.consulted + [.initiateTransfer(c, to: d), .ring(d), .answer(d)])
    #expect(call.parties == "1: A B, 2: B C, 3: C D")
    // B's main call is gone for C: what C has begun in it is now for the call that is left.
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged")
    #expect(call.exchange[3]?.main == 1)
    #expect(call.exchange.state(of: c, in: 1) == .held)
    #expect(call(.completeTransfer(c)) == "C EventReleased, C EventReleased, A EventPartyChanged, D EventPartyChanged")
    #expect(call.parties == "1: A D")
  }

  @Test func aChainOfConsultationsIsTakenUpFromItsEnd() {
    var call = Dialogue(after: After.consulted + [.initiateTransfer(c, to: d), .ring(d), .answer(d)])
    #expect(call(.completeTransfer(c)) == "C EventReleased, C EventReleased, B EventPartyChanged, D EventPartyChanged")
    #expect(call.told(d) == changed("2", d, from: "3", other: "B", by: "C"))
    #expect(call.exchange[2]?.main == 1)
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged, D EventPartyChanged")
    #expect(call.parties == "1: A D")
  }

  @Test func oneWhoConsultsOutOfAConsultationCompletesTheLastFirst() {
    var call = Dialogue(after: After.consulted + [.initiateTransfer(b, to: d, on: 2), .ring(d), .answer(d)])
    #expect(call.parties == "1: A B, 2: B C, 3: B D")
    #expect(call(.completeConference(b)).hasPrefix("B EventReleased, B EventRetrieved"))
    #expect(call.parties == "1: A B, 2: B C D" && call.exchange[2]?.main == 1)
    #expect(
      call(.completeTransfer(b))
        == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged, D EventPartyChanged")
    #expect(call.parties == "1: A C D")
  }

  @Test func theRequestMayNameWhichOfItsConsultationsIsMeant() {
    var call = Dialogue(after: After.consulted + [.initiateTransfer(b, to: d, on: 2), .ring(d), .answer(d)])
    // The consultation with C goes to A; B is left with D, and that call is no longer a consultation.
    #expect(
      call(.completeTransfer(b, on: 1)) == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged")
    #expect(call.parties == "1: A C, 3: B D")
    #expect(call.exchange.state(of: b, in: 3) == .talking)
    call.refuses(.completeTransfer(b), .noHeldCall, "it has no second call")
  }

  @Test func alternatingTwiceIsAsIfNothingHadBeen() {
    var call = Dialogue(after: After.consulted)
    let before = words(call)
    #expect(call(.alternate(b)) == "B EventHeld, B EventRetrieved")
    #expect(
      call.events.map { Dialogue.attributes($0) } == [
        "ConnID=2 ThisDN=B OtherDN=C", "ConnID=1 ThisDN=B OtherDN=A CallState=OK",
      ])
    #expect(words(call) != before)
    #expect(call(.alternate(b, on: 1)) == "B EventHeld, B EventRetrieved")
    #expect(call.events.map(\.connID) == [1, 2])
    #expect(words(call) == before)
  }

  /// Who holds what does not matter: the main call is the one for which the other was begun.
  @Test(arguments: [[], [Action.alternate(b)], [.hold(b)], [.hold(b), .retrieve(b, on: 1)]])
  func theMainCallSurvives(_ meanwhile: [Action]) {
    var call = Dialogue(after: After.consulted + meanwhile)
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged")
    #expect(call.parties == "1: A C")
  }

  @Test func twoCallsThatAreNoConsultationAreMerged() {
    var call = Dialogue(
      after: After.talking + [.hold(b), .makeCall(from: d, to: b), .ring(b, on: 2), .answer(b, on: 2)])
    call.refuses(
      .completeTransfer(b), .incompatibleState, "neither of its calls is a consultation")
    // The held call survives.
    #expect(call(.mergeForTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged, D EventPartyChanged")
    #expect(call.parties == "1: A D")
  }

  @Test func aPartyThatIsConsultedTwiceCannotBeJoinedToItself() {
    var call = Dialogue(
      after: After.consulted + [.initiateTransfer(b, to: a, on: 2), .hold(a), .ring(a, on: 3), .answer(a, on: 3)])
    #expect(call.parties == "1: A B, 2: B C, 3: B A")
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, C EventPartyChanged, A EventPartyChanged")
    #expect(call.parties == "1: A B, 2: C A")
    // A is in both calls of C's now: they can never be one.
    var other = Dialogue(
      after: After.consulted + [.hold(c), .makeCall(from: c, to: a), .hold(a), .ring(a, on: 3), .answer(a, on: 3)])
    #expect(other(.mergeForTransfer(c)) == "C EventReleased, C EventReleased, B EventPartyChanged, A EventPartyChanged")
    #expect(other.parties == "1: A B, 2: B A")
    #expect(other(.alternate(b)) == "B EventHeld, B EventRetrieved")
    #expect(other.reason(.completeTransfer(b)) == "A is in both calls")
    #expect(other.refusal(of: .completeConference(b))?.errorCode == .incompatibleState)
  }

  @Test func oneWhoIsReconnectedReleasesTheOtherCallAsItStands() {
    var dialing = Dialogue(after: After.consulting)
    #expect(dialing(.reconnect(b)) == "B EventReleased, B EventRetrieved")
    var ringing = Dialogue(after: After.consultationRings)
    #expect(ringing(.reconnect(b)) == "B EventReleased, C EventAbandoned, B EventRetrieved")
    var talking = Dialogue(after: After.consulted)
    #expect(talking(.reconnect(b)) == "B EventReleased, C EventReleased, B EventRetrieved")
    var busy = Dialogue(after: After.consulting + [.busy(c)])
    #expect(busy(.reconnect(b)) == "B EventReleased, B EventRetrieved")
    for call in [dialing, ringing, talking, busy] {
      #expect(call.parties == "1: A B" && call.told(b) == "ConnID=1 ThisDN=B OtherDN=A CallState=OK")
    }
  }

  @Test func theOtherPartyWaitsAfterATransferBeforeTheAnswer() {
    var call = Dialogue(after: After.consulting)
    #expect(call(.completeTransfer(b)) == "B EventReleased, B EventReleased, A EventPartyChanged")
    #expect(call(.hold(a)) == "A EventHeld")
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call.told(c) == "ConnID=1 ThisDN=C OtherDN=A CallState=Transferred")
    #expect(call(.redirect(c, to: d)) == "C EventReleased")
    #expect(call(.ring(d)) == "D EventRinging")
    #expect(call(.answer(d)) == "D EventEstablished")
    #expect(call.exchange.state(of: a, in: 1) == .held)
    #expect(call.parties == "1: A D")
  }

  @Test func aConsultationNeedsRoom() {
    var one = Dialogue(calls: 1, after: After.talking)
    one.refuses(.initiateTransfer(b, to: c), .incompatibleState, "the switch has reached its limit of calls")
    one.refuses(
      .muteTransfer(b, to: c), .incompatibleState, "the switch has reached its limit of calls")
    #expect(one(.singleStepTransfer(b, to: c)) == "B EventReleased, A EventPartyChanged")
    var many = Dialogue(calls: 20, after: After.talking + (2...8).map { _ in .makeCall(from: x, to: b) })
    many.refuses(.initiateTransfer(b, to: c), .incompatibleState, "its line is full: 8 calls")
    #expect(many(.release(x, on: 5)) == "silence")
    #expect(many(.initiateTransfer(b, to: c)) == "B EventHeld, B EventDialing")
  }

  @Test
  func oneWhoseLineIsFullIsNotConsulted() {
    var calls = Dialogue(calls: 20, after: After.talking + (1...8).map { _ in .makeCall(from: x, to: c) })
    calls.refuses(.initiateTransfer(b, to: c), .incompatibleState, "the line of C is full: 8 calls")
  }

  /// A routing point that was consulted is about to route to A: A cannot be the one who waits for that.
  @Test func aRouteBackToTheOneWhoWaits() {
    var call = Dialogue(after: After.talking + [.initiateTransfer(b, to: p), .routeCall(p, to: a)])
    call.refuses(.completeTransfer(b), .incompatibleState, "A is in both calls")
    #expect(call(.route(p, to: a)) == "P EventRouteUsed")
  }

  @Test func aRequestThatNamesACallOfOthersIsRefused() {
    var call = Dialogue(after: After.consulted + [.makeCall(from: d, to: e)])
    for action: Action in [.alternate(b, on: 3), .mergeForConference(b, on: 3), .reconnect(b, on: 3)] {
      #expect(call.rule(for: action) == nil, "\(Dialogue.text(action))")
    }
    // It is said of the verbs that need a consultation.
    #expect(call.refusal(of: .completeTransfer(b, on: 3)) != nil)
  }

  @Test func anOutsidePartyCannotConsult() {
    var call = Dialogue(after: .makeCall(from: x, to: b), .ring(b), .answer(b))
    #expect(call(.initiateTransfer(x, to: c)) == "refused")
  }

  @Test func whatIsRefusedChangesNothing() {
    var call = Dialogue(after: After.talking)
    let alone = "it has no second call"
    call.refuses(.alternate(b), .noHeldCall, alone)
    call.refuses(.reconnect(b), .noHeldCall, alone)
    call.refuses(.mergeForConference(b), .noHeldCall, alone)
    call.refuses(.completeConference(b), .noHeldCall, alone)
    call.refuses(.completeTransfer(b, on: 7), .invalidConnID, "there is no call 7")
    // A party cannot complete a consultation that another one began.
    _ = (call(.initiateTransfer(b, to: c)), call(.ring(c)), call(.answer(c)))
    call.refuses(.completeTransfer(a), .noHeldCall, alone)
    call.refuses(.completeTransfer(c), .noHeldCall, alone)
    // Before the answer the calls cannot be merged or alternated.
    var ringing = Dialogue(after: After.consultationRings)
    let why = "it is not talking in call 2 (it is calling C)"
    #expect(ringing.refusal(of: .alternate(b))?.errorCode == .incompatibleState && ringing.reason(.alternate(b)) == why)
    #expect(ringing(.mergeForTransfer(b)) == "refused")
  }

  private func changed(_ call: String, _ dn: DN, from previous: String, other: String, by third: String) -> String {
    "ConnID=\(call) PreviousConnID=\(previous) ThisDN=\(dn) OtherDN=\(other) ThirdPartyDN=\(third) "
      + "ThirdPartyDNRole=TransferredBy CallState=Transferred"
  }

  private func words(_ dialogue: Dialogue) -> [UInt64] {
    var words: [UInt64] = []
    dialogue.exchange.pack(into: &words)
    return words
  }
}
