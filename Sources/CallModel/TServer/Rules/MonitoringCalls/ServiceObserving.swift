// T-Server models, Service Observing on an Agent

private let b = Who.from, c = Who.actor, a = Who.opposite

extension Section {
  static let serviceObserving = Section(.tServerModels, "Service Observing") {
    Row(
      "Monitoring is requested", on: .monitorNextCall, by: c, .idle, if: .byDevice, .toDevice, .valueFits
    ) {
      c.sets(.monitoring)
      c.receives(.monitoringNextCall, .otherDN(.target).unlisted, .mode.unlisted)
    }
    Row(
      "Monitoring is cancelled", on: .cancelMonitoring, by: c, .idle, if: .byDevice, .toDevice, .valueFits
    ) {
      c.sets(.notMonitoring)
      c.receives(.monitoringCancelled, .otherDN(.target).unlisted)
    }
    Row("The observer rings", on: .ring, by: c, .idle, if: .byDevice, .observed) {
      c.enters(as: .observer, .observerRinging, from: b)
      c.sets(.monitored)
      c.receives(.ringing, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
    }
    Row("The observer answers", on: .answer, by: c, .observerRinging, if: .free) {
      c.becomes(.observing)
      c.receives(.established, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
      Who.members.receives(.partyAdded, .itsDNRole, .otherDN(c), .otherDNRole(.observer), .callState(.bridged))
    }
    Interruption("*", "The observer declines", by: c, .observerRinging) {
      c.leaves()
      c.receives(.abandoned, .otherDN(b), .callState(.ok))
    }
    Interruption(nil, "The observer leaves first", by: c, .observing, if: .pair) {
      c.leaves()
      Who.members.receives(.partyDeleted, .itsDNRole, .otherDN(c), .otherDNRole(.deletedParty), .okOrConferenced)
      c.receives(.released, .thisDNRole(.observer), .otherDN(a), .callState(.ok))
    }
    // A conference has no one other party.
    Interruption(nil, "The observer leaves a conference first", by: c, .observing, if: .conference) {
      c.leaves()
      Who.members.receives(.partyDeleted, .itsDNRole, .otherDN(c), .otherDNRole(.deletedParty), .okOrConferenced)
      c.receives(.released, .thisDNRole(.observer), .callState(.ok))
    }
    Interruption(
      nil, "The observed party leaves first", by: leaver, .talking, .held,
      if: .pair, .facing(.talking, .held), .observed
    ) {
      leaver.receives(.released, .itsDNRole, .callState(.ok))
      observersHearTheEnd
      stayer.receives(.released, .otherDN(leaver, .optional), .callState(.ok))
    }
    Interruption(
      nil, "The other party leaves first", by: leaver, .talking, .held,
      if: .pair, .facing(.talking, .held), .othersObserved
    ) {
      leaver.receives(.released, .otherDN(stayer, .optional), .callState(.ok))
      stayer.receives(
        .partyDeleted, .itsDNRole, .otherDN(leaver), .otherDNRole(.deletedParty), .thirdPartyDN(observer),
        .thirdPartyDNRole(.observer), .callState(.ok))
      observersHearTheEnd
      stayer.receives(.released, .itsDNRole, .otherDN(observer), .callState(.ok))
    }
  }
}

/// Of the two in the conversation one leaves first.
private let leaver = Who.actor, stayer = Who.opposite, observer = Who.observer

private let observersHearTheEnd = [
  observersHear(ofGone: leaver, .callState(.ok)),
  Who.observers.receives(.released, .thisDNRole(.observer), .otherDN(stayer), .callState(.ok)),
  whoeverRingsForItIsTold,
]
