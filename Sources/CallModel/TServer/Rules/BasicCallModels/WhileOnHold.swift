// Basic Call Models, Connection-Establishing Phase While On Hold (Internal/Outbound Call)

extension Section {
  static let whileOnHold = Section(.basicCallModels, "While On Hold", columns: Who.caller, Who.callee) { a, b in
    // OtherDN is the DN that EventReleased would name at that moment.
    Row("The caller holds …", on: .hold, by: a, .dialing, .talking, for: beforeTheAnswer, if: .pair, decisions: 8, 12) {
      a.holds()
      a.receives(.held, .otherDN(b))
    }
    Row(
      "The caller holds …, then retrieves it", on: .retrieve, by: a, .dialingHeld, .held, for: beforeTheAnswer,
      if: .pair, .free, decisions: 12
    ) {
      a.retrieves()
      a.receives(.retrieved, .otherDN(b), .callState(.ok))
    }
    Row(
      "The caller holds a diverted call before the agent rings", on: .hold, by: a, .dialing, .talking,
      if: .pair, .hop(.group), .facing(.offered, .reached), decisions: 12
    ) {
      a.holds()
      a.receives(.held, .otherDN(.from))
    }
    Row(
      "The caller holds a diverted call before the agent rings, then retrieves it", on: .retrieve,
      by: a, .dialingHeld, .held, if: .pair, .hop(.group), .facing(.offered, .reached), .free, decisions: 12
    ) {
      a.retrieves()
      a.receives(.retrieved, .otherDN(.from), .callState(.ok))
    }
    Row(
      "The caller holds the call after a route is given", on: .hold, by: a, .dialing, .talking,
      if: .pair, .facing(.routeAsked), decisions: 12
    ) {
      a.holds()
      a.receives(.held, .otherDN(.asked))
    }
    Row(
      "The caller holds the call after a route is given, then retrieves it", on: .retrieve,
      by: a, .dialingHeld, .held, if: .pair, .facing(.routeAsked), .free, decisions: 12
    ) {
      a.retrieves()
      a.receives(.retrieved, .otherDN(.asked), .callState(.ok))
    }
    Row(
      "The caller retrieves the call and hears busy", on: .retrieve, by: .actor, .hearingBusyHeld, if: .free,
      derived: 14
    ) {
      Who.actor.becomes(.hearingBusy)
      Who.actor.receives(.retrieved, .otherDN(.asked), .callState(.ok))
    }
    Row(
      "The called party answers a held call", on: .answer, by: b, .ringing, .reached,
      if: .hop(.direct, .routeQueue, .routingPoint), .by(.extension), .facing(.dialingHeld, .held), .free, decisions: 9
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    }
    Row(
      "The outside party answers a held call", on: .answer, by: b, .ringing, .reached,
      if: .hop(.outside, .routeQueue, .routingPoint), .by(.remote, .external), .facing(.dialingHeld, .held), .free,
      decisions: 9, 24
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkSimulated)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    }
    Row(
      "A handed-on call is answered while held", on: .answer, by: b, .ringing, .reached,
      if: .handedOn, .facing(.dialingHeld, .held), .free, derived: 13, 34
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    }
    // Roles apart, a queued call lists what its own model lists.
    Row(
      "The agent answers a held call", on: .answer, by: b, .ringing, .reached,
      if: .hop(.group), .facing(.dialingHeld, .held), .free, decisions: 13
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .thisQueue(.from), .otherDN(a))
    }
    Row(
      "An agent of one of the groups answers a held call", on: .answer, by: b, .ringing, .reached,
      if: .hop(.groups), .facing(.dialingHeld, .held), .free, decisions: 13
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b), .callState(.ok))
      b.receives(.established, .otherDN(a), .callState(.ok))
    }
  }

  private static let beforeTheAnswer = [
    Variant(
      "an unanswered call",
      [.hop(.direct, .outside, .groups, .predictive), .handedOn, .facing(.offered, .reached)]),
    Variant("an unanswered routed call", [.hop(.routeQueue, .routingPoint), .facing(.offered, .reached)]),
    Variant(
      "a waiting or ringing call",
      .facing(.queued, .parked, .routing, .treatmentAsked, .treated, .unreached, .ringing)),
  ]
}
