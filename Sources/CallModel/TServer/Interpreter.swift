// How rules are carried out. Nothing can fail here: what could has been refused.

extension Exchange: Model {
  public typealias Action = CallModel.Action
  public typealias Event = CallModel.Event
  public typealias Note = Footnote
  public typealias Clause = CallModel.Clause
  public typealias Change = CallModel.Change
  public typealias Cell = CallModel.Cell
  public typealias Scene = CallModel.Scene

  public static func verb(of action: Action) -> Verb { action.verb }
  public static func change(_ clause: Clause) -> Change? { Change(clause) }
  public static func cell(_ clause: Clause, of rule: Int, under profile: SwitchProfile) -> Cell? { Cell(clause, of: rule, under: profile) }

  public static func forbidden(by clauses: [Clause]) -> Situation {
    var situation: Situation = []
    var hasLeft = false
    for clause in clauses {
      switch clause.operation {
      case .opens: situation.formUnion([.noRoom, .lineFull])
      case .leaves: hasLeft = true
      case .joins: situation.formUnion([.joinFull, .acquainted])
      case .enters where clause.on == .other: if clause.who == .target { situation.formUnion(.targetFull) }
      case .enters where clause.who == .target: situation.formUnion(hasLeft ? .targetFull : [.targetFull, .partiesFull])
      case .enters where clause.who == .actor: situation.formUnion([.lineFull, .partiesFull])
      default: break
      }
    }
    return situation
  }
}

extension Exchange: Engine {
  @inline(__always)
  mutating func prepare(_ scene: inout Scene) { if scene.isCrowd { remember(&scene) } }

  /// Those who are many may have to be told as the action found them.
  @inline(never)
  private mutating func remember(_ scene: inout Scene) {
    office[0].before[0] = slots[scene.slot]
    if scene.otherSlot >= 0 { office[0].before[1] = slots[scene.otherSlot] }
    scene.isObserved = isObserved(scene.slot) || scene.otherSlot >= 0 && isObserved(scene.otherSlot)
  }

  private func isObserved(_ slot: Int) -> Bool { slots[slot].anyObserver(of: .none) != nil }

