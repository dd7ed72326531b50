// Releasing Calls, Delete from Conference Phase: A deletes B, and A and C, the others, are told.

extension Section {
  static let deleteFromConference = Section(
    .releasingCalls, "Delete from Conference Phase", columns: Who.actor, Who.target, Who.members
  ) { a, b, aAndC in
    // Note a: Conferenced where more than two parties remain, otherwise OK.
    let bIsDeleted: [Value] = [
      .otherDN(b), .otherDNRole(.deletedParty), .thirdPartyDN(a), .thirdPartyDNRole(.deletedBy), .okOrConferenced,
    ]

    Row(
      "A member is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toMember, decisions: 19, 20, 62
    ) {
      b.leaves()
      Who.observers.only(b).leaves()
      aAndC.receive(.partyDeleted, bIsDeleted, around: b) { b.receives(.released, .callState(.ok)) }
      observersHear(ofGone: b)
      observersAreReleased(with: b)
    }
    // A party that rings is told as if it had left itself. One that does not ring has not been told of the call.
    Row(
      "A ringing announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking,
      to: b, if: .conference, .toAnnouncedRinging, derived: 2, 36, 62
    ) {
      b.leaves()
      aAndC.receive(.partyDeleted, bIsDeleted, around: b) { b.receives(.abandoned, .callState(.ok)) }
      observersHear(ofGone: b)
    }
    Row(
      "An announced party is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      if: .conference, .toAnnounced, derived: 2, 36, 62
    ) {
      b.leaves()
      aAndC.receives(.partyDeleted, bIsDeleted)
      observersHear(ofGone: b)
    }
  }
}
