// T-Server models, Call Forwarding and Do-Not-Disturb: how the DN B is set, and what it does with a call of A that is
// delivered to it.

extension Section {
  static let callForwarding = Section(
    .tServerModels, "Call Forwarding", columns: Who.caller, Who.actor, Who.target
  ) { a, b, c in
    let doNotDisturb = Source(.tServerModels, "Do-Not-Disturb")
    let bForwards = [b.handsOn(), c.arrives(from: .from, past: .past, hop: .forwarded)]

    Row(
      "Forwarding is set", on: .setForward, by: b, .idle, to: c, if: .byDevice, .toAnyone, .valueFits,
      derived: 1, 43
    ) {
      b.sets(.forwarding)
      b.receives(.forwardSet, .otherDN(c).unlisted, .mode.unlisted)
    }
    Row("Forwarding is cancelled", on: .cancelForward, by: b, .idle, if: .byDevice, .forwardSet, derived: 43) {
      b.sets(.notForwarding)
      b.receives(.forwardCancel)
    }
    Row(
      "Do-not-disturb is set", on: .setDNDOn, by: b, .idle, if: .byDevice, .disturbable, derived: 43,
      source: doNotDisturb
    ) {
      b.sets(.undisturbed)
      b.receives(.dndOn)
    }
    Row(
      "Do-not-disturb is cleared", on: .setDNDOff, by: b, .idle, if: .byDevice, .undisturbed, derived: 43,
      source: doNotDisturb
    ) {
      b.sets(.disturbed)
      b.receives(.dndOff)
    }
    Row("The call is forwarded", on: .ring, by: b, .offered, to: c, if: .forwardsAll, .unawaited, derived: 45, 47, 58) {
      bForwards
    }
    Row(
      "The call is forwarded on busy", on: .busy, by: b, .offered, to: c, if: .forwardsBusy, derived: 46, 47, 58
    ) { bForwards }
    Row(
      "The call is forwarded on no answer", on: .timeOut, by: b, .ringing, to: c, if: .forwardsUnanswered,
      derived: 46, 47, 58
    ) {
      bForwards
      c.hears(of: a)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.forwarded))
    }
  }
}
