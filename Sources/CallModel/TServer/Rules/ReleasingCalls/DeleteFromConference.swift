// Releasing Calls, Delete from Conference Phase

private let a = Who.actor, b = Who.target
private let members = Who.members

extension Section {
  static let deleteFromConference = Section(.releasingCalls, "Delete from Conference Phase") {
    Row(
      "A member is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toMember
    ) {
      b.leaves()
      observersGo(with: b)
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.released, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
      observersAreReleased(with: b, on: .this)
    }
    // As the leaving rule says: it is told what one that rings is told, and nothing where it has not been told of the
    // call.
    Row(
      "A ringing announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking,
      to: b, if: .conference, .toAnnouncedRinging, at: "derived, D2, D36"
    ) {
      b.leaves()
      thatPartyIsDeleted(members.before(b), b, by: a)
      b.receives(.abandoned, .callState(.ok))
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
    }
    Row(
      "An announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toAnnounced, at: "derived, D2, D36"
    ) {
      b.leaves()
      thatPartyIsDeleted(members, b, by: a)
      observersHear(ofGone: b)
    }
  }
}
