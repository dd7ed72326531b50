import CallModel

extension Explainer {
  /// How many hypotheses are repaired, and for how many steps that were not logged are looked for.
  static let repaired = 24
  private static let completed = 8
  /// By how much more than the least likely faults may cost.
  static let patience = 2

  /// What the hypotheses become if something in the log is wrong: the event, or what came before it. What happened at
  /// the DN `later` may have shown it.
  mutating func repair(
    _ observed: Observation, after given: [Hypothesis], _ history: ArraySlice<Observation>, _ effort: Effort,
    shownAt later: Observation.DN = .none
  ) -> [Hypothesis] {
    let few = given.likeliest(Self.repaired)
    var found: [Hypothesis] = []
    for hypothesis in few {
      let situation = Situation(hypothesis)
      func keep(_ repaired: [Hypothesis]) {
        for var repaired in repaired where repaired.cost > hypothesis.cost {
          repaired.note(situation)
          found.append(repaired)
        }
      }
      if history.suffix(8).contains(where: { $0.judged == observed.judged }) {
        var repeated = hypothesis
        repeated.add(Fault(.repeated, at: observed))
        keep([repeated])
      }
      keep(explainLoosely(observed, after: hypothesis, effort))
      keep(explainWithSlips(observed, after: hypothesis, effort))
      for (other, attributes) in observed.withOtherDNs(later) {
        let fault = Fault(.differs, at: observed, attributes: attributes)
        keep(explain(other, despite: fault, after: hypothesis, effort))
      }
      keep(explainWithoutOwed(observed, after: hypothesis, effort))
      var misplaced = hypothesis
      misplaced.misplace(observed)
      keep([misplaced])
    }
    for hypothesis in few.prefix(Self.completed) {
      for var changed in explainAsAnotherMessage(observed, after: hypothesis, effort) {
        changed.note(Situation(hypothesis))
        found.append(changed)
      }
      for var completed in explainAfterStepNotLogged(observed, after: hypothesis, effort) {
        completed.note(Situation(hypothesis))
        found.append(completed)
      }
    }
    found.merge()
    let least = found.map(\.cost).min() ?? 0
    return found.filter { $0.cost <= least + Self.patience }
  }

  /// The events of a step have come to one DN in another order, in different calls.
  private mutating func explainLoosely(
    _ observed: Observation, after hypothesis: Hypothesis, _ effort: Effort
  ) -> [Hypothesis] {
    terms.isLoose = true
    defer { terms.isLoose = false }
    return explain(observed, after: [hypothesis], effort)
  }

