// T-Server models, Rejected Call: a route without a destination.

private let section = "T-Server models, Rejected Call"
private let a = Who.caller, b = Who.actor

let rejectedCall: [Rule<Exchange>] = [
  Rule(
    "A rejection is requested", section, on: .routeCall, by: .routing, .treatmentAsked, .treated,
    if: [.toNobody, .valueFits]
  ) {
    b.becomes(.routeAsked)
    b.asks(for: b)
  },
  Rule(
    "The routing point rejects the call", section, on: .route, by: .routeAsked,
    if: [.routingPoint, .toNobody, .asAsked]
  ) {
    Who.everyone.leaves()
    b.receives(
      .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok, .routeOK),
      .callState(.redirected, .routeRedirected), .referenceID.unlisted, .mode.unlisted)
    a.receives(.released, .otherDN(b), .callState(.ok))
  },
  Rule(
    "The route queue rejects the call", section + ", derived, D50, D51", on: .route, by: .routeAsked,
    if: [.routeQueue, .toNobody, .asAsked]
  ) {
    Who.everyone.leaves()
    b.receives(
      .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .referenceID.unlisted,
      .mode.unlisted)
    a.receives(.released, .otherDN(b), .callState(.ok))
  },
  Rule(
    "The predictive call is rejected", section + ", derived, D50, D51", on: .route, by: .routeAsked,
    if: [.predictive, .toNobody, .asAsked]
  ) {
    Who.everyone.leaves()
    b.receives(
      .routeUsed, .thisDNRole(.origination), .otherDN(a), .otherDNRole(.destination), .referenceID.unlisted,
      .mode.unlisted)
    a.receives(.released, .otherDN(b), .callState(.ok))
  },
]
