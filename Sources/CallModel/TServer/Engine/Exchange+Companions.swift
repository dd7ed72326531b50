// Adds the events that go with those of any rule: see `Companion`.

extension Exchange {
  /// How a DN stands in all its calls together.
  struct Standing: Sendable {
    let dn: DN
    let isOffHook: Bool
  }

  /// Notes how the DNs stand that the action may change.
  @inline(never)
  mutating func noteStandings(_ scene: inout Scene) {
    scene.isAccompanied = true
    cold[0].standings.removeAll(keepingCapacity: true)
    for slot in [scene.slot, scene.otherSlot] where slot >= 0 {
      for place in 0..<slots[slot].count { noteStanding(of: slots[slot][place].dn) }
    }
    noteStanding(of: scene[.actor])
  }

  private mutating func noteStanding(of dn: DN) {
    guard kind(dn).isDevice, !cold[0].standings.contains(where: { $0.dn == dn }) else { return }
    cold[0].standings.append(standing(of: dn))
  }

  private func standing(of dn: DN) -> Standing { Standing(dn: dn, isOffHook: isOffHook(dn)) }

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
    after first: Int, _ entry: Rulebook<Exchange>.Entry, _ book: Rulebook<Exchange>, _ scene: inout Scene,
    _ events: inout OutputSpan<Event>
  ) {
    var told: [Event] = []
    for index in first..<events.count { told.append(events[index]) }
    addCompanions(to: &told, entry, book, scene)
    if told.count == events.count - first { return }
    events.removeLast(events.count - first)
    for event in told { events.append(event) }
  }

  /// The rules in the order of their pages, and for each the DNs in the order in which they came into the calls.
  private mutating func addCompanions(
    to told: inout [Event], _ entry: Rulebook<Exchange>.Entry, _ book: Rulebook<Exchange>, _ scene: Scene
  ) {
    let first = sequenceNumber &- UInt64(told.count)
    if scene.changesSharedData { tellCallsThatShareData(among: &told, entry, book, scene) }
    let standings = cold[0].standings
    for companion in book.companions {
      guard let terms = book.cells[companion.cells.range.lowerBound].terms else { continue }
      for before in standings where terms.occasion.isGiven(from: before, to: standing(of: before.dn)) {
        guard let place = terms.place.index(among: told, of: before.dn) else { continue }
        told.insert(contentsOf: events(of: companion, at: before.dn, book), at: place)
      }
    }
    sequenceNumber = first &+ UInt64(told.count)
    for index in told.indices { told[index].sequenceNumber = first &+ UInt64(index + 1) }
  }

  /// The parties of each call that shares the changed user data are told, too; those of a main call before it is held
  /// for a consultation.
  private mutating func tellCallsThatShareData(
    among told: inout [Event], _ entry: Rulebook<Exchange>.Entry, _ book: Rulebook<Exchange>, _ scene: Scene
  ) {
    let begins = scene.otherSlot >= 0
    guard let rule = begins ? book.entryOfAttachedData : entry else { return }
    let cells = book.cells
    var heard: [Event] = []
    for slot in begins ? [scene.slot] : callsSharingData(with: scene.slot) {
      var scene = scene
      (scene.slot, scene.connID, scene.isObserved) = (slot, slots[slot].connID, true)
      cold[0].before[0] = slots[slot]
      heard.append(addingCapacity: Self.eventLimit) { room in
        // Only the first cell is for the parties.
        sendEvents(cells.span.extracting(rule.cells.range.prefix(1)), &scene, &room)
      }
    }
    told.insert(contentsOf: heard, at: begins ? 0 : told.count)
  }

  private mutating func events(of companion: Rulebook<Exchange>.Entry, at dn: DN, _ book: Rulebook<Exchange>) -> [Event]
  {
    var scene = Scene()
    scene[.actor] = dn
    let (changes, cells) = (book.changes, book.cells)
    carryOutGeneral(changes.span.extracting(companion.changes.range), &scene)
    var events: [Event] = []
    events.append(addingCapacity: companion.cells.range.count) { room in
      sendEvents(cells.span.extracting(companion.cells.range), &scene, &room)
    }
    return events
  }
}

extension Companion.Occasion {
  fileprivate func isGiven(from before: Exchange.Standing, to after: Exchange.Standing) -> Bool {
    switch self {
    case .goesOffHook: !before.isOffHook && after.isOffHook
    case .goesOnHook: before.isOffHook && !after.isOffHook
    }
  }
}

extension Companion.Place {
  /// Where the events stand; nil where the DN has no event that they could go with.
  fileprivate func index(among events: [Exchange.Event], of dn: Exchange.DN) -> Int? {
    let isMeant = { (event: Exchange.Event) in event.thisDN == dn && (event.type == first || event.type == second) }
    return switch side {
    case .before: events.firstIndex(where: isMeant)
    case .after: events.lastIndex(where: isMeant).map { $0 + 1 }
    }
  }
}

extension Rulebook<Exchange> {
  /// The rule of TAttachUserData by a party of the call.
  fileprivate var entryOfAttachedData: Entry? { entries(.attachUserData, by: .talking).first }

  /// Whether the event goes with those of another rule.
  package func isCompanion(_ event: Exchange.Event) -> Bool {
    hasCompanions && event.rule != Exchange.Event.noRule && rules[Int(event.rule)].verbs.isEmpty
  }
}
