import CallModel

/// What the DNs are told if the actions that a hypothesis has inferred are carried out from the start.
///
/// It uses nothing of the search but the actions, and so shows that an accepted log is one that the models allow.
struct Witness {
  /// An event as a log has it, with everything that the T-Server knows, and as the model made it.
  private struct Told {
    let event: Observation
    let known: Observation
    let source: Exchange.Event
  }

  /// The events in the order of the actions, in the names of the log; nil if an action is refused.
  private let told: [Told]?
  /// How many of them are still to come.
  private let owed: Int

  init(_ hypothesis: Hypothesis, by book: Rulebook<Exchange>) {
    var exchange = Exchange(calls: 64)
    for member in hypothesis.cast.dropFirst() {
      _ = exchange.add(member.kind, agentID: member.agentID, registered: member.isRegistered)
    }
    for opening in hypothesis.opening {
      switch opening {
      case .settings(let settings, let dn): exchange.set(settings, of: dn)
      case .observation(let observation): exchange.add(observation)
      }
    }
    var events: [Exchange.Event] = []
    var isPossible = true
    for step in hypothesis.last?.path ?? [] where isPossible {
      isPossible = (try? exchange.apply(step.action, with: step.brought, by: book, into: &events)) != nil
    }
    func observation(_ event: Exchange.Event) -> Observation {
      Observation(event, dn: { hypothesis.cast[Int($0.rawValue)].name }, call: { hypothesis.name($0) })
    }
    told =
      isPossible
      ? events.map { event in
        var all = event
        all.listed = event.known
        return Told(event: observation(event), known: observation(all), source: event)
      } : nil
    owed = hypothesis.owed.count
  }

  /// Whether each DN is told exactly what was observed, in that order. Events that are still to come may be missing at
  /// the end, and so may answers to requests that were refused.
  func agrees(with observations: [Observation], _ presence: Presence = .exact) -> Bool {
    firstDifference(from: observations, presence) == nil
  }

  /// The first observed event that is not told; the last one if more is told than was observed.
  func firstDifference(from observations: [Observation], _ presence: Presence) -> Observation? {
    guard let told else { return observations.last }
    var left: [Observation.DN: [Told]] = [:]
    for event in told.reversed() { left[event.event.thisDN, default: []].append(event) }
    for observed in observations {
      if let place = left[observed.thisDN].flatMap({ Self.place(of: observed, in: $0, presence) }) {
        left[observed.thisDN]?.remove(at: place)
      } else if observed.type != .error {
        return observed
      }
    }
    let more = left.values.reduce(0) { $0 + $1.count { $0.event.type != .error } }
    return more > owed ? observations.last : nil
  }
}

extension Witness {
  /// The place of the observed event among those that are due, which are in reverse order: it is the next one, or one
  /// that may come before that.
  private static func place(of observed: Observation, in due: [Told], _ presence: Presence) -> Int? {
    due.indices.suffix(2).last { place in
      let told = due[place]
      return due[(place + 1)...].allSatisfy { told.source.mayPrecede($0.source) }
        && told.event.difference(from: observed, presence, known: told.known)?.isEmpty ?? false
    }
  }
}

extension Explainer {
  /// What is to be said of an explanation that does not lead to the events of its log: that is a bug.
  func unverified(_ component: Component) -> Finding? {
    guard let best = component.best,
      let differing = Witness(best, by: book).firstDifference(from: component.history, terms.presence)
    else { return nil }
    var finding = Finding(level: .error, kind: .unverified, observation: differing)
    finding.inferred = best.inferences(names: best)
    return finding
  }
}
