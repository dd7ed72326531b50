import CallModel

// Which DNs the log tells of the calls of a component.

extension Component {
  /// Whether the DN was told of the call before the log: it was taken for a party outside, or the first event that it
  /// is told of the call is missing.
  func wasToldBefore(_ observed: Observation, _ before: [Hypothesis]) -> Bool {
    let told = history.dropLast().filter { $0.connID == observed.connID }
    if told.first?.type == .dialing || told.contains(where: { $0.thisDN == observed.thisDN }) { return false }
    return before.allSatisfy { hypothesis in
      let dn = hypothesis.dn(observed.thisDN)
      return dn != .none
        && (hypothesis.exchange.kind(of: dn) == .external || hypothesis.owed.contains { $0.event.thisDN == dn })
    }
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

  /// Whether the DN registers or unregisters in its calls.
  func registers(_ dn: Observation.DN) -> Bool {
    history.contains { $0.thisDN == dn && ($0.type == .registered || $0.type == .unregistered) }
  }
}
