import Testing

@testable import CallModel

/// A supervisor listens to the next call of an agent, and counts for nothing in it.
@Suite struct ObservingTests {
  private static let observing = [.observe(b, by: c)] + After.talking + [.ring(c), .answer(c)]

  @Test func theNextCallIsObserved() {
    var call = Dialogue(after: .observe(b, by: c))
    #expect(call.told(c) == "ThisDN=C ThisDNRole=Observer OtherDN=B OtherDNRole=Destination")
    #expect(call.told(b) == "ThisDN=B OtherDN=C OtherDNRole=Observer")
    for action in After.talking { #expect(call(action) != "refused") }
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call.told(c) == "ConnID=1 ThisDN=C ThisDNRole=Observer OtherDN=A OtherDNRole=Origination CallState=Bridged")
    #expect(call(.answer(c)) == "C EventEstablished, A EventPartyAdded, B EventPartyAdded")
    #expect(call.told(b) == "ConnID=1 ThisDN=B ThisDNRole=Destination OtherDN=C OtherDNRole=Observer CallState=Bridged")
  }

  @Test func notBeforeTheAgentTalksAndNotACallThatHadBegun() {
    var begun = Dialogue(after: After.talking + [.observe(b, by: c)])
    #expect(begun(.ring(c)) == "refused")
    #expect(begun(.release(a)) == "A EventReleased, B EventReleased")
    for action in After.ringing { #expect(begun(action) != "refused") }
    #expect(begun(.ring(c)) == "refused")
    #expect(begun(.answer(b)) != "refused" && begun(.ring(c)) == "C EventRinging")
  }

  @Test func oneCallIsUsedUpAndAllCallsAreNot() {
    for (type, again) in [(MonitorNextCallType.oneCall, "refused"), (.allCalls, "C EventRinging")] {
      var call = Dialogue(
        after: [.observe(b, by: c, type: type)] + After.talking + [.ring(c), .release(c), .release(a)])
      #expect(call.exchange.calls.isEmpty)
      for action in After.talking { #expect(call(action) != "refused") }
      #expect(call(.ring(c)) == again)
    }
  }

  @Test func oneWhoDeclinesIsNotMissed() {
    var call = Dialogue(after: [.observe(b, by: c)] + After.talking + [.ring(c)])
    #expect(call(.release(c)) == "C EventAbandoned")
    #expect(call.told(c) == "ConnID=1 ThisDN=C OtherDN=B CallState=OK" && call.parties == "1: A B")
    #expect(call(.ring(c)) == "refused")
  }

  @Test func theObserverLeavesWithTheConversationWhicheverPartyEndsIt() {
    var observed = Dialogue(after: Self.observing)
    let over = ", C EventMonitoringCancelled, B EventMonitoringCancelled"
    #expect(observed(.release(b)) == "B EventReleased, C EventPartyDeleted, C EventReleased, A EventReleased" + over)
    var other = Dialogue(after: Self.observing)
    #expect(
      other(.release(a))
        == "A EventReleased, B EventPartyDeleted, C EventPartyDeleted, C EventReleased, B EventReleased" + over)
    var observer = Dialogue(after: Self.observing)
    #expect(
      observer(.release(c)) == "A EventPartyDeleted, B EventPartyDeleted, C EventReleased"
        && observer.parties == "1: A B")
    #expect(observed.exchange.calls.isEmpty && other.exchange.calls.isEmpty)
  }

  @Test func anObserverCountsForNothing() {
    var call = Dialogue(after: Self.observing)
    // Two talk: what they do is what two do.
    #expect(call(.hold(a)) == "A EventHeld" && call.told(a) == "ConnID=1 ThisDN=A OtherDN=B")
    #expect(call(.retrieve(a)) == "A EventRetrieved" && call.told(a).hasSuffix("CallState=OK"))
    #expect(call(.deletePartyFromItsCall) == "refused")
    #expect(call.refusal(of: .deleteFromConference(a, removing: c))?.errorCode == .incorrectObjectState)
    // And it is active: it can do nothing else meanwhile.
    call.refuses(.makeCall(from: c, to: d), .incompatibleState, "it is active in call 1")
    #expect(call(.hold(c)) == "refused")
  }

