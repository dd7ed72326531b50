// T-Server models, Call Forwarding, Redirect and Call Pickup, while the routing point or route queue B waits for C to
// answer A's call. C hands the call on to D: B waits for D instead. A queue or a routing point takes it from B at once.

extension Section {
  static let routedCallsHandedOn = Section(
    .tServerModels, "Routing until the Answer", columns: Who.caller, Who.via, Who.callee, Who.target
  ) { a, b, c, d in
    let forwarding = Source(.tServerModels, "Call Forwarding", derived: 45, 116)
    let otherForwarding = Source(.tServerModels, "Call Forwarding", derived: 46, 116)
    let redirection = Source(.tServerModels, "Redirect", derived: 33, 116)

    Row(
      "The call is forwarded while a route waits for the answer", on: .ring, by: c, .offered, to: d,
      if: .forwardsAll, .awaited, .toDevice, .toExternal, only: .divertsOnAnswer,
      source: forwarding
    ) {
      c.handsOn()
      d.arrives(from: b, hop: .forwarded)
      b.aims(at: d)
    }
    Row(
      "The call is forwarded away from …", on: .ring, by: c, .offered, to: d, for: whoWaits,
      if: .forwardsAll, .to(.acdGroup, .routeQueue, .routingPoint), only: .divertsOnAnswer,
      source: forwarding
    ) {
      b.leaves()
      c.leaves()
      d.arrives(hop: .forwarded)
      isTaken(b, from: a, to: d)
    }
    Row(
      "The call is forwarded on busy while a route waits for the answer", on: .busy, by: c, .offered, to: d,
      if: .forwardsBusy, .awaited, .toDevice, .toExternal, only: .divertsOnAnswer,
      source: otherForwarding
    ) {
      c.handsOn()
      d.arrives(from: b, hop: .forwarded)
      b.aims(at: d)
    }
    Row(
      "The call is forwarded on busy away from …", on: .busy, by: c, .offered, to: d, for: whoWaits,
      if: .forwardsBusy, .to(.acdGroup, .routeQueue, .routingPoint), only: .divertsOnAnswer,
      source: otherForwarding
    ) {
      b.leaves()
      c.leaves()
      d.arrives(hop: .forwarded)
      isTaken(b, from: a, to: d)
    }
    Row(
      "The call is forwarded on no answer while a route waits for the answer", on: .timeOut, by: c, .ringing, to: d,
      if: .forwardsUnanswered, .awaited, .toDevice, .toExternal, only: .divertsOnAnswer,
      source: otherForwarding
    ) {
      c.handsOn()
      d.arrives(from: b, hop: .forwarded)
      b.aims(at: d)
      c.receives(.released, .thirdPartyDN(d), .thirdPartyDNRole(.destination), .callState(.forwarded))
    }
    Row(
      "The call is forwarded on no answer away from …", on: .timeOut, by: c, .ringing, to: d, for: whoWaits,
      if: .forwardsUnanswered, .to(.acdGroup, .routeQueue, .routingPoint), only: .divertsOnAnswer,
      source: otherForwarding
    ) {
      b.leaves()
      c.leaves()
      d.arrives(hop: .forwarded)
      isTaken(b, from: a, to: d)
      d.hears(of: a)
      c.receives(.released, .thirdPartyDN(d), .thirdPartyDNRole(.destination), .callState(.forwarded))
    }
    Row(
      "A ringing call is redirected while a route waits for the answer", on: .redirectCall, by: c, .ringing, to: d,
      if: .pair, .awaited, .toDevice, .toExternal, only: .divertsOnAnswer,
      source: redirection
    ) {
      c.handsOn()
      d.arrives(from: b, hop: .redirected)
      b.aims(at: d)
      c.receives(.released, .thirdPartyDN(d), .thirdPartyDNRole(.destination), .callState(.redirected))
    }
    Row(
      "A ringing call is redirected away from …", on: .redirectCall, by: c, .ringing, to: d, for: whoWaits,
      if: .pair, .to(.acdGroup, .routeQueue, .routingPoint), only: .divertsOnAnswer,
      source: redirection
    ) {
      b.leaves()
      c.leaves()
      d.arrives(hop: .redirected)
      isTaken(b, from: a, to: d)
      d.hears(of: a)
      c.receives(.released, .thirdPartyDN(d), .thirdPartyDNRole(.destination), .callState(.redirected))
    }
  }

  /// C picks up the call that rings at D.
  static let routedCallsPickedUp = Section(
    .tServerModels, "Call Pickup", columns: Who.caller, Who.via, Who.target, Who.actor
  ) { a, b, c, d in
    Row(
      "Another device picks up the call while a route waits for the answer", on: .pickUp, by: d, .idle, to: c,
      if: .byDevice, .toParty, .facing(.ringing), .awaited, only: .divertsOnAnswer, derived: 49, 116
    ) {
      c.handsOn()
      d.enters(for: c, .ringing, from: b)
      d.takesQueue()
      b.aims(at: d)
      ThisCall.travels(.direct)
      c.receives(.abandoned, .otherDN(a), .callState(.pickedUp))
      d.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.pickedUp))
    }
  }
}
