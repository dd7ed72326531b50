/// An event with blanks, made ready for one profile.
public struct Cell: Sendable {
  let who: Who
  let several: Several
  let on: Which
  /// Who fills the blanks; `nobody` where there is none.
  var thisQueue = Who.nobody
  var other = Who.nobody
  var third = Who.nobody
  var thirdQueue = Who.nobody
  var otherRole = Who.nobody
  /// Filled from the action, the number of members, the request outstanding, the other call: seldom, so asked for
  /// together.
  var isSpecial = false
  var takesCallState = false
  var countsMembers = false
  var takesReferenceID = false
  var takesMode = false
  /// Told once for each party that comes into the call with the other one.
  var isForEachNewcomer = false
  var previous: Which?
  var event: Event

  init?(_ clause: Clause, of rule: Int, under profile: SwitchProfile) {
    guard case .receives(let message, let values) = clause.operation, clause.note.stands(under: profile) else {
      return nil
    }
    who = clause.who
    several = clause.several
    on = clause.on
    event = Event(message, rule: UInt16(rule))
    for value in values { list(value, under: profile) }
    isForEachNewcomer = other == .newcomer
    isSpecial =
      takesCallState || countsMembers || takesReferenceID || takesMode || previous != nil || otherRole != .nobody
      || several.set != .one
      || on == .other
  }

  private mutating func list(_ value: Value, under profile: SwitchProfile) {
    func lists(_ attribute: Attribute, _ note: Footnote = .none) -> Bool {
      guard note.stands(under: profile) else { return false }
      event.listed.insert(attribute)
      return true
    }
    switch value {
    case .previousConnID(let call): if lists(.previousConnID) { previous = call }
    case .thisQueue(let who, let note): if lists(.thisQueue, note) { thisQueue = who }
    case .thisDNRole(let role): if lists(.thisDNRole) { event.thisDNRole = role }
    case .itsDNRole: _ = lists(.thisDNRole)
    case .otherDN(let who, let note): if lists(.otherDN, note) { other = who }
    case .otherDNRole(let role, let note): if lists(.otherDNRole, note) { event.otherDNRole = role }
    case .otherDNRoleOf(let who): if lists(.otherDNRole) { otherRole = who }
    case .thirdPartyDN(let who, let note): if lists(.thirdPartyDN, note) { third = who }
    case .thirdPartyDNRole(let role, let note): if lists(.thirdPartyDNRole, note) { event.thirdPartyDNRole = role }
    case .thirdPartyQueue(let who): if lists(.thirdPartyQueue) { thirdQueue = who }
    case .callState(let state, let note): if lists(.callState, note) { event.callState = state }
    case .givenCallState(let state):
      takesCallState = lists(.callState)
      event.callState = state
    case .okOrConferenced: countsMembers = lists(.callState)
    case .error(let code): if lists(.errorCode), lists(.errorMessage) { event.errorCode = code }
    case .referenceID: takesReferenceID = lists(.referenceID)
    case .unlistedReferenceID: (takesReferenceID, takesMode) = (true, true)
    case .unlistedOtherDN(let who): other = who
    case .unlistedThisQueue(let who): thisQueue = who
    case .givenUnlistedCallState(let state): (takesCallState, event.callState) = (true, state)
    case .unlistedCallState(let state): event.callState = state
    case .unlistedMode: takesMode = true
    }
  }
}
