// A call that was transferred in a single step or before it rang, redirected or forwarded, from there to the answer.
// It is answered and given up as in the basic models.

extension Section {
  static let handedOn = Section(.tServerModels, "Single-Step Transfer", columns: Who.caller, Who.callee) { a, c in
    Row("A transferred call rings", on: .ring, by: c, .offered, if: .hop(.transferred), decisions: 31) {
      c.receives(.ringing, .otherDN(a), .callState(.transferred))
    }
    Row(
      "A redirected call rings", on: .ring, by: c, .offered, if: .hop(.redirected),
      source: Source(.tServerModels, "Redirect", decisions: 33)
    ) {
      c.receives(.ringing, .otherDN(a).unlisted, .callState(.redirected))
    }
    Row(
      "A forwarded call rings", on: .ring, by: c, .offered, if: .hop(.forwarded),
      source: Source(.tServerModels, "Call Forwarding", derived: 33)
    ) {
      c.receives(.ringing, .otherDN(a), .callState(.forwarded))
    }
    Row(
      "A handed-on call is answered", on: .answer, by: c, .ringing, .reached, if: .handedOn, .predictive,
      source: Source(.basicCallModels, "Internal/Inbound Call", derived: 31, 33, 34, 53, 103)
    ) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption(
      "***", "The caller gives up before a handed-on call rings", while: c, .offered, .reached,
      .unreached, if: .handedOn, .predictive, derived: 34, 57, source: Source(.basicCallModels, "Routing")
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
    }
    Interruption(
      "*** (the second)", "A handed-on call ends while it rings", while: c, .ringing,
      if: .handedOn, derived: 11, 34, 110, source: Source(.basicCallModels, "Routing")
    ) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .otherDN(a), .callState(.ok))
    }
  }
}
