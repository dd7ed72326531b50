// Releasing Calls: Release Phase, Release from Conference Phase, Delete from Conference Phase

private let a = Who.actor, b = Who.opposite, deleted = Who.target
private let members = Who.members

let releasingCalls: [Rule<Exchange>] = [
  Rule("A party hangs up", "Releasing Calls, Release Phase", on: .release, by: .talking, if: [.pair, .facing(.talking)]) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(b, .optional), .callState(.ok))
    b.receives(.released, .otherDN(a, .optional), .callState(.ok))
    Who.ringers.receives(.abandoned, .otherDN(.inviter), .callState(.ok))
  },
  Rule(
    "A member leaves the conference", "Releasing Calls, Release from Conference Phase", on: .release, by: .talking, .held, if: .conference
  ) {
    a.leaves()
    thatPartyIsDeleted(members.before(a), a, by: a)
    a.receives(.released, .callState(.ok))
    thatPartyIsDeleted(members.after(a), a, by: a)
  },
  Rule(
    "A member is deleted from the conference", "Releasing Calls, Delete from Conference Phase", on: .deleteFromConference, by: .talking,
    if: [.conference, .toMember]
  ) {
    deleted.leaves()
    thatPartyIsDeleted(members.before(deleted), deleted, by: a)
    deleted.receives(.released, .callState(.ok))
    thatPartyIsDeleted(members.after(deleted), deleted, by: a)
  },
]

/// Note a: Conferenced where more than two parties remain, otherwise OK.
private func thatPartyIsDeleted(_ others: Several, _ party: Who, by deleter: Who) -> Clause {
  others.receives(
    .partyDeleted, .otherDN(party), .otherDNRole(.deletedParty), .thirdPartyDN(deleter), .thirdPartyDNRole(.deletedBy), .okOrConferenced)
}
