// Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call Queued to Multiple ACDs): B and C are groups.
// Of more than two groups B is the one that acts, and C the others.

extension Section {
  static let multipleACDs = Section(
    .basicCallModels, "Multiple ACDs", hop: .groups, columns: Who.caller, Who.via, Who.secondVia, Who.callee
  ) { a, b, c, d in
    let groups = Who.groups

    SameRow("A call is made", as: .callToACD)
    Row(
      "The call is queued at another group", on: .queue, by: c, .idle, if: .by(.acdGroup), .hop(.group, .groups),
      .facing(.queued)
    ) {
      ThisCall.travels(.groups)
      c.enters(as: .destination, .queued)
      c.receives(.queued, .thisQueue(c), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row("One of the groups diverts the call", on: .divert, .distribute, by: b, .queued, to: d, decisions: 3, 23, 66) {
      groups.leaves()
      d.arrives(from: b, past: .lastGroup)
      // Note a: Redirected only where agents are assigned to the groups directly.
      groups.receive(
        .diverted, .thisQueue(.itself), .thirdPartyDN(d), .thirdPartyQueue(b), .callState(.redirected, .directAgents),
        around: b
      ) {
        // As printed, the cell is like no other model's.
        b.receives(.diverted, .thisDNRole(.origination), .otherDN(c), .otherDNRole(.destination)).only(.printed)
        isDiverted(b, from: a, to: d).only(.corrected)
      }
    }
    Row("An agent of one of the groups rings", on: .ring, by: d, .offered, decisions: 5) {
      d.receives(
        .ringing, .thisQueue(b), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    Row("An agent of one of the groups answers", on: .answer, by: d, .ringing, .reached) {
      a.receives(.established, .thisDNRole(.origination), .otherDN(d), .otherDNRole(.destination), .callState(.ok))
      d.receives(.established, .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination), .callState(.ok))
    }
    // Queued at one group only: what D4 says of ThisQueue is said there.
    SameRow("The caller gives up in the queue", as: .callToACD, at: "*")
    Interruption(
      "** and ***", "The caller gives up while queued at several groups", while: b, .queued, decisions: 4, 5
    ) {
      a.receives(.released, .otherDN(b), .callState(.ok))
      groups.receives(.abandoned, .thisQueue(.itself), .otherDN(a), .callState(.ok))
    }
    Interruption(
      "****", "The caller gives up before an agent of one of the groups rings", while: d, .offered, .reached
    ) {
      a.receives(.released, .otherDN(d), .callState(.ok))
    }
    Interruption("*****", "The call ends while an agent of one of the groups rings", while: d, .ringing, decisions: 6) {
      a.receives(.released, .otherDN(d), .callState(.ok))
      d.receives(.abandoned, .thisQueue(c), .otherDN(a), .callState(.ok)).only(.printed)
      d.receives(.abandoned, .thisQueue(b), .otherDN(a), .callState(.ok)).only(.corrected)
    }
  }
}
