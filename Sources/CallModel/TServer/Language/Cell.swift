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
  /// The roles, where they are not those that the recipient and the other party play.
  var thisRole = Role.unknown
  var otherRole = Role.unknown
  /// The other party may have left the call, or is not in it yet.
  var looksForRole = false
  /// Whether one of these three is so.
  var changesRoles = false
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
  /// How a DN stands, and which: only in events that are about no call.
  var takesSnapshot = false
  var subject = Who.noParty
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
    if profile.ani == .allCalls { event.listed.tellsANI = true }
    for value in values { list(value, isSlip: clause.note == .printed, under: profile) }
    // A caller that has been connected before is told of no answer: then the scene has no caller (see `connects`).
    if message == .established, other == .caller { other = .opposite }
    if message == .routeRequest || message == .routeUsed { thisQueue = who }
    looksForRole = other == .from || other == .past || other == .asked
    changesRoles = thisRole != .unknown || otherRole != .unknown || looksForRole
    isForEachNewcomer = other == .newcomer
    isSpecial =
      takesCallState || countsMembers || takesReferenceID || takesMode || takesDigits || previous != nil
      || changesRoles || recipients.set != .one || on == .other
  }

  /// Roles of the caller and the called party are listed as printed, but each party has its own: in a call that was
  /// handed on it may be the other one. Only a slip is told as printed.
  private mutating func list(_ value: Value, isSlip: Bool, under profile: SwitchProfile) {
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
    case .thisDNRole(let role):
      if event.type.isAboutDN { event.thisDNRole = role } else if isSlip { thisRole = role }
    case .otherDNRole(let role):
      if event.type.isAboutDN { event.otherDNRole = role } else if isSlip || !role.isOfCall { otherRole = role }
    case .thirdPartyDNRole(let role): event.thirdPartyDNRole = role
    case .itsDNRole, .otherDNRoleOf: break
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
    case .snapshot(let who): (takesSnapshot, subject) = (true, who)
    }
  }
}

extension Role {
  /// Whether it is a part that a party plays in a call, and not one that it has in an event.
  var isOfCall: Bool { self == .origination || self == .destination }
}
