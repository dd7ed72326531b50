// T-Server models, Virtual Queues: while a routing point or a queue has the call of A, the call also waits
// at V, which is not a party of it. A router, not the switch, queues and diverts it there.

extension Section {
  static let virtualQueues = Section(.tServerModels, "Virtual Queues", columns: Who.partyA, Who.actor) { a, v in
    Row("A call is queued at a virtual queue", on: .queue, by: v, .idle, if: .byVirtualQueue, derived: 165) {
      v.sets(.queuedVirtually)
      v.receives(.queued, .thisQueue(v), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination))
    }
    Row(
      "A call is diverted from a virtual queue", on: .divert, by: v, .idle, to: .target,
      if: .byVirtualQueue, .inThisCall, derived: 166
    ) {
      v.sets(.divertedVirtually)
      v.receives(
        .diverted, .thisQueue(v), .thisDNRole(.destination), .otherDN(a), .otherDNRole(.origination),
        .thirdPartyDN(.target), .thirdPartyDNRole(.destination))
    }
    Companion("A call that waits at a virtual queue ends", when: .endsAtVirtualQueue, .last, derived: 167) {
      v.receives(.abandoned, .thisQueue(v), .otherDN(.opposite), .callState(.ok))
    }
  }
}
