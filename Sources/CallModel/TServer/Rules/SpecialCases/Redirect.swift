// T-Server models, Redirect

extension Section {
  static let redirect = Section(.tServerModels, "Redirect", columns: Who.partyA, Who.partyB, Who.target) { a, b, c in
    Row(
      "A ringing call is redirected", on: .redirectCall, by: b, .ringing, to: c, if: .pair, .facingCaller,
      decisions: 33, 102, 106, 108
    ) {
      b.handsOn()
      c.arrives(hop: .redirected)
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.redirected))
      c.hears(of: a)
    }
    Row(
      "An answered call is redirected", on: .redirectCall, by: b, .talking, to: c,
      if: .pair, .facing(.talking, .held), .settled, decisions: 33, 60, 102, 103, 106, 108, 178
    ) {
      b.handsOn()
      Who.observers.leaves()
      c.arrives(hop: .redirected)
      // It is told nothing of the redirection, and so it is told of the answer.
      a.dialsAgain()
      b.receives(.released, .thirdPartyDN(c), .thirdPartyDNRole(.destination), .callState(.redirected))
      c.hears(of: a)
      observersAreReleased()
    }
  }
}
