// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call)

private let section = "Basic Call Models, Internal/Inbound Call"
private let a = Who.caller, b = Who.called

extension Placement {
  static let toDevice = Placement("a device", section, .direct, .device)
}

let internalCall: [Rule<Exchange>] =
  [
    Placement.toDevice.rule,
    Rule("The called party rings", section, on: .ring, by: .offered, if: [.direct, .takesCalls]) {
      b.becomes(.ringing)
      b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The called party answers", section, on: .answer, by: .ringing, if: [.direct, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      b.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(b), .otherDNRole(.destination))
      b.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule(
      "The caller gives up before it rings", section + ", *", on: .release, byOneOf: .caller,
      if: [.pair, .direct, .facing(.offered)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .thisDNRole(.origination), .callState(.ok))
    },
    Rule(
      "The called party is busy", section + ", **", on: .busy, by: .offered, if: [.direct, .facingCaller, .staysBusy]
    ) {
      a.hearsBusy()
      b.leaves()
      a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState(or: .busy))
    },
    Rule(
      "The caller hangs up on busy", section + ", after **", on: .release, by: .hearingBusy, .hearingBusyHeld,
      if: .notOutside
    ) {
      Who.everyone.leaves()
      a.receives(.released, .thisDNRole(.origination), .callState(.ok))
    },
  ]
  + whileItRings("The call ends while it rings", section + ", ***", if: .direct) {
    Who.everyone.leaves()
    a.receives(
      .released, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed), .callState(.ok))
    b.receives(.abandoned, .otherDN(a), .callState(.ok))
  }
