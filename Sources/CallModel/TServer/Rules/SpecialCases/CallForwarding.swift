// T-Server models, Call Forwarding and Do-Not-Disturb: how a DN is set, and what it does with a call that is delivered
// to it.

private let b = Who.actor, c = Who.target
private let doNotDisturb = Source(.tServerModels, "Do-Not-Disturb", "derived, D43")

extension Section {
  static let callForwarding = Section(.tServerModels, "Call Forwarding, derived") {
    Row("Forwarding is set", on: .setForward, by: b, .idle, to: c, if: .byDevice, .toAnyone, .valueFits, at: "D43") {
      b.sets(.forwarding)
      b.receives(.forwardSet, .otherDN(c).unlisted, .mode.unlisted)
    }
    Row("Forwarding is cancelled", on: .cancelForward, by: b, .idle, if: .byDevice, .forwardSet, at: "D43") {
      b.sets(.notForwarding)
      b.receives(.forwardCancel)
    }
    Row("Do-not-disturb is set", on: .setDNDOn, by: b, .idle, if: .byDevice, .disturbable, source: doNotDisturb) {
      b.sets(.undisturbed)
      b.receives(.dndOn)
    }
    Row("Do-not-disturb is cleared", on: .setDNDOff, by: b, .idle, if: .byDevice, .undisturbed, source: doNotDisturb) {
      b.sets(.disturbed)
      b.receives(.dndOff)
    }
    Row("The call is forwarded", on: .ring, by: b, .offered, to: c, if: .forwardsAll, at: "D45, D47, D58") {
      isForwarded
    }
    Row("The call is forwarded on busy", on: .busy, by: b, .offered, to: c, if: .forwardsBusy, at: "D46, D47, D58") {
      isForwarded
    }
    Row(
      "The call is forwarded on no answer", on: .timeOut, by: b, .ringing, to: c, if: .forwardsUnanswered,
      at: "D46, D47, D58"
    ) {
      isForwarded
      c.hears(of: .caller)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.forwarded))
    }
  }
}

/// The customer of a predictive call, too, is a caller from then on.
private let isForwarded = [
  b.leaves(), Who.caller.plays(.origination), c.arrives(from: .from, past: .past, hop: .forwarded),
]
