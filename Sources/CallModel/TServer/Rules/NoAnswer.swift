// Derived: nobody answers in time.

/// Made of the rules by which a call ends before the answer: the same, with CallState NoAnswer.
func noAnswer(_ releases: [Rule<Exchange>]) -> [Rule<Exchange>] {
  releases.flatMap { release -> [Rule<Exchange>] in
    func made(_ states: [PartyState], _ situation: Situation) -> Rule<Exchange>? {
      states.isEmpty
        ? nil
        : Rule(
          "No answer: \(release.name)", release.source + ", no answer, derived", on: [.timeOut], by: states, if: situation,
          only: release.note, clauses: release.clauses.saying(.noAnswer))
    }
    let ringing = release.states.filter { [.ringing, .joiningRinging, .invitedRinging].contains($0) }
    // Outside nothing rings: there the caller's row is the one that holds.
    let isFacingOutside = !release.situation.isDisjoint(with: .facing(.reached)) && release.states.contains(.dialing)
    return [
      made(ringing, ringing.contains(.ringing) ? release.situation.replacing(unanswered) : release.situation),
      isFacingOutside ? made([.reached], release.situation.replacing(.facingCaller)) : nil,
    ].compactMap(\.self)
  }
}

/// It does not forward, or to somebody who is in the call already.
private let unanswered: Situation = .staysUnanswered
