// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing - RouteQueue Case)

private let section = "Basic Call Models, Routing, RouteQueue Case"
private let a = Who.caller, b = Who.actor, c = Who.called

extension Placement {
  /// Its EventDialing lists OtherDN without `*DIAL`.
  static let toRouteQueue = Placement("a route queue", section, .routeQueue, .routeQueue, dialed: .none)
}

let routeQueueCase: [Rule<Exchange>] =
  [
    Placement.toRouteQueue.rule,
    Rule("The route queue asks for a route", section, on: .requestRoute, by: .queued, if: .routeQueue) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
  ]
  + Arrival.all.map { place in
    // Note a: with or without a TRouteCall.
    Rule(
      "The route queue routes to \(place.name)", section, on: .route, by: .routing, .treatmentAsked, .treated,
      .routeAsked, if: [.routeQueue, .asAsked, place.kinds]
    ) {
      b.leaves()
      place.enters(from: b)
      networkReached(place)
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional), .unlistedReferenceID)
      b.receives(
        .diverted, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional))
      place.queueing()
    }
  } + [
    Rule("The destination of the route queue rings", section, on: .ring, by: .offered, if: [.routeQueue, .takesCalls]) {
      c.becomes(.ringing)
      c.receives(
        .ringing, .thisQueue(.from), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok)
      )
    }
  ]
