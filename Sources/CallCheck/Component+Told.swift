import CallModel

// Which DNs the log tells of the calls of a component.

extension Component {
  /// The event at which a call from before the log shows first, if this one reveals that; nil if it does not.
  ///
  /// A DN of the call that was taken for a party outside is told of it; or an event is missing that was due before the
  /// first one of the call.
  func placeOfOlderCall(
    shownBy observed: Observation, _ before: [Hypothesis], _ explainer: borrowing Explainer
  ) -> Observation? {
    if observed.connID != .none, mayBeOlder(observed.connID, explainer), wasToldBefore(observed, before) {
      return firstDue(before) { $1.name($0.event.thisDN) == observed.thisDN } ?? observed
    }
    guard let due = firstDue(before, where: { _, _ in true }), mayBeOlder(due.connID, explainer),
      due.position == explainer.firstSeen || due.connID != .none && due.position == first(of: due.connID)?.position,
      before.allSatisfy({ $0.owed.contains { $0.due == due.position } })
    else { return nil }
    return due
  }

  private func first(of call: ConnID) -> Observation? { history.first { $0.connID == call && $0.type != .error } }

  /// Whether the event may continue what began before the log: it is the first of a call, or the first of its DN
  /// apart from calls or in a call that it does not name.
  func mayContinue(_ observed: Observation, _ explainer: borrowing Explainer) -> Bool {
    if observed.connID == .none {
      // What is copied from a log may not say in which call it happens.
      if !observed.type.isAboutDN { return history.count == 1 && explainer.terms.presence != .exact }
      let told = SettingsTable.Told(observed.type)
      let isKnown =
        observed.observer.map(explainer.terms.settings.isKnown(observer:))
        ?? (told.isEmpty || explainer.terms.settings.isKnown(told, of: observed.thisDN))
      return history.count == 1 && !isKnown
    }
    return first(of: observed.connID)?.position == observed.position && mayBeOlder(observed.connID, explainer)
  }

  /// Whether the call may have begun before the log: ConnIDs count upwards, and so a call with a greater one than a
  /// call that began in the log has also begun there.
  func mayBeOlder(_ call: ConnID, _ explainer: borrowing Explainer) -> Bool {
    guard explainer.mayHaveBegunBefore(call) else { return false }
    var known: Set<ConnID> = []
    for earlier in history where earlier.connID != .none && earlier.connID < call && earlier.type != .error {
      if known.insert(earlier.connID).inserted, earlier.type.begins { return false }
    }
    return true
  }

  /// Whether the DN was told of the call before the log: it was taken for a party outside, or its first event of the
  /// call is none that begins a call.
  private func wasToldBefore(_ observed: Observation, _ before: [Hypothesis]) -> Bool {
    let told = history.dropLast().filter { $0.connID == observed.connID && $0.type != .error }
    let first = told.first { $0.thisDN == observed.thisDN }
    if told.first?.type == .dialing { return false }
    // A route queue is told EventQueued before EventRouteRequest.
    if first?.type.begins == true {
      return first?.type == .routeRequest && observed.type == .diverted
        && told.contains { $0.thisDN == observed.thisDN && $0.type == .routeUsed }
    }
    if first != nil { return true }
    return before.allSatisfy { hypothesis in
      let dn = hypothesis.dn(observed.thisDN)
      if dn == .none { return observed.type.leavesQueue && !told.isEmpty }
      return [.external, .remote].contains(hypothesis.exchange.kind(of: dn))
        || hypothesis.owed.contains { $0.event.thisDN == dn }
    }
  }

  /// The first event before which an event was due that has not come by now; nil if there is none.
  private func firstDue(
    _ hypotheses: [Hypothesis], where isMeant: (Hypothesis.Owed, Hypothesis) -> Bool
  ) -> Observation? {
    let due = hypotheses.flatMap { hypothesis in
      hypothesis.owed.filter { isMeant($0, hypothesis) }.compactMap(\.due)
    }
    return history.first { due.contains($0.position) }
  }

  /// Notes that the DN is told something; returns true if it was taken for a DN that is not.
  func noteTold(_ dn: Observation.DN, _ before: [Hypothesis], _ explainer: inout Explainer) -> Bool {
    guard explainer.terms.kinds.mayBeUntold(dn), !registers(dn),
      before.allSatisfy({ hypothesis in
        let known = hypothesis.dn(dn)
        return known != .none
          && (hypothesis.exchange.kind(of: known) == .external || !hypothesis.exchange.isRegistered(known))
      })
    else { return false }
    explainer.terms.note(told: dn)
    return true
  }

  /// The DNs that are told of its calls.
  var toldDNs: Set<Observation.DN> {
    Set(history.filter { $0.type != .error }.map(\.thisDN)).subtracting([.none])
  }

  /// Whether the DN is to be told that a request has failed.
  func awaitsError(at dn: Observation.DN, _ memory: borrowing Memory) -> Bool {
    var component = self
    component.recall(memory)
    return component.hypotheses.contains { hypothesis in
      hypothesis.owed.contains { $0.event.type == .error && hypothesis.name($0.event.thisDN) == dn }
    }
  }

  /// Whether each DN that was told of its calls has left them.
  var isDeserted: Bool {
    var left: [Place: Bool] = [:]
    for observed in history where observed.connID != .none && observed.type != .error {
      // EventPartyChanged says that the DN has left a call for another one.
      if observed.previousConnID != .none { left[Place(dn: observed.thisDN, call: observed.previousConnID)] = true }
      left[Place(dn: observed.thisDN, call: observed.connID)] = observed.type.leaves
    }
    return !left.isEmpty && left.values.allSatisfy(\.self)
  }

  /// A DN in one of its calls.
  private struct Place: Hashable {
    let dn: Observation.DN
    let call: ConnID
  }

  /// Whether the DN registers or unregisters in its calls.
  func registers(_ dn: Observation.DN) -> Bool {
    history.contains { $0.thisDN == dn && ($0.type == .registered || $0.type == .unregistered) }
  }
}

extension EventType {
  /// Whether the DN is no longer in the call.
  fileprivate var leaves: Bool { leavesQueue || self == .released }

  /// Whether it may be what a DN is told first of a call.
  fileprivate var begins: Bool { [.dialing, .ringing, .queued, .routeRequest].contains(self) }

  /// Whether a queue or a routing point is told that a call has left it.
  fileprivate var leavesQueue: Bool { self == .diverted || self == .routeUsed || self == .abandoned }
}
