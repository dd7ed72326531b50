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

  // `mutating`, though it changes nothing: a plain getter works on a copy of the whole scene, and costs half the speed.
  @inline(__always)
  subscript(who: Who) -> DN {
    mutating get { cast[Int(who.index & 15)] }
    set { cast[Int(who.index & 15)] = newValue }
  }

  @inline(__always)
  mutating func cast(_ who: Who, as party: Party) {
    self[who] = party.dn
    roles[Int(who.index & 15)] = party.role
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

  @inline(__always)
  public borrowing func survey(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    guard action.actor != .none, isKnown(action.actor), isKnown(action.target) else {
      throw Refusal(action, cause: .unknownParty)
    }
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
      let fits = !book.candidates(action.verb, call[place].state).isEmpty
      let weight = fits ? 3 : call[place].state.isActive ? 2 : 1
      if weight > best.weight { best = (weight, call.connID) }
    }
    return best.connID
  }

  /// Finds out what holds for the action in the call of that slot; at -1 in none.
  @inline(__always)
  private func look(_ action: Action, at slot: Int, _ scene: inout Scene) {
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene.referenceID = action.referenceID
    scene.callState = action.callState
    scene.slot = slot
    var situation: Situation = .by(kind(action.actor))
    situation.formUnion(room(for: action))
    situation.formUnion(isActive(action.actor, butIn: slot) ? .engaged : .free)
    guard slot >= 0 else {
      scene[.caller] = action.actor
      scene[.dialed] = action.target
      scene.situation = situation.union([.partyRoom, .asAsked, targeted(action)])
      return
    }
    scene.connID = slots[slot].connID
    scene.isCrowd = slots[slot].count > 2
    scene[.dialed] = slots[slot].dialed
    scene.column = Int(slots[slot].path.rawValue) &+ 1
    situation.formUnion(.path(slots[slot].path))
    situation.formUnion(scene.isCrowd ? meetCrowd(&scene) : meetTwo(&scene))
    if situation.isDisjoint(with: [.toMember, .toParty]) { situation.formUnion(targeted(action)) }
    scene.situation = situation
  }

  /// What the target is, where it is not in the call.
  @inline(__always)
  private func targeted(_ action: Action) -> Situation {
    action.target == .none ? .toNobody : action.target == action.actor ? .toItself : .to(kind(action.target))
  }

  /// Casts the two of a call, as the actor sees them; there may be one alone, who hears busy.
  @inline(__always)
  private func meetTwo(_ scene: inout Scene) -> Situation {
    let first = slots[scene.slot][0]
    let second = slots[scene.slot].count == 2 ? slots[scene.slot][1] : Party()
    scene.cast(.caller, as: first)
    var situation: Situation = [.pair, .partyRoom]
    let isFirst = first.dn == scene[.actor]
    if isFirst || second.dn == scene[.actor] {
      situation.formUnion(cast(isFirst ? first : second, facing: isFirst ? second : first, called: second, &scene))
    } else {
      // Somebody from outside the call sees it as its caller does.
      situation.formUnion([.asAsked, .facing(one: second.state)])
    }
    let isTarget = (first.dn == scene[.target], second.dn == scene[.target])
    if scene[.target] != .none, scene[.target] != scene[.actor], isTarget.0 || isTarget.1 {
      situation.formUnion(target(isTarget.0 ? first : second, &scene))
    }
    return situation
  }

  /// The same among more than two, some of whom may be invited only.
  @inline(never)
  private func meetCrowd(_ scene: inout Scene) -> Situation {
    let call = slots[scene.slot]
    var situation: Situation = [call.members > 2 ? .conference : .pair, call.isFull ? .partiesFull : .partyRoom]
    scene.cast(.caller, as: call[0])
    if let place = call.index(of: scene[.actor]) {
      let opposite = call.opposite(of: place).map { call[$0] } ?? Party()
      situation.formUnion(cast(call[place], facing: opposite, called: place == 0 ? opposite : call[place], &scene))
      for other in 0..<call.count where other != place && call[other].state == .queued {
        if scene[.firstGroup] == .none { scene[.firstGroup] = call[other].dn }
        scene[.lastGroup] = call[other].dn
      }
    } else {
      situation.formUnion([.asAsked, .facing(one: call[1].state)])
    }
    if scene[.target] != .none, scene[.target] != scene[.actor], let place = call.index(of: scene[.target]) {
      situation.formUnion(target(call[place], &scene))
    }
    return situation
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
    let line = line(dn)
    guard line.count > (slot < 0 ? 0 : 1) else { return false }
    for number in 0..<line.count where line.slot(number) != slot {
      if let place = slots[line.slot(number)].index(of: dn), slots[line.slot(number)][place].state.isActive { return true }
    }
    return false
  }

  /// Those who are many may have to be told as the action found them.
  @inline(__always)
  public mutating func prepare(_ scene: inout Scene) {
    if scene.isCrowd { before[0] = slots[scene.slot] }
  }

  @inline(__always)
  public mutating func carryOut(_ changes: Span<Change>, _ scene: inout Scene) {
    for next in changes.indices {
      let dn = scene[changes[unchecked: next].who]
      switch changes[unchecked: next].operation {
      case .opens: open(changes[unchecked: next].path, &scene)
      case .travels: slots[scene.slot].path = changes[unchecked: next].path
      case .enters:
        let from = scene[changes[unchecked: next].from]
        let past = scene[changes[unchecked: next].past]
        slots[scene.slot].append(
          Party(dn: dn, from: from, past: past, role: changes[unchecked: next].role, state: changes[unchecked: next].state))
        enlist(dn, scene.slot)
      case .becomes: slots[scene.slot].become(changes[unchecked: next].state, dn)
      case .hearsBusy: slots[scene.slot].hearBusy(dn)
      case .asks: slots[scene.slot].ask(for: scene[changes[unchecked: next].from], by: dn, as: scene.referenceID)
      case .plays: slots[scene.slot].play(changes[unchecked: next].role)
      case .leaves: leave(changes[unchecked: next].set, dn, scene.slot)
      }
    }
  }

  @inline(__always)
  private mutating func leave(_ set: Several.Set, _ dn: DN, _ slot: Int) {
    switch set {
    case .one:
      slots[slot].remove(dn)
      dismiss(dn, slot)
    case .groups: slots[slot].removeQueues()
    case .everyone, .members, .ringers:
      while let dn = slots[slot].popLast() { dismiss(dn, slot) }
    }
  }

  @inline(__always)
  private mutating func open(_ path: Path, _ scene: inout Scene) {
    let caller = kind(scene[.actor])
    let called = kind(scene[.target])
    let type: CallType = caller.isOutside ? .inbound : called.isOutside ? .outbound : .internal
    (scene.slot, scene.connID) = open()
    slots[scene.slot].begin(from: scene[.actor], to: scene[.target], path, type)
  }

  @inline(__always)
  public mutating func tell(_ cells: Span<Cell>, _ scene: inout Scene, _ events: inout [Event]) {
    for next in cells.indices {
      if cells[unchecked: next].several.set != .one {
        // In a call of two there are no others.
        if scene.isCrowd { tellCrowd(cells, next, &scene, &events) }
        continue
      }
      let who = cells[unchecked: next].who
      let isTold = send(cells, next, to: scene[who], as: scene.roles[Int(who.index & 15)], &scene, &events)
      if cells[unchecked: next].isSpecial, isTold { fill(cells[unchecked: next], scene, &events) }
    }
  }

  /// Fills the blanks where the event lies already. Nobody outside is told anything, unless the DN is monitored.
  @inline(__always)
  private mutating func send(
    _ cells: Span<Cell>, _ cell: Int, to dn: DN, as role: Role, _ scene: inout Scene, _ events: inout [Event]
  ) -> Bool {
    guard kind(dn) != .external else { return false }
    events.append(cells[unchecked: cell].event)
    sequenceNumber &+= 1
    let request = dn == scene[.actor] ? scene.referenceID : 0
    let last = events.count &- 1
    var told = events.mutableSpan
    told[unchecked: last].connID = scene.connID
    told[unchecked: last].sequenceNumber = sequenceNumber
    told[unchecked: last].referenceID = request
    told[unchecked: last].callType = slots.span[unchecked: scene.slot].type
    told[unchecked: last].ani = slots.span[unchecked: scene.slot].origin
    told[unchecked: last].dnis = slots.span[unchecked: scene.slot].dialed
    told[unchecked: last].thisDN = dn
    told[unchecked: last].thisQueue = scene[cells[unchecked: cell].thisQueue]
    told[unchecked: last].otherDN = scene[cells[unchecked: cell].other]
    told[unchecked: last].thirdPartyDN = scene[cells[unchecked: cell].third]
    told[unchecked: last].thisDNRole =
      cells[unchecked: cell].event.listed.contains(.thisDNRole) ? cells[unchecked: cell].event.thisDNRole : role
    return true
  }

  /// What the fewest cells need: a value that the action or the call gives.
  @inline(never)
  private func fill(_ cell: borrowing Cell, _ scene: borrowing Scene, _ events: inout [Event]) {
    let last = events.count - 1
    if cell.takesCallState { events[last].callState = scene.callState }
    if cell.counts { events[last].callState = slots[scene.slot].members > 2 ? .conferenced : .ok }
    if cell.refers { events[last].referenceID = slots[scene.slot].reference }
  }

  @inline(never)
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
      scene[.itself] = party.dn
      scene[.inviter] = party.from
      guard send(cells, number, to: party.dn, as: party.role, &scene, &events) else { continue }
      events[events.count - 1].thirdPartyQueue = scene[cell.thirdQueue]
      fill(cell, scene, &events)
    }
  }

  @inline(__always)
  public mutating func settle(_ scene: inout Scene) {
    if slots[scene.slot].count == 0 { close(scene.slot) }
  }
}
