// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call)

extension Section {
  static let internalCall = Section(
    .basicCallModels, "Internal/Inbound Call", hop: .direct, columns: Who.caller, Who.callee
  ) { a, b in
    Row("A call is made", on: .makeCall, by: a, to: b, if: .to(.extension)) {
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
    }
    Row("The called party rings", on: .ring, by: b, .offered) {
      b.receives(.ringing, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("The called party answers", on: .answer, by: b, .ringing) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(b), .otherDNRole(.destination))
      b.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption("*", "The caller gives up before the called party rings", while: b, .offered) {
      a.receives(.released, .thisDNRole(.origination), .callState(.ok))
    }
    Interruption("**", "The called party is busy", on: .busy, while: b, .offered, decisions: 10) {
      a.receives(.destinationBusy, .thisDNRole(.origination), .givenCallState(or: .busy))
    }
    Interruption(
      "after **", "The caller hears busy and hangs up", by: a, .hearingBusy, .hearingBusyHeld, if: .notOutside,
      decisions: 21
    ) {
      a.receives(.released, .thisDNRole(.origination), .callState(.ok))
    }
    Interruption("***", "The call ends while the called party rings", while: b, .ringing) {
      a.receives(
        .released, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed), .callState(.ok)
      )
      b.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }
}
