/// An event with blanks, made ready for one profile.
package struct Cell: Sendable {
  let who: Who
  let recipients: Recipients
  let on: CallRef
  /// Who fills the blanks; `noParty` for none.
  var thisQueue = Who.noParty
  var other = Who.noParty
  var third = Who.noParty
  var thirdQueue = Who.noParty
  var otherRole = Who.noParty
  /// Filled from the action, the number of members, the request outstanding, the other call: seldom, so asked for
  /// together.
  var isSpecial = false
  var takesCallState = false
  var countsMembers = false
  var takesReferenceID = false
  var takesMode = false
  /// Filled from the settings of the recipient; only in events that are about no call.
  var takesLogin = false
  var takesWorkMode = false
  /// It answers no request.
  var isUnrequested = false
  var takesDigits = false
  /// Told once for each party that comes into the call with the other one.
  var isForEachNewcomer = false
  var previous: CallRef?
  /// When it goes with the events of another rule.
  let terms: Companion.Terms?
  var event: Exchange.Event

  init?(_ clause: Clause, of rule: Int, under profile: SwitchProfile) {
    guard case .receives(let message, let values) = clause.operation, clause.note.applies(under: profile) else {
      return nil
    }
    who = clause.who
    recipients = clause.recipients
    on = clause.on
    terms = clause.terms
    event = Exchange.Event(message, rule: UInt16(rule))
    for value in values { list(value, under: profile) }
    isForEachNewcomer = other == .newcomer
    isSpecial =
      takesCallState || countsMembers || takesReferenceID || takesMode || takesDigits || previous != nil
      || otherRole != .noParty || recipients.set != .one
      || on == .other
  }

  private mutating func list(_ value: Value, under profile: SwitchProfile) {
    if value.note?.applies(under: profile) ?? false {
      event.listed.formUnion(value.content.attributes)
    } else if !value.isKnown {
      return
    }
    switch value.content {
    case .previousConnID(let call): previous = call
    case .thisQueue(let who): thisQueue = who
    case .otherDN(let who): other = who
    case .thirdPartyDN(let who): third = who
    case .thirdPartyQueue(let who): thirdQueue = who
    case .thisDNRole(let role): event.thisDNRole = role
    case .otherDNRole(let role): event.otherDNRole = role
    case .thirdPartyDNRole(let role): event.thirdPartyDNRole = role
    case .itsDNRole: break
    case .otherDNRoleOf(let who): otherRole = who
    case .callState(let state): event.callState = state
    case .givenCallState(let state): (takesCallState, event.callState) = (true, state)
    case .okOrConferenced: countsMembers = true
    case .error(let code): event.errorCode = code
    case .referenceID: takesReferenceID = true
    case .mode: takesMode = true
    case .login: takesLogin = true
    case .workMode: takesWorkMode = true
    case .withoutReferenceID: isUnrequested = true
    case .noThisDN: event.listed.subtract(AttributeSet(.thisDN))
    case .collectedDigits: takesDigits = true
    }
  }
}
