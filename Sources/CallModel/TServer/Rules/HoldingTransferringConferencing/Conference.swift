// T-Server models, Conference: A and B are in the main call, B and C in the consultation. A may be all the others in a
// conference, and so may C.

extension Section {
  static let conference = Section(
    .tServerModels, "Conference", columns: Who.members, Who.actor, Who.newcomers
  ) { aAndB, b, c in
    let main = CallRef.other, consultation = CallRef.this
    // B holds the main call or, after alternating, talks in it.
    let whereBStands = [Variant("", [.otherHeld, .free]), Variant(", after alternating", .otherActive)]
    let bAddsC = main {
      b.becomes(.talking).only(if: .otherHeld)
      aAndB.play(.conferenceMember)
      b.receives(.retrieved, .callState(.conferenced)).only(if: .otherHeld)
      aAndB.receives(
        .partyAdded, .otherDN(.newcomer), .otherDNRole(.newParty), .thirdPartyDN(b), .thirdPartyDNRole(.addedBy),
        .callState(.conferenced))
      observersHear(ofNew: .newcomer, addedBy: b)
      c.receives(
        .partyChanged, .previousConnID(consultation), .thirdPartyDN(b), .thirdPartyDNRole(.conferencedBy),
        .callState(.conferenced))
    }

    Row(
      "The conference is completed", on: .completeConference, by: b, .talking, .held, for: whereBStands,
      if: .consulting, .settled, .facing(.talking, .held), .otherPair, .otherConference, decisions: 28, 62, 64, 135
    ) {
      consultation {
        b.leaves()
        observersLeave(with: b)
        ThisCall.joins()
        b.receives(.released, .callState(.conferenced))
        observersAreReleased(with: b)
      }
      bAddsC
    }.also(
      "The calls are merged for a conference", on: .mergeForConference, if: .paired, decisions: 28, 39, 62, 64, 135)

    Row(
      "The conference is completed before the answer", on: .completeConference,
      by: b, .dialing, .dialingHeld, .talking, .held, for: whereBStands,
      if: .consulting, .pair, .otherPair, .otherConference, .otherSettled, .facing(.offered, .reached, .ringing),
      at: "before the answer", decisions: 35, 37, 62
    ) {
      consultation {
        b.leaves()
        // Before the answer it has no observers.
        ThisCall.joins(announced: true)
        b.receives(.released, .callState(.conferenced))
      }
      bAddsC
    }
  }
}
