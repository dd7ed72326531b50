import CallModel

/// What the DNs are told if the actions that a hypothesis has inferred are carried out from the start.
///
/// It uses nothing of the search but the actions, and so shows that an accepted log is one that the models allow.
struct Witness {
  /// The events in the order of the actions, in the names of the log; nil if an action is refused.
  let told: [Observation]?

  init(_ hypothesis: Hypothesis, by book: Rulebook<Exchange>) {
    var exchange = Exchange(calls: 64)
    for (_, kind, isRegistered) in hypothesis.cast.dropFirst() { _ = exchange.add(kind, registered: isRegistered) }
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
    told =
      isPossible
      ? events.map { event in
        Observation(event, dn: { hypothesis.cast[Int($0.rawValue)].name }, call: { hypothesis.name($0) })
      } : nil
  }

  /// Whether each DN is told exactly what was observed, in that order. Events that are still to come may be missing at
  /// the end, and so may answers to requests that were refused.
  func agrees(with observations: [Observation]) -> Bool {
    guard let told else { return false }
    var left: [Observation.DN: [Observation]] = [:]
    for event in told.reversed() { left[event.thisDN, default: []].append(event) }
    for observed in observations {
      let judged = observed.judged
      if left[judged.thisDN]?.last == judged {
        left[judged.thisDN]?.removeLast()
      } else if observed.type != .error {
        return false
      }
    }
    return true
  }
}
