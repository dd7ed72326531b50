/// A row of a table: one party acts, and the cells say who is told what.
///
/// What the verb always changes and requires goes without saying: a party that rings rings, and one that answers talks.
/// A row that writes down one change writes down all of them; what it says in `if:` replaces what its section and its
/// verb say about the same dimension.
struct Row: Sendable {
  let name: String
  let verbs: [Verb]
  /// The columns of the party that acts and of its target.
  let actor: Who
  let target: Who
  let states: [PartyState]
  let variants: [Variant]
  let situation: Situation
  let note: Footnote
  let mark: String?
  let source: Source?
  let place: String?
  let clauses: [Clause]

  /// `named` is what its target is called where one row is about several kinds; `for` is what the row is about in turn;
  /// `at` is the mark of the row, and `source` another section from which it comes. Without states the row is about an
  /// actor in any state.
  init(
    _ name: String, on verbs: Verb..., by actor: Who = .actor, _ states: PartyState..., to target: Who = .noParty,
    named place: String? = nil, for variants: [Variant] = [.only], if situations: Situation...,
    only note: Footnote = .none,
    at mark: String? = nil,
    source: Source? = nil, @Clauses<Clause> cells clauses: () -> [Clause]
  ) {
    (self.name, self.verbs, self.actor, self.target) = (name, verbs, actor, target)
    self.states = states.isEmpty ? PartyState.allCases : states
    (self.place, self.note, self.mark, self.source, self.variants) = (place, note, mark, source, variants)
    situation = .all(situations)
    self.clauses = clauses()
  }

  /// The row once more, with the same cells, for another request.
  func also(
    _ name: String, on verb: Verb, if situation: Situation, at mark: String?
  ) -> [TableRow] {
    [.row(self), .row(Row(copying: self, name, verb, situation, mark))]
  }

  private init(copying row: Row, _ name: String, _ verb: Verb, _ situation: Situation, _ mark: String?) {
    (self.name, verbs, self.mark, self.situation) = (name, [verb], mark, row.situation.replacing(situation))
    (actor, states, target, variants) = (row.actor, row.states, row.target, row.variants)
    (note, source, place, clauses) = (row.note, row.source, row.place, row.clauses)
  }

  func add(to rules: inout [Rule<Exchange>], in section: Section) {
    if verbs == [.makeCall] {
      for placement in placements(in: section) { rules.append(rule(placement, section)) }
      return
    }
    let usual = section.situation(usualSituation, situation)
    let changes = isUsual ? usualChanges : []
    let all = changes.isEmpty ? clauses : changes + clauses
    for variant in variants {
      let situation = variant.situation.isEmpty ? usual : usual.replacing(variant.situation)
      let clauses = all.present(in: situation)
      Rule(
        variant.name(of: name), source(section, variant), on: verbs, by: states, if: situation, only: note,
        clauses: clauses.with(.inCall(by: actor, to: target))
      ).addAtEachPlace(to: &rules)
    }
  }

  private func rule(_ placement: Placement, _ section: Section) -> Rule<Exchange> {
    Rule(
      "\(name) to \(placement.place)", source(section), on: verbs, by: [.idle],
      if: usualSituation.replacing(situation).replacing(placement.kinds), only: note, clauses: placement.begins)
  }

  private func source(_ section: Section, _ variant: Variant? = nil) -> Source {
    (source ?? section.source).at(variant?.mark).at(mark)
  }

  /// How a call begins that is made: for each kind of place, or for all of them where the row says itself how.
  func placements(in section: Section) -> [Placement] {
    guard verbs == [.makeCall], let hop = section.hop else { return [] }
    let columns = Columns(actor: actor, target: target)
    let opens = [ThisCall.opens(hop), actor.enters(as: .origination, .dialing)]
    if let place {
      return [Placement(place: place, kinds: situation, note: note, begins: (opens + clauses).with(columns))]
    }
    return Arrival.all.filter { !situation.isDisjoint(with: $0.kinds) }.map { place in
      let begins = opens + [target.enters(as: .destination, place.state)] + clauses
      return Placement(place: place.name, kinds: place.kinds, note: note, begins: begins.with(columns))
    }
  }

  private var isUsual: Bool { clauses.allSatisfy(\.isCell) }

  private var usualChanges: [Clause] {
    switch verbs {
    case [.ring]: [actor.becomes(.ringing)]
    case [.answer]: [Who.caller.becomes(.talking), actor.becomes(.talking)]
    default: []
    }
  }

  private var usualSituation: Situation {
    switch verbs {
    case [.makeCall]: [.byDevice, .byExternal, .free]
    case [.ring] where isUsual: .takesCalls
    case [.answer] where isUsual: [.facing(.dialing, .talking), .free]
    default: []
    }
  }
}
