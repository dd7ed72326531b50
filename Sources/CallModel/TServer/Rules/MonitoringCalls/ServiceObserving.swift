// T-Server models, Service Observing on an Agent: C observes the agent B, who talks to A.

extension Section {
  static let serviceObserving = Section(
    .tServerModels, "Service Observing", columns: Who.partyA, Who.observed, Who.observer
  ) { a, b, c in
    let isBridged = c.receives(
      .established, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
    let isAdded = Who.members.receives(
      .partyAdded, .itsDNRole, .otherDN(c), .otherDNRole(.observer), .callState(.bridged))
    let isDeleted = Who.members.receives(
      .partyDeleted, .itsDNRole, .otherDN(c), .otherDNRole(.deletedParty), .okOrConferenced)

    // A supervisor has one request at a time: another agent takes the place of the first.
    Row(
      "Monitoring is requested", on: .monitorNextCall, by: c, .idle, to: b,
      for: [
        Variant("", .unmonitored, decisions: 1, 122, 175, 176),
        Variant(" in place of that of another agent", .monitorsAnother, derived: 122, 123),
      ], if: .byDevice, .toDevice, .valueFits
    ) {
      monitoringIsCancelled(of: .far, by: c).only(if: .monitorsAnother)
      c.sets(.monitoring).only(.nextCall)
      c.sets(.intruding).only(.intrusion)
      c.receives(
        .monitoringNextCall, .thisDNRole(.observer), .otherDN(b), .otherDNRole(.destination), .mode.unlisted)
      b.receives(.monitoringNextCall, .otherDN(c), .otherDNRole(.observer), .mode.unlisted)
    }
    Row(
      "Monitoring is cancelled", on: .cancelMonitoring, by: c, .idle, to: b, if: .byDevice, .toDevice, .valueFits,
      decisions: 1, 122
    ) {
      monitoringIsCancelled(of: b, by: c)
    }
    Row(
      "The observer rings", on: .ring, by: c, .idle,
      for: [
        Variant("", .observed, decisions: 60),
        Variant(" for a call that the agent began", .beginnerObserved, decisions: 60),
      ], if: .byDevice
    ) {
      c.enters(as: .observer, .observerRinging, from: b).only(if: .observed)
      c.enters(as: .observer, .addedObserverRinging, from: b).only(if: .beginnerObserved)
      c.sets(.monitored)
      c.receives(.ringing, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
      isAdded.only(if: .beginnerObserved)
    }
    Row("The observer answers", on: .answer, by: c, .observerRinging, if: .free) {
      c.becomes(.observing)
      isBridged
      isAdded
    }
    Row("The observer of a call that the agent began answers", on: .answer, by: c, .addedObserverRinging, if: .free) {
      c.becomes(.observing)
      isBridged
    }
    Interruption("*", "The observer declines", by: c, .observerRinging, decisions: 2) {
      c.leaves()
      c.receives(.abandoned, .otherDN(b), .callState(.ok))
    }
    Interruption(
      "*", "The observer of a call that the agent began declines", by: c, .addedObserverRinging, decisions: 2, 105
    ) {
      c.leaves()
      isDeleted
      c.receives(.abandoned, .otherDN(b), .callState(.ok))
    }
    Interruption(nil, "The observer leaves first", by: c, .observing, if: .pair) {
      c.leaves()
      isDeleted
      c.receives(.released, .thisDNRole(.observer), .otherDN(a), .callState(.ok))
    }
    // A conference has no one other party.
    Interruption(nil, "The observer leaves a conference first", by: c, .observing, if: .conference, derived: 29) {
      c.leaves()
      isDeleted
      c.receives(.released, .thisDNRole(.observer), .callState(.ok))
    }
    Interruption(
      nil, "The observed party leaves first", by: b, .talking, .held,
      if: .pair, .facing(.talking, .held), .observed, decisions: 2, 60
    ) {
      b.receives(.released, .itsDNRole, .callState(.ok))
      observersHear(ofGone: b, .callState(.ok))
      Who.observers.receives(.released, .thisDNRole(.observer), .otherDN(a), .callState(.ok))
      ringersAreTold
      a.receives(.released, .otherDN(b, .optional), .callState(.ok))
    }
    Interruption(
      nil, "The other party leaves first", by: a, .talking, .held,
      if: .pair, .facing(.talking, .held), .othersObserved, decisions: 2, 60
    ) {
      a.receives(.released, .otherDN(b, .optional), .callState(.ok))
      b.receives(
        .partyDeleted, .itsDNRole, .otherDN(a), .otherDNRole(.deletedParty), .thirdPartyDN(c),
        .thirdPartyDNRole(.observer), .callState(.ok))
      observersHear(ofGone: a, .callState(.ok))
      Who.observers.receives(.released, .thisDNRole(.observer), .otherDN(b), .callState(.ok))
      ringersAreTold
      b.receives(.released, .itsDNRole, .otherDN(c), .callState(.ok))
    }
  }
}
