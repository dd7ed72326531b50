// T-Server models, Call Forwarding and Do-Not-Disturb: how a DN is set, and what it does with a call that is delivered
// to it.

private let section = "T-Server models, Call Forwarding, derived"
private let disturbed = "T-Server models, Do-Not-Disturb, derived"
private let b = Who.actor, c = Who.target

let settingForwarding: [Rule<Exchange>] = [
  Rule("Calls are to be forwarded", section, on: .setForward, by: .idle, if: [.byDevice, .toAnyone, .asUsual]) {
    b.sets(.forwarding)
    b.receives(.forwardSet, .unlistedOtherDN(c), .unlistedMode)
  },
  Rule("Calls are not to be forwarded any more", section, on: .cancelForward, by: .idle, if: [.byDevice, .forwardSet]) {
    b.sets(.notForwarding)
    b.receives(.forwardCancel)
  },
  Rule("Nobody is to disturb", disturbed, on: .setDNDOn, by: .idle, if: [.byDevice, .disturbable]) {
    b.sets(.undisturbed)
    b.receives(.dndOn)
  },
  Rule("One may disturb again", disturbed, on: .setDNDOff, by: .idle, if: [.byDevice, .undisturbed]) {
    b.sets(.disturbed)
    b.receives(.dndOff)
  },
]

let callForwarding: [Rule<Exchange>] = Arrival.all.flatMap { place in
  [
    Rule("All calls go on to \(place.name)", section, on: .ring, by: .offered, if: [.forwardsAll, place.kinds]) {
      forwards(to: place)
    },
    Rule(
      "Busy, the call goes on to \(place.name)", section, on: .busy, by: .offered, if: [.forwardsBusy, place.kinds]
    ) {
      forwards(to: place)
    },
    Rule(
      "Unanswered, the call goes on to \(place.name)", section, on: .timeOut, by: .ringing,
      if: [.forwardsUnanswered, place.kinds]
    ) {
      forwards(to: place)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.forwarded))
    },
  ]
}

/// Made of the rules by which a destination is busy: one that is not to be disturbed is, and so is one that would
/// forward what it cannot.
func busyInstead(_ busy: [Rule<Exchange>]) -> [Rule<Exchange>] {
  busy.flatMap { rule -> [Rule<Exchange>] in
    func made(_ name: String, _ source: String, by states: [PartyState], if manner: Situation) -> [Rule<Exchange>] {
      let standing = rule.states.filter(states.contains)
      guard !standing.isEmpty else { return [] }
      return [
        Rule(
          "\(name): \(rule.name)", source + "; " + rule.source, on: [.ring], by: standing,
          if: rule.situation.replacing(manner),
          only: rule.note, clauses: rule.clauses.sayingWhatIsUsual())
      ]
    }
    return made("Do not disturb", disturbed, by: [.offered, .invited, .joining], if: .undisturbed)
      + made("Not forwarded", section, by: [.invited, .joining], if: .forwardsAll)
  }
}

/// The customer of a predictive call, too, is a caller from then on.
private func forwards(to place: Arrival) -> [Clause] {
  [b.leaves(), Who.caller.plays(.origination)] + place.enters(from: .from, past: .past, hop: .forwarded)
    + place.queueing()
}
