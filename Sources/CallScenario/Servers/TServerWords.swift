import CallModel

/// The T-Server's words: how scenarios spell the verbs, kinds and attributes of the model.
enum TServerWords {
  struct Word {
    /// Its index among `verbs`, and among the verbs of the vocabulary.
    let id: Int
    let name: String
    let verb: Verb
    /// Whether it is a client's request. What the switch, the network or a person does is spelled in lower case.
    let isRequest: Bool
  }

  static let verbs =
    (requests.map { ($0.request, $0) } + events.map { ($0.byHand, $0) }).enumerated().map { id, word in
      Word(id: id, name: word.0.map { "\($0)" } ?? "", verb: word.1, isRequest: id < requests.count)
    }

  /// The requests, in the order in which they are listed.
  private static let requests: [Verb] = [
    .makeCall, .answer, .release, .hold, .retrieve, .routeCall, .redirectCall, .initiateConference, .completeConference,
    .singleStepConference, .deleteFromConference, .initiateTransfer, .completeTransfer, .muteTransfer,
    .singleStepTransfer, .alternateCall, .reconnectCall, .mergeForConference, .clearCall, .makePredictiveCall,
    .monitorNextCall, .cancelMonitoring, .applyTreatment, .attachUserData, .updateUserData, .deletePair,
    .deleteUserData, .setForward, .cancelForward, .setDNDOn, .setDNDOff, .agentLogin, .agentLogout, .agentReady,
    .agentNotReady, .setMuteOn, .setMuteOff, .listenDisconnect, .listenReconnect, .sendDTMF, .askForDigits, .queryCall,
    .sendUserEvent, .privateService, .setMessageWaitingOn, .setMessageWaitingOff, .registerAddress, .unregisterAddress,
    .queryAddress,
  ]

  /// What a party does by hand, and what the switch and the network do.
  private static let events: [Verb] = [
    .makeCall, .answer, .release, .hold, .retrieve, .ring, .busy, .queue, .divert, .distribute, .park, .pickUp,
    .requestRoute, .route, .reachNetwork, .timeOut, .treat, .refuseTreatment, .endTreatment, .endWrapUp, .collectDigits,
    .fail, .recover,
  ]

  static func word(_ name: String) -> Word? { verbs.first { $0.name == name } }

  /// The spellings of the verb: as a request, by hand, or both. `TMergeCalls` is two verbs.
  static func words(for verb: Verb) -> [Word] {
    verbs.filter { $0.verb == (verb == .mergeForTransfer ? .mergeForConference : verb) }
  }

  static let kinds: [(name: String, kind: Kind)] =
    [Kind.extension, .acdGroup, .routingPoint, .routeQueue, .virtualQueue, .external, .remote].map {
      ($0.description, $0)
    }

  /// The values of an attribute; for an enumeration, its names with their numbers.
  private enum Values {
    case dn, number, text
    case names([(name: StaticString, number: Int)])
  }

  private static func content(of attribute: Attribute) -> Values {
    switch attribute {
    case .thisDN, .thisQueue, .otherDN, .thirdPartyDN, .thirdPartyQueue, .ani, .dnis: .dn
    case .connID, .previousConnID, .errorCode, .referenceID, .callID, .eventSequenceNumber: .number
    case .infoType: .names(infoTypes)
    case .errorMessage, .callUUID, .agentID, .collectedDigits, .reasons, .extensions, .userData: .text
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole: .names(Role.allCases.map { ($0.name, Int($0.rawValue)) })
    case .callState: .names(CallState.names.map { ($0.name, Int($0.state.rawValue)) })
    case .callType: .names(CallType.allCases.map { ($0.name, Int($0.rawValue)) })
    case .agentWorkMode: .names(AgentWorkMode.allCases.map { ($0.name, Int($0.rawValue)) })
    case .forwardMode: .names(ForwardMode.allCases.map { ($0.name, Int($0.rawValue)) })
    case .monitorNextCallType: .names(MonitorNextCallType.allCases.map { ($0.name, Int($0.rawValue)) })
    case .routeType: .names(RouteType.allCases.map { ($0.name, Int($0.rawValue)) })
    case .treatmentType: .names(TreatmentType.allCases.map { ($0.name, Int($0.rawValue)) })
    }
  }

