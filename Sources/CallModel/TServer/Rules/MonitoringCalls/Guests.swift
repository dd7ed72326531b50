// What is told to those who are in a call without being a party of it: observers, devices that ring to observe, and
// devices that ring to come into a conference.

extension Section {
  /// The observers of the party that leaves, leave too.
  static func observersGo(with leaver: Who) -> Clause { Who.observers.only(leaver).leaves() }

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

  /// What the observers of the leaving party receive at the end, ringing ones too; all observers if no party is named.
  static func observersAreReleased(with leaver: Who, on call: CallRef) -> [Clause] {
    let (listening, ringing) =
      leaver == .noParty
      ? (Who.observers, Who.observersRinging) : (Who.observers.only(leaver), Who.observersRinging.only(leaver))
    return [
      listening.receives(.released, .thisDNRole(.observer), .callState(.ok)),
      ringing.receives(.abandoned, .otherDN(.inviter), .callState(.ok)),
    ].on(call)
  }

  /// The end of the call, for those who ring to come into the conversation, or to observe it.
  static let whoeverRingsForItIsTold = Who.ringers.receives(.abandoned, .otherDN(.inviter), .callState(.ok))

  /// Like the one above, with the observers.
  static let guestsAreTold = [
    whoeverRingsForItIsTold, Who.observers.receives(.released, .thisDNRole(.observer), .callState(.ok)),
  ]
}
