// Releasing Calls, Release from Conference Phase: B leaves the conference, and A and C, the others, are told.

extension Section {
  static let releaseFromConference = Section(
    .releasingCalls, "Release from Conference Phase", columns: Who.members, Who.actor
  ) { aAndC, b in
    Row("A member leaves the conference", on: .release, by: b, .talking, .held, if: .conference, decisions: 19, 62, 177)
    {
      b.leaves()
      observersLeave(with: b)
      // Note a: Conferenced where more than two parties remain, otherwise OK.
      aAndC.receive(
        .partyDeleted, .otherDN(b), .otherDNRole(.deletedParty), .thirdPartyDN(b), .thirdPartyDNRole(.deletedBy),
        .okOrConferenced, around: b
      ) {
        b.receives(.released, .callState(.ok))
      }
      observersHear(ofGone: b, deletedBy: b)
      observersAreReleased(with: b)
    }
  }
}
