/// Which kinds of parties can be in which states, do what and be told what, as far as the rules say it.
///
/// It follows from the rules alone, one by one, and not from the states that can be reached: a kind may be listed for
/// something that needs a call that never comes about.
package struct Possibilities: Sendable {
  private var states: [Kind: Set<PartyState>] = [:]
  private var messages: [Kind: Set<Message>] = [:]
  private let rules: [Rule<Exchange>]

  package init(_ rules: [Rule<Exchange>] = TServer.rules) {
    self.rules = rules
    for kind in Kind.allCases { states[kind] = [.idle] }
    var isNew = true
    while isNew {
      isNew = false
      for rule in rules {
        for clause in rule.clauses where follow(clause, of: rule) { isNew = true }
      }
    }
    for rule in rules {
      for clause in rule.clauses {
        guard case .receives(let message, _) = clause.operation else { continue }
        for kind in kinds(told: clause, of: rule) { messages[kind, default: []].insert(message) }
      }
    }
    // Every request may be refused.
    for kind in Kind.allCases where kind != .external { messages[kind, default: []].insert(.error) }
  }

  package func canBe(_ kind: Kind, _ state: PartyState) -> Bool { states[kind]?.contains(state) ?? false }
  package func canBeTold(_ kind: Kind, _ message: Message) -> Bool { messages[kind]?.contains(message) ?? false }

  package func canDo(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { $0.verbs.contains(verb) && actors(of: $0).contains(kind) }
  }

  /// The kinds at which the verb can be aimed.
  package func canBeAimedAt(_ kind: Kind, _ verb: Verb) -> Bool {
    rules.contains { $0.verbs.contains(verb) && $0.situation.contains(.to(kind)) }
  }

  // MARK: One rule

  private func actors(of rule: Rule<Exchange>) -> [Kind] {
    Kind.allCases.filter { kind in
      rule.situation.contains(.by(kind)) && rule.states.contains { canBe(kind, $0) }
    }
  }

  private func targets(of rule: Rule<Exchange>) -> [Kind] { Kind.allCases.filter { rule.situation.contains(.to($0)) } }

  /// Those who can stand where the rule wants the other party.
  private func others(of rule: Rule<Exchange>) -> [Kind] { kinds { rule.situation.contains(.facing(one: $0)) } }

  private func kinds(in isMeant: (PartyState) -> Bool) -> [Kind] {
    Kind.allCases.filter { kind in states[kind]?.contains { $0 != .idle && isMeant($0) } ?? false }
  }

  private func kinds(_ who: Who, of rule: Rule<Exchange>) -> [Kind] {
    switch who {
    case .actor: actors(of: rule)
    case .target: targets(of: rule)
    case .observer: kinds { $0.isObserver }
    case .far: kinds { $0.hasBeenTold }
    // Either may be the actor: the caller if it can stand where a caller does, otherwise the called party.
    case .caller:
      rule.states.contains(where: isCalling)
        ? actors(of: rule) : kinds { rule.situation.contains(.facing(one: $0)) && isCalling($0) }
    case .called: rule.states.contains(where: isCalling) ? actors(of: rule) + others(of: rule) : actors(of: rule)
    default: others(of: rule)
    }
  }

  private func kinds(told clause: Clause, of rule: Rule<Exchange>) -> [Kind] {
    let told: [Kind] =
      switch clause.several.set {
      case .one: kinds(clause.who, of: rule)
      case .groups: kinds { $0 == .queued }
      case .ringers: kinds { $0 == .invitedRinging || $0 == .observerRinging }
      case .members: kinds { $0.isMember && $0.hasBeenTold }
      case .answered: kinds { $0.hasAnswered }
      case .announced: kinds { $0 == .joiningRinging }
      case .observers: kinds { $0 == .observing }
      case .observersRinging: kinds { $0 == .observerRinging }
      case .everyone, .informed, .told, .newcomers: kinds { $0.hasBeenTold }
      }
    // Nobody outside is told anything, unless it is monitored.
    return told.filter { $0 != .external }
  }

  /// Adds the states that the clause brings about; whether any is new.
  private mutating func follow(_ clause: Clause, of rule: Rule<Exchange>) -> Bool {
    let actors = actors(of: rule)
    if actors.isEmpty { return false }
    let kinds = kinds(clause.who, of: rule)
    switch clause.operation {
    case .enters(_, let state, _, _), .becomes(let state): return add(kinds) { _ in state }
    case .turns(.hold): return add(kinds) { $0.onHold }
    case .turns(.retrieve): return add(kinds) { $0.offHold }
    case .turns(.busy): return add(kinds) { isCalling($0) ? $0.hearingBusyTone : $0 }
    case .joins(announced: true): return add(Kind.allCases) { $0.announced }
    default: return false
    }
  }

  private mutating func add(_ kinds: [Kind], _ change: (PartyState) -> PartyState) -> Bool {
    var isNew = false
    for kind in kinds {
      for state in states[kind] ?? [] { if states[kind, default: []].insert(change(state)).inserted { isNew = true } }
    }
    return isNew
  }
}

/// Those who called, hear busy or have answered: the first party of a call stands in one of these states.
private func isCalling(_ state: PartyState) -> Bool {
  switch state {
  case .dialing, .dialingHeld, .hearingBusy, .hearingBusyHeld, .talking, .held: true
  default: false
  }
}
