// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Routing)

extension Section {
  static let routing = Section(
    .basicCallModels, "Routing", hop: .routingPoint, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    Row("A call is made", on: .makeCall, by: a, to: b, if: .to(.routingPoint), decisions: 107) {
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
      b.receives(.routeRequest, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    // The printed TRouteCall: EventRouteUsed comes only once the switch has routed the call.
    Row(
      "A route is given", on: .routeCall, by: b, .routing, .treatmentAsked, .treated, to: c, if: .anyHop, .toAnyone,
      .valueFits, decisions: 25
    ) {
      b.becomes(.routeAsked)
      b.asks(for: c)
    }
    Row(
      "The call is routed", on: .route, by: b, .routeAsked, to: c,
      if: .to(.extension, .acdGroup, .routeQueue, .routingPoint), .asAsked, toDevices: .divertsOnRinging,
      decisions: 1, 23
    ) {
      b.leaves()
      c.arrives()
      isRouted(b, from: a, to: c, ok: .routeOK)
    }
    // Notes a, b and c: without a TRouteCall ThirdPartyDN is optional, and CallState is Redirected.
    Row(
      "The call is routed by default", on: .route, by: b, .routing, .treatmentAsked, .treated, to: c,
      if: .to(.extension, .acdGroup, .routeQueue, .routingPoint), toDevices: .divertsOnRinging, decisions: 23
    ) {
      b.leaves()
      c.arrives()
      isRoutedByDefault(b, from: a, to: c, listed: .routeListed)
    }
    Row("The destination rings", on: .ring, by: c, .offered, if: .by(.extension)) {
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("The destination answers", on: .answer, by: c, .ringing, if: .by(.extension)) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption(
      "*", "The caller gives up before a route is given", while: b, .queued, .routing, .treatmentAsked, .treated
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
    // Note a: EventError follows, to make the ReferenceID available. No other table has such a row for a route queue.
    Interruption(
      "**", "The caller gives up after a route is given", while: b, .routeAsked, if: .hop(.routingPoint, .routeQueue),
      decisions: 25
    ) {
      a.receives(.released, .otherDN(.asked), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
      b.receives(.error, .error(.noActiveCall), .referenceID)
    }
    Interruption("***", "The caller gives up before the destination rings", while: c, .offered, .reached) {
      a.receives(.released, .otherDN(c), .callState(.ok))
    }
    // The manual prints `***` twice.
    Interruption("*** (the second)", "The call ends while the destination rings", while: c, .ringing) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }
}