  /// The event is possible, but for one attribute, or for two.
  private mutating func explainWithSlips(
    _ observed: Observation, after hypothesis: Hypothesis, _ effort: Effort
  ) -> [Hypothesis] {
    defer { terms.slips = 0 }
    for slips in 1...2 {
      terms.slips = slips
      let found = explain(observed, after: [hypothesis], effort)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The event is possible with another message.
  private mutating func explainAsAnotherMessage(
    _ observed: Observation, after hypothesis: Hypothesis, _ effort: Effort
  ) -> [Hypothesis] {
    EventType.allCases.flatMap { type -> [Hypothesis] in
      var other = observed
      other.type = type
      guard type != observed.type, type.isAboutDN == observed.type.isAboutDN, isEverTold(other) else { return [] }
      return explain(other, despite: Fault(.otherMessage, at: observed), after: hypothesis, effort, silentSteps: 0)
    }
  }

  /// The event would have been right as this one. No slips are tried, too: how it differs is the fault.
  private mutating func explain(
    _ other: Observation, despite fault: Fault, after hypothesis: Hypothesis, _ effort: Effort, silentSteps: Int? = nil
  ) -> [Hypothesis] {
    var fault = fault
    fault.other = other
    return explain(other, after: [hypothesis], effort, silentSteps: silentSteps).map { explained in
      var explained = explained
      explained.add(fault)
      return explained
    }
  }

  /// Events of earlier steps, all or those of the DN, have not come.
  private mutating func explainWithoutOwed(
    _ observed: Observation, after hypothesis: Hypothesis, _ effort: Effort
  ) -> [Hypothesis] {
    if hypothesis.owed.isEmpty { return [] }
    let dn = hypothesis.dn(observed.thisDN)
    var tried: Set<Int> = []
    var found: [Hypothesis] = []
    for isMissing in [{ $0.thisDN == dn }, { _ in true }] as [(Exchange.Event) -> Bool] {
      let missing = hypothesis.owed.filter { isMissing($0.event) }
      guard !missing.isEmpty, tried.insert(missing.count).inserted else { continue }
      var without = hypothesis
      without.owed.removeAll { isMissing($0.event) }
      without.miss(missing.map(\.event), .missing, at: observed, due: missing.compactMap(\.due).min())
      found += explain(observed, after: [without], effort)
    }
    return found
  }

  /// A step that DNs are told of has left no trace.
  private mutating func explainAfterStepNotLogged(
    _ observed: Observation, after hypothesis: Hypothesis, _ effort: Effort
  ) -> [Hypothesis] {
    var completed: [Hypothesis] = []
    eachStep(of: hypothesis, around: observed) { next, events in
      let calls = Hypothesis.CallPair(of: events, Exchange.Action(.release, by: .none))
      guard events.count <= 4, !next.isBlocked(calls, slack: terms.slack) else { return }
      var next = next
      next.miss(events, .notLogged, at: observed)
      completed.append(next)
    }
    completed.merge()
    return explain(observed, after: completed, Effort.all[0], silentSteps: 0)
  }

  /// Passes each step that tells a DN of something, in the calls that the event is about.
  func eachStep(
    of hypothesis: Hypothesis, around observed: Observation, _ body: (Hypothesis, [Exchange.Event]) -> Void
  ) {
    let (call, previous) = (hypothesis.call(observed.connID), hypothesis.call(observed.previousConnID))
    func pass(_ action: Exchange.Action) {
      guard action.target != Spare.secondExtension, hypothesis.mayTry(action.target, Effort.all[0]),
        !Explainer.twins.contains(action.verb), hypothesis.exchange.rule(for: action, by: book) != nil,
        let (next, events) = hypothesis.taking(action, by: book), !events.isEmpty
      else { return }
      body(next, events)
    }
    for open in hypothesis.exchange.calls where call == .none || open.connID == call || open.connID == previous {
      for party in open.parties { hypothesis.exchange.eachAttempt(by: party.dn, on: open.connID, everything, pass) }
    }
    if call == .none {
      for actor in hypothesis.dns {
        for target in hypothesis.everyDN { pass(Exchange.Action(.makeCall, by: actor, to: target)) }
      }
    }
  }

  /// Events that came too early may be explained by now.
  mutating func explainEarly(_ hypotheses: [Hypothesis], _ effort: Effort) -> [Hypothesis] {
    var found: [Hypothesis] = []
    for var hypothesis in hypotheses {
      hypothesis.age()
      guard let early = hypothesis.early.first(where: { $0.age > 0 }) else {
        found.append(hypothesis)
        continue
      }
      let explained = explain(early.observed, after: [hypothesis], effort, silentSteps: 0)
      found +=
        explained.isEmpty
        ? [hypothesis]
        : explained.map { explained in
          var explained = explained
          explained.explainEarly(early.fault)
          return explained
        }
    }
    return found
  }
}

extension Observation {
  /// The event with its two DNs the other way round, and with the DN at which something has happened later in place of
  /// another one; and the attributes that differ.
  fileprivate func withOtherDNs(_ later: DN) -> [(other: Observation, attributes: AttributeSet)] {
    var others: [(Observation, AttributeSet)] = []
    if thisDN != .none, otherDN != .none, has(.otherDN), otherDN != thisDN {
      var other = self
      (other.thisDN, other.otherDN) = (otherDN, thisDN)
      others.append((other, AttributeSet(.thisDN).union(AttributeSet(.otherDN))))
    }
    if later == .none || later == thisDN { return others }
    for (attribute, dn) in [(Attribute.otherDN, \Observation.otherDN), (.thirdPartyDN, \.thirdPartyDN)] {
      guard has(attribute), self[keyPath: dn] != later else { continue }
      var other = self
      other[keyPath: dn] = later
      others.append((other, AttributeSet(attribute)))
    }
    return others
  }
}
