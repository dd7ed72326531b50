/// Which kinds of parties can be in which states, do what and be told what, as far as the rules say it.
///
/// It follows from the rules one by one, not from the states of whole calls: a kind may be listed for something that
/// needs a call that never comes about. What can happen is always listed.
package struct Possibilities: Sendable {
  /// Found once, where it is asked for.
  package static let found = Possibilities()

  /// Where a party stands, in a call that has travelled so.
  private struct Standing: Hashable {
    let state: PartyState
    let path: Path

    /// Where two calls are joined, it is in the one that ends, or stays in the other, in which all have answered.
    func stays(orIsIn ending: Path) -> Bool { path == ending || state.isMember || state.isGuest }
  }

  private let rules = TServer.rules
  private var standings: [Kind: Set<Standing>] = [:]
  private var messages: [Kind: Set<Message>] = [:]

  init() {
    while addStandings() {}
    for rule in rules {
      for path in Path.allCases where !actors(of: rule, path).isEmpty {
        for clause in rule.clauses {
          guard case .receives(let message, _) = clause.operation else { continue }
          for kind in kinds(told: clause, of: rule, path) { messages[kind, default: []].insert(message) }
        }
      }
    }
    // Every request may be refused.
    for kind in Kind.allCases where kind != .external { messages[kind, default: []].insert(.error) }
  }

  package func canBe(_ kind: Kind, _ state: PartyState) -> Bool {
    state == .idle || standings[kind]?.contains { $0.state == state } ?? false
  }

  package func canBeTold(_ kind: Kind, _ message: Message) -> Bool { messages[kind]?.contains(message) ?? false }

  package func canDo(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { rule in
      rule.verbs.contains(verb) && Path.allCases.contains { actors(of: rule, $0).contains(kind) }
    }
  }

  /// The verb can be aimed at the kind.
  package func canBeAimedAt(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { $0.verbs.contains(verb) && targets(of: $0).contains(kind) }
  }

  // MARK: Who takes part in a rule

  private func actors(of rule: Rule<Exchange>, _ path: Path) -> [Kind] {
    guard rule.situation.contains(.path(path)) else { return [] }
    return Kind.allCases.filter { kind in
      rule.situation.contains(.by(kind))
        && rule.states.contains { $0 == .idle || standings[kind]?.contains(Standing(state: $0, path: path)) ?? false }
    }
  }

  /// The target is of the kind, or a party of the call.
  private func targets(of rule: Rule<Exchange>) -> [Kind] {
    let parties: Situation = [.toMember, .toAnnounced, .toAnnouncedRinging]
    return Kind.allCases.filter { kind in
      let isMember =
        !rule.situation.isDisjoint(with: parties) && standings[kind]?.contains { $0.state.isMember } ?? false
      return rule.situation.contains(.to(kind)) || isMember
    }
  }

  /// Those who can stand where the rule wants the other party.
  private func others(of rule: Rule<Exchange>, _ path: Path) -> [Kind] {
    kinds(path) { rule.situation.contains(.facing(one: $0)) }
  }

  private func kinds(_ path: Path?, in isMeant: (PartyState) -> Bool) -> [Kind] {
    Kind.allCases.filter { kind in
      standings[kind]?.contains { isMeant($0.state) && (path == nil || $0.path == path) } ?? false
    }
  }

  private func kinds(_ who: Who, of rule: Rule<Exchange>, _ path: Path) -> [Kind] {
    let mayCall = rule.states.contains { $0.isCalling }
    switch who {
    case .actor: return actors(of: rule, path)
    case .target: return targets(of: rule)
    case .observer: return kinds(path) { $0.isObserver }
    case .far: return kinds(nil) { $0.hasBeenTold }
    // Either may be the actor: the caller if it can stand where a caller does, otherwise the called party.
    case .caller:
      let callers = kinds(path) { rule.situation.contains(.facing(one: $0)) && $0.isCalling }
      return mayCall ? actors(of: rule, path) + callers : callers
    case .called: return actors(of: rule, path) + (mayCall ? others(of: rule, path) : [])
    default: return others(of: rule, path)
    }
  }

  private func kinds(told clause: Clause, of rule: Rule<Exchange>, _ path: Path) -> [Kind] {
    let told: [Kind] =
      switch clause.several.set {
      case .one: kinds(clause.who, of: rule, path)
      case .groups: kinds(path) { $0 == .queued }
      case .ringers: kinds(nil) { $0 == .invitedRinging || $0 == .observerRinging }
      case .members: kinds(nil) { $0.isMember && $0.hasBeenTold }
      case .answered: kinds(nil) { $0.hasAnswered }
      case .announced: kinds(nil) { $0 == .joiningRinging }
      case .observers: kinds(nil) { $0 == .observing }
      case .observersRinging: kinds(nil) { $0 == .observerRinging }
      case .everyone, .informed, .told, .newcomers: kinds(nil) { $0.hasBeenTold }
      }
    // A party outside is told something only if it is monitored.
    return told.filter { $0 != .external }
  }

  // MARK: Where parties come to stand

  /// Adds what each rule brings about; whether any of it is new.
  private mutating func addStandings() -> Bool {
    var isNew = false
    for rule in rules {
      for path in Path.allCases where !actors(of: rule, path).isEmpty {
        let next = rule.clauses.lastHop(.here) ?? path
        if next != path, !rule.clauses.beginCall, move(rule, from: path, to: next) { isNew = true }
        for clause in rule.clauses where follow(clause, of: rule, from: path, to: next) { isNew = true }
      }
    }
    return isNew
  }

  /// Those who stay in the call are in one that has travelled further.
  private mutating func move(_ rule: Rule<Exchange>, from path: Path, to next: Path) -> Bool {
    let actors = rule.clauses.someLeave { $0.who == .actor } ? actors(of: rule, path) : []
    let otherLeaves = rule.clauses.someLeave { $0.who == .opposite }
    return add(Kind.allCases) { kind, standing in
      let state = standing.state
      let isOther = rule.situation.contains(.facing(one: state))
      let hasLeft = actors.contains(kind) && rule.states.contains(state) || otherLeaves && isOther
      let canStay = isOther || state.isMember || state.isGuest || rule.states.contains(state)
      // The place where the call was is left behind, unless the call is queued at one more.
      guard standing.path == path, canStay, !hasLeft, !state.isPlace || next == .groups else { return [] }
      return [Standing(state: state, path: next)]
    }
  }

  private mutating func follow(_ clause: Clause, of rule: Rule<Exchange>, from path: Path, to next: Path) -> Bool {
    // Most clauses are messages.
    if case .receives = clause.operation { return false }
    let kinds = kinds(clause.who, of: rule, path)
    // The other call may have travelled in any way, unless it begins now.
    let paths = clause.on == .here ? [next] : rule.clauses.lastHop(.other).map { [$0] } ?? Path.allCases
    func turned(_ turn: @escaping (PartyState) -> PartyState) -> (Kind, Standing) -> [Standing] {
      { _, standing in paths.map { Standing(state: turn(standing.state), path: $0) } }
    }
    switch clause.operation {
    case .enters(_, let state, _, _), .becomes(let state):
      var isNew = false
      for kind in kinds {
        for path in paths where standings[kind, default: []].insert(Standing(state: state, path: path)).inserted {
          isNew = true
        }
      }
      return isNew
    case .turns(.hold): return add(kinds, turned { $0.onHold })
    case .turns(.retrieve): return add(kinds, turned { $0.offHold })
    case .turns(.busy): return add(kinds, turned { $0.isCalling ? $0.hearingBusyTone : $0 })
    case .joins(let isAnnounced):
      return add(Kind.allCases) { kind, standing in
        guard standing.stays(orIsIn: path) else { return [] }
        // What the network has not reached by then is reached unheard.
        let reached = kind == .external ? PartyState.reached : .offered
        let state = standing.state == .unreached ? reached : standing.state
        return [Standing(state: isAnnounced ? state.announced : state, path: next)]
      }
    case .travels(let hop) where clause.on == .other:
      return add(Kind.allCases) { _, standing in
        standing.stays(orIsIn: path) ? [Standing(state: standing.state, path: hop)] : []
      }
    default: return false
    }
  }

  private mutating func add(_ kinds: [Kind], _ change: (Kind, Standing) -> [Standing]) -> Bool {
    var isNew = false
    for kind in kinds {
      for standing in standings[kind] ?? [] {
        for new in change(kind, standing) where standings[kind, default: []].insert(new).inserted { isNew = true }
      }
    }
    return isNew
  }
}

extension PartyState {
  /// Called, hears busy or has answered: the first party of a call stands in one of these states.
  fileprivate var isCalling: Bool {
    switch self {
    case .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .talking, .held: true
    default: false
    }
  }
}

extension PartyState {
  /// At a queue or a routing point.
  fileprivate var isPlace: Bool {
    switch self {
    case .queued, .routing, .treatmentAsked, .treated, .routeAsked, .detecting: true
    default: false
    }
  }
}

extension [Clause] {
  /// How the call has travelled once the clauses are carried out, if they say it.
  fileprivate func lastHop(_ call: Which) -> Path? {
    reduce(nil as Path?) { hop, clause in
      switch clause.operation {
      case .opens(let path), .travels(let path): clause.on == call ? path : hop
      default: hop
      }
    }
  }

  fileprivate func someLeave(_ isMeant: (Clause) -> Bool) -> Bool {
    contains { clause in if case .leaves = clause.operation { clause.on == .here && isMeant(clause) } else { false } }
  }

  fileprivate var beginCall: Bool {
    contains { if case .opens = $0.operation { true } else { false } }
  }
}
