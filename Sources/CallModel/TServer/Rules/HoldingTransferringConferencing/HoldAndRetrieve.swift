// T-Server models, Hold and Retrieve

private let a = Who.opposite, b = Who.actor
private let answered = Situation.facing(.talking, .held, .announced, .announcedOutside, .announcedRinging)

extension Section {
  static let holdAndRetrieve = Section(.tServerModels, "Hold and Retrieve") {
    Row("A party puts the call on hold", on: .hold, by: b, .talking, if: .pair, answered) {
      b.becomes(.held)
      b.receives(.held, .otherDN(a))
    }
    Row("A party retrieves the call", on: .retrieve, by: b, .held, if: .pair, answered, .free) {
      b.becomes(.talking)
      b.receives(.retrieved, .otherDN(a), .callState(.ok))
    }
    // Derived: in a conference there is no one other party.
    Row("A conference member puts the call on hold", on: .hold, by: b, .talking, if: .conference, at: "derived, D16") {
      b.becomes(.held)
      b.receives(.held)
    }
    Row(
      "A conference member retrieves the call", on: .retrieve, by: b, .held, if: .conference, .free, at: "derived, D16"
    ) {
      b.becomes(.talking)
      b.receives(.retrieved, .callState(.conferenced))
    }
    Interruption(
      "*", "The call ends while the other party holds", by: b, .talking, if: .pair, .facing(.held), .unobserved
    ) {
      b.receives(.released, .otherDN(a), .callState(.ok))
      a.receives(.released, .otherDN(b), .callState(.ok))
      whoeverRingsForItIsTold
    }
    Interruption(
      "*", "The holding party hangs up", by: b, .held, if: .pair, .facing(.talking, .held), .unobserved
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.released, .otherDN(a), .callState(.ok))
      whoeverRingsForItIsTold
    }
  }
}
