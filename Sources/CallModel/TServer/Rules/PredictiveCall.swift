// T-Server models, Predictive Call: b dials, on behalf of an agent a who is not known yet, the customer c.
// Once c has answered it is the call's first party, for which the call goes on. A customer with a DN of its own is
// told that its device rings and that it has answered; the agent's answer tells it nothing.

private let section = "T-Server models, Predictive Call"
private let b = Who.actor, c = Who.caller

let predictiveCall = dialing + answers + failures + diversion

private let dialing: [Rule<Exchange>] =
  [
    ("", Situation([.byGroup, .byRouteQueue]), Path.predictive),
    (" from a routing point", .byRoutingPoint, .routingPoint),
  ].map { name, kinds, path in
    Rule(
      "A predictive call is made\(name)", section, on: .makePredictiveCall, by: .idle,
      if: kinds.union([.toOutside, .toExtension])
    ) {
      Here.opens(path)
      b.enters(as: .origination, .detecting)
      Who.target.enters(as: .destination, .reached)
      b.receives(
        .dialing, .thisQueue(b), .thisDNRole(.origination), .otherDN(.target, .dialed),
        .otherDNRole(.destination, .dialed))
    }
  }

private let answers: [Rule<Exchange>] = [
  Rule(
    "The customer's device rings", section + ", derived", on: .ring, by: .reached,
    if: [.byDevice, .facing(.detecting), .takesCalls]
  ) {
    customer.becomes(.customerRinging)
    customer.receives(
      .ringing, .thisDNRole(.destination), .otherDN(queue), .otherDNRole(.origination), .callState(.ok))
  },
  Rule(
    "A person or a machine answers", section, on: .answer, by: .reached, .customerRinging,
    if: [.predictive, .facing(.detecting), .asUsual, .free]
  ) {
    waits(as: .queued)
    queue.receives(.queued, .thisQueue(queue), .thisDNRole(.origination), .givenCallState(or: .ok))
    customerHasAnswered
  },
  Rule(
    "A person or a machine answers a routing point", section + ", derived", on: .answer, by: .reached,
    .customerRinging, if: [.routingPoint, .facing(.detecting), .asUsual, .free]
  ) {
    Here.travels(.predictive)
    waits(as: .routing)
    queue.receives(
      .routeRequest, .thisDNRole(.origination), .otherDN(customer), .otherDNRole(.destination),
      .givenUnlistedCallState(or: .ok))
    customerHasAnswered
  },
]

private let failures: [Rule<Exchange>] = [
  Rule(
    "The customer's device takes no calls", section + ", *; Do-Not-Disturb, derived", on: .ring, by: .reached,
    if: [.byDevice, .facing(.detecting), .undisturbed, .forwardsAll]
  ) {
    fails(.callState(.busy))
  },
  Rule("Something else answers", section + ", *", on: .answer, by: .reached, if: [.facing(.detecting), .otherwise]) {
    fails(.givenCallState(or: .busy))
  },
  Rule(
    "Something other than a person or a machine answers after the ringing", section + ", *, derived", on: .answer,
    by: .customerRinging,
    if: .otherwise
  ) {
    fails(.givenCallState(or: .busy))
    customer.receives(.abandoned, .otherDN(queue), .givenCallState(or: .busy))
  },
  Rule("The customer is not reached", section + ", *", on: .busy, by: .reached, if: .facing(.detecting)) {
    fails(.givenCallState(or: .busy))
  },
  Rule("The customer does not answer", section + ", *", on: .timeOut, by: .reached, if: .facing(.detecting)) {
    fails(.callState(.noAnswer))
  },
  Rule(
    "The customer does not answer while its device rings", section + ", *, derived", on: .timeOut, by: .customerRinging
  ) {
    fails(.callState(.noAnswer))
    customer.receives(.abandoned, .otherDN(queue), .callState(.noAnswer))
  },
  Rule("The customer declines", section + ", *, derived", on: .release, by: .customerRinging) {
    fails(.callState(.ok))
    customer.receives(.abandoned, .otherDN(queue), .callState(.ok))
  },
  Rule(
    "The predictive call is given up", section + ", *, derived", on: .release, by: .detecting, if: .facing(.reached)
  ) {
    Who.everyone.leaves()
    b.receives(.released, .otherDN(.opposite), .callState(.ok))
  },
  Rule(
    "The predictive call is given up while the customer's device rings", section + ", *, derived", on: .release,
    by: .detecting, if: .facing(.customerRinging)
  ) {
    Who.everyone.leaves()
    b.receives(.released, .otherDN(.opposite), .callState(.ok))
    Who.opposite.receives(.abandoned, .otherDN(b), .callState(.ok))
  },
]

