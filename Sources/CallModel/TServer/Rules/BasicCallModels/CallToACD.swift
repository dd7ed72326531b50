// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

extension Section {
  static let callToACD = Section(
    .basicCallModels, "Call to ACD", hop: .group, columns: Who.caller, Who.via, Who.callee
  ) { a, b, c in
    Row("A call is made", on: .makeCall, by: a, to: b, if: .to(.acdGroup)) {
      a.receives(.dialing, .thisDNRole(.origination), .otherDN(b, .dialed), .otherDNRole(.destination, .dialed))
      b.receives(.queued, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row("The group diverts the call", on: .divert, .distribute, by: b, .queued, to: c, decisions: 23, 66) {
      b.leaves()
      c.arrives(from: b)
      isDiverted(b, from: a, to: c)
    }
    Row("The agent rings", on: .ring, by: c, .offered) {
      c.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("The agent answers", on: .answer, by: c, .ringing, .reached) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination))
      c.receives(.established, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Interruption("*", "The caller gives up in the queue", while: b, .queued, decisions: 1, 4) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      b.receives(.abandoned, .thisQueue(b).unlisted(unless: .corrected), .otherDN(a), .callState(.ok))
    }
    Interruption("**", "The caller gives up before the agent rings", while: c, .offered, .reached) {
      a.receives(.released, .otherDN(b), .callState(.ok))
    }
    Interruption("***", "The call ends while the agent rings", while: c, .ringing, decisions: 1) {
      a.receives(.released, .otherDN(c), .callState(.ok))
      c.receives(.abandoned, .thisQueue(b).unlisted, .otherDN(a), .callState(.ok))
    }
  }
}
