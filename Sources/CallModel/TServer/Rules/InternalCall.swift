// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call)

private let section = "Basic Call Models, Internal/Inbound Call"
private let a = Who.caller, b = Who.called

let internalCall: [Rule<Exchange>] = [
  Rule("A call is made to a device", section, on: .makeCall, by: .idle, if: [.byDevice, .byExternal, .toExtension, .free]) {
    Here.opens(.direct)
    a.enters(as: .origination, .dialing)
    Who.target.enters(as: .destination, .offered)
    a.receives(.dialing, .thisDNRole(.origination), .otherDN(.target, .dialed), .otherDNRole(.destination, .dialed))
  },
  Rule("The called party rings", section, on: .ring, by: .offered, if: .direct) {
    b.becomes(.ringing)
    b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
  },
  Rule("The called party answers", section, on: .answer, by: .ringing, if: [.direct, .facing(.dialing), .free]) {
    a.becomes(.talking)
    b.becomes(.talking)
    a.receives(.established, .thisDNRole(.origination), .otherDN(b), .otherDNRole(.destination))
    b.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
  },
  Rule("The caller gives up before it rings", section + ", *", on: .release, by: .dialing, .dialingHeld, if: [.direct, .facing(.offered)]) {
    Who.everyone.leaves()
    a.receives(.released, .thisDNRole(.origination), .callState(.ok))
  },
  Rule("The called party is busy", section + ", **", on: .busy, by: .offered, if: [.direct, .facing(.dialing, .dialingHeld)]) {
    a.hearsBusy()
    b.leaves()
    a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState)
  },
  Rule("The caller hangs up on busy", section + ", after **", on: .release, by: .hearingBusy, .hearingBusyHeld, if: .notOutside) {
    Who.everyone.leaves()
    a.receives(.released, .thisDNRole(.origination), .callState(.ok))
  },
  Rule(
    "The call ends while it rings", section + ", ***", on: .release, by: .dialing, .dialingHeld, .ringing,
    if: [.direct, .facing(.ringing, .dialing, .dialingHeld)]
  ) {
    Who.everyone.leaves()
    a.receives(.released, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed), .callState(.ok))
    b.receives(.abandoned, .otherDN(a), .callState(.ok))
  },
]
