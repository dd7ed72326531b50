// T-Server models, Redirect

private let section = "T-Server models, Redirect"
private let b = Who.actor, c = Who.target

let redirect: [Rule<Exchange>] = Arrival.all.flatMap { place in
  [
    ("while it rings", PartyState.ringing, Situation.facingCaller),
    ("after the answer", .talking, [.facing(.talking, .held), .settled]),
  ].map { name, state, situation -> Rule<Exchange> in
    // Nobody observes a call that rings.
    let (gone, told) =
      state == .talking ? ([Who.observers.leaves()], observersAreReleased(with: .nobody, on: .here)) : ([], [])
    return Rule(
      "The call is redirected \(name) to \(place.name)", section, on: .redirectCall, by: state,
      if: situation.union([.pair, place.kinds])
    ) {
      b.leaves()
      gone
      place.enters(from: .nobody, hop: .redirected)
      Who.opposite.plays(.origination)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.redirected))
      place.queueing(.opposite)
      told
    }
  }
}
