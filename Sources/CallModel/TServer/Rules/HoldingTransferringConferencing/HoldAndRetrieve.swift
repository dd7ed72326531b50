// T-Server models, Hold and Retrieve: B puts the call with A on hold.

extension Section {
  static let holdAndRetrieve = Section(.tServerModels, "Hold and Retrieve", columns: Who.partyA, Who.partyB) { a, b in
    let answered = Situation.facing(.talking, .held, .announced, .announcedOutside, .announcedRinging)
    // Derived: in a conference there is no one other party.
    let whoHolds = [
      Variant("A party", [.pair, answered], decisions: 15), Variant("A conference member", .conference, derived: 16),
    ]

    Row("… puts the call on hold", on: .hold, by: b, .talking, for: whoHolds) {
      b.becomes(.held)
      b.receives(.held, .otherDN(a).only(if: .pair))
    }
    Row("… retrieves the call", on: .retrieve, by: b, .held, for: whoHolds, if: .free) {
      b.becomes(.talking)
      b.receives(
        .retrieved, .otherDN(a).only(if: .pair), .callState(.ok).only(if: .pair),
        .callState(.conferenced).only(if: .conference))
    }
    Interruption(
      "*", "The call ends while the other party holds", by: a, .talking, if: .pair, .facing(.held), .unobserved,
      decisions: 15
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.released, .otherDN(a), .callState(.ok))
      ringersAreTold
    }
    Interruption(
      "*", "The holding party hangs up", by: b, .held, if: .pair, .facing(.talking, .held), .unobserved, decisions: 15
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.released, .otherDN(a), .callState(.ok))
      ringersAreTold
    }
  }
}
