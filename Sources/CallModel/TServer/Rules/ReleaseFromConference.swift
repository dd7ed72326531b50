// Releasing Calls, Release from Conference Phase

private let b = Who.actor

let releaseFromConference: [Rule<Exchange>] = [
  Rule(
    "A member leaves the conference", "Releasing Calls, Release from Conference Phase", on: .release, by: .talking,
    .held, if: .conference
  ) {
    b.leaves()
    observersGo(with: b)
    thatPartyIsDeleted(Who.members.before(b), b, by: b)
    b.receives(.released, .callState(.ok))
    thatPartyIsDeleted(Who.members.after(b), b, by: b)
    observersHear(ofGone: b)
    observersAreReleased(with: b, on: .here)
  }
]

/// Note a: Conferenced where more than two parties remain, otherwise OK.
func thatPartyIsDeleted(_ others: Several, _ party: Who, by deleter: Who) -> Clause {
  others.receives(
    .partyDeleted, .otherDN(party), .otherDNRole(.deletedParty), .thirdPartyDN(deleter), .thirdPartyDNRole(.deletedBy),
    .okOrConferenced)
}
