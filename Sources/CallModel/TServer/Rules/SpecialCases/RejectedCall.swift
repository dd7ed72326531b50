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
      "The routing point rejects the call", on: .route, by: b, .routeAsked, if: .hop(.routingPoint), .toNoParty,
      .asAsked,
      decisions: 1, 50
    ) {
      Who.everyone.leaves()
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok, .routeOK),
        .callState(.redirected, .routeRedirected), .referenceID.unlisted, .mode.unlisted)
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
    Row(
      "The route queue rejects the call", on: .route, by: b, .routeAsked, if: .hop(.routeQueue), .toNoParty, .asAsked,
      derived: 1, 50, 51
    ) {
      Who.everyone.leaves()
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .referenceID.unlisted,
        .mode.unlisted)
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
    Row(
      "The predictive call is rejected", on: .route, by: b, .routeAsked, if: .hop(.predictive), .toNoParty, .asAsked,
      derived: 1, 50, 51
    ) {
      Who.everyone.leaves()
      b.receives(
        .routeUsed, .thisDNRole(.origination), .otherDN(a), .otherDNRole(.destination), .referenceID.unlisted,
        .mode.unlisted)
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
  }
}
