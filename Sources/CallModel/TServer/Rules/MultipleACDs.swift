// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call Queued to Multiple ACDs)

private let section = "Basic Call Models, Multiple ACDs"
private let a = Who.caller, b = Who.from, c = Who.past, d = Who.called
private let groups = Who.groups

let multipleACDs: [Rule<Exchange>] =
  [
    Rule(
      "The call is queued at one more group", section, on: .queue, by: .idle,
      if: [.byGroup, .group, .groups, .facing(.queued)]
    ) {
      Here.travels(.groups)
      Who.actor.enters(as: .destination, .queued)
      Who.actor.receives(
        .queued, .thisQueue(.actor), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
  ]
  + Arrival.all.map { place in
    Rule(
      "One of the groups diverts the call to \(place.name)", section, on: .divert, .distribute, by: .queued,
      if: [.groups, place.kinds]
    ) {
      groups.leaves()
      place.enters(from: .actor, past: .lastGroup)
      othersAreToldOfTheDiversion(groups.before(.actor))
      // A slip of the source, as DECISIONS.md lists them: as printed the cell is like no other model's.
      Who.actor.receives(.diverted, .thisDNRole(.origination), .otherDN(.firstGroup), .otherDNRole(.destination)).only(
        .printed)
      Who.actor.receives(
        .diverted, .thisQueue(.actor), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional)
      ).only(.corrected)
      othersAreToldOfTheDiversion(groups.after(.actor))
      place.queueing()
    }
  } + [
    Rule("The agent of one of the groups rings", section, on: .ring, by: .offered, if: [.groups, .takesCalls]) {
      d.becomes(.ringing)
      d.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The agent of one of the groups answers", section, on: .answer, by: .ringing, .reached,
      if: [.groups, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      d.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(d), .otherDNRole(.destination), .callState(.ok))
      d.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The caller gives up in several queues", section + ", ** and ***", on: .release, byOneOf: .caller,
      if: [.pair, .groups, .facing(.queued)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(d), .callState(.ok))
      groups.receives(.abandoned, .thisQueue(.itself), .otherDN(a), .callState(.ok))
    },
    Rule(
      "The caller gives up before the agent of one of the groups rings", section + ", ****", on: .release,
      byOneOf: .caller,
      if: [.pair, .groups, .facing(.offered, .reached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(d), .callState(.ok))
    },
  ]
  + whileItRings("The call ends while the agent of one of the groups rings", section + ", *****", if: .groups) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(d), .callState(.ok))
    d.receives(.abandoned, .thisQueue(c), .otherDN(a), .callState(.ok)).only(.printed)
    d.receives(.abandoned, .thisQueue(b), .otherDN(a), .callState(.ok)).only(.corrected)
  }

/// Note a: Redirected only where agents are assigned to the groups directly.
private func othersAreToldOfTheDiversion(_ others: Several) -> Clause {
  others.receives(
    .diverted, .thisQueue(.itself), .thirdPartyDN(.target), .thirdPartyQueue(.actor),
    .callState(.redirected, .directAgents))
}
