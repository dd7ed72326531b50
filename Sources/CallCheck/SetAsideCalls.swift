import CallModel

/// The calls that are no longer judged, and the DNs that take part in them.
struct SetAsideCalls: Sendable {
  private var calls: Set<ConnID> = []
  /// The DNs that take part in one of them, and those that have left and have not been told of another call since.
  private var parties: Set<Observation.DN> = []
  private var left: Set<Observation.DN> = []

  func contains(_ call: ConnID) -> Bool { calls.contains(call) }

  /// Whether the event tells of one of the calls.
  func concern(_ observed: Observation) -> Bool {
    !calls.isEmpty && (calls.contains(observed.connID) || calls.contains(observed.previousConnID))
  }

  /// Whether one of the calls may explain the event: its DN takes part in one, or has just left it and is told of no
  /// other call.
  mutating func mayExplain(_ observed: Observation) -> Bool {
    if calls.isEmpty { return false }
    if observed.connID != .none { left.remove(observed.thisDN) }
    return parties.contains(observed.thisDN) || left.contains(observed.thisDN)
  }

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
    if observed.connID == .none || observed.type == .error { return }
    switch observed.type {
    case .released, .abandoned, .diverted, .routeUsed:
      parties.remove(observed.thisDN)
      left.insert(observed.thisDN)
    default:
      parties.insert(observed.thisDN)
      left.remove(observed.thisDN)
    }
  }
}
