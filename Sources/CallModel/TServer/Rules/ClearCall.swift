// T-Server models, Clear Call: everybody is released.

private let source = "T-Server models, Clear Call, derived"

/// Of two parties as where one of them leaves; made of the rules that say so.
func clearCall(_ releases: [Rule<Exchange>]) -> [Rule<Exchange>] {
  releases.filter { $0.situation.isDisjoint(with: .conference) || !$0.situation.isDisjoint(with: .pair) }.compactMap {
    release -> Rule<Exchange>? in
    let states = release.states.filter { $0 != .observing && $0 != .observerRinging && $0 != .invitedRinging }
    guard !states.isEmpty else { return nil }
    return Rule(
      "Cleared: \(release.name)", source + "; " + release.source, on: [.clearCall], by: states,
      if: release.situation.replacing(.pair), only: release.note, clauses: release.clauses)
  } + [
    Rule("The conference is cleared", source, on: .clearCall, by: .talking, .held, .joiningRinging, if: .conference) {
      Who.everyone.leaves()
      Who.answered.receives(.released, .callState(.ok))
      Who.announced.receives(.abandoned, .callState(.ok))
      guestsAreTold
    }
  ]
}