private let diversion: [Rule<Exchange>] = Arrival.all.map { place in
  Rule(
    "The predictive call is diverted to \(place.name)", section, on: .divert, .distribute, by: .queued,
    if: [.predictive, place.kinds]
  ) {
    b.leaves()
    goesOn(to: place)
    b.receives(
      .diverted, .thisQueue(b), .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination),
      .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.origination, .optional))
    place.queueing()
  }
}

/// Before the answer: the customer, who acts, and the queue that dials.
private let customer = Who.actor, queue = Who.opposite

private func waits(as state: PartyState) -> [Clause] {
  [customer.becomes(.talking), queue.leaves(), queue.enters(as: .origination, state)]
}

private let customerHasAnswered = customer.receives(
  .established, .thisDNRole(.destination), .otherDN(queue), .otherDNRole(.origination))

/// To an agent on whose behalf the call was made; or to a place where the customer waits as any caller.
func goesOn(to place: Arrival) -> [Clause] {
  place.path == nil
    ? place.enters(as: .origination, from: .nobody) : place.enters(from: .nobody) + [c.plays(.origination)]
}

private func fails(_ state: Value) -> [Clause] {
  [Who.everyone.leaves(), queue.receives(.released, .otherDN(customer), state)]
}

/// From the queue to the agent.
let predictiveCallAnswered: [Rule<Exchange>] = {
  let (a, b, c) = (Who.called, Who.actor, Who.caller)
  return [
    Rule("The agent rings for the customer", section, on: .ring, by: .offered, if: [.predictive, .takesCalls]) {
      a.becomes(.ringing)
      a.receives(.ringing, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination), .callState(.ok))
    },
    Rule(
      "The agent answers the customer", section, on: .answer, by: .ringing, .reached,
      if: [.predictive, .facing(.talking), .free]
    ) {
      a.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
    },
    Rule(
      "The agent answers the customer, who holds", section + "; Basic Call Models, While On Hold, derived", on: .answer,
      by: .ringing, .reached, if: [.predictive, .facing(.held), .free]
    ) {
      a.becomes(.talking)
      a.receives(.established, .otherDN(c))
    },
    Rule(
      "The customer gives up in the queue", section + ", **", on: .release, by: .talking, .held,
      if: [.pair, .predictive, .facing(.queued, .routing, .treatmentAsked, .treated)]
    ) {
      Who.everyone.leaves()
      c.receives(.released, .otherDN(a), .callState(.ok))
      a.receives(.abandoned, .unlistedThisQueue(a), .otherDN(c), .callState(.ok))
    },
    Rule(
      "The customer gives up when a route has been given", section + ", **, derived", on: .release, by: .talking, .held,
      if: [.pair, .predictive, .facing(.routeAsked)]
    ) {
      Who.everyone.leaves()
      c.receives(.released, .otherDN(.asked), .callState(.ok))
      a.receives(.abandoned, .otherDN(c), .callState(.ok))
      a.receives(.error, .error(.noActiveCall), .referenceID)
    },
    Rule(
      "The customer gives up before the agent rings", section + ", derived", on: .release, by: .talking, .held,
      if: [.pair, .predictive, .facing(.offered, .reached)]
    ) {
      Who.everyone.leaves()
      c.receives(.released, .otherDN(a), .callState(.ok))
    },
  ]
    + whileItRings("The call ends while the agent rings for the customer", section + ", ***", if: .predictive) {
      Who.everyone.leaves()
      c.receives(.released, .otherDN(a), .callState(.ok))
      a.receives(.abandoned, .otherDN(c), .callState(.ok))
    }
}()
