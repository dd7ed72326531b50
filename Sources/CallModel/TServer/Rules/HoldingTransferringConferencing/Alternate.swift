// T-Server models, Alternate: B talks to C, and holds the call with A.

extension Section {
  static let alternate = Section(.tServerModels, "Alternate", columns: Side.other, Who.actor, Side.this) { a, b, c in
    let active = CallRef.this, held = CallRef.other

    Row(
      "A party alternates from …", on: .alternateCall, by: b, .talking, for: .sizes(conferencesDerived: 16),
      if: .paired, .otherHeld, decisions: 40
    ) {
      active {
        b.holds()
        b.receives(.held, .otherDN(c))
      }
      held {
        b.retrieves()
        b.receives(.retrieved, .otherDN(a), .callState(.ok)).only(if: .otherPair)
        b.receives(.retrieved, .callState(.conferenced)).only(if: .otherConference)
      }
    }
  }
}
