// What a virtual queue can do, and what it is told when its calls end.

extension Exchange {
  /// Finds whether the call can be queued at the virtual queue or diverted from there, and which party waits.
  func surveyVirtualQueue(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    if obstacle(to: action, in: scene.slot) != nil { setValueFit(.valueDoesNotFit, &scene) }
    let wait = virtualWaits(of: scene.connID).first { $0.queue == action.actor }
    setRoles(waiting: wait.map(\.party) ?? waitingParty(in: scene.slot), &scene)
  }

  /// The virtual queue plays the part that a queue or routing point plays there.
  private func setRoles(waiting: Call.Party, _ scene: inout Scene) {
    scene.cast(.opposite, as: waiting)
    scene.roles[Who.actor.index] = waiting.role == .destination ? .origination : .destination
  }

  /// Why a call cannot be queued at a virtual queue, or diverted from there.
  enum VirtualQueueObstacle: Equatable {
    case atNoQueue, waitsThere, atTooManyQueues, doesNotWaitThere, stillAt(DN), notSentThere
  }

  func obstacle(to action: Action, in slot: Int) -> VirtualQueueObstacle? {
    let waits = virtualWaits(of: slots[slot].connID)
    let wait = waits.first { $0.queue == action.actor }
    if action.verb == .queue {
      if wait != nil { return .waitsThere }
      if holder(of: slot) == nil { return .atNoQueue }
      return waits.count < Self.virtualQueueLimit ? nil : .atTooManyQueues
    }
    guard let wait else { return .doesNotWaitThere }
    if slots[slot].parties.contains(where: { $0.dn == wait.holder && $0.state.isPlace }) {
      return .stillAt(wait.holder)
    }
    let hasComeSince = slots[slot].index(of: action.target) != nil && !wait.parties.contains(action.target)
    return hasComeSince && wait.waiting != action.target ? nil : .notSentThere
  }

  // MARK: The end of a call

  /// A call of the action that waits at a virtual queue.
  struct WaitingCall: Sendable {
    let queue: DN
    let slot: Int
    let connID: ConnID
    let waiting: Call.Party
    /// The parties that the call had before the action.
    let parties: [DN]
  }

  /// Notes which calls wait at virtual queues, before the action may end them.
  mutating func noteWaitingCalls(_ scene: inout Scene) {
    cold[0].waitingCalls.removeAll(keepingCapacity: true)
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 {
      for wait in virtualWaits(of: slots[slot].connID) {
        scene.isAccompanied = true
        cold[0].waitingCalls.append(
          WaitingCall(
            queue: wait.queue, slot: slot, connID: slots[slot].connID, waiting: wait.party,
            parties: slots[slot].parties.map(\.dn)))
      }
    }
  }

  /// The virtual queues of calls that have ended are told after all others. In the other calls, the waiting party may
  /// have handed its part on.
  mutating func tellVirtualQueues(among told: inout [Event], _ book: Rulebook<Exchange>) {
    guard !cold[0].waitingCalls.isEmpty, let rule = book.endOfWait else { return }
    for call in cold[0].waitingCalls {
      if let slot = slot(of: call.connID) {
        handOnVirtualWaits(in: slot, before: call.parties)
        continue
      }
      endVirtualWaits(of: call.connID)
      var scene = Scene()
      // The slot of the ended call is not used again before the next action.
      (scene.slot, scene.connID) = (call.slot, call.connID)
      scene[.actor] = call.queue
      setRoles(waiting: call.waiting, &scene)
      told += events(of: rule.cells.range, &scene, book)
    }
    cold[0].waitingCalls.removeAll(keepingCapacity: true)
  }
}

extension Rulebook<Exchange> {
  /// The rule about a call that ends while it waits.
  fileprivate var endOfWait: Entry? {
    companions.first { cells[$0.cells.range.lowerBound].terms?.occasion == .endsAtVirtualQueue }
  }
}
