// Releasing Calls, Delete from Conference Phase

private let section = "Releasing Calls, Delete from Conference Phase"
private let a = Who.actor, b = Who.target
private let members = Who.members

let deleteFromConference: [Rule<Exchange>] = [
  Rule(
    "A member is deleted from the conference", section, on: .deleteFromConference, by: .talking,
    if: [.conference, .toMember]
  ) {
    b.leaves()
    observersGo(with: b)
    thatPartyIsDeleted(members.before(b), b, by: a)
    b.receives(.released, .callState(.ok))
    thatPartyIsDeleted(members.after(b), b, by: a)
    observersHear(ofGone: b)
    observersAreReleased(with: b, on: .here)
  },
  // As the leaving rule says: it is told what one that rings is told, and nothing where it has not been told of the
  // call.
  Rule(
    "A party that was announced and rings is deleted from the conference", section + ", derived",
    on: .deleteFromConference,
    by: .talking, if: [.conference, .toAnnouncedRinging]
  ) {
    b.leaves()
    thatPartyIsDeleted(members.before(b), b, by: a)
    b.receives(.abandoned, .callState(.ok))
    thatPartyIsDeleted(members.after(b), b, by: a)
    observersHear(ofGone: b)
  },
  Rule(
    "A party that was announced is deleted from the conference", section + ", derived", on: .deleteFromConference,
    by: .talking,
    if: [.conference, .toAnnounced]
  ) {
    b.leaves()
    thatPartyIsDeleted(members, b, by: a)
    observersHear(ofGone: b)
  },
]
