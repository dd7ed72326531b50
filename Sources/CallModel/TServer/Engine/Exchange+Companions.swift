// Adds the events that go with those of any rule: see `Companion`.

extension Exchange {
  /// How a DN stands in all its calls together.
  struct Standing: Sendable {
    let dn: DN
    let isOffHook: Bool
    let isLoggedIn: Bool
    /// The calls that were queued or routed and in which it was established, and those that a group has diverted to it
    /// as an agent and that ring. Empty for a DN at which no agent is logged in.
    let establishedCalls: [ConnID]
    let divertedCalls: [ConnID]
  }

  /// Notes how the DNs stand that the action may change.
  @inline(never)
  mutating func noteStandings(_ scene: inout Scene, _ book: Rulebook<Exchange>) {
    scene.isAccompanied = true
    cold[0].standings.removeAll(keepingCapacity: true)
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 {
      if book.hasAfterCallWork, slots[slot].isQueued { slots[slot].past.insert(.wasQueued) }
      for place in 0..<slots[slot].count { noteStanding(of: slots[slot][place].dn) }
    }
    noteStanding(of: scene[.actor])
  }

  private mutating func noteStanding(of dn: DN) {
    guard kind(dn).isDevice, !cold[0].standings.contains(where: { $0.dn == dn }) else { return }
    cold[0].standings.append(standing(of: dn))
  }

  private func standing(of dn: DN) -> Standing {
    let isLoggedIn = isLoggedIn(dn)
    return Standing(
      dn: dn, isOffHook: isOffHook(dn), isLoggedIn: isLoggedIn,
      establishedCalls: isLoggedIn ? calls(of: dn) { slots[$0].wasEstablished(for: dn) } : [],
      divertedCalls: isLoggedIn ? calls(of: dn) { isDiverted(to: dn, at: $0) } : [])
  }

  private func calls(of dn: DN, _ isMeant: (Int) -> Bool) -> [ConnID] {
    let line = line(dn)
    return (0..<line.count).map(line.slot).filter(isMeant).map { slots[$0].connID }
  }

  /// Whether the device rings for a call that a group has diverted to it.
  private func isDiverted(to dn: DN, at slot: Int) -> Bool {
    guard let place = slots[slot].index(of: dn), slots[slot][place].state == .ringing else { return false }
    return isDivertedCall(slots[slot][place].from, slots[slot].hop)
  }

  /// Whether a group has diverted the call to a party that came from there.
  func isDivertedCall(_ from: DN, _ hop: Hop) -> Bool {
    from != .none && kind(from) == .acdGroup && (hop == .group || hop == .groups || hop == .predictive)
  }

  /// Whether the device is in a call that it has dialed or answered.
  func isOffHook(_ dn: DN) -> Bool {
    let line = line(dn)
    return (0..<line.count).contains { number in
      let call = line.slot(number)
      return slots[call].index(of: dn).map { slots[call][$0].state.isOffHook } ?? false
    }
  }

  /// Adds the events to those of the action, which begin at `first`, and numbers them all in their order.
  @inline(never)
  mutating func sendCompanions(
    after first: Int, firstCell: Int, _ book: Rulebook<Exchange>, _ scene: inout Scene,
    _ events: inout OutputSpan<Event>
  ) {
    var told: [Event] = []
    for index in first..<events.count { told.append(events[index]) }
    addCompanions(to: &told, firstCell, book, scene)
    nameAgents(in: &told)
    if reasonsToTellMore.contains(.unregistered) { removeEventsOfUnregistered(from: &told) }
    if hasVoiceChanges { for call in [scene.connID, scene.otherConnID] { forgetVoiceChanges(of: call) } }
    events.removeLast(events.count - first)
    for event in told { events.append(event) }
  }

  /// The rules in the order of their pages, and for each the DNs in the order in which they came into the calls.
  private mutating func addCompanions(
    to told: inout [Event], _ firstCell: Int, _ book: Rulebook<Exchange>, _ scene: Scene
  ) {
    let first = sequenceNumber &- UInt64(told.count)
    if scene.changesSharedData { tellCallsThatShareData(among: &told, firstCell, book, scene) }
    tellWaitingObservers(among: &told, book)
    let standings = cold[0].standings
    for companion in book.companions {
      guard let terms = book.cells[companion.cells.range.lowerBound].terms else { continue }
      for before in standings where isGiven(terms.occasion, since: before) {
        guard let place = terms.index(among: told, from: before) else { continue }
        told.insert(contentsOf: events(of: companion, at: before.dn, book), at: place)
      }
    }
    tellVirtualQueues(among: &told, book)
    sequenceNumber = first &+ UInt64(told.count)
    for index in told.indices { told[index].sequenceNumber = first &+ UInt64(index + 1) }
  }

