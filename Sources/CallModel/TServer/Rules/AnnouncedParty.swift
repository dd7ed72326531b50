// Derived: a party that was announced in a conference before it has answered. It counts, and whoever was told of it is
// told of its end.

private let source = "T-Server models, Conference, before the answer, derived"
private let a = Who.opposite, c = Who.actor

let announcedParty: [Rule<Exchange>] =
  [
    Rule("The announced party rings", source, on: .ring, by: .joining, if: .takesCalls) {
      c.becomes(.joiningRinging)
      c.receives(.ringing, .thisDNRole(.conferenceMember))
    },
    Rule("The announced party answers", source, on: .answer, by: .joiningRinging, .joiningReached, if: .free) {
      c.becomes(.talking)
      c.receives(.established, .okOrConferenced)
    },
    Rule("The announced party declines", source, on: .release, by: .joiningRinging, if: .conference) {
      c.leaves()
      thatPartyIsDeleted(Who.members.before(c), c, by: c)
      c.receives(.abandoned, .callState(.ok))
      thatPartyIsDeleted(Who.members.after(c), c, by: c)
      observersHear(ofGone: c)
    },
    Rule("The last but one has not answered, and declines", source, on: .release, by: .joiningRinging, if: .pair) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
      observersHear(ofGone: c, .callState(.ok))
      guestsAreTold
    },
  ]
  // Outside nothing rings: there it is the one that was reached who does not answer.
  + [
    ("is busy", Verb.busy, [PartyState.joining, .joiningReached], CallState.ok),
    ("outside does not answer", .timeOut, [.joiningReached], .noAnswer),
  ].flatMap { name, verb, states, state in
    [
      Rule(
        "The announced party \(name)", source, on: [verb], by: states, if: .conference,
        clauses: [c.leaves(), thatPartyIsDeleted(Who.members, c, by: c), observersHear(ofGone: c)]),
      Rule("The last but one \(name)", source, on: [verb], by: states, if: .pair, clauses: itEnds(saying: state)),
    ]
  }
  + [
    ("rings", Situation.facing(.joiningRinging), [a.receives(.abandoned, .otherDN(c), .callState(.ok))]),
    ("does not ring yet", .facing(.joining, .joiningReached), []),
  ].map { name, facing, abandoned in
    Rule(
      "The last member leaves while the announced party \(name)", source, on: .release, by: .talking, .held,
      if: facing.union(.pair)
    ) {
      Who.everyone.leaves()
      c.receives(.released, .otherDN(a), .callState(.ok))
      abandoned
      observersHear(ofGone: c, .callState(.ok))
      guestsAreTold
    }
  }

/// With the party that was announced the call ends.
private func itEnds(saying state: CallState) -> [Clause] {
  let told =
    [a.receives(.released, .otherDN(c), .callState(.ok)), observersHear(ofGone: c, .callState(.ok))] + guestsAreTold
  return [Who.everyone.leaves()] + told.saying(state)
}
