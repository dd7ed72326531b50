/// Which kinds of parties can be in which states, do which actions and receive which messages, according to the rules.
///
/// It is derived from single rules, not from the states of whole calls. So it may list something for a kind that needs
/// a call that never occurs. Whatever can happen is always listed.
package struct Possibilities: Sendable {
  /// Computed once, when it is first needed.
  package static let found = Possibilities()

  /// The state of a party, and the last hop of its call.
  private struct StateAndHop: Hashable {
    let state: PartyState
    let hop: Hop

    /// Whether a party is in the joined call when two calls become one: it moves there from the call that ends, or
    /// stays in the other one, in which all parties have answered.
    func movesOrStays(afterJoining ending: Hop) -> Bool { hop == ending || state.isMember || state.isUncounted }
  }

  private let rules = TServer.rules
  private var reached: [Kind: Set<StateAndHop>] = [:]
  private var messages: [Kind: Set<EventType>] = [:]

  init() {
    while addReachedStates() {}
    for rule in rules {
      for hop in Hop.allCases where !actors(of: rule, hop).isEmpty {
        for clause in rule.clauses {
          guard case .receives(let message, _) = clause.operation else { continue }
          for kind in kinds(told: clause, of: rule, hop) { messages[kind, default: []].insert(message) }
        }
      }
    }
    // Every request may be refused.
    for kind in Kind.allCases where kind != .external { messages[kind, default: []].insert(.error) }
  }

  package func canBe(_ kind: Kind, _ state: PartyState) -> Bool {
    state == .idle || reached[kind]?.contains { $0.state == state } ?? false
  }

  package func canBeTold(_ kind: Kind, _ message: EventType) -> Bool { messages[kind]?.contains(message) ?? false }

  package func canDo(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { rule in
      rule.verbs.contains(verb) && Hop.allCases.contains { actors(of: rule, $0).contains(kind) }
    }
  }

  /// Whether the kind can be the target of the verb.
  package func canBeAimedAt(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { $0.verbs.contains(verb) && targets(of: $0).contains(kind) }
  }

  // MARK: The parties of a rule

  private func actors(of rule: Rule<Exchange>, _ hop: Hop) -> [Kind] {
    guard rule.situation.contains(.hop(hop)) else { return [] }
    return Kind.allCases.filter { kind in
      rule.situation.contains(.by(kind))
        && rule.states.contains { $0 == .idle || reached[kind]?.contains(StateAndHop(state: $0, hop: hop)) ?? false }
    }
  }

  /// The kinds of the target: those that the rule names, or parties of the call.
  private func targets(of rule: Rule<Exchange>) -> [Kind] {
    let parties: Situation = [.toMember, .toAnnounced, .toAnnouncedRinging]
    return Kind.allCases.filter { kind in
      let isMember =
        !rule.situation.isDisjoint(with: parties) && reached[kind]?.contains { $0.state.isMember } ?? false
      return rule.situation.contains(.to(kind)) || isMember
    }
  }

  /// The kinds that can be in the states that the rule requires of the other party.
  private func others(of rule: Rule<Exchange>, _ hop: Hop) -> [Kind] {
    kinds(hop) { rule.situation.contains(.facing(one: $0)) }
  }

  private func kinds(_ hop: Hop?, in isMeant: (PartyState) -> Bool) -> [Kind] {
    Kind.allCases.filter { kind in
      reached[kind]?.contains { isMeant($0.state) && (hop == nil || $0.hop == hop) } ?? false
    }
  }

  private func kinds(_ who: Who, of rule: Rule<Exchange>, _ hop: Hop) -> [Kind] {
    let mayCall = rule.states.contains { $0.isCalling }
    switch who {
    case .actor: return actors(of: rule, hop)
    case .target: return targets(of: rule)
    case .observer: return kinds(hop) { $0.isObserver }
    case .far: return kinds(nil) { $0.hasBeenTold }
    // Either party may be the actor: the caller if its state is a caller's, otherwise the called party.
    case .caller:
      let callers = kinds(hop) { rule.situation.contains(.facing(one: $0)) && $0.isCalling }
      return mayCall ? actors(of: rule, hop) + callers : callers
    case .called: return actors(of: rule, hop) + (mayCall ? others(of: rule, hop) : [])
    // The routing point or route queue that waits for the answer.
    case .from where rule.situation.isDisjoint(with: .unawaited):
      let queueWaits = !rule.situation.isDisjoint(with: [.queueAwaits, .queueAwaitsByDefault])
      let pointWaits = !rule.situation.isDisjoint(with: [.pointAwaits, .pointAwaitsByDefault])
      return kinds(nil) { $0.awaitsAnswer }.filter { $0 == .routeQueue ? queueWaits : pointWaits }
    // The group to which a call returns.
    case .from where rule.situation.isDisjoint(with: .notDivertedToAgent): return [.acdGroup]
    case .opposite, .from, .past, .asked, .firstGroup, .lastGroup, .noParty, .itself, .inviter, .newcomer:
      return others(of: rule, hop)
    // No rule has columns.
    case .via, .secondVia, .callee, .partyA, .partyB, .observed: return []
    }
  }

  private func kinds(told clause: Clause, of rule: Rule<Exchange>, _ hop: Hop) -> [Kind] {
    let told: [Kind] =
      switch clause.recipients.set {
      case .one where clause.terms?.occasion == .endsAtVirtualQueue: [.virtualQueue]
      // Other events about a DN are about a device, and so is one that goes with others.
      case .one where clause.isForAnyDN: kinds(clause.who, of: rule, hop)
      case .one where clause.isAboutDN && clause.who != .actor || clause.terms != nil: Kind.allCases.filter(\.isDevice)
      case .one: kinds(clause.who, of: rule, hop)
      case .groups: kinds(hop) { $0 == .queued }
      case .ringers: kinds(nil) { $0.isUncounted && $0.rings }
      case .members: kinds(nil) { $0.isMember && $0.hasBeenTold }
      case .answered: kinds(nil) { $0.hasAnswered }
      case .announced: kinds(nil) { $0 == .announcedRinging }
      case .observers: kinds(nil) { $0 == .observing }
      case .outsider: kinds(nil) { $0 == .idle }
      case .observersRinging: kinds(nil) { $0.isObserver && $0.rings }
      case .everyone, .informed, .told, .newcomers: kinds(nil) { $0.hasBeenTold }
      }
    // An external party receives no events.
    return told.filter { $0 != .external }
  }

  // MARK: The states that parties reach

  /// Adds the states that each rule produces; returns whether any of them is new.
  private mutating func addReachedStates() -> Bool {
    var isNew = false
    for rule in rules {
      for hop in Hop.allCases where !actors(of: rule, hop).isEmpty {
        let next = rule.clauses.lastHop(.this) ?? hop
        if next != hop, !rule.clauses.beginCall, move(rule, from: hop, to: next) { isNew = true }
        for clause in rule.clauses where follow(clause, of: rule, from: hop, to: next) { isNew = true }
      }
    }
    return isNew
  }

  /// Adds the states of the parties that stay while the call travels on.
  private mutating func move(_ rule: Rule<Exchange>, from hop: Hop, to next: Hop) -> Bool {
    let actors = rule.clauses.someLeave { $0.who == .actor } ? actors(of: rule, hop) : []
    let otherLeaves = rule.clauses.someLeave { $0.who == .opposite }
    return add(Kind.allCases) { kind, old in
      let state = old.state
      let isOther = rule.situation.contains(.facing(one: state))
      let hasLeft = actors.contains(kind) && rule.states.contains(state) || otherLeaves && isOther
      let canStay = isOther || state.isMember || state.isUncounted || rule.states.contains(state)
      // The call leaves the place where it was, unless it is queued at one more group.
      guard old.hop == hop, canStay, !hasLeft, !state.isPlace || next == .groups else { return [] }
      return [StateAndHop(state: state, hop: next)]
    }
  }

  private mutating func follow(_ clause: Clause, of rule: Rule<Exchange>, from hop: Hop, to next: Hop) -> Bool {
    // Most clauses are messages, which change no state.
    if case .receives = clause.operation { return false }
    let kinds = kinds(clause.who, of: rule, hop)
    // The other call may have any hop, unless it begins now.
    let hops = clause.on == .this ? [next] : rule.clauses.lastHop(.other).map { [$0] } ?? Hop.allCases
    func mapped(_ map: @escaping (PartyState) -> PartyState) -> (Kind, StateAndHop) -> [StateAndHop] {
      { _, old in hops.map { StateAndHop(state: map(old.state), hop: $0) } }
    }
    switch clause.operation {
    case .enters(_, let state, _, _), .becomes(let state):
      var isNew = false
      for kind in kinds {
        for hop in hops where reached[kind, default: []].insert(StateAndHop(state: state, hop: hop)).inserted {
          isNew = true
        }
      }
      return isNew
    case .changesHold(.hold): return add(kinds, mapped { $0.onHold })
    case .changesHold(.retrieve): return add(kinds, mapped { $0.offHold })
    case .changesHold(.busy): return add(kinds, mapped { $0.isCalling ? $0.hearingBusyTone : $0 })
    case .changesHold(.dial): return add(kinds, mapped { $0.isCalling ? $0.dialingAgain : $0 })
    case .connects: return add(kinds, mapped { $0.isCalling ? $0.connected : $0 })
    case .joins(let isAnnounced):
      return add(Kind.allCases) { kind, old in
        guard old.movesOrStays(afterJoining: hop) else { return [] }
        // A party that the network has not reached by then is reached without an event.
        let unanswered = kind == .external ? PartyState.reached : .offered
        let state = old.state == .unreached ? unanswered : old.state
        return [StateAndHop(state: isAnnounced ? state.onceAnnounced : state, hop: next)]
      }
    case .travels(let ending) where clause.on == .other:
      return add(Kind.allCases) { _, old in
        old.movesOrStays(afterJoining: hop) ? [StateAndHop(state: old.state, hop: ending)] : []
      }
    case .opens, .travels, .treats, .asksForDigits, .bringsDigits, .plays, .asks, .aims, .leaves, .stays, .handsOn,
      .takesQueue, .sets, .keeps, .receives:
      return false
    // An arrival has become other clauses by now, and so has a call that begins.
    case .arrives, .hears, .begins: return false
    }
  }

  private mutating func add(_ kinds: [Kind], _ change: (Kind, StateAndHop) -> [StateAndHop]) -> Bool {
    var isNew = false
    for kind in kinds {
      for old in reached[kind] ?? [] {
        for new in change(kind, old) where reached[kind, default: []].insert(new).inserted { isNew = true }
      }
    }
    return isNew
  }
}

extension Clause {
  /// It tells a queue or a routing point something about itself, too.
  fileprivate var isForAnyDN: Bool {
    if case .receives(let message, _) = operation { message == .ack || message == .userEvent } else { false }
  }
}

extension [Clause] {
  /// The hop of the call after the clauses, if they set it.
  fileprivate func lastHop(_ call: CallRef) -> Hop? {
    reduce(nil as Hop?) { last, clause in
      switch clause.operation {
      case .opens(let hop), .travels(let hop): clause.on == call ? hop : last
      default: last
      }
    }
  }

  fileprivate func someLeave(_ isMeant: (Clause) -> Bool) -> Bool {
    contains { clause in
      switch clause.operation {
      case .leaves, .handsOn: clause.on == .this && isMeant(clause)
      default: false
      }
    }
  }

  fileprivate var beginCall: Bool {
    contains { if case .opens = $0.operation { true } else { false } }
  }
}
