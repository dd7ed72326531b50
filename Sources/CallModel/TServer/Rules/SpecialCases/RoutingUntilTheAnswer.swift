// T-Server models, Routing until the Answer: the routing point or route queue B routes A's call to C, and keeps it
// until C answers. Then B is told what Basic Call Models print of a routed call. If C does not take it, B may route it
// again.

extension Section {
  static let routingUntilTheAnswer = Section(
    .tServerModels, "Routing until the Answer", columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    let isLeft = [
      a.receives(.released, .otherDN(.asked), .callState(.ok)), b.receives(.abandoned, .otherDN(a), .callState(.ok)),
    ]
    let routeHasFailed = b.receives(.error, .error(.noActiveCall), .referenceID)
    let cIsTold = Who.informed.after(b).receives(.abandoned, .otherDN(a), .callState(.ok))

    Row(
      "The call is offered", on: .route, by: b, .routeAsked, to: c,
      if: .hop(.routingPoint, .routeQueue), .toDevice, .toExternal, .asAsked, only: .divertsOnAnswer, derived: 113
    ) {
      b.becomes(.routed)
      c.arrives(from: b)
    }
    Row(
      "The call is offered by default", on: .route, by: b, .routing, .treatmentAsked, .treated, to: c,
      if: .hop(.routingPoint, .routeQueue), .toDevice, .toExternal, only: .divertsOnAnswer, derived: 113
    ) {
      b.becomes(.routedByDefault)
      b.asks(for: c)
      c.arrives(from: b)
    }
    Row(
      "… answers", on: .answer, by: c, .ringing, .reached, for: destinations,
      if: .facing(.dialing, .talking), .free, only: .divertsOnAnswer, derived: 113
    ) {
      a.connects()
      c.becomes(.talking)
      // The caller may have been connected before.
      isTakenByTheAnswer(b, from: .opposite, to: c)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row(
      "… answers a held call", on: .answer, by: c, .ringing, .reached, for: destinations,
      if: .facing(.dialingHeld, .held), .free, only: .divertsOnAnswer, derived: 13, 113
    ) {
      a.connects()
      c.becomes(.talking)
      // The caller may have been connected before.
      isTakenByTheAnswer(b, from: .opposite, to: c)
      a.receives(.established, .otherDN(c))
      c.receives(.established, .otherDN(a))
    }
    Interruption(
      "**", "The caller gives up while a requested route waits for the answer", while: b, .routed,
      if: .awaited, only: .divertsOnAnswer, derived: 2, 115, source: Source(.basicCallModels, "Routing")
    ) {
      isLeft
      routeHasFailed
      cIsTold
    }
    Interruption(
      "**", "The caller gives up while a default route waits for the answer", while: b, .routedByDefault,
      if: .awaited, only: .divertsOnAnswer, derived: 2, 115, source: Source(.basicCallModels, "Routing")
    ) {
      isLeft
      cIsTold
    }
    Row(
      "The destination clears the call", on: .clearCall, by: c, .ringing,
      for: [
        Variant(" of a requested route", .awaitedByRequest), Variant(" of a default route", .awaitedByDefault),
      ], only: .divertsOnAnswer, derived: 42, 115
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
      routeHasFailed.only(if: .awaitedByRequest)
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }

  /// The destination does not take the call: B waits for another route, and A hears nothing.
  static let routesThatFail = Section(
    .tServerModels, "Routing until the Answer", columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    // The call is where it was before it was routed, however it has been handed on since.
    let isGone = [
      c.leaves(), b.becomes(.routing), b.aims(at: .noParty),
      ThisCall.travels(.routingPoint).only(if: [.pointAwaits, .pointAwaitsByDefault]),
      ThisCall.travels(.routeQueue).only(if: [.queueAwaits, .queueAwaitsByDefault]),
    ]
    let isReleased = c.receives(.released, .otherDN(a), .callState(.ok))
    let bIsTold = b.receives(.error, .error(.incorrectObjectState), .referenceID).only(if: .awaitedByRequest)
    let routes = [
      Variant("a routing point", .pointAwaits),
      Variant("a routing point with a default route", .pointAwaitsByDefault),
      Variant("a route queue", .queueAwaits), Variant("a route queue with a default route", .queueAwaitsByDefault),
    ]

    // With CallState NoAnswer the same cells say that it does not answer in time.
    routes.map { route in
      .interruption(
        Interruption(
          nil, route.name(of: "The destination of … declines"), by: c, .ringing, if: route.situation,
          only: .divertsOnAnswer, derived: 114
        ) { (isGone + [isReleased, bIsTold]).present(in: route.situation) })
    }
    Row(
      "The outside destination of … does not answer", on: .timeOut, by: c, .reached, for: routes,
      only: .divertsOnAnswer, derived: 48, 114
    ) {
      isGone
      bIsTold
    }
    Row(
      "The destination of … is busy", on: .busy, by: c, .offered, .reached, for: routes, if: .staysBusy,
      only: .divertsOnAnswer, derived: 114
    ) {
      isGone
      bIsTold
    }
    Row(
      "The destination of … is not to be disturbed", on: .ring, by: c, .offered, for: routes, if: .undisturbed,
      only: .divertsOnAnswer, source: Source(.tServerModels, "Do-Not-Disturb", derived: 44, 114)
    ) {
      isGone
      bIsTold
    }
  }
}

extension Section {
  private static let inside = Situation.byExtension, outside = Situation.by(.remote, .external)
  /// Outside, and without a device that handed the call on.
  private static let routedOutside = outside.union(.hop(.routingPoint, .routeQueue))

  static let whoWaits = [
    Variant("a routing point", .pointAwaits), Variant("a routing point with a default route", .pointAwaitsByDefault),
    Variant("a route queue", [.queueAwaits, .queueAwaitsByDefault]),
  ]

  /// Whose destination it is that answers, and where.
  private static let destinations = whoWaits.flatMap { waiting in
    [
      Variant("The destination of \(waiting.name)", waiting.situation.union(inside)),
      Variant("The outside destination of \(waiting.name)", waiting.situation.union(routedOutside), derived: 24),
      Variant(
        "The outside party behind the destination of \(waiting.name)",
        waiting.situation.union(outside).union(.hop(.direct)).union(.handedOn), derived: 33),
    ]
  }

  /// C's answer takes A's call from B; the network is reached only now.
  private static func isTakenByTheAnswer(_ b: Who, from a: Who, to c: Who) -> [Clause] {
    [b.leaves(), networkIsReached(a, calling: c).only(if: routedOutside)]
      + isTaken(b, from: a, to: c, if: inside)
      + isTaken(b, from: a, to: c, ok: .routeOutsideOK, listed: .routeOutsideListed, if: outside)
  }

  /// The call leaves B in this situation, with the cells of Basic Call Models.
  static func isTaken(
    _ b: Who, from a: Who, to c: Who, ok: Footnote = .routeOK, listed: Footnote = .routeListed,
    if situation: Situation = []
  ) -> [Clause] {
    let queueWaits: Situation = [.queueAwaits, .queueAwaitsByDefault]
    return [
      isRouted(b, from: a, to: c, ok: ok).only(if: situation.union(.pointAwaits)),
      isRoutedByDefault(b, from: a, to: c, listed: listed).only(if: situation.union(.pointAwaitsByDefault)),
    ] + isRoutedByQueue(b, from: a, to: c).only(if: situation.union(queueWaits))
  }
}
