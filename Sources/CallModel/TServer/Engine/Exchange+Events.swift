// Makes events of the cells of a rule.

extension Exchange {
  @inline(__always)
  mutating func sendEvents(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    if scene.slot < 0 { return sendDNEvents(cells, &scene, &events) }
    for next in cells.indices {
      if cells[unchecked: next].isSpecial {
        sendSpecial(cells, next, &scene, &events)
      } else {
        send(cells, next, to: cells[unchecked: next].who, &scene, &events)
      }
    }
  }

  /// Handles the rarest cells: those for several parties, for the other call, or with a value from the action or the
  /// call.
  @inline(never)
  private mutating func sendSpecial(
    _ cells: Span<Cell>, _ cell: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) {
    let isAboutOther = cells[unchecked: cell].on == .other
    if isAboutOther { scene.swapCalls() }
    let recipients = cells[unchecked: cell].recipients
    if recipients.set == .outsider {
      // A party that has not been told of the call is not in it yet.
      let isUntold =
        switch scene.state {
        case .idle, .offered, .unreached, .reached: true
        default: false
        }
      if isUntold, !scene.changesSharedData || !isInCallSharingData(scene) {
        send(cells, cell, to: .actor, &scene, &events)
      }
    } else if recipients.set != .one {
      // A call of two has no other parties, and few calls are observed.
      if scene.mayHaveManyRecipients, scene.isObserved || !recipients.set.observes {
        sendToMany(cells, cell, isAboutOther ? 1 : 0, &scene, &events)
      }
    } else if send(cells, cell, to: cells[unchecked: cell].who, &scene, &events) {
      fillSeldomBlanks(cells, cell, &scene, &events)
    }
    if isAboutOther { scene.swapCalls() }
  }

  /// The device to which a call from a queue was handed on knows that queue in each of its events: the last ones, which
  /// come from the rule.
  @inline(never)
  func tellQueue(in slot: Int, by rule: UInt16, _ events: inout OutputSpan<Event>) {
    let (successor, predecessor, queue) = (slots[slot].successor, slots[slot].predecessor, slots[slot].queue)
    guard kind(queue) == .acdGroup || kind(queue) == .routeQueue else { return }
    var number = events.count - 1
    while number >= 0, events[number].rule == rule {
      let dn = events[number].thisDN
      let isInCall = events[number].connID == slots[slot].connID
      if isInCall, events[number].thisQueue == .none, dn == successor || dn == predecessor {
        events[number].thisQueue = queue
      }
      number -= 1
    }
  }

  /// Sends the event, unless the recipient is an external party, which receives none.
  @inline(__always) @discardableResult
  private mutating func send(
    _ cells: Span<Cell>, _ cell: Int, to who: Who, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) -> Bool {
    guard kind(scene[who]) != .external else { return false }
    sequenceNumber &+= 1
    // The event is appended as the cell has it, and its blanks are filled in place: making it separately would copy it
    // twice.
    events.append(cells[unchecked: cell].event)
    fill(&events[unchecked: events.count &- 1], cells, cell, to: who, &scene)
    return true
  }

  @inline(__always)
  private func fill(_ event: inout Event, _ cells: Span<Cell>, _ cell: Int, to who: Who, _ scene: inout Scene) {
    // Both are read at once, so that they are written at once.
    let (origin, dialed) = (slots.span[unchecked: scene.slot].origin, slots.span[unchecked: scene.slot].dialed)
    let (dn, request) = (scene[who], scene.referenceID)
    event.connID = scene.connID
    event.previousConnID = slots.span[unchecked: scene.slot].main
    event.sequenceNumber = sequenceNumber
    event.referenceID = dn == scene[.actor] ? request : 0
    event.callType = slots.span[unchecked: scene.slot].type
    event.origin = origin
    event.dnis = dialed
    event.thisDN = dn
    event.thisQueue = scene[cells[unchecked: cell].thisQueue]
    event.otherDN = scene[cells[unchecked: cell].other]
    event.thirdPartyDN = scene[cells[unchecked: cell].third]
    event.thisDNRole = scene.roles[unchecked: who.index]
    event.otherDNRole = scene.roles[unchecked: cells[unchecked: cell].other.index]
  }

