// Basic Call Models, Connection-Establishing Phase (Outbound Call)

extension Section {
  static let outboundCall = Section(
    .basicCallModels, "Outbound Call", hop: .outside, columns: Who.caller, Who.callee
  ) { a, b in
    Row(
      "A call is made", on: .makeCall, by: a, to: b, named: "any outside party", if: .toOutside,
      only: .networkReported, decisions: 109
    ) {
      b.enters(as: .destination, .unreached)
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
    }.alsoArriving(only: .networkSimulated)
    Row(
      "The call to … reaches the network", on: .reachNetwork, by: b, .unreached,
      for: [
        Variant("an outside party", .by(.external)),
        Variant("a monitored outside party", .by(.remote), decisions: 22),
      ], if: .anyHop
    ) {
      b.becomes(.reached).only(if: .by(.external))
      b.becomes(.offered).only(if: .by(.remote))
      networkIsReached(a, calling: b)
    }
    // Note a: if the switch does not report the network, EventNetworkReached comes right before EventEstablished.
    Row("The outside party answers", on: .answer, by: b, .reached, .ringing) {
      networkIsReached(a, calling: b).only(.networkSimulated)
      a.receives(.established, .thisDNRole(.origination), .otherDN(b, .optional), .otherDNRole(.destination, .optional))
      b.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption(
      "* and ***", "The caller gives up the outbound call", while: b, .unreached, .offered, .reached,
      caller: .dialing, .dialingHeld
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
    Interruption(
      "**", "The outside destination is busy", on: .busy, while: b, .unreached, caller: .dialing, .dialingHeld,
      decisions: 10
    ) {
      a.receives(.destinationBusy, .otherDN(b), .givenCallState(or: .busy))
    }
    Interruption(
      "**", "The outside destination is busy; the network is not reported", on: .busy, while: b, .offered, .reached,
      caller: .dialing, .dialingHeld, only: .networkSimulated, decisions: 10
    ) {
      a.receives(.destinationBusy, .otherDN(b), .givenCallState(or: .busy))
    }
    Interruption("after **", "The outbound caller hears busy and hangs up", by: a, .hearingBusy, .hearingBusyHeld) {
      a.receives(.released, .otherDN(.asked), .callState(.ok))
    }
    Interruption(
      nil, "The outside destination is busy after the network is reached", on: .busy, while: b, .offered, .reached,
      caller: .dialing, .dialingHeld, only: .networkReported,
      source: Source(.tServerModels, "Outbound Call to a Busy Destination", decisions: 1)
    ) {
      a.receives(
        .destinationBusy, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed),
        .givenCallState(or: .busy).unlisted)
    }
    // A monitored outside party rings as a device does.
    Row("The outside party rings", on: .ring, by: b, .offered, derived: 22) {
      b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Interruption("***", "The outbound call ends while the outside party rings", while: b, .ringing) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }
}
