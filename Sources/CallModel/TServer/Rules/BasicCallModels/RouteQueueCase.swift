// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing - RouteQueue Case)

extension Section {
  static let routeQueueCase = Section(
    .basicCallModels, "Routing, RouteQueue Case", hop: .routeQueue, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    // Its EventDialing lists OtherDN without `*DIAL`.
    Row("A call is made", on: .makeCall, by: a, to: b, if: .to(.routeQueue)) {
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b), .otherDNRole(.destination))
      b.receives(.queued, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row("The route queue requests a route", on: .requestRoute, by: b, .queued) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    // Note a: with or without a TRouteCall.
    Row(
      "The route queue routes the call", on: .route, by: b, .routing, .treatmentAsked, .treated, .routeAsked, to: c,
      if: .asAsked, decisions: 1, 23, 24
    ) {
      b.leaves()
      c.arrives(from: b)
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkReported).ifTarget(is: .external, .remote)
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c, .optional), .thirdPartyDNRole(.destination, .optional), .referenceID.unlisted, .mode.unlisted)
      b.receives(
        .diverted, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c, .optional), .thirdPartyDNRole(.destination, .optional))
    }
    Row("The route queue's destination rings", on: .ring, by: c, .offered) {
      c.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
  }
}
