/// A point at which a flow is interrupted: a party hangs up, or a called party is busy.
///
/// The table's cells are written once. What else ends the call at that point follows from it: the called party declines
/// or does not answer in time, the call is cleared, the caller reconnects to another call, the called party is not to
/// be disturbed.
struct Interruption: Sendable {
  private enum Point: Sendable {
    /// The called party stands in one of these states, and a caller gives up that stands in one of the others.
    case called([PartyState], callers: [PartyState])
    /// A party leaves that stands in one of these states.
    case left([PartyState])
  }
  let name: String
  private let verb: Verb
  private let point: Point
  private let columns: Columns
  private let situation: Situation
  private let note: Footnote
  private let citation: Citation
  private let source: Source?
  private let clauses: [Clause]

  /// The mark is the one that the manual prints. A called party stands in one of the states. The caller may give up, or
  /// with `on: .busy` the party is busy.
  init(
    _ mark: String?, _ name: String, on verb: Verb = .release, while called: Who, _ states: PartyState...,
    caller callers: PartyState..., if situations: Situation..., only note: Footnote = .none,
    derived: Int..., decisions: Int..., source: Source? = nil, @Clauses<Clause> cells clauses: () -> [Clause]
  ) {
    point = .called(states, callers: callers.isEmpty ? .caller : callers)
    columns = Columns(called: called)
    (self.name, self.verb, self.note) = (name, verb, note)
    citation = Citation(mark: mark, derived: derived, decisions: decisions)
    (situation, self.source, self.clauses) = (.all(situations), source, clauses())
  }

  /// The party of that column stands in one of the states, and leaves; or with `on: .busy` it is busy.
  init(
    _ mark: String?, _ name: String, on verb: Verb = .release, by actor: Who = .actor, _ states: PartyState...,
    if situations: Situation..., only note: Footnote = .none, derived: Int..., decisions: Int...,
    source: Source? = nil, @Clauses<Clause> cells clauses: () -> [Clause]
  ) {
    (point, columns) = (.left(states), .inCall(by: actor))
    (self.name, self.verb, self.note) = (name, verb, note)
    citation = Citation(mark: mark, derived: derived, decisions: decisions)
    (situation, self.source, self.clauses) = (.all(situations), source, clauses())
  }

  func add(to rules: inout [Rule<Exchange>], in section: Section) {
    let ending = Ending(
      name: name, source: (source ?? section.source).at(citation), situation: section.situation([], situation),
      note: note,
      clauses: clauses.with(columns))
    switch point {
    case .called(let states, let callers) where verb == .busy:
      ending.busy(states, if: [.facing(callers), .staysBusy], &rules)
    case .called(let states, let callers): ending.givenUp(while: states, by: callers, &rules)
    case .left(let states) where verb == .busy: ending.busy(states, if: [], &rules)
    case .left(let states): ending.left(by: states, if: [], &rules)
    }
  }
}

/// How a call ends, or a party leaves it, at one point. Each of these adds the rules to those that are there.
struct Ending {
  let name: String
  let source: Source
  let situation: Situation
  let note: Footnote
  let clauses: [Clause]

  func givenUp(while called: [PartyState], by callers: [PartyState], _ rules: inout [Rule<Exchange>]) {
    // A caller that has talked may be in a conference.
    let alone: Situation = callers.contains(where: \.hasAnswered) ? .pair : []
    left(by: callers, if: [alone, .facing(called)], &rules)
    if called.contains(.ringing) {
      left(by: [.ringing], if: [.pair, .facingCaller], declines: true, &rules)
    } else if called.contains(.reached) && callers.contains(.dialing) {
      // Outside nothing rings: the row of a caller that dials says what follows when no party answers there.
      unanswered(" outside", by: [.reached], if: [alone, .facingCaller], &rules)
    }
  }

  /// A party leaves: the caller or, where it `declines`, the called party, of which no table speaks.
  func left(by states: [PartyState], if facing: Situation, declines: Bool = false, _ rules: inout [Rule<Exchange>]) {
    let source = declines ? source.at(derived: 11) : source
    rules.append(rule(declines ? "Declined: \(name)" : name, source, .release, by: states, if: facing, [], clauses))
    let clears = declines ? "Cleared by the called party" : "Cleared"
    cleared(clears, source, by: states.filter { !$0.isUncounted }, if: facing, &rules)
    reconnected(by: states.filter { $0.isActive && !$0.isUncounted }, if: facing, &rules)
    unanswered("", by: states.filter(\.rings), if: facing, &rules)
  }

