// T-Server models, Predictive Call: b dials, on behalf of an agent a who is not known yet, the customer c.
// A customer with a DN of its own is told that its device rings and that it has answered; the agent's answer tells it
// nothing.

/// Before the answer: the queue that dials, and the customer.
private let queue = Who.opposite, customer = Who.actor

extension Section {
  static let predictiveCall = Section(.tServerModels, "Predictive Call") {
    Row(
      "A predictive call is made", on: .makePredictiveCall, by: .actor, .idle, to: .target,
      if: .by(.acdGroup, .routeQueue), .to(.external, .remote, .extension)
    ) {
      isDialed(.predictive)
    }
    Row(
      "A predictive call is made from a routing point", on: .makePredictiveCall, by: .actor, .idle, to: .target,
      if: .by(.routingPoint), .to(.external, .remote, .extension)
    ) {
      isDialed(.routingPoint)
    }
    Row(
      "The customer's device rings", on: .ring, by: customer, .reached, if: .byDevice, .facing(.detecting), .takesCalls,
      at: "derived, D53"
    ) {
      customer.becomes(.customerRinging)
      customer.receives(
        .ringing, .thisDNRole(.destination), .otherDN(queue), .otherDNRole(.origination), .callState(.ok))
    }
    Row(
      "A person or a machine answers", on: .answer, by: customer, .reached, .customerRinging,
      if: .hop(.predictive), .facing(.detecting), .valueFits, .free
    ) {
      waits(as: .queued)
      queue.receives(.queued, .thisQueue(queue), .thisDNRole(.origination), .givenCallState(or: .ok))
      customer.receives(.established, .thisDNRole(.destination), .otherDN(queue), .otherDNRole(.origination))
    }
    Row(
      "A person or a machine answers a call from a routing point", on: .answer, by: customer, .reached,
      .customerRinging,
      if: .hop(.routingPoint), .facing(.detecting), .valueFits, .free, at: "derived, D53, D56, D59"
    ) {
      ThisCall.travels(.predictive)
      waits(as: .routing)
      queue.receives(
        .routeRequest, .thisDNRole(.origination), .otherDN(customer), .otherDNRole(.destination),
        .givenCallState(or: .ok).unlisted)
      customer.receives(.established, .thisDNRole(.destination), .otherDN(queue), .otherDNRole(.origination))
    }
    Row(
      "The customer's device takes no calls", on: .ring, by: customer, .reached,
      if: .byDevice, .facing(.detecting), .undisturbed, .forwardsAll, at: "*; Do-Not-Disturb, derived, D55"
    ) {
      fails(.callState(.busy))
    }
    Row(
      "Something else answers", on: .answer, by: customer, .reached, if: .facing(.detecting), .valueDoesNotFit, at: "*"
    ) {
      fails(.givenCallState(or: .busy))
    }
    Row(
      "Something else answers after ringing", on: .answer, by: customer,
      .customerRinging, if: .valueDoesNotFit, at: "*, derived, D2, D54, D56"
    ) {
      fails(.givenCallState(or: .busy))
      customer.receives(.abandoned, .otherDN(queue), .givenCallState(or: .busy))
    }
    Row("The customer is not reached", on: .busy, by: customer, .reached, if: .facing(.detecting), at: "*") {
      fails(.givenCallState(or: .busy))
    }
    Row("The customer does not answer", on: .timeOut, by: customer, .reached, if: .facing(.detecting), at: "*") {
      fails(.callState(.noAnswer))
    }
    Row(
      "The customer does not answer while its device rings", on: .timeOut, by: customer, .customerRinging,
      at: "*, derived, D2, D54"
    ) {
      fails(.callState(.noAnswer))
      customer.receives(.abandoned, .otherDN(queue), .callState(.noAnswer))
    }
    Interruption("*, derived, D2, D54", "The customer declines", by: customer, .customerRinging) {
      queue.receives(.released, .otherDN(customer), .callState(.ok))
      customer.receives(.abandoned, .otherDN(queue), .callState(.ok))
    }
    // The queue acts, and the customer is the other party.
    Interruption("*, derived, D54", "The predictive call is cancelled", by: .actor, .detecting, if: .facing(.reached)) {
      Who.actor.receives(.released, .otherDN(.opposite), .callState(.ok))
    }
    Interruption(
      "*, derived, D54", "The predictive call is cancelled while the customer's device rings", by: .actor, .detecting,
      if: .facing(.customerRinging)
    ) {
      Who.actor.receives(.released, .otherDN(.opposite), .callState(.ok))
      Who.opposite.receives(.abandoned, .otherDN(.actor), .callState(.ok))
    }
  }

