// What the rules of a T-Server send, in words.

extension Rule<Exchange> {
  /// The messages of the rule, in the order of its clauses.
  package var sentMessages: [SentMessage] {
    messageClauses.enumerated().compactMap { number, clause in
      guard case .receives(let message, let values) = clause.operation else { return nil }
      let isAboutOther = clause.on == .other
      let isNamed = !values.contains { if case .noThisDN = $0.content { true } else { false } }
      var attributes = isNamed ? [SentAttribute(Attribute.thisDN.text, from: "the recipient")] : []
      if !message.isAboutDN {
        attributes.insert(
          SentAttribute(Attribute.connID.text, from: isAboutOther ? "the other call" : "the call"), at: 0)
      }
      attributes += values.flatMap { $0.attributes(of: message, isSlip: clause.note == .printed, in: self) }
      let known = message.knownAttributes(with: values, isSlip: clause.note == .printed, in: self)
      attributes += known.filter { known in !attributes.contains { $0.name == known.name } }
      var recipient = clause.recipients.words(in: self, isAboutOther) ?? words(clause.who)
      // An answer tells nothing to a party that has been connected before.
      if message == .established, clause.who == .caller { recipient += " that has been dialing" }
      return SentMessage(
        clause: number, name: "\(message.name)", recipient: recipient, sender: nil,
        condition: clause.note.condition, attributes: attributes)
    }
  }

  /// What the profile has to say for the rule to be there.
  package var condition: Condition? { note?.condition }

  /// When its events go with those of other rules: `a device leaves …`; nil for a rule that answers a verb.
  package var occasion: String? { terms?.occasion.words }

  private var terms: Companion.Terms? { clauses.lazy.compactMap(\.terms).first }

  /// The clauses that are messages.
  var messageClauses: [Clause] {
    clauses.filter { if case .receives = $0.operation { true } else { false } }
  }

  /// The part that is meant, as the rule means it.
  func words(_ who: Who) -> String {
    switch who {
    // An event that goes with others is about a DN, no matter who acts.
    case .actor where terms?.occasion == .endsAtVirtualQueue: "the virtual queue"
    case .actor where terms?.occasion == .endsWhileObserved: "the observer"
    case .opposite where terms?.occasion == .endsWhileObserved: "the party that it observes"
    case .actor where terms != nil: "the device"
    // A caller who hears busy has asked for the busy party.
    case .asked where states.allSatisfy { $0 == .hearingBusy || $0 == .hearingBusyHeld }: "the busy party"
    default: who.words
    }
  }
}

extension TServer {
  /// What the T-Server answers to a request that it refuses.
  package static let refusal = SentMessage(
    clause: 0, name: "\(EventType.error.name)", recipient: "the party that made the request", sender: nil,
    condition: nil,
    attributes: [
      SentAttribute(Attribute.connID.text, from: "the call, if the request is about one"),
      SentAttribute(Attribute.thisDN.text, from: "the recipient"),
      SentAttribute(Attribute.errorCode.text, from: "the reason"),
      SentAttribute(Attribute.errorMessage.text, from: "the reason"),
      SentAttribute(Attribute.referenceID.text, from: "the request", isListed: false),
    ])
}

extension EventType {
  /// What every such event also knows, though no table lists it.
  package var alsoKnown: [SentAttribute] {
    func known(_ attribute: Attribute, _ origin: String) -> SentAttribute {
      SentAttribute(attribute.text, from: origin, isListed: false)
    }
    let request = known(.referenceID, "the request, at the party that made it")
    let brought = [known(.reasons, "the request, as ReferenceID"), known(.extensions, "the request, as ReferenceID")]
    let ordinal = known(.eventSequenceNumber, "the event's sequence number at its T-Server")
    // It answers no request, and brings what another client has sent.
    if self == .userEvent {
      return [known(.extensions, "the TSendUserEvent"), known(.userData, "the TSendUserEvent"), ordinal]
    }
    if isAboutDN {
      let agent = known(.agentID, "the agent who is logged in at the DN")
      return [request] + (self == .registered || self == .addressInfo ? [agent] : []) + brought + [ordinal]
    }
    return [
      known(.previousConnID, "the main call, if this one is a consultation"),
      known(.thisDNRole, "the recipient's role"),
    ] + (alwaysHasCallState ? [SentAttribute(Attribute.callState.text, always: "OK", isListed: false)] : []) + [
      request, known(.callType, "the call"), known(.callID, "the call"), known(.callUUID, "the call"),
      known(.ani, "the party that made the call"), known(.dnis, "the party that was dialed"),
      known(.agentID, "the agent who is logged in at the recipient"),
    ] + brought + [known(.userData, "the call's user data"), ordinal]
  }
}

