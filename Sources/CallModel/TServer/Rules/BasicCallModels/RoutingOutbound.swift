// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing Outbound)

extension Section {
  static let routingOutbound = Section(
    .basicCallModels, "Routing Outbound", hop: .routingPoint, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    SameRow("A call is made", as: .routing)
    SameRow("A route is given", as: .routing)
    Row(
      "The call is routed", on: .route, by: b, .routeAsked, to: c, if: .to(.remote, .external), .asAsked,
      only: .divertsOnRinging, decisions: 1, 7, 24
    ) {
      b.leaves()
      c.arrives()
      networkIsReached(a, calling: c).only(.networkReported)
      isRouted(b, from: a, to: c, ok: .routeOutsideOK)
    }
    Row(
      "The call is routed by default", on: .route, by: b, .routing, .treatmentAsked, .treated, to: c,
      if: .to(.remote, .external), only: .divertsOnRinging, decisions: 24
    ) {
      b.leaves()
      c.arrives()
      networkIsReached(a, calling: c).only(.networkReported)
      isRoutedByDefault(b, from: a, to: c, listed: .routeOutsideListed)
    }
    Row("The outside destination rings", on: .ring, by: c, .offered, if: .by(.remote)) {
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row(
      "The outside destination answers", on: .answer, by: c, .ringing, .reached, if: .hop(.routingPoint, .routeQueue),
      .by(.remote, .external), decisions: 24
    ) {
      networkIsReached(a, calling: c).only(.networkSimulated)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    SameRow("The caller gives up before a route is given", as: .routing, at: "*")
    SameRow("The call ends while the destination rings", as: .routing, at: "**")
  }
}
