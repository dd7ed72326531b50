/// A row of a table: one party acts, and the cells say who is told what.
///
/// A row in which a party hangs up is followed by what follows from a point of interruption.
///
/// What the verb always changes and requires goes without saying: a party that rings rings, and one that answers talks.
/// A row that writes down one change writes down all of them; what it says in `if:` replaces what its section and its
/// verb say about the same dimension.
struct Row: Sendable {
  private(set) var name: String
  private(set) var verbs: [Verb]
  /// The columns of the party that acts and of its target.
  let actor: Who
  let target: Who
  let states: [PartyState]
  let variants: [Variant]
  private(set) var situation: Situation
  private(set) var note: Footnote
  /// The profiles under which the target may be a device or an outside party.
  let devicesNote: Footnote?
  private(set) var citation: Citation
  let source: Source?
  private(set) var place: String?
  private(set) var clauses: [Clause]

  /// `named` is what its target is called where one row is about several kinds; `for` is what the row is about in turn.
  /// `at` is the mark that the manual prints. A row that no table prints is `derived` from these decisions; a printed
  /// one may be settled by `decisions`. `source` is another section from which the row comes. Without states the row is
  /// about an actor in any state.
  init(
    _ name: String, on verbs: Verb..., by actor: Who = .actor, _ states: PartyState..., to target: Who = .noParty,
    named place: String? = nil, for variants: [Variant] = [.only], if situations: Situation...,
    only note: Footnote = .none, toDevices devicesNote: Footnote? = nil, at mark: String? = nil, derived: Int...,
    decisions: Int..., source: Source? = nil,
    @Clauses<Clause> cells clauses: () -> [Clause]
  ) {
    (self.name, self.verbs, self.actor, self.target) = (name, verbs, actor, target)
    self.states = states.isEmpty ? PartyState.allCases : states
    (self.place, self.note, self.source, self.variants) = (place, note, source, variants)
    self.devicesNote = devicesNote
    citation = Citation(mark: mark, derived: derived, decisions: decisions)
    situation = .all(situations)
    self.clauses = clauses()
  }

  /// The row once more, with the same cells, for another request.
  func also(_ name: String, on verb: Verb, if situation: Situation, decisions: Int...) -> [TableRow] {
    var copy = self
    (copy.name, copy.verbs, copy.citation.decisions) = (name, [verb], decisions)
    copy.situation = copy.situation.replacing(situation)
    return [.row(self), .row(copy)]
  }

  /// The row once more, with the same cells, under the profiles where the call arrives at once.
  func alsoArriving(only note: Footnote) -> [TableRow] {
    var copy = self
    (copy.place, copy.note, copy.clauses) = (nil, note, clauses.filter(\.isCell))
    return [.row(self), .row(copy)]
  }

  func add(to rules: inout [Rule<Exchange>], in section: Section) {
    if verbs == [.makeCall] {
      for placement in placements(in: section) { rules.append(rule(placement, section)) }
      return
    }
    if verbs == [.release] {
      Ending(
        name: name, source: source(section), situation: section.situation([], situation), note: note,
        clauses: clauses.with(.inCall(by: actor))
      ).left(by: states, if: [], &rules)
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
      ).addAtEachPlace(to: &rules, toDevices: devicesNote)
    }
  }

  private func rule(_ placement: Placement, _ section: Section) -> Rule<Exchange> {
    Rule(
      "\(name) to \(placement.place)", source(section), on: verbs, by: [.idle],
      if: usualSituation.replacing(situation).replacing(placement.kinds), only: note, clauses: placement.begins)
  }

  private func source(_ section: Section, _ variant: Variant? = nil) -> Source {
    let source = source ?? section.source
    return (variant.map { source.at($0.citation) } ?? source).at(citation)
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
    case [.answer]: [Who.caller.connects(), actor.becomes(.talking)]
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