  /// What snapshots of a DN are about, with the numbers of the T-Library.
  private static let infoTypes: [(name: StaticString, number: Int)] = [
    ("AddressType", 8), ("DNStatus", 17), ("QueueStatus", 18),
  ]

  static func values(of attribute: Attribute) -> Vocabulary.Attribute.Values {
    switch content(of: attribute) {
    case .dn: .dn
    case .number: .number
    case .text: .text
    case .names(let names): .names(names.map { "\($0.name)" })
    }
  }

  static func names(of attribute: Attribute) -> [(name: StaticString, number: Int)] {
    if case .names(let names) = content(of: attribute) { names } else { [] }
  }

  /// The mode that the option of a verb names.
  static func mode(_ option: Option) -> Exchange.Mode? {
    guard let names = namesOfModes(option),
      let number = names.first(where: { "\($0.name)" == option.value })?.number ?? Int(option.value)
    else { return nil }
    return UInt8(exactly: number).map(Exchange.Mode.init(rawValue:)).flatMap { $0 == .none ? nil : $0 }
  }

  /// `known: Share, Private or Monitor, and numbers up to 254`
  static func modes(_ option: Option) -> String {
    let names = (namesOfModes(option) ?? []).map { "\($0.name)" }
    return "known: \(names.joined(by: "or")), and numbers up to 254"
  }

  private static func namesOfModes(_ option: Option) -> [(name: StaticString, number: Int)]? {
    if let attribute = Attribute.allCases.first(where: { name($0) == option.key }) { return names(of: attribute) }
    return option.key == registerMode ? registerModes : nil
  }

  /// `TMergeCalls MergeType=Transfer`, and which pair `TDeletePair` deletes.
  static let mergeType = "MergeType"
  static let key = "Key"
  /// `TSendDTMF Digits=12`
  static let digits = "\(Verb.sendDTMF.nameOfDigits)"
  /// `TRegisterAddress RegisterMode=Monitor`
  static let registerMode = "\(Exchange.Mode.Kind.registerMode.name)"
  static let registerModes = RegisterMode.allCases.map { (name: $0.name, number: Int($0.rawValue)) }
  /// `TAgentLogin Queue=Sales`
  static let queue = "Queue"
  /// `TMonitorNextCall MonitorMode=Coach MonitorScope=Call`
  static let monitorMode = "MonitorMode"
  static let monitorScope = "MonitorScope"
  /// `party B extension agent=4711`
  static let agent = "agent"
  /// `party B extension registered=no`
  static let registered = "registered"
  /// What the pair of an option with this prefix is. `TAttachUserData data.k=v` is `TAttachUserData k=v`.
  enum Prefix: String, CaseIterable {
    case data = "data."
    case reason = "reason."
    case `extension` = "extension."

    /// What the prefix of the option says; nil if it has none.
    init?(of option: String) {
      guard let prefix = Self.allCases.first(where: { option.hasPrefix($0.rawValue) }) else { return nil }
      self = prefix
    }
  }

  /// The key of a pair, as an option names it.
  static func pairKey(_ option: String) -> String {
    guard let prefix = Prefix(of: option) else { return option }
    return String(decoding: option.utf8.dropFirst(prefix.rawValue.utf8.count), as: UTF8.self)
  }

  private static func prefixes(of word: Word) -> [String] {
    if !word.isRequest { return [] }
    return Prefix.allCases.filter { $0 != .data || word.verb.takesData }.map(\.rawValue)
  }

  /// The option that a scenario gives the action, if it needs one.
  static func option(of action: Exchange.Action) -> Option? {
    switch action.verb {
    case .mergeForTransfer: return Option(mergeType, "Transfer")
    case .answer where action.callState != .ok, .busy where action.callState != .ok && action.callState != .busy:
      return Option(name(.callState), action.callState.name.map { "\($0)" } ?? "\(action.callState.rawValue)")
    default:
      guard action.mode != .none, let kind = action.verb.mode,
        let named = (kind.attribute.map(names) ?? registerModes).first(where: { $0.number == Int(action.mode.rawValue) }
        )
      else { return nil }
      return Option("\(kind.name)", "\(named.name)")
    }
  }