extension EventType {
  /// What such an event knows in addition because of what it lists: the role that goes with OtherDN, and the routing
  /// point.
  fileprivate func knownAttributes(
    with values: [Value], isSlip: Bool, in rule: Rule<Exchange>
  ) -> [SentAttribute] {
    var known: [SentAttribute] = []
    if self == .routeRequest || self == .routeUsed {
      known.append(SentAttribute(Attribute.thisQueue.text, from: "the recipient", isListed: false))
    }
    if isAboutDN { return known }
    for value in values {
      guard case .otherDN(let who) = value.content else { continue }
      known.append(
        SentAttribute(
          Attribute.otherDNRole.text, from: "the role of \(rule.words(who))", isListed: false,
          only: value.isKnown ? nil : value.note?.condition))
    }
    return known
  }
}

extension Attribute {
  fileprivate var text: String { "\(name)" }
}

extension Value {
  /// Listed where its note stands, and known besides where it is so marked.
  fileprivate func attributes(of message: EventType, isSlip: Bool, in rule: Rule<Exchange>) -> [SentAttribute] {
    let origins = origins(in: message, isSlip: isSlip || message.isAboutDN, rule)
    let listed = note.map { note in origins.map { $0.attribute(isListed: true, only: note.condition) } } ?? []
    return listed + (isKnown ? origins.map { $0.attribute(isListed: false, only: nil) } : [])
  }

  private func origins(in message: EventType, isSlip: Bool, _ rule: Rule<Exchange>) -> [Origin] {
    switch content {
    // Each party has its own role, which is the printed one unless the call was handed on.
    case .thisDNRole(let role) where !isSlip:
      [.from(.thisDNRole, "the recipient's role, \(role.name) unless the call was handed on")]
    case .otherDNRole(let role) where role.isOfCall && !isSlip:
      [.from(.otherDNRole, "the other party's role, \(role.name) unless the call was handed on")]
    case .previousConnID(let call): [.from(.previousConnID, call.words)]
    case .thisQueue(let who): [.from(.thisQueue, rule.words(who))]
    case .otherDN(let who): [.from(.otherDN, rule.words(who))]
    case .thirdPartyDN(let who): [.from(.thirdPartyDN, rule.words(who))]
    case .thirdPartyQueue(let who): [.from(.thirdPartyQueue, rule.words(who))]
    case .thisDNRole(let role): [.always(.thisDNRole, "\(role.name)")]
    case .itsDNRole: [.from(.thisDNRole, "the recipient's role")]
    case .otherDNRole(let role): [.always(.otherDNRole, "\(role.name)")]
    case .otherDNRoleOf(let who): [.from(.otherDNRole, "the role of \(rule.words(who))")]
    case .thirdPartyDNRole(let role): [.always(.thirdPartyDNRole, "\(role.name)")]
    case .callState(let state): [.always(.callState, state.text)]
    case .givenCallState(let state): [.from(.callState, state.textUnlessGiven)]
    case .okOrConferenced: [.from(.callState, "OK, or Conferenced while more than two parties remain")]
    case .error(let code): [.always(.errorCode, "\(code.rawValue)"), .always(.errorMessage, "\(code.message)")]
    case .referenceID where message == .digitsCollected: [.from(.referenceID, "the TCollectDigits")]
    case .referenceID where message.mode == .treatmentType: [.from(.referenceID, "the TApplyTreatment")]
    case .collectedDigits: [.from(.collectedDigits, "the digits that the action gives, if any")]
    case .referenceID where note == nil: [.from(.referenceID, "the TRouteCall, if there was one")]
    case .referenceID: [.from(.referenceID, "the outstanding TRouteCall")]
    case .login:
      [.from(.agentID, "the login; listed if it names it"), .from(.thisQueue, "the login; listed if it names it")]
    case .workMode: [.from(.agentWorkMode, "what the agent is doing")]
    case .withoutReferenceID: []
    case .snapshot(let who):
      (message == .addressInfo ? [.from(.thisDN, rule.words(who))] : []) + [
        message == .registered
          ? .always(.infoType, "AddressType")
          : .from(.infoType, "DNStatus, or QueueStatus of queues and routing points"),
        .from(.extensions, "how \(rule.words(who)) stands"),
      ]
    case .mode: message.mode?.attribute.map { [.from($0, "the request")] } ?? []
    case .noThisDN: []
    }
  }
}

/// Where the value of an attribute comes from, or the value that it always has.
private enum Origin {
  case from(Attribute, String)
  case always(Attribute, String)

  func attribute(isListed: Bool, only condition: Condition?) -> SentAttribute {
    switch self {
    case .from(let attribute, let origin):
      SentAttribute(attribute.text, from: origin, isListed: isListed, only: condition)
    case .always(let attribute, let value):
      SentAttribute(attribute.text, always: value, isListed: isListed, only: condition)
    }
  }
}

extension CallState {
  fileprivate var text: String { name.map { "\($0)" } ?? "\(rawValue)" }
  fileprivate var textUnlessGiven: String { "the CallState that the action gives, otherwise \(text)" }
}

