// What observers are told when a call ends that was handed on and not answered yet.

extension Exchange {
  /// An observer of such a call, before the action.
  struct WaitingObserver: Sendable {
    let observer: DN
    let observed: Call.Party
    let slot: Int
    let connID: ConnID
  }

  /// Notes which of the calls of the action are observed and wait for an answer.
  @inline(never)
  mutating func noteObserversThatWait(_ scene: Scene) {
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 { noteObserversThatWait(in: slot) }
  }

  /// Notes which of all calls do.
  mutating func noteObservedCalls() {
    cold[0].observedBeforeAnswer = []
    for call in calls { if let slot = slot(of: call.connID) { noteObserversThatWait(in: slot) } }
    if cold[0].observedBeforeAnswer.isEmpty { reasonsToTellMore.remove(.waitingObservers) }
  }

  private mutating func noteObserversThatWait(in slot: Int) {
    let call = slots[slot].connID
    guard isObservedBeforeAnswer(slot), !cold[0].observedBeforeAnswer.contains(call) else { return }
    cold[0].observedBeforeAnswer.append(call)
    reasonsToTellMore.insert(.waitingObservers)
  }

  private func isObservedBeforeAnswer(_ slot: Int) -> Bool {
    let parties = slots[slot].parties
    let hasObserver = parties.contains { $0.state == .observing }
    return hasObserver && parties.contains { !$0.state.isUncounted && !$0.state.hasAnswered }
  }

  /// Notes the observers of the calls that the action may end.
  mutating func noteWaitingObservers(_ scene: inout Scene) {
    cold[0].waitingObservers.removeAll(keepingCapacity: true)
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 {
      let call = slots[slot]
      guard cold[0].observedBeforeAnswer.contains(call.connID) else { continue }
      scene.isAccompanied = true
      for party in call.parties where party.state == .observing {
        guard let observed = call.parties.first(where: { $0.dn == party.from }) else { continue }
        cold[0].waitingObservers.append(
          WaitingObserver(observer: party.dn, observed: observed, slot: slot, connID: call.connID))
      }
    }
  }

  /// An observer whose call has ended is told, unless the rule has told it already.
  mutating func tellWaitingObservers(among told: inout [Event], _ book: Rulebook<Exchange>) {
    guard !cold[0].waitingObservers.isEmpty, let rule = book.endOfObservedCall else { return }
    for waiting in cold[0].waitingObservers where slot(of: waiting.connID) == nil {
      guard !told.contains(where: { $0.thisDN == waiting.observer && $0.isAbout(waiting.connID) }) else { continue }
      var scene = Scene()
      // The slot of the ended call is not used again before the next action.
      (scene.slot, scene.connID) = (waiting.slot, waiting.connID)
      scene[.actor] = waiting.observer
      scene.roles[Who.actor.index] = .observer
      scene.cast(.opposite, as: waiting.observed)
      told += events(of: rule.cells.range, &scene, book)
    }
    cold[0].waitingObservers.removeAll(keepingCapacity: true)
    forgetAnsweredCalls()
  }

  /// Calls that have been answered or have ended: from then on the rules tell their observers.
  private mutating func forgetAnsweredCalls() {
    let unanswered = cold[0].observedBeforeAnswer.filter { slot(of: $0).map(isObservedBeforeAnswer) ?? false }
    cold[0].observedBeforeAnswer = unanswered
    if unanswered.isEmpty { reasonsToTellMore.remove(.waitingObservers) }
  }
}

extension Exchange.Event {
  /// Whether the event is of the call, or tells what has become of it.
  fileprivate func isAbout(_ call: ConnID) -> Bool { connID == call || previousConnID == call }
}

extension Rulebook<Exchange> {
  /// The rule about a call that ends before the answer while it is observed.
  fileprivate var endOfObservedCall: Entry? {
    companions.first { cells[$0.cells.range.lowerBound].terms?.occasion == .endsWhileObserved }
  }
}
