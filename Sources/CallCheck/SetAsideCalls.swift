import CallModel

/// The calls that are no longer judged, and the DNs that take part in them.
struct SetAsideCalls: Sendable {
  private var calls: Set<ConnID> = []
  private var parties: Set<Observation.DN> = []

  func contains(_ call: ConnID) -> Bool { calls.contains(call) }

  /// Whether the event tells of one of the calls.
  func concern(_ observed: Observation) -> Bool {
    !calls.isEmpty && (calls.contains(observed.connID) || calls.contains(observed.previousConnID))
  }

  /// Whether the DN takes part in one of the calls, as far as the log has told.
  func involve(_ dn: Observation.DN) -> Bool { !parties.isEmpty && parties.contains(dn) }

  mutating func insert(_ others: some Sequence<ConnID>) {
    for call in others where call != .none { calls.insert(call) }
  }

  /// Takes in the calls of a component, and the DNs that they have been telling so far.
  mutating func insert(_ component: Component) {
    insert(component.participants.calls)
    for observed in component.history { follow(observed) }
  }

  /// Notes who takes part in the call that the event tells of.
  mutating func follow(_ observed: Observation) {
    insert([observed.connID, observed.previousConnID])
    switch observed.type {
    case .released, .abandoned, .diverted, .routeUsed: parties.remove(observed.thisDN)
    case .error: break
    default: if observed.connID != .none { parties.insert(observed.thisDN) }
    }
  }
}
