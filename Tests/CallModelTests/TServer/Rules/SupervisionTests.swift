import Testing

@testable import CallModel

/// What a supervisor says about its observing, and what the profile makes of it.
@Suite struct SupervisionTests {
  private static let observed = [.observe(b, by: d)] + After.talking + [.ring(d), .answer(d)]

  @Test func modeAndScopeAreToldToBoth() throws {
    var office = Switch()
    let (agent, supervisor) = (office.add(.extension, "7001"), office.add(.extension, "7002"))
    let action = Action.observe(agent, by: supervisor, mode: .coach, scope: .call).bringing(extensions: ["k": "v"])
    let events = try office.apply(action)
    let told = events.map { event in event.values.first { $0.attribute == .extensions }?.text }
    #expect(told == ["MonitorMode=Coach, MonitorScope=Call, k=v", "MonitorMode=Coach, MonitorScope=Call"])
    #expect(
      try office.apply(.observe(agent, by: supervisor)).allSatisfy {
        !$0.values.contains { $0.attribute == .extensions }
      })
  }

  @Test func otherRequestsTakeNeither() {
    var office = Switch()
    let (agent, supervisor) = (office.add(.extension, "7001"), office.add(.extension, "7002"))
    var action = Action.cancelMonitoring(agent, by: supervisor)
    action.monitorMode = .mute
    #expect(office.refusal(of: action)?.reason == "TCancelMonitoring takes no MonitorMode")
    (action.monitorMode, action.monitorScope) = (nil, .agent)
    #expect(office.refusal(of: action)?.reason == "TCancelMonitoring takes no MonitorScope")
  }

  @Test func intrusionJoinsAnOlderCall() {
    let older = After.talking + [.observe(b, by: d)]
    var next = Dialogue(after: older)
    var intrusion = Dialogue(under: SwitchProfile(.monitoring, "intrusion"), after: older)
    #expect(next(.ring(d)) == "refused" && intrusion(.ring(d)) == "D EventRinging")
    var ringing = Dialogue(under: SwitchProfile(.monitoring, "intrusion"), after: After.ringing + [.observe(b, by: d)])
    #expect(ringing(.ring(d)) == "refused" && ringing(.answer(b)) != "refused" && ringing(.ring(d)) != "refused")
  }

  @Test func theObserverStaysInTheCall() {
    let profile = SwitchProfile(.monitorScope, "call")
    let conference = Self.observed + [.singleStepConference(a, inviting: c), .ring(c), .answer(c), .release(b)]
    #expect(Dialogue(after: conference).parties == "1: A C")
    let call = Dialogue(under: profile, after: conference)
    #expect(call.parties == "1: A D C")
    // It observes another party from then on, and leaves with the conversation.
    var ends = call
    #expect(ends(.release(a)) != "refused" && ends.exchange.calls.isEmpty)
    var transferred = Dialogue(
      under: profile, after: Self.observed + [.initiateTransfer(b, to: c), .ring(c), .answer(c), .completeTransfer(b)])
    #expect(transferred.told(d) == "ThisDN=D ThisDNRole=Observer OtherDN=B OtherDNRole=Destination")
    #expect(transferred.parties == "1: A D C" && transferred(.release(d)) != "refused")
  }

  @Test func noConversationRemains() {
    let profile = SwitchProfile(.monitorScope, "call")
    let call = Dialogue(under: profile, after: Self.observed + [.redirect(b, to: c)])
    #expect(call.parties == "1: A C")
    #expect(Dialogue(under: profile, after: Self.observed + [.release(b)]).exchange.calls.isEmpty)
  }

  @Test func theObserverStaysInACallThatIsHandedOn() {
    let profile = SwitchProfile(.monitorScope, "call")
    for action in [Action.singleStepTransfer(b, to: c), .muteTransfer(b, to: c)] {
      var call = Dialogue(under: profile, after: Self.observed + [action])
      #expect(Dialogue(after: Self.observed + [action]).parties == "1: A C")
      #expect(call.parties == "1: A D C" && call.exchange.reasonsToTellMore.contains(.waitingObservers))
      var answered = call
      #expect(call(.release(a)).contains("D EventReleased") && call.exchange.calls.isEmpty)
      #expect(!call.exchange.reasonsToTellMore.contains(.waitingObservers))
      #expect(answered(.ring(c)) != "refused" && answered(.answer(c)) != "refused")
      #expect(!answered.exchange.reasonsToTellMore.contains(.waitingObservers))
    }
  }

  @Test func aStoredStateKnowsWhichCallsAreObservedBeforeTheAnswer() {
    let profile = SwitchProfile(.monitorScope, "call")
    let call = Dialogue(under: profile, after: Self.observed + [.singleStepTransfer(b, to: c)])
    var words: [UInt64] = []
    call.exchange.pack(into: &words)
    var restored = Dialogue(under: profile, after: [])
    restored.exchange.unpack(words[...])
    #expect(restored.exchange.reasonsToTellMore.contains(.waitingObservers))
    #expect(restored(.release(a)).contains("D EventReleased"))
    restored.exchange.unpack([0])
    #expect(!restored.exchange.reasonsToTellMore.contains(.waitingObservers))
  }

  /// The invariants hold in what can follow a conference that is observed, and a call of two that is handed on.
  @Test(arguments: [true, false]) func theInvariantsHold(inAConference: Bool) throws {
    var profile = SwitchProfile(.monitoring, "intrusion")
    profile.monitorScope = .call
    let book = TServer.rulebook(under: profile)
    var start = Cast.exchange(of: [.extension, .extension, .extension, .extension], calls: 2)
    let (a, b, c, d) = (Exchange.DN(1), Exchange.DN(2), Exchange.DN(3), Exchange.DN(4))
    var events: [Exchange.Event] = []
    let conference: [Exchange.Action] = [
      .init(.singleStepConference, by: a, to: c), .init(.ring, by: c), .init(.answer, by: c),
    ]
    let handedOn: [Exchange.Action] = [.init(.singleStepTransfer, by: b, to: c)]
    for action in [
      Exchange.Action(.makeCall, by: a, to: b), .init(.ring, by: b), .init(.answer, by: b),
      .init(.monitorNextCall, by: d, to: b), .init(.ring, by: d), .init(.answer, by: d),
    ] + (inAConference ? conference : handedOn) { try start.apply(action, by: book, into: &events) }
    let verbs: Set<Verb> =
      inAConference
      ? [
        .release, .deleteFromConference, .singleStepTransfer, .setMuteOn, .setMuteOff, .listenDisconnect,
        .listenReconnect, .hold,
      ]
      : [
        .ring, .answer, .busy, .timeOut, .pickUp, .release, .clearCall, .singleStepTransfer, .muteTransfer,
        .redirectCall,
        .initiateTransfer, .completeTransfer, .hold, .retrieve, .setMuteOff,
      ]
    let found = start.explore(by: book, .everything, verbs: verbs, depth: 4)
    #expect(found.fault.map { $0.sentence } == nil)
    #expect(found.states > 100)
  }
}
