// Derived: nobody answers in time.

/// Made of the rules by which a call ends before the answer: the same, with CallState NoAnswer.
func noAnswer(_ releases: [Rule<Exchange>]) -> [Rule<Exchange>] {
  releases.flatMap { release -> [Rule<Exchange>] in
    func made(_ name: String, _ states: [PartyState], _ situation: Situation) -> Rule<Exchange> {
      Rule(
        "\(name): \(release.name)", release.source + ", no answer, derived", on: [.timeOut], by: states, if: situation,
        only: release.note,
        clauses: release.clauses.saying(.noAnswer))
    }
    if release.states.contains(.ringing) {
      // Where it forwards, CallForwarding says what happens.
      return [made("No answer", [.ringing], release.situation.replacing(.staysUnanswered))]
    }
    let others = release.states.filter { [.joiningRinging, .invitedRinging, .observerRinging].contains($0) }
    if !others.isEmpty { return [made("No answer", others, release.situation)] }
    // Outside nothing rings: there the caller's row is the one that holds.
    let isFacingOutside = !release.situation.isDisjoint(with: .facing(.reached)) && release.states.contains(.dialing)
    return isFacingOutside ? [made("No answer outside", [.reached], release.situation.replacing(.facingCaller))] : []
  }
}
