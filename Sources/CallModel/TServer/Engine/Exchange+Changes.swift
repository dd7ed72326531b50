// Carries out the changes of a rule. Nothing can fail here: every refusal comes before.

extension Exchange: Engine {
  @inline(__always)
  package mutating func prepare(
    _ scene: inout Scene, for entry: Rulebook<Exchange>.Entry, _ book: Rulebook<Exchange>
  ) {
    if scene.mayHaveManyRecipients { remember(&scene, for: book, entry.cells.range) }
    if book.hasCompanions || !reasonsToTellMore.isEmpty { lookForMore(&scene, book) }
  }

  @inline(never)
  private mutating func lookForMore(_ scene: inout Scene, _ book: Rulebook<Exchange>) {
    scene.isUnfinished = true
    if !reasonsToTellMore.isDisjoint(with: .virtualQueues) { noteWaitingCalls(&scene) }
    if !reasonsToTellMore.isDisjoint(with: .waitingObservers) { noteWaitingObservers(&scene) }
    if book.hasCompanions || !reasonsToTellMore.isDisjoint(with: [.staff, .unregistered, .voices]) {
      noteStandings(&scene, book)
    }
  }

  /// Keeps copies of the calls as the action found them, for the cells that notify several of their parties.
  @inline(never)
  private mutating func remember(_ scene: inout Scene, for book: Rulebook<Exchange>, _ cells: Range<Int>) {
    guard cells.contains(where: { book.cells[$0].recipients.set != .one }) else { return }
    cold[0].before[0] = slots[scene.slot]
    if scene.otherSlot >= 0 { cold[0].before[1] = slots[scene.otherSlot] }
    scene.isObserved = isObserved(scene.slot) || scene.otherSlot >= 0 && isObserved(scene.otherSlot)
  }

  private func isObserved(_ slot: Int) -> Bool { slots[slot].anyObserver(of: .none) != nil }

  @inline(__always)
  package mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    guard scene.isSimple else { return carryOutGeneral(changes, &scene) }
    // The rule of a new call opens it with its first change.
    if scene.slot < 0 { open(changes[0].hop, &scene) }
    // Done in place, so that the array of calls checks only once whether it is shared.
    slots[scene.slot].carryOut(changes, &scene, &lines, sequenceNumber)
  }

  @inline(__always)
  private mutating func open(_ hop: Hop, _ scene: inout Scene) {
    let caller = kind(scene[.actor])
    let called = kind(scene[.target])
    let type: CallType = caller.isOutside ? .inbound : called.isOutside ? .outbound : .internal
    (scene.slot, scene.connID) = open(from: scene[.actor], to: scene[.target], hop, type)
  }

  /// Completes the events of a call that was handed on, and ends the calls that no longer have any party.
  @inline(__always)
  mutating func finish(_ scene: inout Scene, _ rule: UInt16, _ events: inout OutputSpan<Event>) {
    if scene.slot >= 0 { finish(scene.slot, rule, &events) }
    if scene.otherSlot >= 0 { finish(scene.otherSlot, rule, &events) }
    if scene.isObserved { noteObserversThatWait(scene) }
  }

  @inline(__always)
  private mutating func finish(_ slot: Int, _ rule: UInt16, _ events: inout OutputSpan<Event>) {
    if slots[slot].successor != .none {
      reasonsToTellMore.insert(.queuesOfDevices)
      tellQueue(in: slot, by: rule, &events)
      slots[slot].forgetThoseGone()
    }
    if slots[slot].count == 0 { close(slot) }
  }
}

extension Exchange.Call {
  /// Changes one call, and the lines of the DNs that enter and leave it.
  @inline(__always)
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene, _ lines: inout [Line], _ now: UInt64) {
    var next = 0
    while next < changes.count {
      defer { next &+= 1 }
      let dn = scene[changes[unchecked: next].who]
      switch changes[unchecked: next].operation {
      case .opens: break
      case .enters:
        let from = scene[changes[unchecked: next].from]
        let past = scene[changes[unchecked: next].past]
        var role = changes[unchecked: next].role
        if role == .unknown { role = scene.roles[unchecked: changes[unchecked: next].leaver.index] }
        append(
          Exchange.Call.Party(
            dn: dn, from: from, past: past, role: role, state: changes[unchecked: next].state),
          at: UInt32(truncatingIfNeeded: now))
        scene.roles[unchecked: changes[unchecked: next].who.index] = role
        lines[Int(dn.rawValue)].add(scene.slot)
      case .becomes: become(changes[unchecked: next].state, dn)
      // No event is sent to no DN. Cells name the caller as the other party.
      case .connects: if !connectCaller() { scene[.caller] = .none }
      case .leaves:
        remove(dn)
        if count == 0 { scene.isUnfinished = true }
        lines[Int(dn.rawValue)].remove(scene.slot, now)
      case .everyoneLeaves:
        scene.isUnfinished = true
        while let dn = popLast() { lines[Int(dn.rawValue)].remove(scene.slot, now) }
      default: carryOutSeldom(changes[unchecked: next], dn, &scene, &lines, now)
      }
    }
  }

  /// Carries out changes that few rules have; a separate function, to keep the common path short.
  @inline(never)
  private mutating func carryOutSeldom(
    _ change: Change, _ dn: Exchange.DN, _ scene: inout Scene, _ lines: inout [Line], _ now: UInt64
  ) {
    switch change.operation {
    case .travels: travel(change.hop)
    case .holds: changeHold(.hold, dn)
    case .retrieves: changeHold(.retrieve, dn)
    case .hearsBusy:
      changeHold(.busy, dn)
      ask(for: scene[.actor], by: dn, as: 0)
    case .dialsAgain: changeHold(.dial, dn)
    case .asks: ask(for: scene[change.from], by: dn, as: scene.referenceID, scene.mode)
    case .aims: aim(at: scene[change.from], by: dn)
    case .treats: treat(as: scene.referenceID, scene.mode)
    case .plays:
      play(change.role)
      scene.recast(in: self)
    case .playsOne:
      play(change.leaver == .noParty ? change.role : scene.roles[change.leaver.index], dn)
      scene.recast(in: self)
    case .handsOn:
      scene.isUnfinished = true
      handOn(by: dn)
      lines[Int(dn.rawValue)].remove(scene.slot, now)
    case .takesQueue:
      scene.isUnfinished = true
      takeQueue(dn)
    case .queuesLeave:
      scene.isUnfinished = true
      while let queue = popQueue() { lines[Int(queue.rawValue)].remove(scene.slot, now) }
    case .observersLeave:
      scene.isUnfinished = true
      while let observer = anyObserver(of: dn) {
        remove(observer)
        lines[Int(observer.rawValue)].remove(scene.slot, now)
      }
    case .observersStay:
      while let ringer = ringingObserver(of: dn) {
        remove(ringer)
        lines[Int(ringer.rawValue)].remove(scene.slot, now)
      }
      passOnObservers(of: dn)
    // The exchange carries these out, or the common path does.
    case .opens, .enters, .becomes, .connects, .leaves, .everyoneLeaves, .joins, .joinsAnnounced, .sets,
      .asksForDigits, .bringsDigits, .attaches, .updates, .deletesPair, .deletesData, .merges:
      break
    }
  }
}
