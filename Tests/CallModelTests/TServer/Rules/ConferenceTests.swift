import Testing

@testable import CallModel

/// Conferences that come out of two calls, how large they grow, and those who are announced before they answer.
@Suite struct ConferenceTests {
  @Test func aConsultationBecomesAConference() {
    var call = Dialogue(after: After.consulted)
    #expect(
      call(.completeConference(b))
        == "B EventReleased, B EventRetrieved, A EventPartyAdded, B EventPartyAdded, C EventPartyChanged")
    #expect(call.events.map(\.connID) == [2, 1, 1, 1, 1])
    #expect(call.told(c).hasSuffix("ThirdPartyDN=B ThirdPartyDNRole=ConferencedBy CallState=Conferenced"))
    #expect(call.parties == "1: A B C")
    #expect(call.exchange[1]?.parties.map(\.role) == [.conferenceMember, .conferenceMember, .conferenceMember])
  }

  @Test func oneWhoHasAlternatedHasNothingToRetrieve() {
    var call = Dialogue(after: After.consulted + [.alternate(b)])
    #expect(
      call(.completeConference(b)) == "B EventReleased, A EventPartyAdded, B EventPartyAdded, C EventPartyChanged")
    #expect(call.exchange.state(of: b, in: 1) == .talking)
    // C was put on hold, not C itself.
    #expect(call.exchange.state(of: c, in: 1) == .talking)
  }

  @Test func everyMemberHearsOfEveryNewcomer() {
    // D has been called into the consultation: two come in at once.
    var call = Dialogue(after: After.consulted + [.singleStepConference(b, inviting: d, on: 2), .ring(d), .answer(d)])
    #expect(
      call(.completeConference(b))
        == "B EventReleased, B EventRetrieved, A EventPartyAdded, B EventPartyAdded, A EventPartyAdded, B EventPartyAdded, "
        + "C EventPartyChanged, D EventPartyChanged")
    #expect(call.events.filter { $0.type == .partyAdded }.map(\.otherDN) == [c, c, d, d].numbers)
    #expect(call.parties == "1: A B C D")
  }

  @Test func aCallTakesEightPartiesHoweverTheyCome() {
    var call = Dialogue(calls: 4, after: After.talking)
    for dn in [c, d, e, f] {
      for action: Action in [.initiateTransfer(b, to: dn), .ring(dn), .answer(dn)] {
        #expect(call(action) != "refused")
      }
      #expect(call(.completeConference(b)).hasPrefix("B EventReleased, B EventRetrieved, A EventPartyAdded"))
    }
    for dn in [x, y] {
      #expect(call(.singleStepConference(a, inviting: dn)) == "silence" && call(.answer(dn)) != "refused")
    }
    #expect(call.exchange[1]?.parties.count == Exchange.Call.limit)
    // One more party can be consulted and take B's place, but cannot be added.
    for action: Action in [.initiateTransfer(b, to: r), .reachNetwork(r), .ring(r), .answer(r)] {
      #expect(call(action) != "refused")
    }
    call.refuses(
      .completeConference(b), .incompatibleState, "together its calls have more than 8 parties")
    #expect(call(.completeTransfer(b)).hasSuffix("R EventPartyChanged"))
    #expect(call.exchange[1]?.parties.count == Exchange.Call.limit && call.exchange.calls.count == 1)
  }

  @Test func theAnnouncedCountThoughTheyHaveNotAnswered() {
    var call = Dialogue(after: After.consulting)
    #expect(call(.completeConference(b)) == "B EventReleased, B EventRetrieved, A EventPartyAdded, B EventPartyAdded")
    #expect(call(.hold(a)) == "A EventHeld")
    #expect(call.told(a) == "ConnID=1 ThisDN=A")
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call(.release(a)).hasPrefix("A EventReleased, B EventPartyDeleted"))
    // Only two are left: what C answers is no conference.
    #expect(call(.answer(c)) == "C EventEstablished")
    #expect(call.told(c) == "ConnID=1 ThisDN=C CallState=OK")
    #expect(call(.release(b)) == "B EventReleased, C EventReleased")
  }

  @Test func theAnnouncedMayBeLeftAlone() {
    let announced = After.consulting + [.completeConference(b)]
    var silent = Dialogue(after: announced + [.release(a)])
    #expect(silent(.release(b)) == "B EventReleased")
    #expect(silent.told(b) == "ConnID=1 ThisDN=B OtherDN=C CallState=OK" && silent.exchange.calls.isEmpty)
    var ringing = Dialogue(after: announced + [.ring(c), .release(a)])
    #expect(ringing(.release(b)) == "B EventReleased, C EventAbandoned")
    var declined = Dialogue(after: announced + [.ring(c), .release(a)])
    #expect(declined(.release(c)) == "B EventReleased, C EventAbandoned")
    var busy = Dialogue(after: announced + [.release(a)])
    #expect(busy(.busy(c)) == "B EventReleased")
    for call in [ringing, declined, busy] { #expect(call.exchange.calls.isEmpty) }
  }

  @Test func theAnnouncedAreDeletedOrGo() {
    let announced = After.consultationRings + [.completeConference(b)]
    var declined = Dialogue(after: announced)
    #expect(declined(.timeOut(c)) == "A EventPartyDeleted, B EventPartyDeleted, C EventAbandoned")
    #expect(declined.told(c) == "ConnID=1 ThisDN=C CallState=NoAnswer")
    var cleared = Dialogue(after: announced)
    #expect(
      cleared(.clear(a)) == "A EventReleased, B EventReleased, C EventAbandoned" && cleared.exchange.calls.isEmpty)
    let outside = Dialogue(
      after: After.talking + [.initiateTransfer(b, to: x), .reachNetwork(x), .completeConference(b)])
    var (busy, unanswered) = (outside, outside)
    #expect(busy(.busy(x)) == "A EventPartyDeleted, B EventPartyDeleted" && busy.parties == "1: A B")
    #expect(unanswered(.timeOut(x)) == "A EventPartyDeleted, B EventPartyDeleted")
  }

  @Test func theInvitedPartyGoesAlongWhicheverPartyInvitedIt() {
    // A is talking to B, has invited D, and B completes a conference with C: D still rings for it.
    var call = Dialogue(after: After.talking + [.singleStepConference(a, inviting: d), .ring(d)])
    _ = (call(.initiateTransfer(b, to: c)), call(.ring(c)), call(.answer(c)))
    #expect(call(.completeConference(b)).hasSuffix("C EventPartyChanged"))
    #expect(call(.answer(d)) == "A EventPartyAdded, B EventPartyAdded, D EventEstablished, C EventPartyAdded")
    #expect(call(.clear(c)).contains("D EventReleased"))
  }

  @Test func aPartOfAConferenceIsHandedOn() {
    var call = Dialogue(after: After.conference)
    #expect(call(.singleStepTransfer(b, to: d)) == "B EventReleased, A EventPartyChanged, C EventPartyChanged")
    #expect(call(.ring(d)) == "D EventRinging" && call(.answer(d)) == "D EventEstablished")
    #expect(call.told(d).hasSuffix("CallState=Conferenced"))
    #expect(call.refusal(of: .singleStepTransfer(a, to: g))?.errorCode == .incorrectObjectState)
    #expect(call.reason(.singleStepTransfer(a, to: g))?.isEmpty == false)
    // Out of a conference nothing is redirected.
    #expect(call(.redirect(a, to: e)) == "refused")
  }

  @Test func oneHalfOfAConferenceIsTransferred() {
    var call = Dialogue(after: After.conference + [.initiateTransfer(b, to: d), .ring(d), .answer(d)])
    #expect(
      call(.completeTransfer(b))
        == "B EventReleased, B EventReleased, A EventPartyChanged, C EventPartyChanged, D EventPartyChanged")
    #expect(
      call.told(a).contains("OtherDN=D") && call.told(c).contains("OtherDN=D") && !call.told(d).contains("OtherDN"))
  }

  @Test func theReconnectedComeBackToTheirConference() {
    var call = Dialogue(after: After.conference + [.initiateTransfer(b, to: d), .ring(d), .answer(d)])
    #expect(call(.alternate(b)) == "B EventHeld, B EventRetrieved")
    #expect(call.told(b) == "ConnID=1 ThisDN=B CallState=Conferenced")
    #expect(call(.alternate(b)) == "B EventHeld, B EventRetrieved")
    #expect(
      call.events.map { Dialogue.attributes($0) } == ["ConnID=1 ThisDN=B", "ConnID=2 ThisDN=B OtherDN=D CallState=OK"])
    #expect(call(.reconnect(b)) == "B EventReleased, D EventReleased, B EventRetrieved")
    #expect(call.told(b) == "ConnID=1 ThisDN=B CallState=Conferenced")
  }
}