  @Test func anObserverStaysOneInAConference() {
    var call = Dialogue(after: Self.observing + [.initiateTransfer(b, to: d), .ring(d), .answer(d)])
    #expect(call(.completeConference(b)).hasSuffix("D EventPartyChanged"))
    #expect(call.exchange[1]?.parties.map(\.role).filter { $0 == .observer } == [.observer])
    #expect(call(.release(d)).contains("C EventPartyDeleted"))
    // Its agent leaves, and it with it.
    _ = (call(.initiateTransfer(b, to: d)), call(.ring(d)), call(.answer(d)), call(.completeConference(b)))
    #expect(call(.release(b)).contains("C EventReleased"))
    #expect(call.parties == "1: A D")
  }

  @Test func anObserverDoesNotFollowTheOneWhoIsTransferred() {
    var call = Dialogue(after: Self.observing)
    #expect(call(.singleStepTransfer(a, to: d)) == "A EventReleased, B EventPartyChanged, C EventReleased")
    #expect(call.parties == "1: B D")
    var gone = Dialogue(after: Self.observing)
    #expect(
      gone(.singleStepTransfer(b, to: d))
        == "B EventReleased, A EventPartyChanged, C EventReleased, "
        + "C EventMonitoringCancelled, B EventMonitoringCancelled"
        && gone.parties == "1: A D")
  }

  @Test func twoObserveTheTwoAgentsOfACall() {
    var call = Dialogue(after: [.observe(b, by: c), .observe(a, by: e)] + After.talking)
    call.refuses(.observe(b, by: d), .incorrectObjectState, "C monitors B already")
    // A has begun the call: the others learn of its observer at once.
    #expect(call(.ring(c)) == "C EventRinging")
    #expect(call(.ring(e)) == "E EventRinging, A EventPartyAdded, B EventPartyAdded")
    #expect(call.told(e).contains("OtherDN=B OtherDNRole=Destination"))
    #expect(call(.answer(e)) == "E EventEstablished")
    let end = call(.release(a))
    for heard in ["C EventAbandoned", "E EventReleased", "B EventReleased"] { #expect(end.contains(heard)) }
    #expect(call.exchange.calls.isEmpty)
    // Neither request is left.
    #expect(call.refusal(of: .cancelMonitoring(b, by: c))?.errorCode == .alreadyInState)
    #expect(call.refusal(of: .cancelMonitoring(a, by: e))?.errorCode == .alreadyInState)
  }

  @Test func aSupervisorHasOneAgent() {
    var call = Dialogue(after: .observe(b, by: c))
    #expect(
      call(.observe(a, by: c))
        == "C EventMonitoringCancelled, B EventMonitoringCancelled, C EventMonitoringNextCall, A EventMonitoringNextCall"
    )
    #expect(call(.observe(b, by: d)) == "D EventMonitoringNextCall, B EventMonitoringNextCall")
    call.refuses(.observe(b, by: c), .incorrectObjectState, "D monitors B already")
    #expect(call(.observe(a, by: c, type: .allCalls)) == "C EventMonitoringNextCall, A EventMonitoringNextCall")
  }

  @Test func aLogoutEndsTheMonitoring() {
    let both: [Action] = [.agentLogin(b), .agentLogin(c), .observe(b, by: c)]
    var agent = Dialogue(after: both)
    let ends = ", C EventMonitoringCancelled, B EventMonitoringCancelled"
    #expect(agent(.agentLogout(b)) == "B EventAgentLogout" + ends)
    var supervisor = Dialogue(after: both)
    #expect(supervisor(.agentLogout(c)) == "C EventAgentLogout" + ends)
    #expect(agent.exchange.isStaffed == false && supervisor.exchange.isStaffed == false)
  }

  @Test func whatIsCancelledIsNotObserved() {
    var call = Dialogue(after: .observe(b, by: c))
    #expect(call(.cancelMonitoring(b, by: c)) == "C EventMonitoringCancelled, B EventMonitoringCancelled")
    call.refuses(.cancelMonitoring(b, by: c), .alreadyInState, "it does not monitor B")
    for action in After.talking { #expect(call(action) != "refused") }
    #expect(call(.ring(c)) == "refused")
    #expect(call.refusal(of: .observe(c, by: c))?.errorCode == .invalidCalledDN)
    #expect(call.refusal(of: .observe(x, by: c))?.errorCode == .invalidCalledDN)
  }
}

extension Action {
  /// The observer is no member who could delete another.
  fileprivate static var deletePartyFromItsCall: Action { .deleteFromConference(c, removing: a) }
}
