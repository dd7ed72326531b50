// Releasing Calls, Release from Conference Phase

extension Section {
  static let releaseFromConference = Section(.releasingCalls, "Release from Conference Phase", columns: Who.actor) {
    b in
    Interruption(nil, "A member leaves the conference", by: b, .talking, .held, if: .conference, decisions: 19, 62) {
      b.leaves()
      observersGo(with: b)
      thatPartyIsDeleted(Who.members.before(b), b, by: b)
      b.receives(.released, .callState(.ok))
      thatPartyIsDeleted(Who.members.after(b), b, by: b)
      observersHear(ofGone: b)
      observersAreReleased(with: b, on: .this)
    }
  }

  /// Note a: Conferenced where more than two parties remain, otherwise OK.
  static func thatPartyIsDeleted(_ others: Recipients, _ party: Who, by deleter: Who) -> Clause {
    others.receives(
      .partyDeleted, .otherDN(party), .otherDNRole(.deletedParty), .thirdPartyDN(deleter),
      .thirdPartyDNRole(.deletedBy), .okOrConferenced)
  }
}