  /// The parties of each call that shares the changed user data are told, too; those of a main call before it is held
  /// for a consultation.
  private mutating func tellCallsThatShareData(
    among told: inout [Event], _ firstCell: Int, _ book: Rulebook<Exchange>, _ scene: Scene
  ) {
    let begins = scene.otherSlot >= 0
    // Only the first cell is for the parties.
    guard let cell = begins ? book.entryOfAttachedData?.cells.range.lowerBound : firstCell else { return }
    var heard: [Event] = []
    for slot in begins ? [scene.slot] : callsSharingData(with: scene.slot) {
      var scene = scene
      (scene.slot, scene.connID, scene.isObserved) = (slot, slots[slot].connID, true)
      cold[0].before[0] = slots[slot]
      heard += events(of: cell..<cell + 1, &scene, book)
    }
    told.insert(contentsOf: heard, at: begins ? 0 : told.count)
  }

  private mutating func events(of companion: Rulebook<Exchange>.Entry, at dn: DN, _ book: Rulebook<Exchange>) -> [Event]
  {
    var scene = Scene()
    scene[.actor] = dn
    scene[.observer] = cold[0].monitors.first { $0.agent == dn }?.observer ?? .none
    scene[.far] = cold[0].monitors.first { $0.observer == dn }?.agent ?? .none
    let changes = book.changes
    carryOutGeneral(changes.span.extracting(companion.changes.range), &scene)
    return events(of: companion.cells.range, &scene, book)
  }

  /// The events of these cells. Not inlined, so that the common path alone has the code that makes them in place.
  @inline(never)
  mutating func events(
    of cells: Range<Int>, _ scene: inout Scene, _ book: Rulebook<Exchange>
  ) -> [Event] {
    let all = book.cells
    var events: [Event] = []
    events.append(addingCapacity: Self.eventLimit) { room in
      sendEvents(all.span.extracting(cells), &scene, &room)
    }
    return events
  }

  /// Whether that has happened to the DN since it stood so. Asked for each rule and DN, and so it looks at little.
  private func isGiven(_ occasion: Companion.Occasion, since before: Standing) -> Bool {
    switch occasion {
    case .goesOffHook: !before.isOffHook && isOffHook(before.dn)
    case .goesOnHook: before.isOffHook && !isOffHook(before.dn)
    case .endsCalls:
      !before.establishedCalls.isEmpty && isLoggedIn(before.dn) && standing(of: before.dn).establishedCalls.isEmpty
    case .doesNotAnswer: !before.divertedCalls.isEmpty && isLoggedIn(before.dn)
    case .logsOutWhileMonitored: hasLoggedOut(before) && cold[0].monitors.contains { $0.agent == before.dn }
    case .logsOutWhileMonitoring: hasLoggedOut(before) && cold[0].monitors.contains { $0.observer == before.dn }
    // Found otherwise: these are about one call.
    case .endsAtVirtualQueue, .endsWhileObserved: false
    case .leavesMonitoredCall:
      cold[0].monitors.contains { monitor in
        guard monitor.agent == before.dn, monitor.used != .none else { return false }
        return slot(of: monitor.used).map { slots[$0].index(of: before.dn) == nil } ?? true
      }
    }
  }

  private func isLoggedIn(_ dn: DN) -> Bool { agentState(of: dn) != .loggedOut }

  private func hasLoggedOut(_ before: Standing) -> Bool { before.isLoggedIn && !isLoggedIn(before.dn) }
}

extension Companion.Terms {
  /// Where the events stand; nil where the DN has no event that they could go with.
  fileprivate func index(among events: [Exchange.Event], from before: Exchange.Standing) -> Int? {
    func isOwn(_ event: Exchange.Event, _ type: EventType) -> Bool { event.thisDN == before.dn && event.type == type }
    switch place {
    case .before(let first, let second): return events.firstIndex { isOwn($0, first) || isOwn($0, second) }
    case .beforeLast(let type): return events.lastIndex { isOwn($0, type) && isOccasion($0, before) }
    case .afterLast(let type): return events.lastIndex { isOwn($0, type) && isOccasion($0, before) }.map { $0 + 1 }
    case .after(let type): return events.lastIndex { isOwn($0, type) }.map { $0 + 1 }
    case .last: return events.count
    }
  }

  /// Whether the event is of one of the calls that are the occasion.
  private func isOccasion(_ event: Exchange.Event, _ before: Exchange.Standing) -> Bool {
    switch occasion {
    case .endsCalls: before.establishedCalls.contains(event.connID)
    case .doesNotAnswer: before.divertedCalls.contains(event.connID) && event.callState == .noAnswer
    case .goesOffHook, .goesOnHook, .logsOutWhileMonitored, .logsOutWhileMonitoring, .leavesMonitoredCall,
      .endsAtVirtualQueue, .endsWhileObserved:
      true
    }
  }
}

extension Rulebook<Exchange> {
  /// Whether agents have after-call work under this profile.
  fileprivate var hasAfterCallWork: Bool {
    companions.contains { cells[$0.cells.range.lowerBound].terms?.occasion == .endsCalls }
  }

  /// The rule of TAttachUserData by a party of the call.
  fileprivate var entryOfAttachedData: Entry? { entries(.attachUserData, by: .talking).first }

  /// Whether the event goes with those of another rule.
  package func isCompanion(_ event: Exchange.Event) -> Bool {
    event.ownRule.map { rules[$0].verbs.isEmpty } ?? false
  }
}
