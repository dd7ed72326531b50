// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call with Call Parking)

private let section = "Basic Call Models, Call Parking"
private let a = Who.caller, b = Who.called

let callParking: [Rule<Exchange>] = [
  Rule("The call is parked", section, on: .park, by: .offered, if: [.byExtension, .facingCaller, .notPredictive]) {
    isParked()
  },
  // From then on the customer is a caller, who waits for this device.
  Rule(
    "The predictive call is parked", section + "; T-Server models, Predictive Call, derived", on: .park, by: .offered,
    if: [.byExtension, .facingCaller, .predictive]
  ) {
    Here.travels(.direct)
    a.plays(.origination)
    b.plays(.destination)
    isParked()
  },
  Rule(
    "The parked call is picked up", section, on: .pickUp, by: .parked,
    if: [.toNobody, .direct, .routingPoint, .handedOn]
  ) {
    b.becomes(.ringing)
    b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
  },
  // The last hop decides: the device rings as it would have, had the call not been parked.
  Rule(
    "The call from a queue is picked up", section, on: .pickUp, by: .parked,
    if: [.toNobody, .group, .groups, .routeQueue]
  ) {
    b.becomes(.ringing)
    b.receives(
      .ringing, .thisQueue(.from), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
  },
  Rule(
    "The caller gives up while parked", section + ", *", on: .release, byOneOf: .caller,
    if: [.facing(.parked), .pair]
  ) {
    Who.everyone.leaves()
    a.receives(
      .released, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed), .callState(.ok))
    b.receives(.abandoned, .otherDN(a), .callState(.ok))
  },
]

private func isParked() -> [Clause] {
  [
    b.becomes(.parked),
    a.receives(.destinationBusy, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
      .only(.parkingBusy),
    b.receives(.queued, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok)),
  ]
}
