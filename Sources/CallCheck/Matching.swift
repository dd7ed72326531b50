package import CallModel

/// What decides whether an event of the model is the observed one.
struct Terms: Sendable {
  var presence = Presence.exact
  var effort = Effort.all[0]
  var kinds = KindTable()
  var settings = SettingsTable()
  /// The requests that have to do with the events of the component, by the places of the events; and those that have to
  /// do with the event that is being explained.
  var requests: [Observation.Position: Evidence] = [:]
  var evidence: Evidence?
  /// Whether requests decide only which of several actions that do the same is named.
  var requestsGiveNamesOnly = false
  /// How many steps may go on in the same calls before all events of an earlier one have come.
  var slack = 0
  /// In how many attributes the event may differ from the observed one.
  var slips = 0
  /// Whether the events of a step may come in any order at a DN where they tell of different calls.
  var isLoose = false

  /// The DN has been told something, and so it is registered, and no party outside.
  mutating func note(told dn: Observation.DN) {
    kinds.note(told: dn)
    settings.note(told: dn)
  }
}

extension Hypothesis {
  /// Whether the event may be the observed one, with as many slips as the terms allow.
  ///
  /// What is open in the event from now on stands for what was observed.
  mutating func matches(_ event: Exchange.Event, _ observed: Observation, _ terms: Terms) -> Bool {
    guard let wrong = difference(event, observed, terms, atMost: terms.slips) else { return false }
    if !wrong.isEmpty { add(Fault(.differs, at: observed, attributes: wrong, events: [event])) }
    return true
  }

  /// The attributes in which the event differs from the observed one; nil if it differs in more, or in the message.
  private mutating func difference(
    _ event: Exchange.Event, _ observed: Observation, _ terms: Terms, atMost limit: Int
  ) -> AttributeSet? {
    guard event.type == observed.type else { return nil }
    let unjudged = observed.unjudged
    let listed = event.listed.intersection(.judged).subtracting(unjudged)
    let present = observed.present.intersection(.judged).subtracting(unjudged)
    var wrong: AttributeSet = []
    switch terms.presence {
    case .exact: wrong = listed.symmetricDifference(present)
    case .listed: wrong = listed.subtracting(present)
    case .ignore: break
    }
    if wrong.count > limit { return nil }
    let compared = present.intersection(terms.presence == .exact ? listed : listed.union(event.known))
    for attribute in Self.order where compared.contains(attribute) && !agree(attribute, event, observed, terms) {
      wrong.insert(attribute)
      if wrong.count > limit { return nil }
    }
    return wrong
  }

  /// What decides most often comes first.
  private static let order: [Attribute] = [
    .thisDN, .connID, .thisDNRole, .otherDNRole, .callState, .otherDN, .thisQueue, .thirdPartyDN, .thirdPartyDNRole,
    .thirdPartyQueue, .previousConnID, .errorCode, .agentID,
  ]

  private mutating func agree(
    _ attribute: Attribute, _ event: Exchange.Event, _ observed: Observation, _ terms: Terms
  ) -> Bool {
    switch attribute {
    case .connID: isCall(event.connID, observed.connID)
    case .previousConnID: isCall(event.previousConnID, observed.previousConnID)
    case .thisDN: isDN(event.thisDN, observed.thisDN, terms)
    case .thisQueue: isDN(event.thisQueue, observed.thisQueue, terms)
    case .otherDN: isDN(event.otherDN, observed.otherDN, terms)
    case .thirdPartyDN: isDN(event.thirdPartyDN, observed.thirdPartyDN, terms)
    case .thirdPartyQueue: isDN(event.thirdPartyQueue, observed.thirdPartyQueue, terms)
    case .thisDNRole: event.thisDNRole == observed.thisDNRole
    case .otherDNRole: event.otherDNRole == observed.otherDNRole
    case .thirdPartyDNRole: event.thirdPartyDNRole == observed.thirdPartyDNRole
    case .callState: event.callState == observed.callState
    case .errorCode: event.errorCode.rawValue == observed.errorCode
    case .agentID: event.agentID == observed.agentID
    default: true
    }
  }

  /// Whether the DN may be the observed one, and is from now on.
  mutating func isDN(_ dn: Exchange.DN, _ observed: Observation.DN, _ terms: Terms) -> Bool {
    if dn == .none || observed == .none { return dn == .none && observed == .none }
    if name(dn) != .none { return name(dn) == observed }
    guard self.dn(observed) == .none, let kind = exchange.kind(of: dn),
      kind != .external || terms.kinds.mayBeUntold(observed),
      terms.kinds.allows(kind, for: observed) || strain < terms.effort.strain
    else { return false }
    if !terms.kinds.allows(kind, for: observed) { strain(by: 1) }
    bind(dn, to: observed)
    terms.settings.apply(to: dn, named: observed, &self)
    return true
  }

  private mutating func isCall(_ call: ConnID, _ observed: ConnID) -> Bool {
    if call == .none || observed == .none { return call == observed }
    let name = name(call)
    if name != .none { return name == observed }
    if self.call(observed) != .none { return false }
    bind(call, to: observed)
    return true
  }
}

extension Observation {
  /// What is not judged of the event: each switch has error codes of its own, and EventError need not name the call.
  fileprivate var unjudged: AttributeSet {
    guard type == .error else { return [] }
    var unjudged = AttributeSet(.errorCode)
    if !has(.connID) { unjudged.insert(.connID) }
    return unjudged
  }
}

extension Exchange.Event {
  /// Whether the event may be the observed one, as far as that does not depend on the DNs and calls: a quick answer.
  func mayBe(_ observed: Observation, _ terms: Terms) -> Bool {
    guard type == observed.type else { return false }
    if terms.slips > 0 || terms.presence != .exact { return true }
    let unjudged = observed.unjudged
    let listed = listed.intersection(.judged).subtracting(unjudged)
    return listed == observed.present.intersection(.judged).subtracting(unjudged)
      && (!listed.contains(.thisDNRole) || thisDNRole == observed.thisDNRole)
      && (!listed.contains(.otherDNRole) || otherDNRole == observed.otherDNRole)
      && (!listed.contains(.callState) || callState == observed.callState)
  }

  /// The attributes that the T-Server knows, whether or not the table lists them.
  package var known: AttributeSet {
    var known = listed
    if previousConnID != .none { known.insert(.previousConnID) }
    if thisQueue != .none { known.insert(.thisQueue) }
    if thisDNRole != .unknown { known.insert(.thisDNRole) }
    if otherDN != .none { known.insert(.otherDN) }
    if otherDN != .none, otherDNRole != .unknown { known.insert(.otherDNRole) }
    if thirdPartyDN != .none { known.insert(.thirdPartyDN) }
    if thirdPartyDNRole != .unknown { known.insert(.thirdPartyDNRole) }
    if thirdPartyQueue != .none { known.insert(.thirdPartyQueue) }
    if callState != .ok || type.alwaysHasCallState { known.insert(.callState) }
    if agentID != 0 { known.insert(.agentID) }
    return known
  }
}
