// T-Server models, Rejected Call: B answers the request for a route without a destination.

extension Section {
  static let rejectedCall = Section(.tServerModels, "Rejected Call", columns: Who.caller, Who.actor) { a, b in
    Row(
      "A rejection is requested", on: .routeCall, by: b, .routing, .treatmentAsked, .treated,
      if: .toNoParty, .valueFits, decisions: 50
    ) {
      b.becomes(.routeAsked)
      b.asks(for: b)
    }
    Row(
      "… rejects the call", on: .route, by: b, .routeAsked,
      for: [
        Variant("The routing point", .hop(.routingPoint), decisions: 1, 50),
        Variant("The queue", .hop(.routeQueue, .predictive), derived: 1, 50, 51),
      ], if: .toNoParty, .asAsked
    ) {
      Who.everyone.leaves()
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .callState(.ok, .routeOK).only(if: .hop(.routingPoint)),
        .callState(.redirected, .routeRedirected).only(if: .hop(.routingPoint)), .referenceID.unlisted, .mode.unlisted)
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
  }
}
