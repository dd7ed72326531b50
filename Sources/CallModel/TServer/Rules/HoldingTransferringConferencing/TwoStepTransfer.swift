// T-Server models, Two-Step Transfer: A and B are in the main call, B and C in the consultation. A may be all the
// others in a conference, and so may C.

extension Section {
  static let twoStepTransfer = Section(
    .tServerModels, "Two-Step Transfer", columns: Side.other, Who.actor, Side.newcomers
  ) { a, b, c in
    let main = CallRef.other, consultation = CallRef.this
    let aIsTold = a.receives(
      .partyChanged, .previousConnID(main), .otherDN(c), .thirdPartyDN(b), .thirdPartyDNRole(.transferredBy),
      .callState(.transferred))
    let cIsTold = c.receives(
      .partyChanged, .previousConnID(consultation), .otherDN(a), .thirdPartyDN(b),
      .thirdPartyDNRole(.transferredBy), .callState(.transferred))
    let isNotTold = Situation.facing(.offered, .reached, .unreached)
    let waits = Situation.facing(.queued, .routing, .treatmentAsked, .treated, .routeAsked)
    let rings = Situation.facing(.ringing, .parked, .routed, .routedByDefault)

    Row(
      "The transfer joins …", on: .completeTransfer, by: b, .talking, .held,
      for: .sizes(conferencesDerived: 29, 38), if: .consulting, .settled, .facing(.talking, .held),
      decisions: 28, 61, 64, 135, 177
    ) {
      b.leaves().on(main, consultation)
      observersLeave(with: b).on(main)
      observersLeave(with: b).on(consultation)
      ThisCall.joins()
      b.receives(.released, .callState(.transferred)).on(main, consultation)
      main {
        // In two conferences all are members already.
        Who.members.play(.conferenceMember).only(if: [.pair, .otherConference])
        Who.members.play(.conferenceMember).only(if: [.conference, .otherPair])
        aIsTold.alsoToObservers(except: b)
        cIsTold
      }
      observersAreReleased(with: b).on(main)
      observersAreReleased(with: b).on(consultation)
    }.also("The merge for a transfer joins …", on: .mergeForTransfer, if: .paired, decisions: 28, 39, 61, 64, 135)

    // A party that has not been told of the consultation rings, or is reached, as after a single-step transfer.
    Row(
      "The transfer is completed …", on: .completeTransfer, by: b, .dialing, .dialingHeld, .talking, .held,
      for: [
        Variant("before the called party rings", isNotTold),
        Variant("while the call waits at a queue or a routing point", waits),
        Variant("while the called party rings", rings, decisions: 117),
      ],
      if: .consulting, .pair, .otherPair, .otherSettled, at: "before the answer", decisions: 30, 31, 32, 60, 102, 178
    ) {
      b.leaves().on(main, consultation)
      observersLeaveOrWait().on(main)
      ThisCall.joins()
      b.receives(.released, .callState(.transferred)).on(main, consultation)
      main {
        ThisCall.travels(.transferred).only(if: isNotTold)
        // What a device has been told of its part stays so.
        c.party.plays(partOf: b).only(if: isNotTold.union(waits))
        aIsTold.alsoToObserversThatWait()
        cIsTold.only(if: rings.union(waits))
      }
      observersAreReleasedOrWait().on(main)
    }
    // Derived: a conference does not wait at a queue; a device that has not answered is announced to it.
    Row(
      "The conference is transferred before the answer", on: .completeTransfer,
      by: b, .dialing, .dialingHeld, .talking, .held,
      if: .consulting, .pair, .otherConference, .otherSettled, .facing(.offered, .reached, .ringing),
      at: "before the answer", derived: 37, 38
    ) {
      b.leaves().on(main, consultation)
      // Before the answer the consultation has no observers.
      observersLeave(with: b).on(main)
      ThisCall.joins(announced: true)
      b.receives(.released, .callState(.transferred)).on(main, consultation)
      main {
        Who.members.play(.conferenceMember)
        aIsTold.alsoToObservers(except: b)
        cIsTold
      }
      observersAreReleased(with: b).on(main)
    }
  }
}
