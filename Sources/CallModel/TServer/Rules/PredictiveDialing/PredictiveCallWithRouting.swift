// T-Server models, Predictive Call with Routing

extension Section {
  static let predictiveCallWithRouting = Section(
    .tServerModels, "Predictive Call with Routing", hop: .predictive, columns: Who.caller, Who.via, Who.callee
  ) { c, b, a in
    SameRow("The queue requests a route", as: .routeQueueCase)
    Row(
      "The predictive call is routed", on: .route, by: b, .routing, .treatmentAsked, .treated, .routeAsked, to: a,
      if: .asAsked, decisions: 1, 23, 58, 104
    ) {
      b.leaves()
      a.arrives(from: b)
      b.receives(
        .routeUsed, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .thirdPartyDN(a, .optional), .thirdPartyDNRole(.destination, .optional), .referenceID.unlisted, .mode.unlisted)
      isDiverted(b, from: c, to: a)
    }
  }
}
