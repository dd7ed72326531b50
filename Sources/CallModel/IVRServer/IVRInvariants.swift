// What holds in every state, and of what every action tells.

extension IVRPorts {
  static func broken(
    by action: Deed<IVRWords>, from before: borrowing IVRPorts, to after: borrowing IVRPorts,
    telling letters: [Letter<IVRWords>]
  ) -> String? {
    let (down, up) = (after.only(.server), after.only(.driver))
    let fromServer = letters.filter { $0.from == down }
    let toIVR = letters.filter { $0.from == up && $0.to != down }
    if fromServer.map(\.message.atTheIVR) != toIVR.map(\.message) { return "every message passes through the driver" }
    if action.verb.isRequest {
      if letters.prefix(2).map(\.to) != [up, down] { return "a request goes up to the server" }
      if fromServer.isEmpty != (action.verb == .oneStepConf && after.state(of: action.actor) == .adding) {
        return "every request is answered, or the party that it asks for answers"
      }
    }
    for letter in toIVR {
      let (was, state) = (before.state(of: letter.to), after.state(of: letter.to))
      switch letter.message {
      case .error where state.isHeld: return "after CallError the first call is active"
      case .retrieved where !was.isHeld || state.isHeld: return "a retrieved call was held"
      case .held where was.isHeld || !state.isHeld: return "a held call was active"
      case .added where was == .conference || state != .conference:
        return "with the party that is added it is a conference"
      case .deleted where was != .conference || state == .conference:
        return "without the party that leaves it is none any more"
      case .released where was == .idle || state != .idle: return "what is released was a call, and is none"
      case .statusBusy where was != .dialing: return "only who is called is busy"
      default: break
      }
    }
    for port in after.ports
    where port.state != before.state(of: port.ivr) && !toIVR.contains(where: { $0.to == port.ivr }) {
      if port.state != .adding { return "the IVR is told what becomes of its call" }
    }
    for port in after.ports where port.caller != .none && port.caller == port.peer {
      return "nobody is conferenced with itself"
    }
    return nil
  }

  private func state(of ivr: Correspondent) -> IVRWords.State { ports.first { $0.ivr == ivr }?.state ?? .idle }
}
