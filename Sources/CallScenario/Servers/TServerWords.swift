import CallModel

/// The T-Server's words: how scenarios spell what the model calls its verbs, kinds and attributes.
enum TServerWords {
  struct Word {
    let name: String
    let verb: Verb
    /// A request of a client; what the switch, the network or a hand does is spelled in lower case.
    let isRequest: Bool
  }

  static let verbs: [Word] =
    [
      ("TMakeCall", Verb.makeCall), ("TAnswerCall", .answer), ("TReleaseCall", .release), ("THoldCall", .hold),
      ("TRetrieveCall", .retrieve), ("TRouteCall", .routeCall), ("TSingleStepConference", .singleStepConference),
      ("TDeleteFromConference", .deleteFromConference),
    ].map { Word(name: $0.0, verb: $0.1, isRequest: true) }
    + [
      ("dial", Verb.makeCall), ("answer", .answer), ("hangUp", .release), ("hold", .hold), ("retrieve", .retrieve), ("ring", .ring),
      ("busy", .busy), ("queue", .queue), ("divert", .divert), ("park", .park), ("pickUp", .pickUp), ("requestRoute", .requestRoute),
      ("route", .route), ("reachNetwork", .reachNetwork),
    ].map { Word(name: $0.0, verb: $0.1, isRequest: false) }

  static func word(_ name: String) -> Word? { verbs.first { $0.name == name } }

  static let kinds: [(name: String, kind: Kind)] = [
    ("extension", .extension), ("acd-group", .acdGroup), ("routing-point", .routingPoint), ("route-queue", .routeQueue),
    ("external", .external), ("remote", .remote),
  ]

  static func values(of attribute: Attribute) -> Vocabulary.Attribute.Values {
    switch attribute {
    case .thisDN, .thisQueue, .otherDN, .thirdPartyDN, .thirdPartyQueue, .ani, .dnis: .dn
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole: .names(Role.allCases.map { "\($0.name)" })
    case .callState: .names(CallState.names.map { "\($0.name)" })
    case .callType: .names(CallType.allCases.map { "\($0.name)" })
    case .connID, .previousConnID, .errorCode, .referenceID, .callID, .eventSequenceNumber: .number
    case .errorMessage, .callUUID: .text
    }
  }

  private static func numbers(of attribute: Attribute) -> [Int] {
    switch attribute {
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole: Role.allCases.map { Int($0.rawValue) }
    case .callState: CallState.names.map { Int($0.state.rawValue) }
    case .callType: CallType.allCases.map { Int($0.rawValue) }
    default: []
    }
  }

  static let vocabulary = Vocabulary(
    server: "t-server",
    kinds: kinds.map { name, kind in
      Vocabulary.Kind(
        name: name, makesRequests: kind != .external, options: kind == .extension ? [(key: "group", names: "acd-group")] : [])
    },
    verbs: verbs.map { word in
      Vocabulary.Verb(
        name: word.name, target: word.verb.takesTarget ? .required : .none, isRequest: word.isRequest,
        options: word.isRequest ? [name(.referenceID)] : word.verb == .busy ? [name(.callState)] : [])
    },
    messages: CallModel.Message.allCases.map { "\($0.name)" },
    attributes: Attribute.allCases.map { Vocabulary.Attribute(name: name($0), values: values(of: $0), numbers: numbers(of: $0)) },
    profiles: SwitchProfile.named.map(\.name),
    profileOptions: SwitchOption.allCases.map { Vocabulary.Choice(key: $0.rawValue, values: $0.values) },
    hasSenders: false)

  static func name(_ attribute: Attribute) -> String { "\(attribute.name)" }
}
