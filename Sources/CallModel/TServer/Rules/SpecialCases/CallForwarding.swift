// T-Server models, Call Forwarding and Do-Not-Disturb: how the DN B is set, and what it does with a call of A that is
// delivered to it.

extension Section {
  static let callForwarding = Section(.tServerModels, "Call Forwarding") {
    let a = Who.caller, b = Who.actor, c = Who.target
    let doNotDisturb = Source(.tServerModels, "Do-Not-Disturb")
    // The customer of a predictive call, too, is a caller once the call is forwarded.
    let bForwards = [b.leaves(), a.plays(.origination), c.arrives(from: .from, past: .past, hop: .forwarded)]

    Row(
      "Forwarding is set", on: .setForward, by: b, .idle, to: c, if: .byDevice, .toAnyone, .valueFits,
      at: "derived, D1, D43"
    ) {
      b.sets(.forwarding)
      b.receives(.forwardSet, .otherDN(c).unlisted, .mode.unlisted)
    }
    Row("Forwarding is cancelled", on: .cancelForward, by: b, .idle, if: .byDevice, .forwardSet, at: "derived, D43") {
      b.sets(.notForwarding)
      b.receives(.forwardCancel)
    }
    Row(
      "Do-not-disturb is set", on: .setDNDOn, by: b, .idle, if: .byDevice, .disturbable, at: "derived, D43",
      source: doNotDisturb
    ) {
      b.sets(.undisturbed)
      b.receives(.dndOn)
    }
    Row(
      "Do-not-disturb is cleared", on: .setDNDOff, by: b, .idle, if: .byDevice, .undisturbed, at: "derived, D43",
      source: doNotDisturb
    ) {
      b.sets(.disturbed)
      b.receives(.dndOff)
    }
    Row(
      "The call is forwarded", on: .ring, by: b, .offered, to: c, if: .forwardsAll, at: "derived, D45, D47, D58"
    ) {
      bForwards
    }
    Row(
      "The call is forwarded on busy", on: .busy, by: b, .offered, to: c, if: .forwardsBusy,
      at: "derived, D46, D47, D58"
    ) {
      bForwards
    }
    Row(
      "The call is forwarded on no answer", on: .timeOut, by: b, .ringing, to: c, if: .forwardsUnanswered,
      at: "derived, D46, D47, D58"
    ) {
      bForwards
      c.hears(of: a)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.forwarded))
    }
  }
}
