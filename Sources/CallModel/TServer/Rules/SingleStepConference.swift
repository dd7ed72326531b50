// T-Server models, Single-Step Conference

private let section = "T-Server models, Single-Step Conference"
private let b = Who.actor, c = Who.target, newcomer = Who.actor
private let members = Who.members

let singleStepConference: [Rule<Exchange>] =
  [
    ("A device", Situation.toDevice, PartyState.invited), ("A party outside", .toExternal, .invitedReached),
  ].map { party, kinds, state in
    Rule(
      "\(party) is called into the conversation", section, on: .singleStepConference, by: .talking,
      if: [.facing(.talking, .held, .joining, .joiningReached, .joiningRinging), kinds]
    ) {
      c.enters(as: .conferenceMember, state, from: b)
    }
  } + [
    Rule("The invited party rings", section, on: .ring, by: .invited, if: .takesCalls) {
      newcomer.becomes(.invitedRinging)
      newcomer.receives(.ringing, .thisDNRole(.conferenceMember))
    },
    Rule("The invited party answers", section, on: .answer, by: .invitedRinging, .invitedReached, if: .free) {
      newcomer.becomes(.talking)
      members.play(.conferenceMember)
      thatPartyIsAdded(members.before(newcomer))
      newcomer.receives(.established, .callState(.conferenced))
      thatPartyIsAdded(members.after(newcomer))
      observersHear(ofNew: newcomer, addedBy: .from)
    },
    // Derived from the leaving rule: one that rings gets EventAbandoned; the others have not been told of it.
    Rule("The invited party declines", section + ", derived", on: .release, by: .invitedRinging) {
      newcomer.leaves()
      newcomer.receives(.abandoned, .otherDN(.from), .callState(.ok))
    },
    Rule("The invited party is busy", section + ", derived", on: .busy, by: .invited, .invitedReached) {
      newcomer.leaves()
      members.only(.from).receives(.destinationBusy, .otherDN(newcomer), .givenCallState(or: .busy))
    },
    Rule("The invited party outside does not answer", section + ", derived", on: .timeOut, by: .invitedReached) {
      newcomer.leaves()
      members.only(.from).receives(.destinationBusy, .otherDN(newcomer), .callState(.noAnswer))
    },
  ]

private func thatPartyIsAdded(_ others: Several) -> Clause {
  others.receives(
    .partyAdded, .otherDN(newcomer), .otherDNRole(.newParty), .thirdPartyDN(.from), .thirdPartyDNRole(.addedBy),
    .callState(.conferenced))
}
