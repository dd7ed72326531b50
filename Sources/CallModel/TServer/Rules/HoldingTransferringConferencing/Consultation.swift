// T-Server models, Consultation: B puts the main call on hold and calls C.

extension Section {
  static let consultation = Section(
    .tServerModels, "Consultation", columns: Side.this, Who.actor, Who.target
  ) { a, b, c in
    let main = CallRef.this, consultation = CallRef.other

    Row(
      "A consultation call is made from …", on: .initiateTransfer, .initiateConference, by: b, .talking, to: c,
      for: [
        Variant("a conversation", [.pair, .facing(.talking, .held)]),
        Variant("a conference", .conference, derived: 16),
      ], if: .byDevice, .free, decisions: 27, 136, 137
    ) {
      main {
        b.holds()
        b.receives(.held, .otherDN(a))
      }
      consultation {
        ThisCall.begins()
      }
    }
  }
}
