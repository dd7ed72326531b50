extension IVRServer {
  package func stages(of subject: LifeSubject) -> [Stage] {
    ports.flatMap { port -> [Stage] in
      if port.state == .idle { return [] }
      let number = UInt64(port.ivr.rawValue)
      if subject == .call { return [Stage("\(port.state)", in: number)] }
      return [port.ivr, port.caller, port.peer].filter { $0 != .none }.flatMap { party in
        activities(of: party) { _ in "a party" }.map { Stage($0.words, of: party.rawValue, in: number) }
      }
    }
  }

  /// A party that no action has named yet is the one that acts.
  package func stages(of subject: LifeSubject, foundBy action: Action) -> [Stage] {
    var found = self
    for number in ports.indices where kind(action.actor) == .external {
      let port = ports[number]
      if port.peer == .none, port.isPeer(action.actor) {
        found.ports[number].peer = action.actor
      } else if port.caller == .none, port.isCaller(action.actor) {
        found.ports[number].caller = action.actor
      }
    }
    return found.stages(of: subject)
  }
}
