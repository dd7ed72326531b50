/// What one action finds: who is who, the call as it is being changed, and what holds.
public struct Scene: Finding {
  public internal(set) var state = PartyState.idle
  public internal(set) var situation: Situation = []
  public internal(set) var column = 0
  /// By `Who`, and the parts that they play.
  var cast = InlineArray<16, DN>(repeating: .none)
  var roles = InlineArray<16, Role>(repeating: .unknown)
  /// The slot of the call; -1 where it does not exist yet.
  var slot = -1
  var connID = ConnID.none
  /// The call had more than two parties, and is remembered as it was.
  var isCrowd = false
  var callState = CallState.ok
  var referenceID: UInt32 = 0

  @inline(__always) public init() {}

  // Unchecked, for there are not more than 16 `Who`s; `mutating`, though it changes nothing: a plain getter works on a copy of the whole scene, and costs half the speed.
  @inline(__always)
  subscript(who: Who) -> DN {
    mutating get { cast[unchecked: Int(who.index)] }
    set { cast[unchecked: Int(who.index)] = newValue }
  }

  @inline(__always)
  mutating func cast(_ who: Who, as party: Party) {
    self[who] = party.dn
    roles[unchecked: Int(who.index)] = party.role
  }
}

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
  borrowing func survey(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    guard action.actor != .none, isKnown(action.actor), isKnown(action.target) else {
      throw Refusal(action, cause: .unknownParty)
    }
    introduce(action, &scene)
    look(action, at: action.verb.begins ? -1 : try locate(action, book), &scene)
  }

  /// The slot of the call that an action is about: the one that it names, or the only one in which it is possible.
  @inline(__always)
  private func locate(_ action: Action, _ book: borrowing Rulebook<Exchange>) throws(Refusal<Exchange>) -> Int {
    if action.on != .none {
      guard let slot = slot(of: action.on) else {
        throw Refusal(action, cause: .unknownCall)
      }
      return slot
    }
    let line = line(action.actor)
    return line.count == 1 ? line.slot(0) : try search(action, book)
  }

  @inline(never)
  private func search(_ action: Action, _ book: borrowing Rulebook<Exchange>) throws(Refusal<Exchange>) -> Int {
    let possible = callsPossible(for: action, by: book)
    if possible.count > 1 { throw Refusal(action, cause: .severalCalls) }
    if let call = possible.first { return slot(of: call) ?? -1 }
    // Possible nowhere: the call in question explains why. Who comes from outside every call may have none.
    let question = callInQuestion(action, book)
    if question == .none, action.verb.isFromOutside { throw Refusal(action, cause: .unknownCall) }
    return slot(of: question) ?? -1
  }

  /// The calls in which the action would be possible, by age.
  public func callsPossible(for action: Action, by book: borrowing Rulebook<Exchange>) -> [ConnID] {
    var found: [ConnID] = []
    for slot in slots.indices where slots[slot].connID != .none {
      guard action.verb.isFromOutside || slots[slot].index(of: action.actor) != nil else { continue }
      var scene = Scene()
      introduce(action, &scene)
      look(action, at: slot, &scene)
      if book.entry(action.verb, scene) != nil { found.append(slots[slot].connID) }
    }
    return found.sorted()
  }

  /// The call that an action is about where it is possible in none and nothing says so: one in which the actor stands where the verb
  /// fits, or else its active one, or its oldest; for somebody from outside, the only one there is.
  func callInQuestion(_ action: Action, _ book: borrowing Rulebook<Exchange>) -> ConnID {
    if action.on != .none || action.verb.begins { return action.on }
    if action.verb.isFromOutside { return calls.count == 1 ? calls[0].connID : .none }
    var best = (weight: 0, connID: ConnID.none)
    for call in calls {
      guard let place = call.index(of: action.actor) else { continue }
      let fits = book.answers(action.verb, by: call[place].state)
      let weight = fits ? 3 : call[place].state.isActive ? 2 : 1
      if weight > best.weight { best = (weight, call.connID) }
    }
    return best.connID
  }

  /// Finds out what holds for the action wherever it is done.
  @inline(__always)
  private func introduce(_ action: Action, _ scene: inout Scene) {
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene.referenceID = action.referenceID
    scene.callState = action.callState
    scene.situation = room(for: action).union(.by(kind(action.actor)))
  }

  /// Finds out what holds for the action in the call of that slot; at -1 in none.
  @inline(__always)
  private func look(_ action: Action, at slot: Int, _ scene: inout Scene) {
    scene.slot = slot
    var situation = scene.situation.union(isActive(action.actor, butIn: slot) ? .engaged : .free)
    if slot < 0 {
      scene[.caller] = action.actor
      scene[.dialed] = action.target
      situation.formUnion([.partyRoom, .asAsked, targeted(action)])
    } else {
      scene.connID = slots[slot].connID
      scene[.dialed] = slots[slot].dialed
      scene.column = Int(slots[slot].path.rawValue) &+ 1
      situation.formUnion(.path(slots[slot].path))
      situation.formUnion(slots[slot].count == 2 ? meetTwo(action, &scene) : meetMany(action, &scene))
    }
    scene.situation = situation
  }

  /// What the target is, where it is not in the call.
  @inline(__always)
  private func targeted(_ action: Action) -> Situation {
    action.target == .none ? .toNobody : action.target == action.actor ? .toItself : .to(kind(action.target))
  }

  /// Casts the two of a call, as the actor sees them, who mostly is one of them.
  @inline(__always)
  private func meetTwo(_ action: Action, _ scene: inout Scene) -> Situation {
    let slot = scene.slot
    scene.cast(.caller, as: slots[slot][0])
    // Each way by itself: to choose first and to cast then would move every field of both.
    if slots[slot][0].dn == action.actor {
      return cast(slots[slot][0], facing: slots[slot][1], called: slots[slot][1], &scene)
        .union([.pair, .partyRoom, slots[slot][1].dn == action.target ? target(slots[slot][1], &scene) : targeted(action)])
    }
    if slots[slot][1].dn == action.actor {
      return cast(slots[slot][1], facing: slots[slot][0], called: slots[slot][1], &scene)
        .union([.pair, .partyRoom, slots[slot][0].dn == action.target ? target(slots[slot][0], &scene) : targeted(action)])
    }
    return meetMany(action, &scene)
  }

  /// The same among any number, some of whom may be invited only; there may be one alone, who hears busy.
  @inline(never)
  private func meetMany(_ action: Action, _ scene: inout Scene) -> Situation {
    let call = slots[scene.slot]
    scene.isCrowd = call.count > 2
    var situation: Situation = [call.members > 2 ? .conference : .pair, call.isFull ? .partiesFull : .partyRoom]
    scene.cast(.caller, as: call[0])
    if let place = call.index(of: action.actor) {
      let opposite = call.opposite(of: place).map { call[$0] } ?? Party()
      situation.formUnion(cast(call[place], facing: opposite, called: place == 0 ? opposite : call[place], &scene))
      for other in 0..<call.count where call.count > 2 && other != place && call[other].state == .queued {
        if scene[.firstGroup] == .none { scene[.firstGroup] = call[other].dn }
        scene[.lastGroup] = call[other].dn
      }
    } else {
      // Somebody from outside the call sees it as its caller does.
      situation.formUnion([.asAsked, .facing(one: call.count > 1 ? call[1].state : .idle)])
    }
    let isOther = action.target != .none && action.target != action.actor
    if isOther, let place = call.index(of: action.target) { return situation.union(target(call[place], &scene)) }
    return situation.union(targeted(action))
  }

  /// The target is in the call already: what kind it is of does not matter then.
  @inline(__always)
  private func target(_ party: Party, _ scene: inout Scene) -> Situation {
    scene.cast(.target, as: party)
    return party.state.isMember ? .toMember : .toParty
  }

  /// Casts those who are seen from the actor, who is a party of the call.
  @inline(__always)
  private func cast(_ actor: Party, facing opposite: Party, called: Party, _ scene: inout Scene) -> Situation {
    scene.state = actor.state
    scene.cast(.actor, as: actor)
    scene.cast(.opposite, as: opposite)
    scene.cast(.called, as: called)
    scene[.from] = actor.from != .none ? actor.from : opposite.from
    scene[.past] = actor.past != .none ? actor.past : opposite.past
    scene[.asked] = actor.asked != .none ? actor.asked : opposite.asked
    let isAsAsked = actor.state != .routeAsked || scene[.target] == actor.asked
    return .facing(one: opposite.state).union(isAsAsked ? .asAsked : .notAsked)
  }

  /// Limits, which are seldom reached.
  @inline(__always)
  private func room(for action: Action) -> Situation {
    let (actor, target) = (line(action.actor).isFull, line(action.target).isFull)
    if !actor, !target, hasRoom { return [.room, .lineRoom, .targetRoom] }
    return [hasRoom ? .room : .noRoom, actor ? .lineFull : .lineRoom, target ? .targetFull : .targetRoom]
  }

  /// The device talks, dials or hears busy in another of its calls.
  @inline(__always)
  private func isActive(_ dn: DN, butIn slot: Int) -> Bool {
    guard line(dn).count > (slot < 0 ? 0 : 1) else { return false }
    return isActive(inCallsOf: dn, butIn: slot)
  }

  @inline(never)
  private func isActive(inCallsOf dn: DN, butIn slot: Int) -> Bool {
    let line = line(dn)
    for number in 0..<line.count where line.slot(number) != slot {
      if let place = slots[line.slot(number)].index(of: dn), slots[line.slot(number)][place].state.isActive { return true }
    }
    return false
  }

  /// Those who are many may have to be told as the action found them.
  @inline(__always)
  mutating func prepare(_ scene: inout Scene) {
    if scene.isCrowd { before[0] = slots[scene.slot] }
  }

  @inline(__always)
  mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    // The rule of a call that begins says so first.
    if scene.slot < 0 { open(changes[0].path, &scene) }
    // In place: the array of calls is then asked once whether it is shared.
    slots[scene.slot].carryOut(changes, &scene, &lines)
  }

  @inline(__always)
  private mutating func open(_ path: Path, _ scene: inout Scene) {
    let caller = kind(scene[.actor])
    let called = kind(scene[.target])
    let type: CallType = caller.isOutside ? .inbound : called.isOutside ? .outbound : .internal
    (scene.slot, scene.connID) = open(from: scene[.actor], to: scene[.target], path, type)
  }

  @inline(__always)
  mutating func tell(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout [Event]) {
    for next in cells.indices {
      if cells[unchecked: next].isSpecial {
        tellSpecially(cells, next, &scene, &events)
      } else {
        send(cells, next, to: cells[unchecked: next].who, &scene, &events)
      }
    }
  }

  /// For the fewest cells: several are told, or a value is asked of the action or of the call.
  @inline(never)
  private mutating func tellSpecially(_ cells: Span<Cell>, _ cell: Int, _ scene: inout Scene, _ events: inout [Event]) {
    if cells[cell].several.set != .one {
      // In a call of two there are no others.
      if scene.isCrowd { tellCrowd(cells, cell, &scene, &events) }
    } else if send(cells, cell, to: cells[cell].who, &scene, &events) {
      fill(cells[cell], scene, &events)
    }
  }

  /// Fills the blanks where the event lies already. Nobody outside is told anything, unless the DN is monitored.
  @inline(__always) @discardableResult
  private mutating func send(
    _ cells: Span<Cell>, _ cell: Int, to who: Who, _ scene: inout Scene, _ events: inout [Event]
  ) -> Bool {
    guard kind(scene[who]) != .external else { return false }
    // A blank first: the cell's event itself would be put on the stack while the array makes room.
    events.append(.blank)
    sequenceNumber &+= 1
    let last = events.count &- 1
    var told = events.mutableSpan
    told[unchecked: last] = cells[unchecked: cell].event
    // Read together, so that they are written together.
    let (origin, dialed) = (slots.span[unchecked: scene.slot].origin, slots.span[unchecked: scene.slot].dialed)
    let (dn, request) = (scene[who], scene.referenceID)
    told[unchecked: last].connID = scene.connID
    told[unchecked: last].sequenceNumber = sequenceNumber
    told[unchecked: last].referenceID = dn == scene[.actor] ? request : 0
    told[unchecked: last].callType = slots.span[unchecked: scene.slot].type
    told[unchecked: last].ani = origin
    told[unchecked: last].dnis = dialed
    told[unchecked: last].thisDN = dn
    told[unchecked: last].thisQueue = scene[cells[unchecked: cell].thisQueue]
    told[unchecked: last].otherDN = scene[cells[unchecked: cell].other]
    told[unchecked: last].thirdPartyDN = scene[cells[unchecked: cell].third]
    let (listed, role) = (cells[unchecked: cell].event.thisDNRole, scene.roles[unchecked: Int(who.index)])
    told[unchecked: last].thisDNRole = listed == .unknown ? role : listed
    return true
  }

  /// Fills the seldom blanks of the last event.
  private func fill(_ cell: borrowing Cell, _ scene: borrowing Scene, _ events: inout [Event]) {
    let last = events.count - 1
    if cell.takesCallState { events[last].callState = scene.callState }
    if cell.counts { events[last].callState = slots[scene.slot].members > 2 ? .conferenced : .ok }
    if cell.refers { events[last].referenceID = slots[scene.slot].reference }
  }

  private mutating func tellCrowd(_ cells: Span<Cell>, _ number: Int, _ scene: inout Scene, _ events: inout [Event]) {
    let cell = cells[number]
    let before = before[0]
    let call = cell.several.set == .members ? slots[scene.slot] : before
    let pivot = scene[cell.several.pivot]
    let pivotPlace = before.index(of: pivot) ?? before.count
    for place in 0..<call.count {
      let party = call[place]
      let isOne =
        switch cell.several.set {
        case .members: call.isMember(place)
        case .groups: party.state == .queued
        case .ringers: party.state == .invitedRinging
        case .one, .everyone: true
        }
      let isOnSide =
        switch cell.several.side {
        case .all: true
        case .before: place < pivotPlace
        case .after: place >= pivotPlace && party.dn != pivot
        case .only: party.dn == pivot
        }
      guard isOne, isOnSide else { continue }
      scene.cast(.itself, as: party)
      scene[.inviter] = party.from
      guard send(cells, number, to: .itself, &scene, &events) else { continue }
      events[events.count - 1].thirdPartyQueue = scene[cell.thirdQueue]
      fill(cell, scene, &events)
    }
  }

  @inline(__always)
  mutating func settle(_ scene: inout Scene) {
    if slots[scene.slot].count == 0 { close(scene.slot) }
  }
}

extension Call {
  /// The changes to one call, and to the lines of those who come and go.
  @inline(__always)
  fileprivate mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene, _ lines: inout [Line]) {
    for next in changes.indices {
      let dn = scene[changes[unchecked: next].who]
      switch changes[unchecked: next].operation {
      case .opens: break
      case .travels: path = changes[unchecked: next].path
      case .enters:
        let from = scene[changes[unchecked: next].from]
        let past = scene[changes[unchecked: next].past]
        append(Party(dn: dn, from: from, past: past, role: changes[unchecked: next].role, state: changes[unchecked: next].state))
        lines[Int(dn.rawValue)].add(scene.slot)
      case .becomes: become(changes[unchecked: next].state, dn)
      case .hearsBusy: hearBusy(dn)
      case .asks: ask(for: scene[changes[unchecked: next].from], by: dn, as: scene.referenceID)
      case .plays: play(changes[unchecked: next].role)
      case .leaves:
        remove(dn)
        lines[Int(dn.rawValue)].remove(scene.slot)
      case .queuesLeave: removeQueues()
      case .everyoneLeaves:
        while let dn = popLast() { lines[Int(dn.rawValue)].remove(scene.slot) }
      }
    }
  }
}
