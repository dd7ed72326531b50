/// What one action finds: who is who, the call as it is being changed, and what holds.
public struct Scene: Finding {
  public internal(set) var state = PartyState.idle
  public internal(set) var situation: Situation = []
  public internal(set) var column = 0
  /// By `Who`, and the parts that they play.
  var cast = InlineArray<16, DN>(repeating: .none)
  var roles = InlineArray<16, Role>(repeating: .unknown)
  /// The call and its slot; -1 where it does not exist yet.
  var call = Call()
  var slot = -1
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
    scene.call = slots[slot]
    scene[.dialed] = scene.call.dialed
    scene.column = Int(scene.call.path.rawValue) &+ 1
    situation.formUnion(.path(scene.call.path))
    situation.formUnion(scene.call.isFull ? .partiesFull : .partyRoom)
    situation.formUnion(scene.call.count > 2 && scene.call.members > 2 ? .conference : .pair)
    scene.cast(.caller, as: scene.call[0])
    if let place = scene.call.index(of: action.actor) {
      situation.formUnion(meet(place, &scene))
    } else {
      // Somebody from outside the call sees it as its caller does.
      situation.formUnion([.asAsked, .facing(one: scene.call[1].state)])
    }
    if action.target != .none, action.target != action.actor, let place = scene.call.index(of: action.target) {
      scene.cast(.target, as: scene.call[place])
      situation.subtract(.toAnyone)
      situation.formUnion(scene.call.isMember(place) ? .toMember : .toParty)
    }
    scene.situation = situation
  }

  /// Casts those who are seen from the actor, who is a party of the call.
  @inline(__always)
  private func meet(_ place: Int, _ scene: inout Scene) -> Situation {
    let actor = scene.call[place]
    let opposite = scene.call.opposite(of: place).map { scene.call[$0] } ?? Party()
    scene.state = actor.state
    scene.cast(.actor, as: actor)
    scene.cast(.opposite, as: opposite)
    scene.cast(.called, as: place == 0 ? opposite : actor)
    scene[.from] = actor.from != .none ? actor.from : opposite.from
    scene[.past] = actor.past != .none ? actor.past : opposite.past
    scene[.asked] = actor.asked != .none ? actor.asked : opposite.asked
    if scene.call.path == .groups, actor.state == .queued {
      for other in 0..<scene.call.count where other != place && scene.call[other].state == .queued {
        if scene[.firstGroup] == .none { scene[.firstGroup] = scene.call[other].dn }
        scene[.lastGroup] = scene.call[other].dn
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

  @inline(__always)
  public mutating func carryOut(_ change: Change, _ scene: inout Scene) {
    let dn = scene[change.who]
    switch change.operation {
    case .opens:
      let (slot, connID) = open()
      scene.slot = slot
      scene.call.connID = connID
      scene.call.origin = scene[.actor]
      scene.call.dialed = scene[.target]
      scene.call.path = change.path
      let caller = lines[Int(scene.call.origin.rawValue)].kind
      scene.call.type = caller.isOutside ? .inbound : lines[Int(scene.call.dialed.rawValue)].kind.isOutside ? .outbound : .internal
    case .travels: scene.call.path = change.path
    case .enters:
      scene.call.append(Party(dn: dn, from: scene[change.from], past: scene[change.past], role: change.role, state: change.state))
      lines[Int(dn.rawValue)].add(scene.slot)
    case .becomes: if let place = scene.call.index(of: dn) { scene.call[place].become(change.state) }
    case .asks:
      if let place = scene.call.index(of: dn) { scene.call[place].asked = scene[change.from] }
      scene.call.reference = scene.referenceID
    case .plays: for place in 0..<scene.call.count where scene.call.isMember(place) { scene.call[place].role = change.role }
    case .leaves: if change.set == .one { leave(dn, &scene) } else { leave(change.set, &scene) }
    }
  }

  @inline(__always)
  private mutating func leave(_ dn: DN, _ scene: inout Scene) {
    guard let place = scene.call.index(of: dn) else { return }
    scene.call.remove(place)
    lines[Int(dn.rawValue)].remove(scene.slot)
  }

  @inline(__always)
  private mutating func leave(_ set: Several.Set, _ scene: inout Scene) {
    var place = scene.call.count &- 1
    while place >= 0 {
      let party = scene.call[place]
      if set == .everyone || party.state == .queued {
        scene.call.remove(place)
        lines[Int(party.dn.rawValue)].remove(scene.slot)
      }
      place &-= 1
    }
  }

  @inline(__always)
  public mutating func tell(_ cell: borrowing Cell, _ scene: inout Scene, _ events: inout [Event]) {
    var event = cell.event
    event.connID = scene.call.connID
    event.callType = scene.call.type
    event.ani = scene.call.origin
    event.dnis = scene.call.dialed
    event.thisQueue = scene[cell.thisQueue]
    event.otherDN = scene[cell.other]
    event.thirdPartyDN = scene[cell.third]
    if cell.isSpecial {
      tellSpecially(cell, &event, scene, &events)
    } else {
      send(&event, to: scene[cell.who], as: scene.roles[Int(cell.who.index & 15)], scene, &events)
    }
  }

  /// What the fewest cells need: a value that the action or the call gives, or several who are told.
  @inline(never)
  private mutating func tellSpecially(_ cell: borrowing Cell, _ event: inout Event, _ scene: borrowing Scene, _ events: inout [Event]) {
    event.thirdPartyQueue = scene[cell.thirdQueue]
    if cell.takesCallState { event.callState = scene.callState }
    if cell.counts { event.callState = scene.call.members > 2 ? .conferenced : .ok }
    if cell.several.set == .one {
      send(
        &event, to: scene[cell.who], as: scene.roles[Int(cell.who.index & 15)], answering: cell.refers ? scene.call.reference : nil, scene,
        &events)
      return
    }
    // The slot still holds the call as the action found it.
    let before = slots[scene.slot]
    let call = cell.several.set == .members ? scene.call : before
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
      if cell.thisQueue == .itself { event.thisQueue = party.dn }
      if cell.other == .inviter { event.otherDN = party.from }
      send(&event, to: party.dn, as: party.role, scene, &events)
    }
  }

  /// Nobody outside is told anything, unless the DN is monitored.
  @inline(__always)
  private mutating func send(
    _ event: inout Event, to dn: DN, as role: Role, answering request: UInt32? = nil, _ scene: borrowing Scene, _ events: inout [Event]
  ) {
    guard lines[Int(dn.rawValue)].kind != .external else { return }
    event.thisDN = dn
    if !event.listed.contains(.thisDNRole) { event.thisDNRole = role }
    if let request { event.referenceID = request } else { event.referenceID = dn == scene[.actor] ? scene.referenceID : 0 }
    sequenceNumber &+= 1
    event.sequenceNumber = sequenceNumber
    events.append(event)
  }

  @inline(__always)
  public mutating func settle(_ scene: inout Scene) {
    if scene.call.count == 0 { close(scene.slot) } else { slots[scene.slot] = scene.call }
  }
}
