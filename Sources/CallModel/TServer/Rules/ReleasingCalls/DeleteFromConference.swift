// Releasing Calls, Delete from Conference Phase: A deletes B, and A and C, the others, are told.

extension Section {
  static let deleteFromConference = Section(
    .releasingCalls, "Delete from Conference Phase", columns: Who.actor, Who.target, Who.members
  ) { a, b, aAndC in
    // A party that rings is told as if it had left itself. One that does not ring has not been told of the call.
    Row(
      "… is deleted from the conference", on: .deleteFromConference, by: a, .talking, to: b,
      for: [
        Variant("A member", .toMember, decisions: 19, 20, 62),
        Variant("A ringing announced party", .toAnnouncedRinging, derived: 2, 36, 62),
        Variant("An announced party", .toAnnounced, derived: 2, 36, 62),
      ], if: .conference
    ) {
      b.leaves()
      observersLeave(with: b).only(if: .toMember)
      // Note a: Conferenced where more than two parties remain, otherwise OK.
      aAndC.receive(
        .partyDeleted, .otherDN(b), .otherDNRole(.deletedParty), .thirdPartyDN(a), .thirdPartyDNRole(.deletedBy),
        .okOrConferenced, around: b
      ) {
        b.receives(.released, .callState(.ok)).only(if: .toMember)
        b.receives(.abandoned, .callState(.ok)).only(if: .toAnnouncedRinging)
      }
      observersHear(ofGone: b, deletedBy: a)
      observersAreReleased(with: b).only(if: .toMember)
    }
  }
}
