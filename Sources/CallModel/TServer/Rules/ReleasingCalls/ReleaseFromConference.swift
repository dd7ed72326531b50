// Releasing Calls, Release from Conference Phase

extension Section {
  static let releaseFromConference = Section(.releasingCalls, "Release from Conference Phase") {
    let b = Who.actor

    Interruption("; D19, D62", "A member leaves the conference", by: b, .talking, .held, if: .conference) {
      b.leaves()
      Who.observers.only(b).leaves()
      thatPartyIsDeleted(Who.members.before(b), b, by: b)
      b.receives(.released, .callState(.ok))
      thatPartyIsDeleted(Who.members.after(b), b, by: b)
      observersHear(ofGone: b)
      observersAreReleased(with: b)
    }
  }

  /// Note a: Conferenced where more than two parties remain, otherwise OK.
  static func thatPartyIsDeleted(_ others: Recipients, _ party: Who, by deleter: Who) -> Clause {
    others.receives(
      .partyDeleted, .otherDN(party), .otherDNRole(.deletedParty), .thirdPartyDN(deleter),
      .thirdPartyDNRole(.deletedBy), .okOrConferenced)
  }
}