  @inline(__always)
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    guard scene.isSimple else { return carryOutFurther(changes, &scene) }
    // The rule of a call that begins says so first.
    if scene.slot < 0 { open(changes[0].path, &scene) }
    // In place: the array of calls is then asked once whether it is shared.
    slots[scene.slot].carryOut(changes, &scene, &lines, sequenceNumber)
  }

  @inline(__always)
  private mutating func open(_ path: Path, _ scene: inout Scene) {
    let caller = kind(scene[.actor])
    let called = kind(scene[.target])
    let type: CallType = caller.isOutside ? .inbound : called.isOutside ? .outbound : .internal
    (scene.slot, scene.connID) = open(from: scene[.actor], to: scene[.target], path, type)
  }

  @inline(__always)
  mutating func tell(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    if scene.slot < 0 { return tellOfTheDN(cells, &scene, &events) }
    for next in cells.indices {
      if cells[unchecked: next].isSpecial {
        tellSpecially(cells, next, &scene, &events)
      } else {
        send(cells, next, to: cells[unchecked: next].who, &scene, &events)
      }
    }
  }

  /// For the fewest cells: several are told, or of the other call, or a value is asked of the action or of the call.
  @inline(never)
  private mutating func tellSpecially(_ cells: Span<Cell>, _ cell: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    let isAboutOther = cells[cell].on == .other
    if isAboutOther { scene.turnAround() }
    let several = cells[cell].several
    if several.set != .one {
      // In a call of two there are no others; and few are observed.
      if scene.isCrowd, scene.isObserved || !several.set.observes { tellCrowd(cells, cell, isAboutOther ? 1 : 0, &scene, &events) }
    } else if send(cells, cell, to: cells[cell].who, &scene, &events) {
      fill(cells, cell, &scene, &events)
    }
    if isAboutOther { scene.turnAround() }
  }

  /// Nobody outside is told anything, unless the DN is monitored.
  @inline(__always) @discardableResult
  private mutating func send(
    _ cells: Span<Cell>, _ cell: Int, to who: Who, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) -> Bool {
    guard kind(scene[who]) != .external else { return false }
    sequenceNumber &+= 1
    // First as it stands in the cell, and then its blanks are filled where it lies: to make it apart would move it twice.
    events.append(cells[unchecked: cell].event)
    fill(&events[unchecked: events.count &- 1], cells, cell, to: who, &scene)
    return true
  }

  @inline(__always)
  private func fill(_ event: inout Event, _ cells: Span<Cell>, _ cell: Int, to who: Who, _ scene: inout Scene) {
    // Read together, so that they are written together.
    let (origin, dialed) = (slots.span[unchecked: scene.slot].origin, slots.span[unchecked: scene.slot].dialed)
    let (dn, request) = (scene[who], scene.referenceID)
    event.connID = scene.connID
    event.previousConnID = slots.span[unchecked: scene.slot].main
    event.sequenceNumber = sequenceNumber
    event.referenceID = dn == scene[.actor] ? request : 0
    event.callType = slots.span[unchecked: scene.slot].type
    event.ani = origin
    event.dnis = dialed
    event.thisDN = dn
    event.thisQueue = scene[cells[unchecked: cell].thisQueue]
    event.otherDN = scene[cells[unchecked: cell].other]
    event.thirdPartyDN = scene[cells[unchecked: cell].third]
    if cells[unchecked: cell].event.thisDNRole == .unknown { event.thisDNRole = scene.roles[unchecked: Int(who.index)] }
  }

  /// Events that are about no call.
  @inline(never)
  private mutating func tellOfTheDN(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    for next in cells.indices {
      let cell = cells[next]
      sequenceNumber &+= 1
      var event = cell.event
      event.sequenceNumber = sequenceNumber
      event.referenceID = scene.referenceID
      event.thisDN = scene[cell.who]
      event.otherDN = scene[cell.other]
      if cell.takesMode { event.mode = scene.mode }
      events.append(event)
    }
  }

  /// Fills the seldom blanks of the last event.
  private mutating func fill(_ cells: Span<Cell>, _ cell: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>) {
    let last = events.count - 1
    if cells[cell].takesCallState, scene.callState != .ok { events[last].callState = scene.callState }
    if cells[cell].counts { events[last].callState = slots[scene.slot].members > 2 ? .conferenced : .ok }
    if cells[cell].refers { events[last].referenceID = slots[scene.slot].reference }
    if cells[cell].takesMode { events[last].mode = mode(in: events[last].message, scene) }
    if cells[cell].otherRole != .nobody { events[last].otherDNRole = scene.roles[Int(cells[cell].otherRole.index)] }
    if let previous = cells[cell].previous { events[last].previousConnID = previous == cells[cell].on ? scene.connID : scene.otherConnID }
  }

  /// What the request said that the event answers: this one or, at a routing point, an earlier one.
  private func mode(in message: Message, _ scene: borrowing Scene) -> Mode {
    switch message {
    case .routeUsed: slots[scene.slot].routeType
    case .treatmentApplied, .treatmentNotApplied, .treatmentEnd: slots[scene.slot].treatmentType
    default: scene.mode
    }
  }

  /// `earlier` is the number of the call among those that are remembered as the action found them.
  private mutating func tellCrowd(
    _ cells: Span<Cell>, _ cell: Int, _ earlier: Int, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) {
    guard cells[cell].isForEachNewcomer else { return tellEach(cells, cell, earlier, nil, &scene, &events) }
    for place in 0..<slots[scene.slot].count where slots[scene.slot].isMember(place) {
      let newcomer = slots[scene.slot][place].dn
      if !wasThere(newcomer, earlier) { tellEach(cells, cell, earlier, newcomer, &scene, &events) }
    }
  }

  private mutating func tellEach(
    _ cells: Span<Cell>, _ cell: Int, _ earlier: Int, _ newcomer: DN?, _ scene: inout Scene, _ events: inout OutputSpan<Event>
  ) {
    let several = cells[cell].several
    let isAboutNow = several.set == .members || several.set == .newcomers
    let pivot = scene[several.pivot]
    let pivotPlace = office[0].before[earlier].index(of: pivot) ?? office[0].before[earlier].count
    for place in 0..<(isAboutNow ? slots[scene.slot].count : office[0].before[earlier].count) {
      // One party at a time: a call is large to be moved about.
      let party = isAboutNow ? slots[scene.slot][place] : office[0].before[earlier][place]
      guard several.set.includes(party), several.side.includes(party, at: place, pivot, pivotPlace) else { continue }
      // Newcomers know each other.
      if newcomer != nil, !wasThere(party.dn, earlier) { continue }
      if several.set == .newcomers, wasThere(party.dn, earlier) { continue }
      scene.cast(.itself, as: slots[scene.slot].index(of: party.dn).map { slots[scene.slot][$0] } ?? party)
      scene[.inviter] = newcomer ?? party.from
      guard send(cells, cell, to: .itself, &scene, &events) else { continue }
      events[events.count - 1].thirdPartyQueue = scene[cells[cell].thirdQueue]
      fill(cells, cell, &scene, &events)
    }
  }

  private func wasThere(_ dn: DN, _ earlier: Int) -> Bool { office[0].before[earlier].index(of: dn) != nil }

  /// Calls that nobody is in any more are over.
  @inline(__always)
  mutating func settle(_ scene: inout Scene) {
    if scene.slot >= 0, slots[scene.slot].count == 0 { close(scene.slot) }
    if scene.otherSlot >= 0, slots[scene.otherSlot].count == 0 { close(scene.otherSlot) }
  }
}

