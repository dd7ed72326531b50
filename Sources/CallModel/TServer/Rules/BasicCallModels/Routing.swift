// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing)
// Its interruptions hold for the RouteQueue Case and for Routing Outbound too: the cells are the same.

extension Section {
  static let routing = Section(
    .basicCallModels, "Routing", hop: .routingPoint, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    let routed = Situation.hop(.routeQueue, .routingPoint)

    Row("A call is made", on: .makeCall, by: a, to: b, if: .to(.routingPoint)) {
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
      b.receives(.routeRequest, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row(
      "A route is given", on: .routeCall, by: b, .routing, .treatmentAsked, .treated, to: c, if: .anyHop, .toAnyone,
      .valueFits, decisions: 25
    ) {
      b.becomes(.routeAsked)
      b.asks(for: c)
    }
    Row(
      "The call is routed", on: .route, by: b, .routeAsked, to: c,
      if: .to(.extension, .acdGroup, .routeQueue, .routingPoint), .asAsked, decisions: 1, 23
    ) {
      b.leaves()
      c.arrives()
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c), .thirdPartyDNRole(.destination, .optional),
        .callState(.ok, .routeOK), .callState(.redirected, .routeRedirected), .referenceID.unlisted, .mode.unlisted)
    }
    // Notes a, b and c: without a TRouteCall ThirdPartyDN is optional, and CallState is Redirected.
    Row(
      "The call is routed by default", on: .route, by: b, .routing, .treatmentAsked, .treated, to: c,
      if: .to(.extension, .acdGroup, .routeQueue, .routingPoint), decisions: 23
    ) {
      b.leaves()
      c.arrives()
      b.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(c, .optional), .thirdPartyDNRole(.destination, .optional), .callState(.redirected, .routeListed))
    }
    Row("The destination rings", on: .ring, by: c, .offered) {
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("The destination answers", on: .answer, by: c, .ringing, if: routed, .by(.extension)) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption(
      "*", "The caller gives up before a route is given", while: b, .queued, .routing, .treatmentAsked, .treated,
      if: routed
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
    // Note a: EventError follows, to make the ReferenceID available.
    Interruption("**", "The caller gives up after a route is given", while: b, .routeAsked, if: routed, decisions: 25) {
      a.receives(.released, .otherDN(.asked), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
      b.receives(.error, .error(.noActiveCall), .referenceID)
    }
    Interruption("***", "The caller gives up before the destination rings", while: c, .offered, .reached, if: routed) {
      a.receives(.released, .otherDN(c), .callState(.ok))
    }
    Interruption("*** (the second)", "The call ends while the destination rings", while: c, .ringing, if: routed) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }
}
