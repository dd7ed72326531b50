// Releasing Calls, Delete from Conference Phase

extension Section {
  static let deleteFromConference = Section(
    .releasingCalls, "Delete from Conference Phase", columns: Who.actor, Who.target
  ) { a, b in
    let members = Who.members

    Row(
      "A member is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toMember, decisions: 19, 20, 62
    ) {
      b.leaves()
      observersGo(with: b)
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.released, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
      observersAreReleased(with: b, on: .this)
    }
    // A party that rings is told as if it had left itself. One that does not ring has not been told of the call.
    Row(
      "A ringing announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking,
      to: b, if: .conference, .toAnnouncedRinging, derived: 2, 36, 62
    ) {
      b.leaves()
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.abandoned, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
    }
    Row(
      "An announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toAnnounced, derived: 2, 36, 62
    ) {
      b.leaves()
      thatPartyIsDeleted(members, b, by: a)
      observersHear(ofGone: b)
    }
  }
}
