// T-Server models, Call Pickup: C picks up the call with which A makes B ring.

extension Section {
  static let callPickup = Section(
    .tServerModels, "Call Pickup", columns: Who.caller, Who.target, Who.actor
  ) { a, b, c in
    Row(
      "Another device picks up the ringing call", on: .pickUp, by: c, .idle, to: b,
      if: .byDevice, .toParty, .facing(.ringing), .unawaited, derived: 49, 58
    ) {
      b.handsOn()
      c.enters(for: b, .ringing)
      c.takesQueue()
      ThisCall.travels(.direct)
      b.receives(.abandoned, .otherDN(a), .callState(.pickedUp))
      c.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.pickedUp))
    }
  }
}