extension Several.Set {
  fileprivate var observes: Bool { self == .observers || self == .observersRinging }

  fileprivate func includes(_ party: Party) -> Bool {
    switch self {
    case .members: party.state.isMember && party.state.hasBeenTold
    case .groups: party.state == .queued
    case .ringers: party.state == .invitedRinging || party.state == .observerRinging
    case .informed: party.state.hasBeenTold && !party.state.isGuest
    case .told, .newcomers: party.state.hasBeenTold
    case .answered: party.state.hasAnswered
    case .announced: party.state == .joiningRinging
    case .observers: party.state == .observing
    case .observersRinging: party.state == .observerRinging
    case .one, .everyone: true
    }
  }
}

extension Several.Side {
  fileprivate func includes(_ party: Party, at place: Int, _ pivot: DN, _ pivotPlace: Int) -> Bool {
    let who = party.state.isObserver ? party.from : party.dn
    return switch self {
    case .all: true
    case .before: place < pivotPlace
    case .after: place >= pivotPlace && party.dn != pivot
    case .only: who == pivot
    case .but: who != pivot
    }
  }
}

extension Call {
  /// The changes to one call, and to the lines of those who come and go.
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
        append(Party(dn: dn, from: from, past: past, role: changes[unchecked: next].role, state: changes[unchecked: next].state))
        scene.roles[unchecked: Int(changes[unchecked: next].who.index)] = changes[unchecked: next].role
        lines[Int(dn.rawValue)].add(scene.slot)
      case .becomes: become(changes[unchecked: next].state, dn)
      case .leaves:
        remove(dn)
        lines[Int(dn.rawValue)].remove(scene.slot, now)
      case .everyoneLeaves:
        while let dn = popLast() { lines[Int(dn.rawValue)].remove(scene.slot, now) }
      default: carryOutSeldom(changes[unchecked: next], dn, &scene, &lines, now)
      }
    }
  }

  /// What few rules change; apart, to keep the others' way short.
  @inline(never)
  private mutating func carryOutSeldom(_ change: Change, _ dn: DN, _ scene: inout Scene, _ lines: inout [Line], _ now: UInt64) {
    switch change.operation {
    case .travels: path = change.path
    case .holds: turn(.hold, dn)
    case .retrieves: turn(.retrieve, dn)
    case .hearsBusy:
      turn(.busy, dn)
      ask(for: scene[.actor], by: dn, as: 0)
    case .asks: ask(for: scene[change.from], by: dn, as: scene.referenceID, scene.mode)
    case .treats: treatmentType = scene.mode
    case .plays: play(change.role)
    case .playsOne: play(change.role, dn)
    case .queuesLeave: removeQueues()
    case .observersLeave:
      while let observer = anyObserver(of: dn) {
        remove(observer)
        lines[Int(observer.rawValue)].remove(scene.slot, now)
      }
    // Of these the exchange takes care, or the others' way.
    case .opens, .enters, .becomes, .leaves, .everyoneLeaves, .joins, .joinsAnnounced, .sets, .attaches, .deletesPair, .deletesData:
      break
    }
  }
}
