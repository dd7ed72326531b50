// T-Server models, Consultation: B puts the main call on hold and calls C.

extension Section {
  static let consultation = Section(.tServerModels, "Consultation") {
    let a = Side.this, b = Who.actor, c = Who.target
    let main = CallRef.this, consultation = CallRef.other

    Row(
      "A consultation call is made from …", on: .initiateTransfer, .initiateConference, by: b, .talking, to: c,
      for: [
        Variant("a conversation", [.pair, .facing(.talking, .held)]),
        Variant("a conference", .conference, at: "derived, D16"),
      ], if: .byDevice, .free, at: "; D27"
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
