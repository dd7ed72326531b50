// T-Server models, Predictive Call: the queue B dials the customer C, on behalf of an agent A that is not known yet.
// A customer with a DN of its own is told that its device rings and that it has answered. The agent's answer tells it
// nothing.

extension Section {
  /// Until the customer has answered.
  static let predictiveCall = Section(.tServerModels, "Predictive Call", columns: Who.partyA, Who.partyB) { b, c in
    let bothAreTold = [
      b.receives(.released, .otherDN(c), .callState(.ok)), c.receives(.abandoned, .otherDN(b), .callState(.ok)),
    ]
    let fromQueue = Situation.by(.acdGroup, .routeQueue), fromRoutingPoint = Situation.by(.routingPoint)

    Row(
      "A predictive call is made", on: .makePredictiveCall, by: b, .idle, to: c,
      for: [Variant("", fromQueue), Variant(" from a routing point", fromRoutingPoint)],
      if: .to(.external, .remote, .extension)
    ) {
      ThisCall.opens(.predictive).only(if: fromQueue)
      ThisCall.opens(.routingPoint).only(if: fromRoutingPoint)
      b.enters(as: .origination, .detecting)
      c.enters(as: .destination, .reached)
      b.receives(
        .dialing, .thisQueue(b), .thisDNRole(.origination), .otherDN(c, .dialed), .otherDNRole(.destination, .dialed))
    }
    Row(
      "The customer's device rings", on: .ring, by: c, .reached, if: .byDevice, .facing(.detecting), .takesCalls,
      derived: 53
    ) {
      c.becomes(.customerRinging)
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(b), .otherDNRole(.origination), .callState(.ok))
    }
    // The customer is the call's first party from now on, for which the call goes on.
    Row(
      "A person or a machine answers", on: .answer, by: c, .reached, .customerRinging,
      for: [
        Variant("", .hop(.predictive), decisions: 53, 56),
        Variant(" a call from a routing point", .hop(.routingPoint), derived: 1, 53, 56, 59),
      ], if: .facing(.detecting), .valueFits, .free
    ) {
      ThisCall.travels(.predictive).only(if: .hop(.routingPoint))
      c.becomes(.talking)
      b.leaves()
      b.enters(as: .origination, .queued).only(if: .hop(.predictive))
      b.enters(as: .origination, .routing).only(if: .hop(.routingPoint))
      b.receives(.queued, .thisQueue(b), .thisDNRole(.origination), .givenCallState(or: .ok))
        .only(if: .hop(.predictive))
      b.receives(
        .routeRequest, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .givenCallState(or: .ok).unlisted
      ).only(if: .hop(.routingPoint))
      c.receives(.established, .thisDNRole(.destination), .otherDN(b), .otherDNRole(.origination))
    }
    Row(
      "The customer's device takes no calls", on: .ring, by: c, .reached,
      if: .byDevice, .facing(.detecting), .undisturbed, .forwardsAll,
      source: Source(.tServerModels, "Predictive Call", at: "*").and(
        Source(.tServerModels, "Do-Not-Disturb", derived: 55))
    ) {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(c), .callState(.busy))
    }
    Row(
      "Something else answers", on: .answer, by: c, .reached, if: .facing(.detecting), .valueDoesNotFit, at: "*",
      decisions: 56
    ) {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(c), .givenCallState(or: .busy))
    }
    Row(
      "Something else answers after ringing", on: .answer, by: c, .customerRinging, if: .valueDoesNotFit,
      at: "*", derived: 2, 54, 56
    ) {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(c), .givenCallState(or: .busy))
      c.receives(.abandoned, .otherDN(b), .givenCallState(or: .busy))
    }
    Row("The customer is not reached", on: .busy, by: c, .reached, if: .facing(.detecting), at: "*") {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(c), .givenCallState(or: .busy))
    }
    Row("The customer does not answer", on: .timeOut, by: c, .reached, if: .facing(.detecting), at: "*", decisions: 48)
    {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(c), .callState(.noAnswer))
    }
    Row(
      "The customer does not answer while its device rings", on: .timeOut, by: c, .customerRinging,
      at: "*", derived: 2, 54
    ) {
      Who.everyone.leaves()
      bothAreTold.saying(.noAnswer)
    }
    Interruption("*", "The customer declines", by: c, .customerRinging, derived: 2, 54) { bothAreTold }
    Interruption("*", "The predictive call is cancelled", by: b, .detecting, if: .facing(.reached), derived: 54) {
      b.receives(.released, .otherDN(c), .callState(.ok))
    }
    Interruption(
      "*", "The predictive call is cancelled while the customer's device rings", by: b, .detecting,
      if: .facing(.customerRinging), derived: 54
    ) { bothAreTold }
  }

  /// Once the customer has answered.
  static let predictiveCallAnswered = Section(
    .tServerModels, "Predictive Call", hop: .predictive, columns: Who.caller, Who.via, Who.callee
  ) { c, b, a in
    Row("The predictive call is diverted", on: .divert, .distribute, by: b, .queued, to: a, decisions: 23, 58, 66) {
      b.leaves()
      a.arrives(from: b)
      b.receives(
        .diverted, .thisQueue(b), .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .thirdPartyDN(a, .optional), .thirdPartyDNRole(.origination, .optional))
    }
    Row("The agent rings for the predictive call", on: .ring, by: a, .offered) {
      a.receives(
        .ringing, .thisQueue(b).unlisted, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .callState(.ok))
    }
    SameRow("A handed-on call is answered", as: .handedOn)
    SameRow("The party that the call was handed on to answers a held call", as: .whileOnHold)
    Interruption(
      "**", "The customer gives up in the queue", while: b, .queued, .routing, .treatmentAsked, .treated,
      caller: .talking, .held, decisions: 1, 57
    ) {
      c.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(c), .callState(.ok))
    }
    Interruption(
      "**", "The customer gives up after a route is given", while: b, .routeAsked, caller: .talking,
      .held, derived: 25, 57
    ) {
      c.receives(.released, .otherDN(.asked), .callState(.ok))
      b.receives(.abandoned, .otherDN(c), .callState(.ok))
      b.receives(.error, .error(.noActiveCall), .referenceID)
    }
    SameRow("The caller gives up before a handed-on call rings", as: .handedOn)
    Interruption("***", "The predictive call ends while the agent rings", while: a, .ringing) {
      c.receives(.released, .otherDN(a), .callState(.ok))
      a.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(c), .callState(.ok))
    }
  }
}