  /// Sends an event that is about no call.
  @inline(never)
  private mutating func sendDNEvents(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    for next in cells.indices {
      let cell = cells[next]
      sequenceNumber &+= 1
      var event = cell.event
      event.sequenceNumber = sequenceNumber
      event.thisDN = scene[cell.who]
      // Only the party that asked knows of its request.
      event.referenceID = cell.isUnrequested || event.thisDN != scene[.actor] ? 0 : scene.referenceID
      event.otherDN = scene[cell.other]
      if cell.takesMode { event.mode = scene.mode }
      if cell.takesSnapshot { takeSnapshot(for: &event, of: scene[cell.subject]) }
      if cell.takesLogin || cell.takesWorkMode { fill(&event, cell, cold[0].settings[Int(event.thisDN.rawValue)]) }
      events.append(event)
    }
  }

  private func fill(_ event: inout Event, _ cell: Cell, _ settings: DNSettings) {
    if cell.takesWorkMode { event.mode = settings.workMode }
    guard cell.takesLogin else { return }
    (event.agentID, event.thisQueue) = (settings.login.agentID, settings.login.group)
    event.listed.formUnion(settings.login.listed)
  }

  /// Fills the rare blanks of the last event.
  private mutating func fillSeldomBlanks(
    _ cells: Span<Cell>, _ cell: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) {
    let last = events.count - 1
    if cells[unchecked: cell].takesCallState, scene.callState != .ok { events[last].callState = scene.callState }
    if cells[unchecked: cell].countsMembers {
      events[last].callState = slots[scene.slot].members > 2 ? .conferenced : .ok
    }
    if cells[unchecked: cell].takesReferenceID {
      events[last].referenceID = reference(in: events[last].type, scene)
    }
    if cells[unchecked: cell].takesDigits, let digits = cold[0].brought.digits {
      cold[0].collected = (events[last].sequenceNumber, digits)
    }
    if cells[unchecked: cell].takesMode { events[last].mode = mode(in: events[last].type, scene) }
    if cells[unchecked: cell].changesRoles { changeRoles(in: &events[last], cells, cell, scene) }
    if let previous = cells[unchecked: cell].previous {
      events[last].previousConnID = previous == cells[unchecked: cell].on ? scene.connID : scene.otherConnID
    }
  }

  /// The number of an earlier request that the event answers.
  private func reference(in message: EventType, _ scene: borrowing Scene) -> UInt32 {
    if message == .digitsCollected { return cold[0].digitRequests[scene.connID]?.request.referenceID ?? 0 }
    return isByDefault(message, scene) ? 0 : slots[scene.slot].reference
  }

  @inline(never)
  private func changeRoles(
    in event: inout Event, _ cells: Span<Cell>, _ cell: Int, _ scene: borrowing Scene
  ) {
    if cells[unchecked: cell].thisRole != .unknown { event.thisDNRole = cells[unchecked: cell].thisRole }
    if cells[unchecked: cell].otherRole != .unknown { event.otherDNRole = cells[unchecked: cell].otherRole }
    if cells[unchecked: cell].looksForRole { event.otherDNRole = role(ofOtherIn: event, scene) }
  }

  /// The part of a party that may have left the call: that of the one that has its place now, or else not the
  /// recipient's own.
  private func role(ofOtherIn event: borrowing Event, _ scene: borrowing Scene) -> Role {
    if let place = slots[scene.slot].index(of: event.otherDN) { return slots[scene.slot][place].role }
    let role = scene.roles[Who.called.index]
    return role != .unknown ? role : event.thisDNRole.opposite
  }

  /// The parameter of the request that the event answers: this one or, at a routing point, an earlier one.
  private func mode(in message: EventType, _ scene: borrowing Scene) -> Exchange.Mode {
    switch message.mode {
    case .routeType: isByDefault(message, scene) ? .none : slots[scene.slot].routeType
    case .treatmentType: slots[scene.slot].treatmentType
    case .agentWorkMode, .forwardMode, .monitorNextCallType, .registerMode, nil: scene.mode
    }
  }

