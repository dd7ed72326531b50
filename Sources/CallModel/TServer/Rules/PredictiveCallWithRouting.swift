// T-Server models, Predictive Call with Routing

private let section = "T-Server models, Predictive Call with Routing"
private let b = Who.actor, c = Who.caller

let predictiveCallWithRouting: [Rule<Exchange>] =
  [
    Rule("The queue asks for a route for the customer", section, on: .requestRoute, by: .queued, if: .predictive) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
    }
  ]
  + Arrival.all.map { place in
    Rule(
      "The predictive call is routed to \(place.name)", section, on: .route, by: .routing, .treatmentAsked, .treated,
      .routeAsked,
      if: [.predictive, .asAsked, place.kinds]
    ) {
      b.leaves()
      goesOn(to: place)
      b.receives(
        .routeUsed, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.origination, .optional), .unlistedReferenceID)
      place.queueing()
    }
  }
