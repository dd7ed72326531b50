import CallModel

// What is known or assumed of DNs before an event is explained that names them.

extension Explainer {
  /// The hypotheses with those DNs of the event of which something is known, or may be unusual; nil if they are more
  /// than may be looked at.
  func prepared(_ given: [Hypothesis], for observed: Observation) -> [Hypothesis]? {
    var (all, looks) = ([Hypothesis](), 0)
    all.reserveCapacity(given.count)
    for hypothesis in given {
      var prepared = terms.settings.prepared(hypothesis, for: observed, terms.effort)
        .flatMap { $0.forwarding(observed) }
      for name in observed.dns {
        prepared = prepared.flatMap { withDN(name, $0, isTold: name == observed.thisDN) }
      }
      if observed.type == .registered, observed.has(.agentID) {
        for place in prepared.indices { prepared[place].learnAgent(observed) }
      }
      looks += prepared.looks
      if looks > looksLeft { return nil }
      all += prepared
    }
    return all
  }

  /// The hypothesis as it is; if the DN is new, also with a DN that is not registered. A DN that was found to be a
  /// monitored party outside is one, unless that is a strain.
  private func withDN(_ name: Observation.DN, _ hypothesis: Hypothesis, isTold: Bool) -> [Hypothesis] {
    guard hypothesis.dn(name) == .none else { return [hypothesis] }
    if terms.kinds.isRemote(name) {
      let known = hypothesis.with([name])
      return hypothesis.strain < terms.effort.strain ? [known, hypothesis] : [known]
    }
    let mayBeUnregistered = !isTold && terms.kinds.mayBeUntold(name)
    let strain = terms.effort.seesOneDN ? 0 : 1
    if !mayBeUnregistered || hypothesis.strain + strain > terms.effort.strain { return [hypothesis] }
    let kinds = [Kind.extension, .acdGroup, .routingPoint, .routeQueue].filter { terms.kinds.allows($0, for: name) }
    return [hypothesis]
      + kinds.compactMap { kind in
        var changed = hypothesis
        guard changed.addDN(name, kind, registered: false) != nil else { return nil }
        changed.strain(by: strain)
        return changed
      }
  }
}

extension Hypothesis {
  /// The hypothesis as it is; if it is open where a DN forwards its calls, also with each DN of the event there.
  fileprivate func forwarding(_ observed: Observation) -> [Hypothesis] {
    var found = [self]
    for dn in dns {
      guard let settings = exchange.settings(of: dn), settings.forwardsTo != .none, name(settings.forwardsTo) == .none,
        !exchange.calls.contains(where: { $0.parties.contains { $0.dn == settings.forwardsTo } })
      else { continue }
      for name in observed.dns {
        let known = self.dn(name)
        guard known != .none, known != dn, exchange.kind(of: known) == exchange.kind(of: settings.forwardsTo) else {
          continue
        }
        var (changed, settings) = (self, settings)
        settings.forwardsTo = known
        changed.set(settings, of: dn)
        found.append(changed)
      }
    }
    return found
  }

  /// A DN that registers is told who is logged in there, even where the login did not say so.
  fileprivate mutating func learnAgent(_ observed: Observation) {
    let dn = dn(observed.thisDN)
    if exchange.settings(of: dn)?.agentID == 0 { name(agent: observed.agentID, at: dn) }
  }
}
