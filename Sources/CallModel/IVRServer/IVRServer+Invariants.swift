// What holds in every state and for the messages of every action.

extension IVRServer {
  package static func brokenStep(
    by action: Action, from before: borrowing IVRServer, to after: borrowing IVRServer,
    telling events: [Event]
  ) -> String? {
    let (down, up) = (after.only(.server), after.only(.driver))
    // Lazily, because an exploration asks this of every step.
    let fromServer = events.lazy.filter { $0.from == down }
    let toIVR = events.lazy.filter { $0.from == up && $0.to != down }
    if !fromServer.map({ $0.type.atTheIVR }).elementsEqual(toIVR.map { $0.type }) {
      return "every message passes through the driver"
    }
    if action.verb.isRequest {
      if events.count < 2 || events[0].to != up || events[1].to != down { return "a request goes up to the server" }
      if fromServer.isEmpty != (action.verb == .oneStepConf && after.state(of: action.actor) == .adding) {
        return "every request is answered, or the party that it asks for answers"
      }
    }
    for event in toIVR {
      let (was, state) = (before.state(of: event.to), after.state(of: event.to))
      switch event.type {
      case .error where state.isHeld: return "after CallError the first call is active"
      case .retrieved where !was.isHeld || state.isHeld: return "a retrieved call was held"
      case .held where was.isHeld || !state.isHeld: return "a held call was active"
      case .added where was == .conference || state != .conference:
        return "with an added party the call is a conference"
      case .deleted where was != .conference || state == .conference:
        return "without the leaving party the call is no longer a conference"
      case .released where was == .idle || state != .idle:
        return "only an existing call is released, and it then no longer exists"
      case .statusBusy where was != .dialing: return "only a called party is busy"
      default: break
      }
    }
    for port in after.ports
    where port.state != before.state(of: port.ivr) && !toIVR.contains(where: { $0.to == port.ivr }) {
      if port.state != .adding { return "the IVR is told what becomes of its call" }
    }
    for port in after.ports where port.caller != .none && port.caller == port.peer {
      return "no party is conferenced with itself"
    }
    return nil
  }

  private func state(of ivr: Party) -> State { ports.first { $0.ivr == ivr }?.state ?? .idle }
}
