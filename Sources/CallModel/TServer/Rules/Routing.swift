// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing)
// Its interruptions hold for the RouteQueue Case and for Routing Outbound too: the cells are the same.

private let section = "Basic Call Models, Routing"
private let a = Who.caller, b = Who.actor, c = Who.called
private let routed: Situation = [.routeQueue, .routingPoint]

extension Placement {
  static let toRoutingPoint = Placement("a routing point", section, .routingPoint, .routingPoint)
}

let routing: [Rule<Exchange>] =
  [
    Placement.toRoutingPoint.rule,
    Rule(
      "A route is given", section, on: .routeCall, by: .routing, .treatmentAsked, .treated, if: [.toAnyone, .asUsual]
    ) {
      b.becomes(.routeAsked)
      b.asks(for: .target)
    },
  ]
  + Arrival.inside.flatMap { place in
    [
      Rule(
        "The call is routed to \(place.name)", section, on: .route, by: .routeAsked,
        if: [.routingPoint, .asAsked, place.kinds]
      ) {
        b.leaves()
        place.enters(from: .nobody)
        b.receives(
          .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
          .thirdPartyDN(.target), .thirdPartyDNRole(.destination, .optional),
          .callState(.ok, .routeOK), .callState(.redirected, .routeRedirected), .unlistedReferenceID)
        place.queueing()
      },
      // Notes a, b and c: without a TRouteCall ThirdPartyDN is optional, and CallState is Redirected.
      Rule(
        "The switch routes by default to \(place.name)", section, on: .route, by: .routing, .treatmentAsked, .treated,
        if: [.routingPoint, place.kinds]
      ) {
        b.leaves()
        place.enters(from: .nobody)
        b.receives(
          .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
          .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional),
          .callState(.redirected, .routeListed))
        place.queueing()
      },
    ]
  } + [
    Rule("The destination rings", section, on: .ring, by: .offered, if: [.routingPoint, .takesCalls]) {
      c.becomes(.ringing)
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The destination answers", section, on: .answer, by: .ringing,
      if: [routed, .byExtension, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      c.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule(
      "The caller gives up before a route is given", section + ", *", on: .release, byOneOf: .caller,
      if: [.pair, routed, .facing(.queued, .routing, .treatmentAsked, .treated)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    },
    // Note a: EventError follows, to make the ReferenceID available.
    Rule(
      "The caller gives up when a route has been given", section + ", **", on: .release, byOneOf: .caller,
      if: [.pair, routed, .facing(.routeAsked)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(.asked), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
      c.receives(.error, .error(.noActiveCall), .referenceID)
    },
    Rule(
      "The caller gives up before the destination rings", section + ", ***", on: .release, byOneOf: .caller,
      if: [.pair, routed, .facing(.offered, .reached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
    },
  ]
  + whileItRings("The call ends while the destination rings", section + ", *** (the second)", if: routed) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(c), .callState(.ok))
    c.receives(.abandoned, .otherDN(a), .callState(.ok))
  }
