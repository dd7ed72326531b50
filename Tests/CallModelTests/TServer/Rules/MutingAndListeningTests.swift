import Testing

@testable import CallModel

/// Who is heard, and who listens: told to the party that asks, and kept for each party of each call.
@Suite struct MutingAndListeningTests {
  private static let muted = After.talking + [.setMuteOn(b)]
  private static let notListening = After.conference + [.listenDisconnect(b, stopping: c)]

  @Test func onlyThePartyItselfIsTold() {
    var call = Dialogue(after: After.talking)
    #expect(call(.setMuteOn(b)) == "B EventMuteOn" && call.told(b) == "ConnID=1 ThisDN=B")
    #expect(call(.setMuteOff(b)) == "B EventMuteOff" && call.told(b) == "ConnID=1 ThisDN=B")
  }

  @Test func whatChangesNothingIsRefused() {
    var call = Dialogue(after: Self.muted)
    #expect(call.refusal(of: .setMuteOn(b))?.errorCode == .alreadyInState)
    #expect(call.reason(.setMuteOn(b)) == "it is already muted")
    #expect(call.refusal(of: .setMuteOff(a))?.errorCode == .alreadyInState)
    #expect(call.reason(.setMuteOff(a)) == "it is not muted")
    var conference = Dialogue(after: Self.notListening)
    #expect(conference.refusal(of: .listenDisconnect(a, stopping: c))?.errorCode == .alreadyInState)
    #expect(conference.reason(.listenDisconnect(a, stopping: c)) == "C is already not listening")
    #expect(conference.reason(.listenReconnect(a, restoring: b)) == "B is already listening")
  }

  @Test func whatIsNotPossibleIsRefused() {
    var call = Dialogue(after: Self.muted + [.hold(b)])
    #expect(call.refusal(of: .setMuteOff(b))?.errorCode == .incorrectObjectState)
    #expect(call.refusal(of: .setMuteOn(c))?.errorCode == .noActiveCall)
    #expect(call.refusal(of: .listenDisconnect(a, stopping: b))?.errorCode == .incorrectObjectState)
    #expect(call.reason(.listenDisconnect(a, stopping: b)) == "the call is not a conference")
    var conference = Dialogue(after: After.conference)
    #expect(conference.refusal(of: .listenDisconnect(a, stopping: a))?.errorCode == .invalidCalledDN)
    #expect(conference.reason(.listenDisconnect(a, stopping: a)) == "that is its own number")
    #expect(conference.reason(.listenDisconnect(a, stopping: d)) == "D is not in the call")
    #expect(conference(.singleStepConference(a, inviting: d)) != "refused")
    #expect(conference.reason(.listenReconnect(a, restoring: d)) == "D has not joined the call")
  }

  @Test func theListIsEmptyOnceThePartiesHaveLeft() {
    for ending in [Action.release(a), .release(b), .clear(b)] {
      var call = Dialogue(after: Self.muted)
      #expect(call.exchange.hasVoiceChanges)
      #expect(call(ending) != "refused" && !call.exchange.hasVoiceChanges && call.exchange.cold[0].voices.isEmpty)
    }
    for ending in [Action.release(c), .release(a), .deleteFromConference(a, removing: c), .clear(a)] {
      var conference = Dialogue(after: Self.notListening)
      #expect(conference.exchange.hasVoiceChanges && conference(ending) != "refused")
      #expect(!conference.exchange.hasVoiceChanges, "\(Dialogue.text(ending))")
    }
  }

  @Test func itStaysThroughHoldingAndJoining() {
    var call = Dialogue(after: After.consulted + [.setMuteOn(c), .completeTransfer(b)])
    #expect(call.exchange.isMuted(c.number, in: 1) && !call.exchange.isMuted(a.number, in: 1))
    #expect(call(.hold(c)) != "refused" && call(.retrieve(c)) != "refused" && call(.setMuteOff(c)) == "C EventMuteOff")
    // B is in both: as in the call that remains.
    let joined = Dialogue(after: After.consulted + [.setMuteOn(b, on: 2), .completeConference(b)])
    #expect(!joined.exchange.isMuted(b.number, in: 1) && !joined.exchange.hasVoiceChanges)
  }

  @Test func anObserverIsMutedAtFirst() {
    var call = Dialogue(after: [.observe(b, by: d)] + After.talking + [.ring(d), .answer(d)])
    #expect(call.exchange.isMuted(d.number, in: 1) && call.reason(.setMuteOn(d)) == "it is already muted")
    #expect(call(.setMuteOff(d)) == "D EventMuteOff" && !call.exchange.isMuted(d.number, in: 1))
    #expect(call(.setMuteOn(d)) == "D EventMuteOn" && !call.exchange.hasVoiceChanges)
  }

  @Test func itIsPartOfTheState() {
    func words(_ actions: [Action]) -> [UInt64] {
      var words: [UInt64] = []
      Dialogue(after: actions).exchange.pack(into: &words)
      return words
    }
    #expect(words(Self.muted) != words(After.talking) && words(Self.muted) != words(After.talking + [.setMuteOn(a)]))
    #expect(words(Self.notListening) != words(After.conference + [.setMuteOn(c)]))
    #expect(words(Self.muted + [.setMuteOff(b)]) == words(After.talking))
    #expect(words(Self.muted + [.setMuteOn(a)]) == words(After.talking + [.setMuteOn(a), .setMuteOn(b)]))
    for actions in [Self.muted, Self.notListening] {
      let exchange = Dialogue(after: actions).exchange
      var restored = exchange
      restored.unpack(words(actions)[...])
      #expect(restored.cold[0].voices == exchange.cold[0].voices && restored.hasVoiceChanges)
      #expect(Exchange.Moment(exchange, after: nil).exchange.cold[0].voices == exchange.cold[0].voices)
    }
  }

  @Test func theSwitchSaysIt() throws {
    var office = Switch()
    let (ann, bob, eve) = (
      office.add(.extension, "7001"), office.add(.extension, "7002"), office.add(.extension, "7003")
    )
    for action in [
      Action.makeCall(from: ann, to: bob), .ring(bob), .answer(bob), .singleStepConference(bob, inviting: eve),
      .ring(eve), .answer(eve), .setMuteOn(ann), .listenDisconnect(bob, stopping: eve),
    ] { try office.apply(action) }
    #expect(office.calls[0].parties.map(\.isMuted) == [true, false, false])
    #expect(office.calls[0].parties.map(\.isListening) == [true, true, false])
    #expect(office.possibleActions(of: ann).map(\.description).contains("7001 TSetMuteOff on 1"))
  }
}
