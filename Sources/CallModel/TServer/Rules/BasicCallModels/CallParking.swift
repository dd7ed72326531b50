// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Call Parking)

extension Section {
  static let callParking = Section(
    .basicCallModels, "Call Parking", hop: .direct, columns: Who.caller, Who.callee, Who.via
  ) { a, b, queue in
    let isParked = [
      a.receives(.destinationBusy, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
        .only(.parkingBusy),
      b.receives(.queued, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok)),
    ]

    SameRow("A call is made", as: .internalCall)
    Row(
      "The call is parked", on: .park, by: b, .offered, if: .notPredictive, .by(.extension), .facingCaller,
      decisions: 26
    ) {
      b.becomes(.parked)
      isParked
    }
    Row(
      "The parked call is picked up", on: .pickUp, by: b, .parked, if: .hop(.direct, .routingPoint), .handedOn,
      .toNoParty, decisions: 26
    ) {
      b.becomes(.ringing)
      b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    SameRow("The called party answers", as: .internalCall)
    Interruption("*", "The caller gives up while the call is parked", while: b, .parked, if: .anyHop) {
      a.receives(
        .released, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed), .callState(.ok)
      )
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
    }

    // The last hop decides: the device rings as it would have, had the call not been parked.
    Row(
      "A parked call from a queue is picked up", on: .pickUp, by: b, .parked, if: .hop(.group, .groups, .routeQueue),
      .toNoParty, derived: 26
    ) {
      b.becomes(.ringing)
      b.receives(
        .ringing, .thisQueue(queue), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok)
      )
    }
    // From then on the customer waits for this device as a caller does.
    Row(
      "The predictive call is parked", on: .park, by: b, .offered, if: .hop(.predictive), .by(.extension),
      .facingCaller,
      source: Source(.basicCallModels, "Call Parking").and(Source(.tServerModels, "Predictive Call", derived: 26, 58))
    ) {
      ThisCall.travels(.direct)
      b.becomes(.parked)
      isParked
    }
  }
}
