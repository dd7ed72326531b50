// What each DN is doing, for people who look on.

extension Exchange {
  /// What the DN is doing in each of its calls, by their age, and how it stands apart from them.
  package func activities(of dn: DN) -> [Activity] {
    guard dn != .none, isKnown(dn) else { return [] }
    let inCalls = calls.compactMap { call in
      call.index(of: dn).map { place in
        let state = call[place].state
        return Activity("\(state.name)", in: "\(call.connID.rawValue)", state.phase)
      }
    }
    let settings = cold[0].settings[Int(dn.rawValue)]
    return inCalls + (settings.words + (isRegistered(dn) ? [] : ["not registered"])).map { Activity($0) }
  }
}

extension Exchange {
  /// The agents whose after-call work goes on.
  package var agentsInAfterCallWork: [DN] {
    cold[0].settings.indices.filter { cold[0].settings[$0].agent.isAfterCall }.map { DN(UInt16($0)) }
  }
}

extension DNSettings {
  /// What differs from a DN that nothing has been done to.
  fileprivate var words: [String] {
    let agent: String? =
      switch agent {
      case .loggedOut: nil
      case .notReady: "an agent who is not ready"
      case .ready: "an agent who is ready"
      case .afterCallNotReady, .afterCallReady: "an agent in after-call work"
      }
    let others = [
      (isOutOfService, "out of service"), (hasMessages, "a device whose message lamp is on"),
      (delivery != .open && !isOutOfService, delivery.words),
    ]
    return (agent.map { [$0] } ?? []) + others.filter(\.0).map(\.1)
  }
}

extension PartyState {
  fileprivate var phase: Activity.Phase {
    switch self {
    case .idle, .unreached, .offered, .reached, .announced, .announcedOutside, .invited, .invitedOutside: .other
    case .dialing, .hearingBusy, .queued, .parked, .routing, .treatmentAsked, .treated, .routeAsked, .routed,
      .routedByDefault, .detecting:
      .waiting
    case .dialingHeld, .hearingBusyHeld, .held: .holding
    case .ringing, .customerRinging, .announcedRinging, .invitedRinging, .observerRinging, .addedObserverRinging:
      .ringing
    case .talking, .observing: .talking
    }
  }
}
