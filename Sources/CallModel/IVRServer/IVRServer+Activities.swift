// What each party is doing, for people who look on.

extension IVRServer {
  package func activities(of party: Party, _ name: (Party) -> String) -> [Activity] {
    ports.compactMap { port in
      let call = name(port.ivr)
      if port.state == .idle { return nil }
      if port.ivr == party { return activity(ofIVR: port, call, name) }
      if port.caller == party {
        switch port.state {
        case .dialing, .busy, .consulting: return Activity("on hold", in: call, .holding)
        default: return Activity(port.state == .conference ? "in a conference" : "talking", in: call, .talking)
        }
      }
      guard port.peer == party else { return nil }
      switch port.state {
      case .dialing: return Activity("being called", in: call, .ringing)
      case .busy: return Activity("busy", in: call)
      case .adding: return Activity("being added to the call", in: call, .ringing)
      case .conference: return Activity("in a conference", in: call, .talking)
      case .idle, .connected, .consulting: return Activity("talking", in: call, .talking)
      }
    }
  }

  private func activity(ofIVR port: Port, _ call: String, _ name: (Party) -> String) -> Activity {
    let peer = port.peer == .none ? "a party" : name(port.peer)
    return switch port.state {
    case .idle, .connected: Activity("talking", in: call, .talking)
    case .dialing: Activity("calling \(peer)", in: call, .waiting)
    case .busy: Activity("holding while \(peer) is busy", in: call, .waiting)
    case .consulting: Activity("talking to \(peer)", in: call, .talking)
    case .adding: Activity("adding \(peer)", in: call, .talking)
    case .conference: Activity("in a conference", in: call, .talking)
    }
  }
}
