// Basic Call Models, Connection-Establishing Phase (Outbound Call)

private let section = "Basic Call Models, Outbound Call"
private let a = Who.caller, b = Who.called

extension Placement {
  static let outside = [
    Placement(
      "any party outside", section, .outside, .external, kinds: .toOutside, state: .unreached, only: .networkReported),
    Placement("a monitored party outside", section, .outside, .remote, only: .networkSimulated),
    Placement("a party outside", section, .outside, .external, only: .networkSimulated),
  ]
}

let outboundCall: [Rule<Exchange>] =
  Placement.outside.map(\.rule)
  + [
    ("a party outside", Situation.byExternal, PartyState.reached), ("a monitored party outside", .byRemote, .offered),
  ].map { party, kind, state in
    Rule("The network towards \(party) is reached", section, on: .reachNetwork, by: .unreached, if: kind) {
      b.becomes(state)
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
    }
  } + [
    // A party outside that is monitored rings as any other.
    Rule("The party outside rings", section, on: .ring, by: .offered, if: [.outside, .takesCalls]) {
      b.becomes(.ringing)
      b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The party outside answers", section, on: .answer, by: .reached, .ringing,
      if: [.outside, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      b.becomes(.talking)
      // Note a: simulated right before EventEstablished.
      a.receives(.networkReached, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
        .only(.networkSimulated)
      a.receives(.established, .thisDNRole(.origination), .otherDN(b, .optional), .otherDNRole(.destination, .optional))
      b.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule(
      "The destination outside is busy", section + ", **", on: .busy, by: .unreached,
      if: [.outside, .facing(.dialing, .dialingHeld), .staysBusy]
    ) {
      a.hearsBusy()
      b.leaves()
      a.receives(.destinationBusy, .otherDN(b), .givenCallState(or: .busy))
    },
    Rule(
      "The destination outside is busy where the network is not reported", section + ", **", on: .busy, by: .offered,
      .reached,
      if: [.outside, .facing(.dialing, .dialingHeld), .staysBusy], only: .networkSimulated
    ) {
      a.hearsBusy()
      b.leaves()
      a.receives(.destinationBusy, .otherDN(b), .givenCallState(or: .busy))
    },
    Rule(
      "The destination outside is busy after the network", "T-Server models, Outbound Call to a Busy Destination",
      on: .busy,
      by: .offered, .reached, if: [.outside, .facing(.dialing, .dialingHeld), .staysBusy], only: .networkReported
    ) {
      a.hearsBusy()
      b.leaves()
      a.receives(
        .destinationBusy, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed),
        .givenUnlistedCallState(or: .busy))
    },
    Rule(
      "The caller hangs up on busy outside", section + ", after **", on: .release, by: .hearingBusy, .hearingBusyHeld,
      if: .outside
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(.asked), .callState(.ok))
    },
    Rule(
      "The caller gives up the outbound call", section + ", * and ***", on: .release, by: .dialing, .dialingHeld,
      if: [.outside, .facing(.unreached, .offered, .reached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(b), .callState(.ok))
    },
  ]
  + whileItRings("The outbound call ends while it rings", section + ", ***", if: .outside) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(b), .callState(.ok))
    b.receives(.abandoned, .otherDN(a), .callState(.ok))
  }
