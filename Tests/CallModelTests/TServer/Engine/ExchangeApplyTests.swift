import Testing

@testable import CallModel

/// Dialogues with a switch: which party is told what by each action, in the manual's order.
@Suite struct ExchangeApplyTests {
  @Test func aCallIsMadeAnsweredAndEnded() {
    var call = Dialogue()
    #expect(call(.makeCall(from: a, to: b)) == "A EventDialing")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
    #expect(call(.hold(a)) == "A EventHeld")
    #expect(call(.retrieve(a)) == "A EventRetrieved")
    #expect(call(.release(b)) == "B EventReleased, A EventReleased")
    #expect(call.exchange.calls.isEmpty)
  }

  @Test func theCallerHearsBusy() {
    var call = Dialogue(after: .makeCall(from: a, to: b))
    #expect(call(.busy(b, state: CallState(rawValue: 11))) == "A EventDestinationBusy")
    #expect(call.told(a) == "ConnID=1 ThisDN=A ThisDNRole=Origination CallState=SitInvalidnum")
    #expect(call(.release(a)) == "A EventReleased")
    #expect(call.told(a) == "ConnID=1 ThisDN=A ThisDNRole=Origination CallState=OK")
  }

  @Test func theCallerWhoHoldsHearsBusyWhenItRetrieves() {
    var call = Dialogue(after: .makeCall(from: a, to: b), .hold(a))
    #expect(call(.busy(b)) == "A EventDestinationBusy")
    #expect(call(.retrieve(a)) == "A EventRetrieved")
    #expect(call(.hold(a)) == "refused")
    #expect(call(.release(a)) == "A EventReleased")
    #expect(call.exchange.calls.isEmpty)
  }

