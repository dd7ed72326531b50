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
    // A queue that has dialed a customer requests it in the same way.
    Row("The queue requests a route", on: .requestRoute, by: b, .queued, if: .hop(.routeQueue, .predictive)) {
      b.becomes(.routing)
      b.receives(.routeRequest, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    // Note a: with or without a TRouteCall.
    SameRow("A route is given", as: .routing)
    Row(
      "The route queue routes the call", on: .route, by: b, .routing, .treatmentAsked, .treated, .routeAsked, to: c,
      if: .asAsked, toDevices: .divertsOnRinging, decisions: 1, 23, 24
    ) {
      b.leaves()
      c.arrives(from: b)
      networkIsReached(a, calling: c).only(.networkReported).ifTarget(is: .external, .remote)
      isRoutedByQueue(b, from: a, to: c)
    }
    Row("The route queue's destination rings", on: .ring, by: c, .offered) {
      c.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("The route queue's destination answers", on: .answer, by: c, .ringing, if: .by(.extension)) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    // After a TRouteCall it is as in Routing (D25).
    Interruption(
      "* and **", "The caller gives up at the route queue", while: b, .queued, .routing, .treatmentAsked, .treated
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(a), .callState(.ok))
    }
    Interruption(
      "***", "The caller gives up before the route queue's destination rings", while: c, .offered, .reached
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
    }
    Interruption("****", "The call ends while the route queue's destination rings", while: c, .ringing) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(a), .callState(.ok))
    }
  }
}
