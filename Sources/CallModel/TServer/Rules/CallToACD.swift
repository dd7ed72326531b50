// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

private let section = "Basic Call Models, Call to ACD"
private let a = Who.caller, b = Who.from, c = Who.called

extension Placement {
  static let toGroup = Placement("an ACD group", section, .group, .group)
}

let callToACD: [Rule<Exchange>] =
  [Placement.toGroup.rule]
  + Arrival.all.map { place in
    Rule(
      "The group diverts the call to \(place.name)", section, on: .divert, .distribute, by: .queued,
      if: [.group, place.kinds]
    ) {
      Who.actor.leaves()
      place.enters(from: .actor)
      Who.actor.receives(
        .diverted, .thisQueue(.actor), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target, .optional), .thirdPartyDNRole(.destination, .optional))
      place.queueing()
    }
  } + [
    Rule("The agent rings", section, on: .ring, by: .offered, if: [.group, .takesCalls]) {
      c.becomes(.ringing)
      c.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The agent answers", section, on: .answer, by: .ringing, .reached,
      if: [.group, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      c.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule(
      "The caller gives up in the queue", section + ", *", on: .release, byOneOf: .caller,
      if: [.pair, .group, .facing(.queued)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .thisQueue(c, .corrected), .unlistedThisQueue(c), .otherDN(a), .callState(.ok))
    },
    Rule(
      "The caller gives up before the agent rings", section + ", **", on: .release, byOneOf: .caller,
      if: [.pair, .group, .facing(.offered, .reached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(b), .callState(.ok))
    },
  ]
  + whileItRings("The call ends while the agent rings", section + ", ***", if: .group) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(c), .callState(.ok))
    c.receives(.abandoned, .unlistedThisQueue(b), .otherDN(a), .callState(.ok))
  }
