// Releasing Calls, Delete from Conference Phase

private let a = Who.actor, b = Who.target
private let members = Who.members

let deleteFromConference: [Rule<Exchange>] =
  [
    ("A member is deleted from the conference", "", Situation.toMember, [b.receives(.released, .callState(.ok))]),
    // Told as the leaving rule says: nothing, where it has not been told of the call.
    (
      "A party that was announced and rings is deleted from the conference", ", derived", .toAnnouncedRinging,
      [b.receives(.abandoned, .callState(.ok))]
    ),
    ("A party that was announced is deleted from the conference", ", derived", .toAnnounced, []),
  ].map { name, derived, target, told in
    Rule(
      name, "Releasing Calls, Delete from Conference Phase" + derived, on: .deleteFromConference, by: .talking,
      if: target.union(.conference)
    ) {
      b.leaves()
      observersGo(with: b)
      thatPartyIsDeleted(members.before(b), b, by: a)
      told
      thatPartyIsDeleted(members.after(b), b, by: a)
      observersHear(ofGone: b)
      observersAreReleased(with: b, on: .here)
    }
  }
