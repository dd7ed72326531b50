// T-Server models, Predictive Call: b dials, on behalf of an agent a who is not known yet, the customer c.
// Once c has answered it is the call's first party: the one for whom it goes on.

private let section = "T-Server models, Predictive Call"
private let b = Who.actor, c = Who.caller

let predictiveCall: [Rule<Exchange>] =
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
  + [
    Rule(
      "A person or a machine answers", section, on: .answer, by: .reached,
      if: [.predictive, .facing(.detecting), .asUsual, .free]
    ) {
      waits(as: .queued)
      Who.opposite.receives(.queued, .thisQueue(.opposite), .thisDNRole(.origination), .givenCallState(or: .ok))
    },
    Rule(
      "A person or a machine answers a routing point", section + ", derived", on: .answer, by: .reached,
      if: [.routingPoint, .facing(.detecting), .asUsual, .free]
    ) {
      Here.travels(.predictive)
      waits(as: .routing)
      Who.opposite.receives(
        .routeRequest, .thisDNRole(.origination), .otherDN(.actor), .otherDNRole(.destination),
        .givenUnlistedCallState(or: .ok))
    },
    Rule("Something else answers", section + ", *", on: .answer, by: .reached, if: [.facing(.detecting), .otherwise]) {
      fails(.givenCallState(or: .busy))
    },
    Rule("The customer is not reached", section + ", *", on: .busy, by: .reached, if: .facing(.detecting)) {
      fails(.givenCallState(or: .busy))
    },
    Rule("The customer does not answer", section + ", *", on: .timeOut, by: .reached, if: .facing(.detecting)) {
      fails(.callState(.noAnswer))
    },
    Rule("The predictive call is given up", section + ", *, derived", on: .release, by: .detecting) {
      Who.everyone.leaves()
      b.receives(.released, .otherDN(.opposite), .callState(.ok))
    },
  ]
  + Arrival.all.map { place in
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

private func waits(as state: PartyState) -> [Clause] {
  let queue = Who.opposite
  return [Who.actor.becomes(.talking), queue.leaves(), queue.enters(as: .origination, state)]
}

/// To an agent on whose behalf the call was made; or to a place where the customer waits as any caller.
func goesOn(to place: Arrival) -> [Clause] {
  place.path == nil
    ? place.enters(as: .origination, from: .nobody) : place.enters(from: .nobody) + [c.plays(.origination)]
}

private func fails(_ state: Value) -> [Clause] {
  [Who.everyone.leaves(), Who.opposite.receives(.released, .otherDN(.actor), state)]
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
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
    },
    Rule(
      "The agent answers the customer, who holds", section + "; Basic Call Models, While On Hold, derived", on: .answer,
      by: .ringing, .reached, if: [.predictive, .facing(.held), .free]
    ) {
      a.becomes(.talking)
      c.receives(.established, .otherDN(a))
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