  @Test func aGroupDivertsTheCall() {
    var call = Dialogue()
    #expect(call(.makeCall(from: a, to: g)) == "A EventDialing, G EventQueued")
    #expect(call(.divert(g, to: b)) == "G EventDiverted")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(
      call.told(b)
        == "ConnID=1 ThisDN=B ThisQueue=G ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK")
    #expect(call(.release(a)) == "A EventReleased, B EventAbandoned")
    #expect(call.told(a) == "ConnID=1 ThisDN=A OtherDN=B CallState=OK")
  }

  @Test func oneOfThreeGroupsDivertsTheCall() {
    var call = Dialogue(after: .makeCall(from: a, to: g))
    #expect(call(.queue(at: h)) == "H EventQueued")
    #expect(call(.queue(at: i)) == "I EventQueued")
    #expect(call(.divert(h, to: b)) == "G EventDiverted, H EventDiverted, I EventDiverted")
    #expect(call.told(g) == "ConnID=1 ThisDN=G ThisQueue=G ThirdPartyDN=B ThirdPartyQueue=H CallState=Redirected")
    #expect(call.told(h) == "ConnID=1 ThisDN=H ThisDNRole=Origination OtherDN=G OtherDNRole=Destination")
    #expect(call.told(i) == "ConnID=1 ThisDN=I ThisQueue=I ThirdPartyDN=B ThirdPartyQueue=H CallState=Redirected")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.release(b)) == "A EventReleased, B EventAbandoned")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThisQueue=I OtherDN=A CallState=OK")
  }

  @Test func aCallIsParkedAndPickedUp() {
    var call = Dialogue(after: .makeCall(from: a, to: b))
    #expect(call(.park(b)) == "A EventDestinationBusy, B EventQueued")
    #expect(call(.pickUp(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
  }

  @Test func aRouteQueueAsksForARoute() {
    var call = Dialogue()
    #expect(call(.makeCall(from: a, to: q)) == "A EventDialing, Q EventQueued")
    #expect(call(.requestRoute(q)) == "Q EventRouteRequest")
    #expect(call(.routeCall(q, to: b)) == "silence")
    #expect(call(.route(q, to: b)) == "Q EventRouteUsed, Q EventDiverted")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
  }

  @Test func theCallerGivesUpWhenARouteHasBeenGiven() {
    var call = Dialogue(after: .makeCall(from: a, to: p), .routeCall(p, to: b).requested(as: 7))
    #expect(call(.route(p, to: c)) == "refused")
    #expect(call(.release(a)) == "A EventReleased, P EventAbandoned, P EventError")
    #expect(call.told(a) == "ConnID=1 ThisDN=A OtherDN=B CallState=OK")
    #expect(call.told(p) == "ConnID=1 ThisDN=P ErrorCode=1163 ErrorMessage=No active call ReferenceID=7")
  }

  @Test func aCallGoesThroughAPointAQueueAndAGroup() {
    var call = Dialogue()
    #expect(call(.makeCall(from: a, to: p)) == "A EventDialing, P EventRouteRequest")
    #expect(call(.route(p, to: q)) == "P EventRouteUsed, Q EventQueued")
    #expect(call(.requestRoute(q)) == "Q EventRouteRequest")
    #expect(call(.route(q, to: g)) == "Q EventRouteUsed, Q EventDiverted, G EventQueued")
    #expect(call(.divert(g, to: b)) == "G EventDiverted")
    #expect(call(.ring(b)) == "B EventRinging")
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThisQueue=G ThisDNRole=Destination OtherDN=A OtherDNRole=Origination")
  }

  @Test func aCallGoesOutside() {
    var call = Dialogue()
    #expect(call(.makeCall(from: a, to: x)) == "A EventDialing")
    #expect(call(.answer(x)) == "refused")
    #expect(call(.reachNetwork(x)) == "A EventNetworkReached")
    #expect(call(.hold(a)) == "A EventHeld")
    #expect(call(.answer(x)) == "A EventEstablished")
    #expect(call.told(a) == "ConnID=1 ThisDN=A OtherDN=X")
    #expect(call(.release(x)) == "A EventReleased")
  }

  @Test func outsideOnlyAMonitoredPartyIsTold() {
    var call = Dialogue()
    #expect(call(.makeCall(from: x, to: r)) == "silence")
    #expect(call(.reachNetwork(r)) == "silence")
    #expect(call(.ring(r)) == "R EventRinging")
    #expect(call(.answer(r)) == "R EventEstablished")
    #expect(call(.release(x)) == "R EventReleased")
  }

  @Test func aConferenceGrowsAndShrinks() {
    var call = Dialogue(after: .makeCall(from: a, to: b), .ring(b), .answer(b))
    #expect(call(.singleStepConference(a, inviting: c)) == "silence")
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call(.answer(c)) == "A EventPartyAdded, B EventPartyAdded, C EventEstablished")
    #expect(call(.singleStepConference(c, inviting: x)) == "silence")
    #expect(call(.answer(x)) == "A EventPartyAdded, B EventPartyAdded, C EventPartyAdded")
    #expect(call(.release(b)) == "A EventPartyDeleted, B EventReleased, C EventPartyDeleted")
    #expect(call.told(a).hasSuffix("ThirdPartyDN=B ThirdPartyDNRole=DeletedBy CallState=Conferenced"))
    #expect(call(.deleteFromConference(c, removing: x)) == "A EventPartyDeleted, C EventPartyDeleted")
    #expect(
      call.told(a).hasSuffix(
        "OtherDN=X OtherDNRole=DeletedParty ThirdPartyDN=C ThirdPartyDNRole=DeletedBy CallState=OK"))
    #expect(call(.release(a)) == "A EventReleased, C EventReleased")
  }

  @Test func theInvitedGoWithTheConversation() {
    var call = Dialogue(
      after: .makeCall(from: a, to: b), .ring(b), .answer(b), .singleStepConference(a, inviting: c), .ring(c),
      .singleStepConference(b, inviting: d))
    #expect(call(.release(b)) == "B EventReleased, A EventReleased, C EventAbandoned")
    #expect(call.told(c) == "ConnID=1 ThisDN=C OtherDN=A CallState=OK")
    #expect(call.exchange.calls.isEmpty)
  }

  @Test func anActionSaysWhichCallItMeansWhereSeveralArePossible() {
    var call = Dialogue(after: .makeCall(from: a, to: c), .makeCall(from: b, to: c), .ring(c, on: 1), .ring(c, on: 2))
    #expect(call.refusal(of: .answer(c))?.cause == .severalCalls)
    #expect(call.callsPossible(for: .answer(c)) == [1, 2])
    #expect(call(.answer(c, on: 2)) == "B EventEstablished, C EventEstablished")
    // Only one is left in which it is possible, and only one in which the other thing is.
    #expect(call.callsPossible(for: .answer(c)) == [])
    #expect(call(.hold(c)) == "C EventHeld")
    #expect(call(.answer(c)) == "A EventEstablished, C EventEstablished")
    #expect(call.callsPossible(for: .release(c)) == [1, 2])
  }

  @Test func whatIsAppliedSaysWhichRuleAndWhichCall() throws {
    let book = TServer.rulebook()
    var exchange = Cast.exchange()
    var events: [Exchange.Event] = []
    try exchange.apply(.makeCall(from: a, to: b), by: book, into: &events)
    let applied = try exchange.apply(.makeCall(from: c, to: g), by: book, into: &events)
    #expect(applied.connID == 2)
    #expect(book.rules[applied.rule].name == "A call is made to an ACD group")
    // The buffer is the caller's: what it held stays.
    #expect(events.map(\.connID.rawValue) == [1, 2, 2])
    #expect(events.map(\.sequenceNumber) == [1, 2, 3])
    #expect(events.last?.rule == UInt16(applied.rule))
  }

  @Test func onlyTheRequesterLearnsTheNumberOfTheRequest() throws {
    var call = Dialogue(after: Action.makeCall(from: a, to: b).requested(as: 1), .ring(b))
    #expect(call(Action.answer(b).requested(as: 42)) == "A EventEstablished, B EventEstablished")
    #expect(call.events.map(\.referenceID) == [0, 42])
    #expect(call.events.allSatisfy { !$0.listed.contains(.referenceID) })
  }

  @Test func everythingPossibleIsListedOnceAndIsPossible() {
    var call = Dialogue(after: .makeCall(from: a, to: b), .ring(b))
    #expect(call.possibleActions(of: b).map(Dialogue.text).prefix(2) == ["B TMakeCall A", "B TMakeCall C"])
    #expect(
      call.possibleActions(of: b).map(Dialogue.text).filter {
        !$0.contains("TMakeCall") && !$0.contains("TRedirectCall")
      }
        == ["B TAnswerCall on 1", "B TReleaseCall on 1", "B TClearCall on 1", "B timeOut on 1"])
    #expect(
      call.possibleActions(of: a).map(Dialogue.text) == [
        "A THoldCall on 1", "A TReleaseCall on 1", "A TClearCall on 1",
      ])
    #expect(Set(call.possibleActions(of: g).map(\.verb)) == [.makePredictiveCall])
    #expect(call.possibleActions(of: c).map(Dialogue.text).suffix(1) == ["C pickUp B on 1"])
    for dn in Cast.everyone {
      let possible = call.possibleActions(of: dn)
      #expect(Set(possible).count == possible.count)
      for action in possible { #expect(call.rule(for: action) != nil) }
    }
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
  }
}
