// T-Server models, Service Observing on an Agent

private let section = "T-Server models, Service Observing"
private let b = Who.from, c = Who.actor, a = Who.opposite

let settingMonitoring: [Rule<Exchange>] = [
  Rule(
    "The next calls are to be observed", section, on: .monitorNextCall, by: .idle, if: [.byDevice, .toDevice, .asUsual]
  ) {
    c.sets(.monitoring)
    c.receives(.monitoringNextCall, .unlistedOtherDN(.target), .unlistedMode)
  },
  Rule(
    "They are not to be observed any more", section, on: .cancelMonitoring, by: .idle,
    if: [.byDevice, .toDevice, .asUsual]
  ) {
    c.sets(.notMonitoring)
    c.receives(.monitoringCancelled, .unlistedOtherDN(.target))
  },
]

let serviceObserving: [Rule<Exchange>] =
  [
    Rule("The observer rings", section, on: .ring, by: .idle, if: [.byDevice, .observed]) {
      c.enters(as: .observer, .observerRinging, from: b)
      c.sets(.monitored)
      c.receives(.ringing, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
    },
    Rule("The observer answers", section, on: .answer, by: .observerRinging, if: .free) {
      c.becomes(.observing)
      c.receives(.established, .thisDNRole(.observer), .otherDN(a), .otherDNRoleOf(a), .callState(.bridged))
      Who.members.receives(.partyAdded, .itsDNRole, .otherDN(c), .otherDNRole(.observer), .callState(.bridged))
    },
    Rule("The observer declines", section + ", *", on: .release, by: .observerRinging) {
      c.leaves()
      c.receives(.abandoned, .otherDN(b), .callState(.ok))
    },
  ]
  // A conference has no one other party.
  + [
    ("", Situation.pair, [Value.otherDN(a), .callState(.ok)]), (" a conference", .conference, [.callState(.ok)]),
  ].map { name, size, values in
    Rule("The observer leaves\(name) first", section, on: .release, by: .observing, if: size) {
      c.leaves()
      Who.members.receives(.partyDeleted, .itsDNRole, .otherDN(c), .otherDNRole(.deletedParty), .okOrConferenced)
      c.receives(.released, [.thisDNRole(.observer)] + values)
    }
  } + endOfTheObservedCall

/// Of the two in the conversation the one who is observed leaves first, or the other.
private let endOfTheObservedCall: [Rule<Exchange>] = {
  let (leaver, stayer, observer) = (Who.actor, Who.opposite, Who.observer)
  func thatHearsOf(_ stayer: Who) -> [Clause] {
    [
      observersHear(ofGone: leaver, .callState(.ok)),
      Who.observers.receives(.released, .thisDNRole(.observer), .otherDN(stayer), .callState(.ok)),
      whoeverRingsForItIsTold,
    ]
  }
  return [
    Rule(
      "The one who is observed leaves first", section, on: .release, by: .talking, .held,
      if: [.pair, .facing(.talking, .held), .observed]
    ) {
      Who.everyone.leaves()
      leaver.receives(.released, .itsDNRole, .callState(.ok))
      thatHearsOf(stayer)
      stayer.receives(.released, .otherDN(leaver, .optional), .callState(.ok))
    },
    Rule(
      "The other one leaves first", section, on: .release, by: .talking, .held,
      if: [.pair, .facing(.talking, .held), .othersObserved]
    ) {
      Who.everyone.leaves()
      leaver.receives(.released, .otherDN(stayer, .optional), .callState(.ok))
      stayer.receives(
        .partyDeleted, .itsDNRole, .otherDN(leaver), .otherDNRole(.deletedParty), .thirdPartyDN(observer),
        .thirdPartyDNRole(.observer),
        .callState(.ok))
      thatHearsOf(stayer)
      stayer.receives(.released, .itsDNRole, .otherDN(observer), .callState(.ok))
    },
  ]
}()
