// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing Outbound)

private let section = "Basic Call Models, Routing Outbound"
private let a = Who.caller, b = Who.actor, c = Who.called

let routingOutbound: [Rule<Exchange>] =
  [Arrival.remote, .external].flatMap { place in
    [
      Rule(
        "The call is routed to \(place.name)", section, on: .route, by: .routeAsked,
        if: [.routingPoint, .asAsked, place.kinds]
      ) {
        b.leaves()
        place.enters(from: .nobody)
        networkReached(place)
        b.receives(
          .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
          .thirdPartyDN(.target), .thirdPartyDNRole(.destination, .optional),
          .callState(.ok, .routeOutsideOK), .callState(.redirected, .routeRedirected), .unlistedReferenceID)
      },
      Rule(
        "The switch routes by default to \(place.name)", section, on: .route, by: .routing, .treatmentAsked, .treated,
        if: [.routingPoint, place.kinds]
      ) {
        b.leaves()
        place.enters(from: .nobody)
        networkReached(place)
        b.receives(
          .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
          .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional),
          .callState(.redirected, .routeOutsideListed))
      },
    ]
  } + [
    Rule(
      "The destination outside answers", section, on: .answer, by: .ringing, .reached,
      if: [.routeQueue, .routingPoint, .byRemote, .byExternal, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      c.becomes(.talking)
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkSimulated)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
  ]

/// The caller's EventNetworkReached, where a call is routed outside and the switch reports it.
func networkReached(_ place: Arrival) -> [Clause] {
  guard !place.kinds.isDisjoint(with: .toOutside) else { return [] }
  return [
    a.receives(
      .networkReached, .thisDNRole(.origination), .otherDN(.target, .dialed), .otherDNRole(.destination, .dialed)
    )
    .only(.networkReported)
  ]
}
