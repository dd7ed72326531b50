// Basic Call Models, Connection-Establishing Phase While On Hold (Internal/Outbound Call)

private let section = "Basic Call Models, While On Hold"
private let a = Who.caller, b = Who.called

let whileOnHold: [Rule<Exchange>] =
  // OtherDN is whom EventReleased would name at that moment.
  [
    (
      "The caller holds before the answer",
      Situation([.direct, .outside, .groups, .handedOn, .predictive, .facing(.offered, .reached)]), b
    ),
    (
      "The caller of a routed call holds before the answer", [.routeQueue, .routingPoint, .facing(.offered, .reached)],
      b
    ),
    (
      "The caller holds while it is waited for",
      .facing(.queued, .parked, .routing, .treatmentAsked, .treated, .unreached, .ringing), b
    ),
    ("The caller of a diverted call holds before the agent rings", [.group, .facing(.offered, .reached)], .from),
    ("The caller holds when a route has been given", .facing(.routeAsked), .asked),
  ].flatMap { name, situation, other in
    [
      Rule(name, section, on: .hold, by: .dialing, .talking, if: situation.union(.pair)) {
        a.holds()
        a.receives(.held, .otherDN(other))
      },
      Rule(
        name + ", and retrieves", section, on: .retrieve, by: .dialingHeld, .held, if: situation.union([.pair, .free])
      ) {
        a.retrieves()
        a.receives(.retrieved, .otherDN(other), .callState(.ok))
      },
    ]
  } + [
    Rule("The caller retrieves a busy tone", section + ", derived", on: .retrieve, by: .hearingBusyHeld, if: .free) {
      Who.actor.becomes(.hearingBusy)
      Who.actor.receives(.retrieved, .otherDN(.asked), .callState(.ok))
    },
    Rule(
      "The call is answered while held", section, on: .answer, by: .ringing, .reached,
      if: [.direct, .routeQueue, .routingPoint, .byExtension, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    },
    Rule(
      "The party outside answers while held", section, on: .answer, by: .ringing, .reached,
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
      "The call that was handed on is answered while held", section + ", derived", on: .answer, by: .ringing, .reached,
      if: [.handedOn, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .otherDN(a))
    },
    // Roles apart, a queued call lists what its own model lists.
    Rule(
      "The agent answers while held", section, on: .answer, by: .ringing, .reached,
      if: [.group, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b))
      b.receives(.established, .thisQueue(.from), .otherDN(a))
    },
    Rule(
      "The agent of one of the groups answers while held", section, on: .answer, by: .ringing, .reached,
      if: [.groups, .facing(.dialingHeld, .held), .free]
    ) {
      a.becomes(.held)
      b.becomes(.talking)
      a.receives(.established, .otherDN(b), .callState(.ok))
      b.receives(.established, .otherDN(a), .callState(.ok))
    },
  ]
