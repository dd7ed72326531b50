// T-Server models, Predictive Call with Routing

extension Section {
  static let predictiveCallWithRouting = Section(
    .tServerModels, "Predictive Call with Routing", hop: .predictive, columns: Who.caller, Who.via, Who.callee
  ) { c, b, a in
    Row("The queue requests a route for the customer", on: .requestRoute, by: b, .queued) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
    }
    Row(
      "The predictive call is routed", on: .route, by: b, .routing, .treatmentAsked, .treated, .routeAsked, to: a,
      if: .asAsked, decisions: 1, 23, 58
    ) {
      b.leaves()
      arrives(a, for: c)
      b.receives(
        .routeUsed, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .thirdPartyDN(a, .optional), .thirdPartyDNRole(.origination, .optional), .referenceID.unlisted, .mode.unlisted)
    }
  }
}
