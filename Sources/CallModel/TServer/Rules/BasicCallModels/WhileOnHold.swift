// Basic Call Models, Connection-Establishing Phase While On Hold (Internal/Outbound Call)

extension Section {
  static let whileOnHold = Section(
    .basicCallModels, "While On Hold", columns: Who.caller, Who.callee, Who.via
  ) { a, b, queue in
    // No party holds yet (D8).
    SameRow("A call is made", as: .internalCall)
    SameRow("The called party rings", as: .internalCall)
    Row(
      "The caller holds a ringing call", on: .hold, by: a, .dialing, .talking, if: .pair, .facing(.ringing),
      decisions: 8
    ) {
      a.holds()
      a.receives(.held, .otherDN(b))
    }
    Row(
      "The called party answers a held call", on: .answer, by: b, .ringing, .reached,
      if: .hop(.direct, .routeQueue, .routingPoint), .by(.extension), .facing(.dialingHeld, .held), .free, decisions: 9
    ) {
      a.connects()
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    }
    SameRow("A party retrieves the call", as: .holdAndRetrieve)
    // The cells are the same if the caller retrieves the call before the answer.
    Row(
      "The caller retrieves a ringing call", on: .retrieve, by: a, .dialingHeld, .held, if: .pair, .facing(.ringing),
      .free, decisions: 12
    ) {
      a.retrieves()
      a.receives(.retrieved, .otherDN(b), .callState(.ok))
    }

    // Derived: at other moments OtherDN is the DN that EventReleased would name, and other calls list what their own
    // models list, except for roles.
    let diverted: Situation = [.hop(.group), .facing(.offered, .reached)]
    let others: Situation = [
      .hop(.direct, .outside, .groups, .routeQueue, .routingPoint, .predictive), .handedOn, .facing(.offered, .reached),
    ]
    let outside = Situation.hop(.outside, .routeQueue, .routingPoint)
    let waiting = Situation.facing(.queued, .parked, .routing, .treatmentAsked, .treated, .unreached)
    let routed = Situation.facing(.routeAsked, .routed, .routedByDefault)
    let moments = [
      Variant("a waiting call", waiting), Variant("an unanswered call", others),
      Variant("a diverted call before the agent rings", diverted),
      Variant("the call after a route is given", routed),
    ]
    let named = [
      Value.otherDN(b).only(if: waiting), .otherDN(b).only(if: others), .otherDN(queue).only(if: diverted),
      .otherDN(.asked).only(if: routed),
    ]
    Row("The caller holds …", on: .hold, by: a, .dialing, .talking, for: moments, if: .pair, derived: 12) {
      a.holds()
      a.receives(.held, named)
    }
    Row(
      "The caller retrieves …", on: .retrieve, by: a, .dialingHeld, .held, for: moments, if: .pair, .free, derived: 12
    ) {
      a.retrieves()
      a.receives(.retrieved, named + [.callState(.ok)])
    }
    Row(
      "The caller retrieves the call and hears busy", on: .retrieve, by: .actor, .hearingBusyHeld, if: .free,
      derived: 14
    ) {
      Who.actor.becomes(.hearingBusy)
      Who.actor.receives(.retrieved, .otherDN(.asked), .callState(.ok))
    }
    Row(
      "… a held call", on: .answer, by: b, .ringing, .reached,
      for: [
        Variant("The outside party answers", [outside, .by(.remote, .external)], derived: 13, 24),
        Variant("The agent answers", .hop(.group), derived: 13),
        Variant("An agent of one of the groups answers", .hop(.groups), derived: 13),
        Variant("The party that the call was handed on to answers", [.handedOn, .predictive], derived: 13, 34, 53),
      ], if: .facing(.dialingHeld, .held), .free
    ) {
      a.connects()
      b.becomes(.talking)
      networkIsReached(a, calling: b).only(.networkSimulated).only(if: outside)
      a.receives(.established, .otherDN(b), .callState(.ok).only(if: .hop(.groups)))
      b.receives(
        .established, .thisQueue(queue).only(if: .hop(.group)), .otherDN(a), .callState(.ok).only(if: .hop(.groups)))
    }
  }
}