  /// Once the customer has answered it is the call's first party, for which the call goes on.
  static let predictiveCallAnswered = Section(.tServerModels, "Predictive Call", hop: .predictive) { c, b, a in
    Row("The predictive call is diverted", on: .divert, .distribute, by: b, .queued, to: a) {
      b.leaves()
      arrives(a, for: c)
      b.receives(
        .diverted, .thisQueue(b), .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
        .thirdPartyDN(a, .optional), .thirdPartyDNRole(.origination, .optional))
    }
    Row("The agent rings for the predictive call", on: .ring, by: a, .offered) {
      a.receives(.ringing, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination), .callState(.ok))
    }
    Row("The agent answers the predictive call", on: .answer, by: a, .ringing, .reached, if: .facing(.talking), .free) {
      a.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
    }
    Row(
      "The agent answers while the customer holds", on: .answer, by: a, .ringing, .reached, if: .facing(.held), .free,
      source: Source(.tServerModels, "Predictive Call").and(.basicCallModels, "While On Hold", "derived, D13, D53")
    ) {
      a.becomes(.talking)
      a.receives(.established, .otherDN(c))
    }
    Interruption(
      "**", "The customer gives up in the queue", while: b, .queued, .routing, .treatmentAsked, .treated,
      caller: .talking, .held
    ) {
      c.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(c), .callState(.ok))
    }
    Interruption(
      "**, derived, D25, D57", "The customer gives up after a route is given", while: b, .routeAsked, caller: .talking,
      .held
    ) {
      c.receives(.released, .otherDN(.asked), .callState(.ok))
      b.receives(.abandoned, .otherDN(c), .callState(.ok))
      b.receives(.error, .error(.noActiveCall), .referenceID)
    }
    Interruption(
      "derived, D2, D57", "The customer gives up before the agent rings", while: a, .offered, .reached,
      caller: .talking, .held
    ) {
      c.receives(.released, .otherDN(a), .callState(.ok))
    }
    Interruption("***", "The predictive call ends while the agent rings", while: a, .ringing) {
      c.receives(.released, .otherDN(a), .callState(.ok))
      a.receives(.abandoned, .otherDN(c), .callState(.ok))
    }
  }
}

private func isDialed(_ hop: Hop) -> [Clause] {
  [
    ThisCall.opens(hop), Who.actor.enters(as: .origination, .detecting), Who.target.enters(as: .destination, .reached),
    Who.actor.receives(
      .dialing, .thisQueue(.actor), .thisDNRole(.origination), .otherDN(.target, .dialed),
      .otherDNRole(.destination, .dialed)),
  ]
}

private func waits(as state: PartyState) -> [Clause] {
  [customer.becomes(.talking), queue.leaves(), queue.enters(as: .origination, state)]
}

private func fails(_ state: Value) -> [Clause] {
  [Who.everyone.leaves(), queue.receives(.released, .otherDN(customer), state)]
}

/// An agent comes into the call on whose behalf it was made; in a queue the customer waits as any caller.
func arrives(_ agent: Who, for customer: Who) -> [Clause] {
  [
    agent.arrives(as: .origination).ifTarget(is: .extension, .remote, .external),
    agent.arrives().ifTarget(is: .acdGroup, .routeQueue, .routingPoint),
    customer.plays(.origination).ifTarget(is: .acdGroup, .routeQueue, .routingPoint),
  ]
}
