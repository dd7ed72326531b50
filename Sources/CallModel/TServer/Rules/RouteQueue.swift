// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing - RouteQueue Case)

private let section = "Basic Call Models, Routing, RouteQueue Case"
private let a = Who.caller, b = Who.actor, c = Who.called

let routeQueueCase: [Rule<Exchange>] =
  [
    Rule("A call is made to a route queue", section, on: .makeCall, by: .idle, if: [.byDevice, .byExternal, .toRouteQueue, .free]) {
      Here.opens(.routeQueue)
      a.enters(as: .origination, .dialing)
      Who.target.enters(as: .destination, .queued)
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(.target), .otherDNRole(.destination))
      Arrival.routeQueue.queueing
    },
    Rule("The route queue asks for a route", section, on: .requestRoute, by: .queued, if: .routeQueue) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
  ]
  + Arrival.all.map { place in
    // Note a: with or without a TRouteCall.
    Rule(
      "The route queue routes to \(place.name)", section, on: .route, by: .routing, .routeAsked, if: [.routeQueue, .asAsked, place.kinds]
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
      place.queueing
    }
  } + [
    Rule("The destination of the route queue rings", section, on: .ring, by: .offered, if: .routeQueue) {
      c.becomes(.ringing)
      c.receives(.ringing, .thisQueue(.from), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
  ]