  /// T-Server models, Clear Call: both parties are released, as when one of them leaves and ends the call.
  private func cleared(
    _ clears: String, _ source: Source, by states: [PartyState], if facing: Situation, _ rules: inout [Rule<Exchange>]
  ) {
    let callGoesOn = clauses.contains { !$0.isCell && $0.recipients.set != .everyone }
    if states.isEmpty || callGoesOn { return }
    let source = Source(.tServerModels, "Clear Call", derived: 42).and(source)
    rules.append(rule("\(clears): \(name)", source, .clearCall, by: states, if: facing, .pair, clauses))
  }

  /// T-Server models, Reconnect: a party leaves its active call and retrieves the one that it holds.
  private func reconnected(by states: [PartyState], if facing: Situation, _ rules: inout [Rule<Exchange>]) {
    if states.isEmpty { return }
    let source = Source(.tServerModels, "Reconnect", derived: 41).and(source)
    let retrieves = Who.actor.retrieves().on(.other)
    func isRetrieved(_ values: Value...) -> Clause { Who.actor.receives(.retrieved, values).on(.other) }
    rules.append(
      rule(
        "Reconnected: \(name)", source, .reconnectCall, by: states, if: facing, [.paired, .otherHeld, .otherPair],
        clauses + [retrieves, isRetrieved(.otherDN(.far), .callState(.ok))]))
    rules.append(
      rule(
        "Reconnected to a conference: \(name)", source, .reconnectCall, by: states, if: facing,
        [.paired, .otherHeld, .otherConference], clauses + [retrieves, isRetrieved(.callState(.conferenced))]))
  }

  /// The cells are those of the release, with CallState NoAnswer.
  private func unanswered(
    _ place: String, by states: [PartyState], if facing: Situation, _ rules: inout [Rule<Exchange>]
  ) {
    if states.isEmpty { return }
    // A device that forwards unanswered calls has a rule of its own.
    let delivery: Situation = states.contains(.ringing) ? .staysUnanswered : []
    func ends(_ called: String, _ situation: Situation, only note: Footnote, derived decision: Int) {
      rules.append(
        rule(
          "No answer\(called): \(name)", source.at("no answer", derived: decision), .timeOut, by: states, if: facing,
          delivery.union(situation), only: note, clauses.saying(.noAnswer)))
    }
    // A call that a group has diverted to an agent may return to the group.
    let mayReturn = states == [.ringing] && !situation.isDisjoint(with: [.group, .groups, .hop(.predictive)])
    ends(place, mayReturn ? .notDivertedToAgent : [], only: note, derived: 48)
    if mayReturn { ends(" of the agent", .divertedToAgent, only: .endsUnanswered, derived: 129) }
  }

  private func rule(
    _ name: String, _ source: Source, _ verb: Verb, by states: [PartyState], if facing: Situation,
    _ delivery: Situation, only note: Footnote? = nil, _ cells: [Clause]
  ) -> Rule<Exchange> {
    let changes = clauses.allSatisfy(\.isCell) ? [Who.everyone.leaves()] : []
    return Rule(
      name, source, on: [verb], by: states, if: facing.replacing(situation).replacing(delivery),
      only: note ?? self.note,
      clauses: changes + cells)
  }
}

extension Ending {
  /// The called party is busy. A device that has not rung yet is busy, too, while it is not to be disturbed; one that
  /// would forward the call is, where the call cannot be forwarded: a party that was called into a conference.
  func busy(_ states: [PartyState], if facing: Situation, _ rules: inout [Rule<Exchange>]) {
    rules.append(busy(name, source, .busy, by: states, if: facing, [], clauses))
    let usual = clauses.sayingWhatIsUsual()
    func instead(
      _ reason: String, _ section: String, _ decision: Int, of offered: [PartyState], _ delivery: Situation
    ) {
      let standing = states.filter(offered.contains)
      if standing.isEmpty { return }
      let source = Source(.tServerModels, section, derived: decision).and(source)
      rules.append(
        busy("\(reason): \(name)", source, .ring, by: standing, if: facing.union(.unawaited), delivery, usual))
    }
    instead("Do-not-disturb", "Do-Not-Disturb", 44, of: [.offered, .invited, .announced], .undisturbed)
    instead("Not forwarded", "Call Forwarding", 47, of: [.invited, .announced], .forwardsAll)
  }

  private func busy(
    _ name: String, _ source: Source, _ verb: Verb, by states: [PartyState], if facing: Situation,
    _ delivery: Situation, _ cells: [Clause]
  ) -> Rule<Exchange> {
    let changes = clauses.allSatisfy(\.isCell) ? [Who.caller.hearsBusy(), Who.called.leaves()] : []
    return Rule(
      name, source, on: [verb], by: states, if: facing.replacing(situation).replacing(delivery), only: note,
      clauses: changes + cells)
  }
}
