// A call that was transferred in a single step or before it rang, redirected or forwarded, from there to the answer.

private let a = Who.caller, c = Who.called

let handedOn: [Rule<Exchange>] =
  [
    (
      "transferred", "T-Server models, Single-Step Transfer", Situation.transferred,
      [Value.otherDN(a), .callState(.transferred)]
    ),
    ("redirected", "T-Server models, Redirect", .redirected, [.callState(.redirected)]),
    ("forwarded", "T-Server models, Call Forwarding, derived", .forwarded, [.otherDN(a), .callState(.forwarded)]),
  ].map { name, source, path, values in
    Rule("The call rings that was \(name)", source, on: .ring, by: .offered, if: path.union(.takesCalls)) {
      c.becomes(.ringing)
      c.receives(.ringing, values)
    }
  } + [
    // Derived: as in the basic model.
    Rule(
      "The call is answered that was handed on", "Basic Call Models, Internal/Inbound Call, derived", on: .answer,
      by: .ringing, .reached,
      if: [.handedOn, .facing(.dialing, .talking), .free]
    ) {
      a.becomes(.talking)
      c.becomes(.talking)
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    },
    Rule(
      "The caller gives up before the call rings that was handed on", "Basic Call Models, Routing, ***, derived",
      on: .release,
      byOneOf: .caller, if: [.pair, .handedOn, .facing(.offered, .reached, .unreached)]
    ) {
      Who.everyone.leaves()
      a.receives(.released, .otherDN(c), .callState(.ok))
    },
  ]
  + whileItRings(
    "The call ends while it rings that was handed on", "Basic Call Models, Routing, *** (the second), derived",
    if: .handedOn
  ) {
    Who.everyone.leaves()
    a.receives(.released, .otherDN(c), .callState(.ok))
    c.receives(.abandoned, .otherDN(a), .callState(.ok))
  }
