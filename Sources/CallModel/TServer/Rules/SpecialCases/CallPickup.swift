// Derived: a call that rings is picked up by another device.

private let a = Who.caller, c = Who.target, d = Who.actor

let callPickup: [Rule<Exchange>] = [
  Rule(
    "Another device picks up the ringing call", "T-Server models, Call Pickup, derived, D49, D58", on: .pickUp,
    by: .idle,
    if: [.byDevice, .toParty, .facing(.ringing)]
  ) {
    c.leaves()
    d.enters(as: .destination, .ringing)
    ThisCall.travels(.direct)
    // In a predictive call it was the other way round.
    a.plays(.origination)
    c.receives(.abandoned, .otherDN(a), .callState(.pickedUp))
    d.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.pickedUp))
  }
]
