import CallModel

extension Explainer {
  /// What is to be said of a component that has ended, or is no longer judged.
  mutating func findings(in component: Component) -> [Finding] {
    guard let best = component.best else { return [] }
    if let unseen = firstUnseen(in: component, best) {
      var note = finding(Fault(.unknownPast, at: unseen), best, component)
      note.level = .note
      return best.faults.prefix { $0.observed.position < unseen.position }.map { finding($0, best, component) } + [note]
    }
    var findings = component.hasUnknownPast ? [] : best.faults.map { finding($0, best, component) }
    if let cut = component.cut { findings.append(Finding(level: .note, kind: .tooMany, observation: cut)) }
    if let lost = component.lost {
      let kind = component.contradicted == nil ? Finding.Kind.unexplained : .contradictedOption
      var last = finding(Fault(component.hasUnknownPast ? .unknownPast : kind, at: lost), best, component)
      last.option = component.contradicted
      if component.hasUnknownPast { last.level = .note }
      findings.append(last)
    }
    return findings.sorted { $0.observation.position < $1.observation.position }
  }

  /// The event from which on the calls are not judged because only one DN is seen; nil if they are.
  ///
  /// Where attributes are judged exactly, all DNs are seen.
  private func firstUnseen(in component: Component, _ best: Hypothesis) -> Observation? {
    if terms.presence == .exact || !seesOneDN || component.hasUnknownPast { return nil }
    let events = best.faults.filter { !$0.showsInOneEvent }.map(\.observed)
    return (events + [component.lost].compactMap(\.self)).filter { $0.connID != .none }
      .min { $0.position < $1.position }
  }

  private func finding(_ fault: Fault, _ best: Hypothesis, _ component: Component) -> Finding {
    let before = fault.situation?.hypothesis ?? best
    func observation(_ event: Exchange.Event) -> Observation {
      Observation(event, dn: { best.cast[Int($0.rawValue)].name }, call: { best.name($0) })
    }
    let due = fault.kind != .missing ? nil : component.history.last { $0.position == fault.due }
    var finding = Finding(
      level: fault.isOfOneDN ? .warning : .error, kind: fault.kind, observation: due ?? fault.observed)
    finding.alternatives = alternatives(to: fault.observed, after: before)
    switch fault.kind {
    case .differs:
      finding.nearest = fault.other ?? fault.events.first.map(observation)
      let listed = fault.other?.present ?? fault.events.first?.listed ?? []
      finding.differences = fault.attributes.attributes.map { attribute in
        Finding.Difference(
          attribute: attribute, isExpected: listed.contains(attribute), isPresent: fault.observed.has(attribute))
      }
    case .otherMessage: finding.nearest = fault.other
    case .missing, .notLogged: finding.missing = fault.events.map(observation)
    case .outOfOrder: finding.missing = fault.events.map(observation)
    case .repeated, .misplaced, .unexplained, .unknownPast, .tooMany, .incomplete, .neverListed, .idle, .unverified,
      .learnedOption, .contradictedOption, .unanswered, .otherAnswer:
      finding.nearest = finding.alternatives.first { $0.type == fault.observed.type }
    }
    finding.rule = fault.events.first?.ownRule.map(TServer.reference)
    finding.parties = before.parties
    finding.inferred = before.inferences(names: best)
    return finding
  }

  /// The events that could have come instead: those that are to come, or the first ones of other steps.
  private func alternatives(to observed: Observation, after hypothesis: Hypothesis) -> [Observation] {
    var events = hypothesis.owed.map(\.event)
    eachStep(of: hypothesis, around: observed) { next, told in
      guard let first = told.first, next.dns.count == hypothesis.dns.count else { return }
      let isKnown = events.contains { $0.type == first.type && $0.thisDN == first.thisDN && $0.connID == first.connID }
      if !isKnown, events.count < Self.alternatives { events.append(first) }
    }
    return events.map { Observation($0, dn: { hypothesis.name($0) }, call: { hypothesis.name($0) }) }
  }

  /// The most events that are named as possible instead.
  private static let alternatives = 8
}

extension Hypothesis {
  /// What its DNs do.
  var parties: [Finding.Standing] {
    dns.compactMap { dn in
      let activities = exchange.activities(of: dn).map(\.words)
      return activities.isEmpty ? nil : Finding.Standing(dn: name(dn), activities: activities)
    }
  }

  /// The steps so far, in the names that are known by the end.
  func inferences(names end: Hypothesis) -> [Finding.Inference] {
    (last?.path ?? []).map { step in
      let action = step.action
      return Finding.Inference(
        verb: action.verb, actor: end.cast[Int(action.actor.rawValue)].name,
        target: action.target == .none ? nil : end.cast[Int(action.target.rawValue)].name,
        call: end.name(action.on), isSilent: step.isSilent)
    }
  }
}

extension Component {
  /// The events that its best explanation still expects; none if it is no longer judged. A request need not have an
  /// answer.
  func owed(_ memory: borrowing Memory) -> [Observation] {
    let known = place.map { memory[$0].hypotheses.map(participants.named) } ?? hypotheses
    guard !isLost, let best = known.best else { return [] }
    return best.owed.map(\.event).filter { $0.type != .error }
      .map { Observation($0, dn: { best.name($0) }, call: { best.name($0) }) }
  }
}