  private static func options(of word: Word) -> [String] {
    let verb = word.verb
    let own = [
      verb.takesCallState ? name(.callState) : nil, verb.mode.map { "\($0.name)" },
      verb == .mergeForConference ? mergeType : nil, verb == .deletePair ? key : nil,
      verb.takesDigits ? "\(verb.nameOfDigits)" : nil,
    ]
    let monitoring = verb == .monitorNextCall ? [monitorMode, monitorScope] : []
    let login = verb == .agentLogin ? [name(.agentID), queue] : []
    return login + own.compactMap(\.self) + monitoring + (word.isRequest ? [name(.referenceID)] : [])
  }

  private static func options(of kind: Kind) -> [Vocabulary.Kind.Option] {
    if kind == .external { return [] }
    let ofAgents: [Vocabulary.Kind.Option] = [
      .init(key: "group", value: .party(kind: "acd-group")), .init(key: agent, value: .attribute(.text)),
    ]
    return (kind == .extension ? ofAgents : []) + [.init(key: registered, value: .attribute(.names(["yes", "no"])))]
  }

  static let vocabulary = Vocabulary(
    server: "t-server",
    kinds: kinds.map { name, kind in
      Vocabulary.Kind(
        name: name, makesRequests: kind != .external,
        options: options(of: kind))
    },
    verbs: verbs.map { word in
      let verb = word.verb
      return Vocabulary.Verb(
        name: word.name, target: .init(verb.target), isRequest: word.isRequest,
        options: options(of: word), takesPairs: verb.needsPairs, prefixes: prefixes(of: word),
        byHand: word.isRequest ? words(for: verb).first { !$0.isRequest }?.name : nil)
    },
    messages: CallModel.EventType.allCases.map { "\($0.name)" },
    attributes: Attribute.allCases.map {
      Vocabulary.Attribute(
        name: name($0), values: values(of: $0), numbers: names(of: $0).map(\.number),
        takesAnyNumber: $0 == .ani || $0 == .dnis)
    },
    parameters: [
      Vocabulary.Attribute(name: mergeType, values: .names(["Transfer", "Conference"]), numbers: [0, 1]),
      Vocabulary.Attribute(
        name: registerMode, values: .names(registerModes.map { "\($0.name)" }), numbers: registerModes.map(\.number)),
      Vocabulary.Attribute(name: key, values: .text), Vocabulary.Attribute(name: queue, values: .dn),
      Vocabulary.Attribute(name: digits, values: .text),
      Vocabulary.Attribute(name: monitorMode, values: .names(MonitorMode.allCases.map(\.rawValue))),
      Vocabulary.Attribute(name: monitorScope, values: .names(MonitorScope.allCases.map(\.rawValue))),
    ],
    profiles: SwitchProfile.named.map(\.name),
    profileOptions: SwitchOption.allCases.map { Vocabulary.Choice(key: $0.rawValue, values: $0.values) },
    hasSenders: false)

  static func name(_ attribute: Attribute) -> String { attributeNames[Int(attribute.rawValue)] }
  static func name(_ message: CallModel.EventType) -> String { messageNames[Int(message.rawValue)] }

  // Made only once, because every message needs some of them.
  private static let attributeNames = spelled(Attribute.allCases.map { ($0.rawValue, $0.name) })
  private static let messageNames = spelled(CallModel.EventType.allCases.map { ($0.rawValue, $0.name) })

  private static func spelled(_ names: [(number: UInt8, name: StaticString)]) -> [String] {
    names.reduce(into: Array(repeating: "", count: (names.map { Int($0.number) }.max() ?? -1) + 1)) {
      $0[Int($1.number)] = "\($1.name)"
    }
  }

  /// The attributes that some expectation of the scenario names.
  static func attributes(namedIn scenario: Scenario) -> AttributeSet {
    attributes(
      namedBy: scenario.flows.lazy.flatMap(\.statements).flatMap { statement -> [ExpectedMessage] in
        guard case .action(let action) = statement, case .messages(let messages, _) = action.expectation else {
          return []
        }
        return messages
      })
  }

  static func attributes(namedBy messages: some Sequence<ExpectedMessage>) -> AttributeSet {
    let known = Dictionary(uniqueKeysWithValues: Attribute.allCases.map { (Text(name($0)), $0) })
    var named: AttributeSet = []
    for message in messages {
      for attribute in message.attributes {
        if let attribute = known[Text(attribute.name)] { named.insert(attribute) }
      }
    }
    return named
  }
}
