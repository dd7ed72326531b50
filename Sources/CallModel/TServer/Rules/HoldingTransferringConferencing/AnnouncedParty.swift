// Derived: C was announced in a conference before it has answered. It counts, and every party that was told of it is
// told of its end. The others are A and B or, if only one is left, A.

extension Section {
  static let announcedParty = Section(
    .tServerModels, "Conference, before the answer", columns: Who.partyA, Who.members, Who.partyB
  ) { a, aAndB, c in
    let isGone: [Value] = [
      .otherDN(c), .otherDNRole(.deletedParty), .thirdPartyDN(c), .thirdPartyDNRole(.deletedBy), .okOrConferenced,
    ]
    let isDeleted =
      [c.leaves(), aAndB.receives(.partyDeleted, isGone)] + observersHear(ofGone: c, deletedBy: c)
    // With the party that was announced the call ends.
    let theCallEnds =
      [
        Who.everyone.leaves(), a.receives(.released, .otherDN(c), .callState(.ok)),
        observersHear(ofGone: c, .callState(.ok)),
      ] + ringersAndObserversAreTold

    Row("The announced party rings", on: .ring, by: c, .announced, if: .takesCalls, derived: 35) {
      c.becomes(.announcedRinging)
      c.receives(.ringing, .thisDNRole(.conferenceMember))
    }
    Row("The announced party answers", on: .answer, by: c, .announcedRinging, .announcedOutside, if: .free, derived: 35)
    {
      c.becomes(.talking)
      c.receives(.established, .okOrConferenced)
    }
    Interruption(nil, "The announced party declines", by: c, .announcedRinging, if: .conference, derived: 2, 36) {
      c.leaves()
      aAndB.receive(.partyDeleted, isGone, around: c) { c.receives(.abandoned, .callState(.ok)) }
      observersHear(ofGone: c, deletedBy: c)
    }
    Interruption(
      nil, "The call ends because the announced party declines", by: c, .announcedRinging, if: .pair, derived: 2, 36
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
      observersHear(ofGone: c, .callState(.ok))
      ringersAndObserversAreTold
    }
    Interruption(
      nil, "The announced party is busy", on: .busy, by: c, .announced, .announcedOutside, if: .conference, derived: 36
    ) { isDeleted }
    Interruption(
      nil, "The call ends because the announced party is busy", on: .busy, by: c, .announced, .announcedOutside,
      if: .pair, derived: 36
    ) { theCallEnds }
    // Outside nothing rings: there it is the one that was reached who does not answer.
    Row(
      "The announced party does not answer", on: .timeOut, by: c, .announcedOutside, if: .conference, derived: 36, 48
    ) { isDeleted }
    Row(
      "The call ends because the announced party does not answer", on: .timeOut, by: c, .announcedOutside, if: .pair,
      derived: 36, 48
    ) { theCallEnds.saying(.noAnswer) }
    Interruption(
      nil, "The last member leaves while the announced party rings", by: a, .talking, .held,
      if: .pair, .facing(.announcedRinging), derived: 2, 36
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
      observersHear(ofGone: a, .callState(.ok))
      ringersAndObserversAreTold
    }
    Interruption(
      nil, "The last member leaves while the announced party is not ringing yet", by: a, .talking, .held,
      if: .pair, .facing(.announced, .announcedOutside), derived: 2, 36
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      observersHear(ofGone: a, .callState(.ok))
      ringersAndObserversAreTold
    }
  }
}
