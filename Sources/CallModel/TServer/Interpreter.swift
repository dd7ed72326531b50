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

  @inline(__always)
  subscript(who: Who) -> DN {
    get { cast[Int(who.index & 15)] }
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
  public func survey(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ scene: inout Scene
  ) throws(Refusal<Exchange>) {
    guard action.actor != .none, Int(action.actor.rawValue) < lines.count, Int(action.target.rawValue) < lines.count else {
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
    let line = lines[Int(action.actor.rawValue)]
    return line.count == 1 ? line.slot(0) : try search(action, book)
  }

  @inline(never)
  private func search(_ action: Action, _ book: borrowing Rulebook<Exchange>) throws(Refusal<Exchange>) -> Int {
    let possible = callsPossible(for: action, by: book)
    if possible.count > 1 { throw Refusal(action, cause: .severalCalls) }
    // Possible nowhere: the call in question explains why.
    return slot(of: possible.first ?? callInQuestion(action)) ?? -1
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

  /// The call that a request is about where nothing says so: the actor's active one or, where it has none, its oldest.
  func callInQuestion(_ action: Action) -> ConnID {
    if action.on != .none || action.verb.begins { return action.on }
    let own = calls.filter { $0.index(of: action.actor) != nil }
    let active = own.first { call in call.index(of: action.actor).map { call[$0].state.isActive } ?? false }
    return (active ?? own.first)?.connID ?? .none
  }

  /// Finds out what holds for the action in the call of that slot; at -1 in none.
  @inline(__always)
  private func look(_ action: Action, at slot: Int, _ scene: inout Scene) {
    let actor = lines[Int(action.actor.rawValue)]
    let target = lines[Int(action.target.rawValue)]
    scene[.actor] = action.actor
    scene[.target] = action.target
    scene.referenceID = action.referenceID
    scene.callState = action.callState
    scene.slot = slot
    var situation: Situation = .by(actor.kind)
    situation.formUnion(hasRoom ? .room : .noRoom)
    situation.formUnion(actor.isFull ? .lineFull : .lineRoom)
    situation.formUnion(target.isFull ? .targetFull : .targetRoom)
    situation.formUnion(isActive(action.actor, butIn: slot) ? .engaged : .free)
    situation.formUnion(action.target == .none ? .toNobody : action.target == action.actor ? .toItself : .to(target.kind))
    guard slot >= 0 else {
      scene[.caller] = action.actor
      scene[.dialed] = action.target
      situation.formUnion([.partyRoom, .asAsked])
      scene.situation = situation
      return
    }
    scene.connID = slots[slot].connID
    scene.isCrowd = slots[slot].count > 2
    scene[.dialed] = slots[slot].dialed
    scene.column = Int(slots[slot].path.rawValue) &+ 1
    situation.formUnion(.path(slots[slot].path))
    situation.formUnion(slots[slot].isFull ? .partiesFull : .partyRoom)
    situation.formUnion(scene.isCrowd && slots[slot].members > 2 ? .conference : .pair)
    scene.cast(.caller, as: slots[slot][0])
    if let place = slots[slot].index(of: action.actor) {
      situation.formUnion(meet(place, &scene))
    } else {
      // Somebody from outside the call sees it as its caller does.
      situation.formUnion([.asAsked, .facing(one: slots[slot][1].state)])
    }
    if action.target != .none, action.target != action.actor, let place = slots[slot].index(of: action.target) {
      scene.cast(.target, as: slots[slot][place])
      situation.subtract(.toAnyone)
      situation.formUnion(slots[slot].isMember(place) ? .toMember : .toParty)
    }
    scene.situation = situation
  }

  /// Casts those who are seen from the actor, who is a party of the call.
  @inline(__always)
  private func meet(_ place: Int, _ scene: inout Scene) -> Situation {
    let slot = scene.slot
    let actor = slots[slot][place]
    let opposite = slots[slot].opposite(of: place).map { slots[slot][$0] } ?? Party()
    scene.state = actor.state
    scene.cast(.actor, as: actor)
    scene.cast(.opposite, as: opposite)
    scene.cast(.called, as: place == 0 ? opposite : actor)
    scene[.from] = actor.from != .none ? actor.from : opposite.from
    scene[.past] = actor.past != .none ? actor.past : opposite.past
    scene[.asked] = actor.asked != .none ? actor.asked : opposite.asked
    if scene.isCrowd, actor.state == .queued {
      for other in 0..<slots[slot].count where other != place && slots[slot][other].state == .queued {
        if scene[.firstGroup] == .none { scene[.firstGroup] = slots[slot][other].dn }
        scene[.lastGroup] = slots[slot][other].dn
      }
    }
    let isAsAsked = actor.state != .routeAsked || scene[.target] == actor.asked
    return .facing(one: opposite.state).union(isAsAsked ? .asAsked : .notAsked)
  }

  /// The device talks, dials or hears busy in another of its calls.
  @inline(__always)
  private func isActive(_ dn: DN, butIn slot: Int) -> Bool {
    let line = lines[Int(dn.rawValue)]
    guard line.count > (slot < 0 ? 0 : 1) else { return false }
    for number in 0..<line.count where line.slot(number) != slot {
      if let place = slots[line.slot(number)].index(of: dn), slots[line.slot(number)][place].state.isActive { return true }
    }
    return false
  }

  /// Those who are many may have to be told as the action found them.
  @inline(__always)
  public mutating func prepare(_ scene: inout Scene) {
    if scene.isCrowd { before = slots[scene.slot] }
  }

  @inline(__always)
  public mutating func carryOut(_ change: Change, _ scene: inout Scene) {
    let dn = scene[change.who]
    switch change.operation {
    case .opens: open(change.path, &scene)
    case .travels: slots[scene.slot].path = change.path
    case .enters:
      slots[scene.slot].append(Party(dn: dn, from: scene[change.from], past: scene[change.past], role: change.role, state: change.state))
      lines[Int(dn.rawValue)].add(scene.slot)
    case .becomes: slots[scene.slot].become(change.state, dn)
    case .asks: slots[scene.slot].ask(for: scene[change.from], by: dn, as: scene.referenceID)
    case .plays: slots[scene.slot].play(change.role)
    case .leaves:
      switch change.set {
      case .one:
        slots[scene.slot].remove(dn)
        lines[Int(dn.rawValue)].remove(scene.slot)
      case .groups: slots[scene.slot].removeQueues()
      default:
        for place in 0..<slots[scene.slot].count { lines[Int(slots[scene.slot][place].dn.rawValue)].remove(scene.slot) }
        slots[scene.slot].removeAll()
      }
    }
  }

  @inline(__always)
  private mutating func open(_ path: Path, _ scene: inout Scene) {
    let caller = lines[Int(scene[.actor].rawValue)].kind
    let called = lines[Int(scene[.target].rawValue)].kind
    let type: CallType = caller.isOutside ? .inbound : called.isOutside ? .outbound : .internal
    (scene.slot, scene.connID) = open()
    slots[scene.slot].begin(from: scene[.actor], to: scene[.target], path, type)
  }

  @inline(__always)
  public mutating func tell(_ cell: borrowing Cell, _ scene: inout Scene, _ events: inout [Event]) {
    if cell.isSpecial { return tellSpecially(cell, &scene, &events) }
    send(cell.event, of: cell, to: scene[cell.who], as: scene.roles[Int(cell.who.index & 15)], scene, &events)
  }

  /// What the fewest cells need: a value that the action or the call gives, or several who are told.
  private mutating func tellSpecially(_ cell: borrowing Cell, _ scene: inout Scene, _ events: inout [Event]) {
    if cell.several.set != .one { return tellSeveral(cell, &scene, &events) }
    var event = cell.event
    if cell.takesCallState { event.callState = scene.callState }
    let request = cell.refers ? slots[scene.slot].reference : nil
    send(event, of: cell, to: scene[cell.who], as: scene.roles[Int(cell.who.index & 15)], answering: request, scene, &events)
  }

  /// In a call of two there are no others.
  @inline(__always)
  private mutating func tellSeveral(_ cell: borrowing Cell, _ scene: inout Scene, _ events: inout [Event]) {
    if scene.isCrowd { tellCrowd(cell, &scene, &events) }
  }

  @inline(never)
  private mutating func tellCrowd(_ cell: borrowing Cell, _ scene: inout Scene, _ events: inout [Event]) {
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
      var event = cell.event
      if cell.takesCallState { event.callState = scene.callState }
      if cell.counts { event.callState = call.members > 2 ? .conferenced : .ok }
      event.thirdPartyQueue = scene[cell.thirdQueue]
      scene[.itself] = party.dn
      scene[.inviter] = party.from
      send(event, of: cell, to: party.dn, as: party.role, scene, &events)
    }
  }

  /// Fills the blanks. Nobody outside is told anything, unless the DN is monitored.
  @inline(__always)
  private mutating func send(
    _ blank: Event, of cell: borrowing Cell, to dn: DN, as role: Role, answering request: UInt32? = nil,
    _ scene: borrowing Scene, _ events: inout [Event]
  ) {
    guard lines[Int(dn.rawValue)].kind != .external else { return }
    var event = blank
    event.connID = scene.connID
    event.callType = slots[scene.slot].type
    event.ani = slots[scene.slot].origin
    event.dnis = slots[scene.slot].dialed
    event.thisDN = dn
    event.thisQueue = scene[cell.thisQueue]
    event.otherDN = scene[cell.other]
    event.thirdPartyDN = scene[cell.third]
    if !event.listed.contains(.thisDNRole) { event.thisDNRole = role }
    if let request { event.referenceID = request } else { event.referenceID = dn == scene[.actor] ? scene.referenceID : 0 }
    sequenceNumber &+= 1
    event.sequenceNumber = sequenceNumber
    events.append(event)
  }

  @inline(__always)
  public mutating func settle(_ scene: inout Scene) {
    if slots[scene.slot].count == 0 { close(scene.slot) }
  }
}
