// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

private let section = "Basic Call Models, Call to ACD"
private let a = Who.caller, b = Who.from, c = Who.called

let callToACD: [Rule<Exchange>] =
  [
    Rule("A call is made to an ACD group", section, on: .makeCall, by: .idle, if: [.byDevice, .byExternal, .toGroup, .free]) {
      Here.opens(.group)
      a.enters(as: .origination, .dialing)
      Who.target.enters(as: .destination, .queued)
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(.target, .dialed), .otherDNRole(.destination, .dialed))
      Arrival.group.queueing
    }
  ]
  + Arrival.all.map { place in
    Rule("The group diverts the call to \(place.name)", section, on: .divert, by: .queued, if: [.group, place.kinds]) {
      Who.actor.leaves()
      place.enters(from: .actor)
      Who.actor.receives(
        .diverted, .thisQueue(.actor), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional))
      place.queueing
    }
  } + [
    Rule("The agent rings", section, on: .ring, by: .offered, if: .group) {
      c.becomes(.ringing)
      c.receives(.ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule("The agent answers", section, on: .answer, by: .ringing, .reached, if: [.group, .facing(.dialing), .free]) {
      a.becomes(.talking)
      c.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule("The caller gives up in the queue", section + ", *", on: .release, by: .dialing, .dialingHeld, if: [.group, .facing(.queued)]) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .thisQueue(c, .corrected), .otherDN(a), .callState(.ok))
    },
    Rule(
      "The caller gives up before the agent rings", section + ", **", on: .release, by: .dialing, .dialingHeld,
      if: [.group, .facing(.offered, .reached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(b), .callState(.ok))
    },
    Rule(
      "The call ends while the agent rings", section + ", ***", on: .release, by: .dialing, .dialingHeld, .ringing,
      if: [.group, .facing(.ringing, .dialing, .dialingHeld)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    },
  ]
