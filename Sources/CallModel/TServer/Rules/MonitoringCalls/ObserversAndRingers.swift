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

  /// What observers of a conference receive about a member that has left or was deleted. Where they observe the call,
  /// it is all that the members receive.
  static func observersHear(ofGone leaver: Who, deletedBy deleter: Who) -> [Clause] {
    let all = Who.observers.receives(
      .partyDeleted, .thisDNRole(.observer), .otherDN(leaver), .otherDNRole(.deletedParty), .thirdPartyDN(deleter),
      .thirdPartyDNRole(.deletedBy), .okOrConferenced)
    return [observersHear(ofGone: leaver).only(.scopeOfAgent), all.only(.scopeOfCall)]
  }

  /// What observers receive at the end, ringing ones too.
  static func observersAreReleased() -> [Clause] {
    [isReleased(Who.observers), isAbandoned(Who.observersRinging)]
  }

  /// The observers of a party that leaves a call which goes on: they leave with it, or those that listen stay.
  static func observersLeave(with leaver: Who) -> [Clause] {
    let itsOwn = Who.observers.only(leaver)
    return [itsOwn.leaves().only(.scopeOfAgent), itsOwn.stay().only(.scopeOfCall)]
  }

  /// The observers of a call of two that one party hands on before the answer: all leave, or those that listen stay.
  static func observersLeaveOrWait() -> [Clause] {
    [Who.observers.leaves().only(.scopeOfAgent), Who.observers.stay().only(.scopeOfCall)]
  }

  /// What those receive that leave then.
  static func observersAreReleasedOrWait() -> [Clause] {
    [isReleased(Who.observers).only(.scopeOfAgent), isAbandoned(Who.observersRinging)]
  }

  /// What those receive that leave with it.
  static func observersAreReleased(with leaver: Who) -> [Clause] {
    [isReleased(Who.observers.only(leaver)).only(.scopeOfAgent), isAbandoned(Who.observersRinging.only(leaver))]
  }

  private static func isReleased(_ observers: Recipients) -> Clause {
    observers.receives(.released, .thisDNRole(.observer), .callState(.ok))
  }
  private static func isAbandoned(_ ringers: Recipients) -> Clause {
    ringers.receives(.abandoned, .otherDN(.inviter), .callState(.ok))
  }

  /// The end of the call, for devices that ring to come into the conversation or to observe it.
  static let ringersAreTold = isAbandoned(Who.ringers)

  /// The end of the call, for these devices and for the observers.
  static let ringersAndObserversAreTold = [ringersAreTold, isReleased(Who.observers)]
}
