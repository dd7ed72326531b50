// T-Server models, Reconnect: the active call is released as at that moment it would be, and the held one is retrieved.

private let source = "T-Server models, Reconnect"
private let b = Who.actor

/// Made of the rules by which one who is active leaves its call.
func reconnect(_ releases: [Rule<Exchange>]) -> [Rule<Exchange>] {
  releases.flatMap { release -> [Rule<Exchange>] in
    let states = release.states.filter { [.dialing, .talking, .hearingBusy].contains($0) }
    guard !states.isEmpty else { return [] }
    return [
      ("", Situation.otherPair, [Value.otherDN(.far)]), (" to a conference", .otherConference, []),
    ].map { name, size, other in
      Rule(
        "Reconnected\(name): \(release.name)", source + "; " + release.source, on: [.reconnectCall], by: states,
        if: release.situation.replacing([.paired, .otherHeld, size]), only: release.note,
        clauses: release.clauses + [b.retrieves().on(.other), isRetrieved(other)])
    }
  }
}
