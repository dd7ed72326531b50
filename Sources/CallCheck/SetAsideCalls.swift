import CallModel

/// The calls that are no longer judged, and the DNs that take part in them.
struct SetAsideCalls: Sendable {
  private var calls: Set<ConnID> = []
  /// The DNs in such a call, each with its calls and the time at which it was told of one last.
  private var parties: [Observation.DN: (calls: Set<ConnID>, last: Int64)] = [:]
  /// DNs that have left such a call and have had no other call since.
  private var left: Set<Observation.DN> = []
  /// After how many milliseconds a DN that is told nothing more is taken to have left.
  let idle: Int64

  init(idle: Int64) { self.idle = idle }

  func contains(_ call: ConnID) -> Bool { calls.contains(call) }

  /// Whether the event tells of one of the calls.
  func concern(_ observed: Observation) -> Bool {
    !calls.isEmpty && (calls.contains(observed.connID) || calls.contains(observed.previousConnID))
  }

  /// Whether one of the calls may explain the event: its DN takes part in one, or has left one and is told of no other.
  func mayExplain(_ observed: Observation) -> Bool {
    if calls.isEmpty { return false }
    if observed.connID == .none, left.contains(observed.thisDN) { return true }
    return parties[observed.thisDN].map { observed.time - $0.last <= idle } ?? false
  }

  /// Notes that the DN has another call.
  mutating func noteOtherCall(of observed: Observation) {
    if !left.isEmpty, observed.connID != .none { left.remove(observed.thisDN) }
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
    if observed.connID == .none { return }
    switch observed.type {
    case .released, .abandoned, .diverted, .routeUsed:
      parties[observed.thisDN]?.calls.remove(observed.connID)
      if parties[observed.thisDN]?.calls.isEmpty ?? false { parties[observed.thisDN] = nil }
      left.insert(observed.thisDN)
    case .dialing, .ringing, .established, .held, .retrieved, .queued, .routeRequest, .partyAdded, .partyChanged,
      .partyDeleted, .networkReached, .destinationBusy:
      parties[observed.thisDN, default: ([], observed.time)].calls.insert(observed.connID)
      parties[observed.thisDN]?.last = observed.time
    default: break
    }
  }
}
