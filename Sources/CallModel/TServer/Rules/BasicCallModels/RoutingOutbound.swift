// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing Outbound)

extension Section {
  static let routingOutbound = Section(
    .basicCallModels, "Routing Outbound", hop: .routingPoint, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    Row(
      "The call is routed", on: .route, by: b, .routeAsked, to: c, if: .to(.remote, .external), .asAsked,
      decisions: 1, 7, 24
    ) {
      b.leaves()
      c.arrives()
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkReported)
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c), .thirdPartyDNRole(.destination, .optional),
        .callState(.ok, .routeOutsideOK), .callState(.redirected, .routeRedirected), .referenceID.unlisted,
        .mode.unlisted)
    }
    Row(
      "The call is routed by default", on: .route, by: b, .routing, .treatmentAsked, .treated, to: c,
      if: .to(.remote, .external), decisions: 24
    ) {
      b.leaves()
      c.arrives()
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkReported)
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c, .optional), .thirdPartyDNRole(.destination, .optional),
        .callState(.redirected, .routeOutsideListed))
    }
    Row(
      "The outside destination answers", on: .answer, by: c, .ringing, .reached, if: .hop(.routeQueue, .routingPoint),
      .by(.remote, .external), decisions: 24
    ) {
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkSimulated)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
  }
}
