// T-Server models, Single-Step Conference

private let b = Who.actor, c = Who.target, newcomer = Who.actor
private let members = Who.members
private let answered = Situation.facing(.talking, .held, .announced, .announcedOutside, .announcedRinging)

extension Section {
  static let singleStepConference = Section(.tServerModels, "Single-Step Conference") {
    Row(
      "A device is invited into the conversation", on: .singleStepConference, by: b, .talking, to: c,
      if: answered, .toDevice
    ) {
      c.enters(as: .conferenceMember, .invited, from: b)
    }
    Row(
      "An outside party is invited into the conversation", on: .singleStepConference, by: b, .talking, to: c,
      if: answered, .to(.external)
    ) {
      c.enters(as: .conferenceMember, .invitedOutside, from: b)
    }
    Row("The invited party rings", on: .ring, by: newcomer, .invited, if: .takesCalls) {
      newcomer.becomes(.invitedRinging)
      newcomer.receives(.ringing, .thisDNRole(.conferenceMember))
    }
    Row("The invited party answers", on: .answer, by: newcomer, .invitedRinging, .invitedOutside, if: .free) {
      newcomer.becomes(.talking)
      members.play(.conferenceMember)
      thatPartyIsAdded(members.before(newcomer))
      newcomer.receives(.established, .callState(.conferenced))
      thatPartyIsAdded(members.after(newcomer))
      observersHear(ofNew: newcomer, addedBy: .from)
    }
    // Derived from the leaving rule: one that rings gets EventAbandoned; the others have not been told of it.
    Interruption("derived, D2, D18", "The invited party declines", by: newcomer, .invitedRinging) {
      newcomer.leaves()
      newcomer.receives(.abandoned, .otherDN(.from), .callState(.ok))
    }
    Interruption("derived, D18", "The invited party is busy", on: .busy, by: newcomer, .invited, .invitedOutside) {
      newcomer.leaves()
      members.only(.from).receives(.destinationBusy, .otherDN(newcomer), .givenCallState(or: .busy))
    }
    Row(
      "The invited outside party does not answer", on: .timeOut, by: newcomer, .invitedOutside, at: "derived, D18, D48"
    ) {
      newcomer.leaves()
      members.only(.from).receives(.destinationBusy, .otherDN(newcomer), .callState(.noAnswer))
    }
  }
}

private func thatPartyIsAdded(_ others: Recipients) -> Clause {
  others.receives(
    .partyAdded, .otherDN(newcomer), .otherDNRole(.newParty), .thirdPartyDN(.from), .thirdPartyDNRole(.addedBy),
    .callState(.conferenced))
}
