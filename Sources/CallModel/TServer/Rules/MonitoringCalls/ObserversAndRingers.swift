// What observers of a call are told, and devices that ring to observe it or to come into a conference. They are in the
// call, but do not count as parties.

extension Section {
  /// What observers, like the members, receive about a party that enters the conference.
  static func observersHear(ofNew newcomer: Who, addedBy member: Who) -> Clause {
    Who.observers.receives(
      .partyAdded, .thisDNRole(.observer), .otherDN(newcomer), .otherDNRole(.newParty), .thirdPartyDN(member),
      .thirdPartyDNRole(.addedBy), .callState(.conferenced))
  }

  /// What observers receive about a party that has left; the call continues or, with another state, ends.
  static func observersHear(ofGone leaver: Who, _ state: Value = .okOrConferenced) -> Clause {
    Who.observers.receives(.partyDeleted, .thisDNRole(.observer), .otherDN(leaver), .otherDNRole(.deletedParty), state)
  }

  /// What observers receive at the end, ringing ones too: those of the leaving party or, if none is named, all.
  static func observersAreReleased(with leaver: Who? = nil) -> [Clause] {
    let (listening, ringing) = (Who.observers, Who.observersRinging)
    return [
      (leaver.map(listening.only) ?? listening).receives(.released, .thisDNRole(.observer), .callState(.ok)),
      (leaver.map(ringing.only) ?? ringing).receives(.abandoned, .otherDN(.inviter), .callState(.ok)),
    ]
  }

  /// The end of the call, for devices that ring to come into the conversation or to observe it.
  static let ringersAreTold = Who.ringers.receives(.abandoned, .otherDN(.inviter), .callState(.ok))

  /// The end of the call, for these devices and for the observers.
  static let ringersAndObserversAreTold = [
    ringersAreTold, Who.observers.receives(.released, .thisDNRole(.observer), .callState(.ok)),
  ]
}
