// T-Server models, Hold and Retrieve: B puts the call with A on hold.

extension Section {
  static let holdAndRetrieve = Section(.tServerModels, "Hold and Retrieve", columns: Who.partyA, Who.partyB) { a, b in
    let answered = Situation.facing(.talking, .held, .announced, .announcedOutside, .announcedRinging)

    Row("A party puts the call on hold", on: .hold, by: b, .talking, if: .pair, answered, decisions: 15) {
      b.becomes(.held)
      b.receives(.held, .otherDN(a))
    }
    Row("A party retrieves the call", on: .retrieve, by: b, .held, if: .pair, answered, .free, decisions: 15) {
      b.becomes(.talking)
      b.receives(.retrieved, .otherDN(a), .callState(.ok))
    }
    // Derived: in a conference there is no one other party.
    Row("A conference member puts the call on hold", on: .hold, by: b, .talking, if: .conference, derived: 16) {
      b.becomes(.held)
      b.receives(.held)
    }
    Row(
      "A conference member retrieves the call", on: .retrieve, by: b, .held, if: .conference, .free, derived: 16
    ) {
      b.becomes(.talking)
      b.receives(.retrieved, .callState(.conferenced))
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
