// What the life of a party or a call shows of an exchange. Finer differences are left out, so that it can be drawn.

extension Exchange: Followable {
  package func stages(of subject: LifeSubject) -> [Stage] {
    calls.flatMap { call -> [Stage] in
      let number = call.connID.rawValue
      switch subject {
      case .call: return [Stage("\(call.stage)", in: number)]
      case .party:
        return call.parties.map { Stage("\($0.state.stage.name)", of: UInt32($0.dn.rawValue), in: number) }
      }
    }
  }

  package static func cause(_ action: Action) -> (actor: UInt32, word: String, isRequest: Bool) {
    // An answering machine answers, for instance, and not a person.
    let state = action.callState == .ok ? "" : " CallState=\(action.callState)"
    return (UInt32(action.actor.rawValue), "\(action.verb.word)\(state)", action.verb.isRequest)
  }
}

extension PartyState {
  /// The state that stands for this one: what the DN is not told, and what few DNs ever are, is not told apart.
  fileprivate var stage: PartyState {
    switch self {
    case .unreached, .offered, .reached, .announced, .announcedOutside, .invited, .invitedOutside: .offered
    case .ringing, .customerRinging, .announcedRinging, .invitedRinging, .observerRinging, .addedObserverRinging:
      .ringing
    case .dialingHeld, .hearingBusyHeld, .held: .held
    case .treatmentAsked, .treated: .treated
    case .routed, .routedByDefault, .detecting: .routed
    case .idle, .dialing, .hearingBusy, .queued, .parked, .routing, .routeAsked, .talking, .observing: self
    }
  }
}

extension Exchange.Call {
  /// How far the call is. Observers do not matter, nor parties that are called into it, unless only one other is there.
  fileprivate var stage: StaticString {
    let counted = parties.map(\.state).filter { !$0.isUncounted }
    let states = counted.count > 1 ? counted : parties.map(\.state)
    if states.contains(.queued) { return "queued" }
    if states.contains(where: { $0.isPlace && $0 != .detecting }) { return "being routed" }
    if states.contains(where: \.hearsBusy) { return "busy" }
    if states.contains(.parked) { return "parked" }
    if members > 2 { return "a conference" }
    if states.contains(where: { $0.stage == .ringing }) { return "ringing" }
    if states.contains(where: { !$0.hasAnswered && !$0.isObserver }) { return "being set up" }
    return states.contains(.held) ? "held" : "a conversation"
  }
}
