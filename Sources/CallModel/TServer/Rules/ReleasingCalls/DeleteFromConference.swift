// Releasing Calls, Delete from Conference Phase

extension Section {
  static let deleteFromConference = Section(.releasingCalls, "Delete from Conference Phase") {
    let a = Who.actor, b = Who.target
    let members = Who.members

    Row(
      "A member is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toMember, at: "; D19, D20, D62"
    ) {
      b.leaves()
      Who.observers.only(b).leaves()
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.released, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
      observersAreReleased(with: b)
    }
    // A party that rings is told as if it had left itself. One that does not ring has not been told of the call.
    Row(
      "A ringing announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking,
      to: b, if: .conference, .toAnnouncedRinging, at: "derived, D2, D36, D62"
    ) {
      b.leaves()
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.abandoned, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
    }
    Row(
      "An announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toAnnounced, at: "derived, D2, D36, D62"
    ) {
      b.leaves()
      thatPartyIsDeleted(members, b, by: a)
      observersHear(ofGone: b)
    }
  }
}
