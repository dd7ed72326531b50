// What a virtual queue can do, and what becomes of its calls when they end.

extension Exchange {
  /// Finds whether the call can be queued at the virtual queue or diverted from there, and which party waits.
  func surveyVirtualQueue(_ action: Action, _ scene: inout Scene) {
    scene.isSimple = false
    if obstacle(to: action, in: scene.slot) != nil { setValueFit(.valueDoesNotFit, &scene) }
    let parties = virtualWaits(of: scene.connID).first { $0.queue == action.actor }?.parties
    let waiting = waitingParty(among: parties ?? slots[scene.slot].parties.map(\.dn), in: scene.slot)
    castVirtualQueue(facing: waiting, &scene)
  }

  /// The virtual queue plays the part that a queue or routing point plays there.
  private func castVirtualQueue(facing waiting: Call.Party, _ scene: inout Scene) {
    scene.cast(.opposite, as: waiting)
    scene.roles[Who.actor.index] = waiting.role == .destination ? .origination : .destination
  }

  /// Why a call cannot be queued at a virtual queue, or diverted from there.
  enum VirtualQueueObstacle: Equatable {
    case isAtNoPlace, waitsThere, waitsAtTooMany, doesNotWaitThere, isStillAt(DN), hasNotGoneThere
  }

  func obstacle(to action: Action, in slot: Int) -> VirtualQueueObstacle? {
    let waits = virtualWaits(of: slots[slot].connID)
    let wait = waits.first { $0.queue == action.actor }
    if action.verb == .queue {
      if wait != nil { return .waitsThere }
      if place(of: slot) == nil { return .isAtNoPlace }
      return waits.count < Self.virtualQueueLimit ? nil : .waitsAtTooMany
    }
    guard let wait else { return .doesNotWaitThere }
    if slots[slot].parties.contains(where: { $0.dn == wait.place && $0.state.isPlace }) {
      return .isStillAt(wait.place)
    }
    let hasGoneThere = slots[slot].index(of: action.target) != nil && !wait.parties.contains(action.target)
    return hasGoneThere ? nil : .hasNotGoneThere
  }

  // MARK: The end of a call

  /// A virtual queue at which a call of the action waits, and the party that waits there.
  struct StandingOfVirtualQueue: Sendable {
    let queue: DN
    let slot: Int
    let call: ConnID
    let waiting: Call.Party
  }

  /// Notes at which virtual queues the calls wait that the action may end.
  mutating func noteVirtualQueues(_ scene: inout Scene) {
    cold[0].standingsOfVirtualQueues.removeAll(keepingCapacity: true)
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 {
      for wait in virtualWaits(of: slots[slot].connID) {
        scene.isAccompanied = true
        cold[0].standingsOfVirtualQueues.append(
          StandingOfVirtualQueue(
            queue: wait.queue, slot: slot, call: slots[slot].connID, waiting: waitingParty(of: wait, in: slot)))
      }
    }
  }

  /// The virtual queues of calls that have ended are told after all others.
  mutating func tellVirtualQueues(among told: inout [Event], _ book: Rulebook<Exchange>) {
    guard !cold[0].standingsOfVirtualQueues.isEmpty, let companion = book.companionOfVirtualQueues else { return }
    for standing in cold[0].standingsOfVirtualQueues where slot(of: standing.call) == nil {
      endVirtualWaits(of: standing.call)
      var scene = Scene()
      // The slot of the ended call is not used again before the next action.
      (scene.slot, scene.connID) = (standing.slot, standing.call)
      scene[.actor] = standing.queue
      castVirtualQueue(facing: standing.waiting, &scene)
      told += events(of: companion.cells.range, &scene, book)
    }
    cold[0].standingsOfVirtualQueues.removeAll(keepingCapacity: true)
  }
}

extension Rulebook<Exchange> {
  fileprivate var companionOfVirtualQueues: Entry? {
    companions.first { cells[$0.cells.range.lowerBound].terms?.occasion == .endsAtVirtualQueue }
  }
}
