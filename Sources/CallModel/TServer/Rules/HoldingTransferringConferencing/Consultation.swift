// T-Server models, Consultation

private let section = "T-Server models, Consultation"
private let a = Who.opposite, b = Who.actor

let consultation: [Rule<Exchange>] =
  [
    ("a conversation", Situation([.pair, .facing(.talking, .held)]), [Value.otherDN(a)]),
    ("a conference", .conference, []),
  ].flatMap { call, situation, other in
    Placement.all.map { place in
      Rule(
        "A consultation call is made from \(call) to \(place.place)", section, on: .initiateTransfer,
        .initiateConference,
        by: .talking,
        if: situation.union([place.kinds, .byDevice, .free]), only: place.note
      ) {
        b.holds()
        b.receives(.held, other)
        place.begins.on(.other)
      }
    }
  }
