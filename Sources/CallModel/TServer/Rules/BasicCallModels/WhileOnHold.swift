// Basic Call Models, Connection-Establishing Phase While On Hold (Internal/Outbound Call)

private let section = "Basic Call Models, While On Hold"
private let a = Who.caller, b = Who.called

let whileOnHold: [Rule<Exchange>] =
  // OtherDN is the DN that EventReleased would name at that moment.
  [
    (
      "The caller holds an unanswered call",
      Situation([.direct, .outside, .groups, .handedOn, .predictive, .facing(.offered, .reached)]), b
    ),
    (
      "The caller holds an unanswered routed call", [.routeQueue, .routingPoint, .facing(.offered, .reached)],
      b
    ),
    (
      "The caller holds a waiting or ringing call",
      .facing(.queued, .parked, .routing, .treatmentAsked, .treated, .unreached, .ringing), b
    ),
    ("The caller holds a diverted call before the agent rings", [.group, .facing(.offered, .reached)], .from),
    ("The caller holds the call after a route is given", .facing(.routeAsked), .asked),
  ].flatMap { name, situation, other in
    [
      Rule(name, section, on: .hold, by: .dialing, .talking, if: situation.union(.pair)) {
        a.holds()
        a.receives(.held, .otherDN(other))
      },
      Rule(
        name + ", then retrieves it", section, on: .retrieve, by: .dialingHeld, .held,
        if: situation.union([.pair, .free])
      ) {
        a.retrieves()
        a.receives(.retrieved, .otherDN(other), .callState(.ok))
      },
    ]
  } + [
    Rule(
      "The caller retrieves the call and hears busy", section + ", derived, D14", on: .retrieve, by: .hearingBusyHeld,
      if: .free
    ) {
      Who.actor.becomes(.hearingBusy)
      Who.actor.receives(.retrieved, .otherDN(.asked), .callState(.ok))
    },
    Rule(
      "The called party answers a held call", section, on: .answer, by: .ringing, .reached,
      if: [.direct, .routeQueue, .routingPoint, .byExtension, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    },
    Rule(
      "The outside party answers a held call", section, on: .answer, by: .ringing, .reached,
      if: [.outside, .routeQueue, .routingPoint, .byRemote, .byExternal, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkSimulated)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    },
    Rule(
      "A handed-on call is answered while held", section + ", derived, D13, D34", on: .answer, by: .ringing, .reached,
      if: [.handedOn, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    },
    // Roles apart, a queued call lists what its own model lists.
    Rule(
      "The agent answers a held call", section, on: .answer, by: .ringing, .reached,
      if: [.group, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .thisQueue(.from), .otherDN(a))
    },
    Rule(
      "An agent of one of the groups answers a held call", section, on: .answer, by: .ringing, .reached,
      if: [.groups, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b), .callState(.ok))
      b.receives(.established, .otherDN(a), .callState(.ok))
    },
  ]
