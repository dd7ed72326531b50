// T-Server models, Single-Step Conference: B invites C into its conversation.

extension Section {
  static let singleStepConference = Section(
    .tServerModels, "Single-Step Conference", columns: Who.via, Who.partyB, Who.members
  ) { b, c, aAndB in
    Row(
      "… is invited into the conversation", on: .singleStepConference, by: b, .talking, to: c,
      for: [Variant("A device", .toDevice), Variant("An outside party", .toExternal)],
      if: .facing(.talking, .held, .announced, .announcedOutside, .announcedRinging), decisions: 17
    ) {
      c.enters(as: .conferenceMember, .invited, from: b).ifTarget(is: .extension, .remote)
      c.enters(as: .conferenceMember, .invitedOutside, from: b).ifTarget(is: .external)
    }
    Row("The invited party rings", on: .ring, by: c, .invited, if: .takesCalls, decisions: 17) {
      c.becomes(.invitedRinging)
      c.receives(.ringing, .thisDNRole(.conferenceMember))
    }
    Row(
      "The invited party answers", on: .answer, by: c, .invitedRinging, .invitedOutside, if: .free, decisions: 17, 62
    ) {
      c.becomes(.talking)
      aAndB.play(.conferenceMember)
      aAndB.receive(
        .partyAdded, .otherDN(c), .otherDNRole(.newParty), .thirdPartyDN(b), .thirdPartyDNRole(.addedBy),
        .callState(.conferenced), around: c
      ) {
        c.receives(.established, .callState(.conferenced))
      }
      observersHear(ofNew: c, addedBy: b)
    }
    // Derived from the leaving rule: one that rings gets EventAbandoned; the others have not been told of it.
    Interruption(nil, "The invited party declines", by: c, .invitedRinging, derived: 2, 18) {
      c.leaves()
      c.receives(.abandoned, .otherDN(b), .callState(.ok))
    }
    Interruption(nil, "The invited party is busy", on: .busy, by: c, .invited, .invitedOutside, derived: 18) {
      c.leaves()
      aAndB.only(b).receives(.destinationBusy, .otherDN(c), .givenCallState(or: .busy))
    }
    Row("The invited outside party does not answer", on: .timeOut, by: c, .invitedOutside, derived: 18, 48) {
      c.leaves()
      aAndB.only(b).receives(.destinationBusy, .otherDN(c), .callState(.noAnswer))
    }
  }
}