  /// Whether the call is routed without a TRouteCall. An earlier one may have been in vain.
  private func isByDefault(_ message: EventType, _ scene: borrowing Scene) -> Bool {
    let state = scene.state
    return message == .routeUsed && [.queued, .routing, .treatmentAsked, .treated].contains(state)
  }

  /// `earlier` is the index of the call among the copies that were made before the change.
  private mutating func sendToMany(
    _ cells: Span<Cell>, _ cell: Int, _ earlier: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) {
    guard cells[unchecked: cell].isForEachNewcomer else {
      return sendToEach(cells, cell, earlier, nil, &scene, &events)
    }
    for place in 0..<slots[scene.slot].count where slots[scene.slot].isMember(place) {
      let newcomer = slots[scene.slot][place].dn
      if !wasThere(newcomer, earlier) { sendToEach(cells, cell, earlier, newcomer, &scene, &events) }
    }
  }

  private mutating func sendToEach(
    _ cells: Span<Cell>, _ cell: Int, _ earlier: Int, _ newcomer: DN?, _ scene: inout Scene,
    _ events: inout OutputSpan<Event>
  ) {
    let recipients = cells[unchecked: cell].recipients
    let isAboutNow = recipients.set == .members || recipients.set == .newcomers
    let pivot = scene[recipients.pivot]
    let pivotPlace = cold[0].before[earlier].index(of: pivot) ?? cold[0].before[earlier].count
    for place in 0..<(isAboutNow ? slots[scene.slot].count : cold[0].before[earlier].count) {
      // One party at a time, because a call is too large to copy.
      let party = isAboutNow ? slots[scene.slot][place] : cold[0].before[earlier][place]
      guard recipients.set.includes(party), recipients.side.includes(party, at: place, pivot, pivotPlace) else {
        continue
      }
      // Parties that came together know each other.
      if newcomer != nil, !wasThere(party.dn, earlier) { continue }
      if recipients.set == .newcomers, wasThere(party.dn, earlier) { continue }
      scene.cast(.itself, as: self.party(party.dn, at: scene.slot) ?? party)
      scene[.inviter] = party.from
      scene.roles[Who.inviter.index] = roleBefore(of: party.from, earlier) ?? party.role
      scene[.newcomer] = newcomer ?? .none
      guard send(cells, cell, to: .itself, &scene, &events) else { continue }
      events[events.count - 1].thirdPartyQueue = scene[cells[unchecked: cell].thirdQueue]
      fillSeldomBlanks(cells, cell, &scene, &events)
    }
  }

  private func roleBefore(of dn: DN, _ earlier: Int) -> Role? {
    if dn == .none { return nil }
    guard let place = cold[0].before[earlier].index(of: dn) else { return nil }
    return cold[0].before[earlier][place].role
  }

  private func wasThere(_ dn: DN, _ earlier: Int) -> Bool { cold[0].before[earlier].index(of: dn) != nil }
}

extension Role {
  /// The part of the other party of two.
  fileprivate var opposite: Role {
    switch self {
    case .origination: .destination
    case .destination: .origination
    default: self
    }
  }
}

extension Recipients.Set {
  fileprivate var observes: Bool { self == .observers || self == .observersRinging }

  fileprivate func includes(_ party: Exchange.Call.Party) -> Bool {
    switch self {
    case .members: party.state.isMember && party.state.hasBeenTold
    case .groups: party.state == .queued
    case .ringers: party.state.isUncounted && party.state.rings
    case .informed: party.state.hasBeenTold && !party.state.isUncounted
    case .told, .newcomers: party.state.hasBeenTold
    case .answered: party.state.hasAnswered
    case .announced: party.state == .announcedRinging
    case .observers: party.state == .observing
    case .observersRinging: party.state.isObserver && party.state.rings
    case .one, .everyone: true
    case .outsider: false
    }
  }
}

extension Recipients.Side {
  fileprivate func includes(_ party: Exchange.Call.Party, at place: Int, _ pivot: Exchange.DN, _ pivotPlace: Int)
    -> Bool
  {
    let who = party.state.isObserver ? party.from : party.dn
    return switch self {
    case .all: true
    case .before: place < pivotPlace
    case .after: place >= pivotPlace && party.dn != pivot
    case .only: who == pivot
    case .except: who != pivot
    }
  }
}