extension CallRef {
  fileprivate var words: String {
    switch self {
    case .this: "the call in which the actor acts"
    case .other: "the actor's other call"
    }
  }
}

extension Who {
  /// The part, in words.
  package var words: String {
    switch self {
    case .noParty: "no party"
    case .actor: "the actor"
    case .target: "the target"
    case .caller: "the caller"
    case .called: "the called party"
    case .opposite: "the other party"
    case .from: Who.handedOn
    case .past: "the last group that did not divert the call"
    case .asked: "the destination that TRouteCall asked for"
    case .firstGroup: "the first of the other groups"
    case .lastGroup: "the last of the other groups"
    case .far: "the other party of the actor's other call"
    case .observer: "the observer"
    case .itself: "the recipient itself"
    case .inviter: "the party that invited it, or that it observes"
    case .newcomer: "each new party"
    case .via, .secondVia: "the queue"
    case .callee: "the party that is called"
    case .partyA, .partyB, .observed: "one of the two parties"
    }
  }
}

extension Who {
  fileprivate static let handedOn = "the party that handed the call on"
}

extension TServer {
  /// The origin of a value that is the DN of a party of that kind: how it handed the call on, if it did.
  package static func origin(_ origin: String, of kind: Kind) -> String {
    guard origin == Who.handedOn else { return origin }
    return switch kind {
    case .acdGroup: "the group that diverted the call"
    case .routingPoint: "the routing point that routed the call"
    case .routeQueue: "the route queue that routed the call"
    case .extension, .external, .remote, .virtualQueue: origin
    }
  }
}

extension Recipients {
  /// Who is told; nil if that is one party alone.
  func words(in rule: Rule<Exchange>, _ isAboutOther: Bool) -> String? {
    guard let all = set.words(isAboutOther) else { return nil }
    let place = isAboutOther ? " in the other call" : ""
    return switch side {
    case .all: all
    case .before: "\(all) that came before \(rule.words(pivot))"
    case .after: "\(all) that came after \(rule.words(pivot))"
    case .only where set == .observers: "each observer of \(rule.words(pivot))\(place)"
    case .only where set == .observersRinging: "each device that rings to observe \(rule.words(pivot))\(place)"
    case .except where set.isObserving: "\(all), except those of \(rule.words(pivot))"
    case .only: set == .members ? "\(rule.words(pivot)), if it is a member" : rule.words(pivot)
    case .except: "\(all), except \(rule.words(pivot))"
    }
  }
}

extension Recipients.Set {
  fileprivate var isObserving: Bool { self == .observers || self == .observersRinging }

  fileprivate func words(_ isAboutOther: Bool) -> String? {
    let call = isAboutOther ? "the other call" : "the call"
    let place = isAboutOther ? " of the other call" : ""
    return switch self {
    case .one: nil
    case .everyone: "each party\(place)"
    case .members: "each member\(place)"
    case .groups: "each group\(place)"
    case .ringers: "each device that rings to join \(call) or to observe it"
    case .informed: "each party that had been told of \(call)"
    case .told: "each party or observer that had been told of \(call)"
    case .answered: "each party that had answered \(call)"
    case .announced: "each announced party that rang in \(call)"
    case .newcomers: "each party that moves into the actor's other call"
    case .observers: "each observer\(place)"
    case .observersRinging: "each device that rings to observe \(call)"
    case .outsider: "the client, if it is not in \(call)"
    }
  }
}

extension Footnote {
  /// The option that decides whether it stands, and with which values; nil if it always stands.
  package var condition: Condition? {
    for option in SwitchOption.allCases {
      let values = option.values.filter { value in
        var profile = SwitchProfile()
        _ = profile.set(option, to: value)
        return applies(under: profile)
      }
      // Of other options every value gives the same answer.
      if !values.isEmpty, values.count < option.values.count {
        return Condition(option: option.rawValue, values: values, footnote: mark)
      }
    }
    return nil
  }

  /// What the manual calls it.
  private var mark: String? {
    switch self {
    case .none, .printed, .corrected, .hookEvents, .divertsOnRinging, .divertsOnAnswer, .wrapUp, .timedWrapUp,
      .notReadyUnanswered, .loggedOutUnanswered, .returnsUnanswered, .endsUnanswered, .nextCall, .intrusion,
      .scopeOfAgent, .scopeOfCall:
      nil
    case .optional, .parkingBusy: "*OPT"
    case .dialed: "*DIAL"
    case .directAgents, .networkReported, .networkSimulated: "note a"
    case .routeOK, .routeRedirected, .routeListed, .routeOutsideOK, .routeOutsideListed: "note c"
    }
  }
}

extension Condition {
  /// The profile has one of the values.
  package func holds(under profile: SwitchProfile) -> Bool {
    SwitchOption(rawValue: option).map { values.contains(profile[$0]) } ?? false
  }
}
