@testable import CallScenario

extension Vocabulary {
  /// The T-Server's vocabulary of DESIGN §4, independent of the model.
  static let tServer = Vocabulary(
    server: "t-server",
    kinds: [
      Kind(name: "extension", makesRequests: true, options: [.init(key: "group", value: .party(kind: "acd-group"))]),
      Kind(name: "acd-group", makesRequests: true, options: []),
      Kind(name: "routing-point", makesRequests: true, options: []),
      Kind(name: "route-queue", makesRequests: true, options: []),
      Kind(name: "external", makesRequests: false, options: []),
      Kind(name: "remote", makesRequests: true, options: []),
    ],
    verbs: verbs(
      "TMakeCall TRouteCall TRedirectCall TInitiateConference TSingleStepConference TDeleteFromConference TInitiateTransfer",
      .required, isRequest: true)
      + verbs("TSingleStepTransfer TMuteTransfer TMakePredictiveCall TMergeCalls", .required, isRequest: true)
      + verbs(
        "TAnswerCall TReleaseCall THoldCall TRetrieveCall TCompleteConference TCompleteTransfer", .none, isRequest: true
      )
      + verbs("TAlternateCall TReconnectCall TClearCall TMonitorNextCall TCancelMonitoring", .none, isRequest: true)
      + verbs("TUpdateUserData", .none, isRequest: true, options: ["UserData", "ReferenceID"])
      + [
        Verb(
          name: "TAttachUserData", target: .none, isRequest: true, options: ["UserData", "ReferenceID"],
          takesPairs: true)
      ]
      + verbs("ring queue park pickUp requestRoute reachNetwork answer hold retrieve hangUp", .none, isRequest: false)
      + verbs("busy", .none, isRequest: false, options: ["CallState"])
      + verbs("divert dial", .required, isRequest: false)
      + verbs("route", .optional, isRequest: false),
    messages: words(
      "EventDialing EventQueued EventDiverted EventRinging EventEstablished EventReleased EventAbandoned EventHeld EventRetrieved "
        + "EventRouteRequest EventRouteUsed EventNetworkReached EventPartyAdded EventPartyChanged EventPartyDeleted EventError"
    ),
    attributes: ["ThisDN", "ThisQueue", "OtherDN", "ThirdPartyDN", "ThirdPartyQueue"].map {
      Attribute(name: $0, values: .dn)
    }
      + ["ThisDNRole", "OtherDNRole", "ThirdPartyDNRole"].map {
        Attribute(name: $0, values: .names(words("Origination Destination ConferenceMember NewParty Observer")))
      }
      + [
        Attribute(
          name: "CallState", values: .names(words("OK Transferred Conferenced Busy NoAnswer Redirected Forwarded"))),
        Attribute(name: "ErrorCode", values: .number),
        Attribute(name: "ReferenceID", values: .number),
      ]
      + ["ConnID", "PreviousConnID", "ErrorMessage", "CallType", "UserData"].map { Attribute(name: $0, values: .text) },
    profiles: ["generic", "aspect-acd", "rockwell-spectrum"],
    profileOptions: [
      Choice(key: "dialed-number", values: ["known", "unknown"]),
      Choice(key: "network-reached", values: ["reported", "simulated"]),
    ],
    hasSenders: false)

  /// A server whose messages have senders and arguments.
  static let ivrServer = Vocabulary(
    server: "ivr-server",
    kinds: ["ivr", "ivr-driver", "ivr-server", "external"].map {
      Kind(name: $0, makesRequests: $0 != "external", options: [.init(key: "place", value: .attribute(.text))])
    },
    verbs: verbs("NewCall InitConf", .none, isRequest: true) + verbs("busy answer", .none, isRequest: false),
    messages: words("NewCall InitConf CallStatus(Ringing) CallStatus(Busy) CallStatus(Established)"),
    attributes: [Attribute(name: "CallID", values: .text)], profiles: [], profileOptions: [], hasSenders: true)

  /// A server that needs certain parties, has options with fixed values, and has verbs for certain kinds only.
  static let recording = Vocabulary(
    server: "recording",
    kinds: [
      Kind(
        name: "device", makesRequests: true,
        options: [
          .init(key: "record", value: .attribute(.names(["false", "true"]))),
          .init(key: "place", value: .place(["queue", "workbin"])),
        ]),
      Kind(name: "sip-server", makesRequests: true, options: [], number: 1...1),
      Kind(name: "recorder", makesRequests: true, options: [], number: 0...1),
    ],
    verbs: [
      Verb(name: "connect", target: .required, isRequest: false, options: [], kinds: ["device"]),
      Verb(name: "Fetch", target: .none, isRequest: true, options: [], kinds: ["sip-server", "recorder"]),
    ],
    messages: words("INVITE 200"), attributes: [], profiles: [], profileOptions: [], hasSenders: true)

  static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static func verbs(_ names: String, _ target: Verb.Target, isRequest: Bool, options: [String] = []) -> [Verb] {
    words(names).map { Verb(name: $0, target: target, isRequest: isRequest, options: options) }
  }
}

let everyVocabulary: [Vocabulary] = [.tServer, .ivrServer, .recording]

func parsed(_ text: String) throws(Mistakes) -> Scenario {
  try Scenario.parse(Array(text.utf8), path: "x.scenario", vocabularies: everyVocabulary)
}

/// The mistakes in the text: `LINE:COLUMN+LENGTH MESSAGE`, then ` — SUGGESTION` if there is one.
func mistakes(_ text: String) -> [String] {
  do {
    _ = try parsed(text)
    return []
  } catch {
    return error.diagnostics.map { diagnostic in
      let place = "\(diagnostic.position.line):\(diagnostic.position.column)+\(diagnostic.position.length)"
      return "\(place) \(diagnostic.message)" + (diagnostic.suggestion.map { " — \($0)" } ?? "")
    }
  }
}

/// A statement or an expectation is not of the kind that the test needs.
struct OfAnotherKind: Error {}

extension CallScenario.Flow {
  func action(_ index: Int) throws -> ActionStatement {
    guard case .action(let action) = statements[index] else { throw OfAnotherKind() }
    return action
  }
}

extension ActionStatement {
  func messages(isOpen: Bool = false) throws -> [ExpectedMessage] {
    guard case .messages(let messages, isOpen) = expectation else { throw OfAnotherKind() }
    return messages
  }
}

/// The header that most tests need: three lines.
let header = """
  scenario Test
  party A extension
  party B acd-group

  """

let example = """
  scenario  Internal or inbound call to an ACD group
  source    Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

  party     A  extension
  party     B  acd-group
  party     C  extension  dn=5003 group=B

  # The call waits in the group.
  A TMakeCall B
      A  EventDialing      ThisDNRole=Origination OtherDN=B? OtherDNRole=Destination?
      B  EventQueued       ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
  mark *
  B divert C
      B  EventDiverted     ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination ThirdPartyDN=C?
  mark **
  C ring
      C  EventRinging      ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=ok
  mark ***
  C TAnswerCall
      A  EventEstablished  ThisDNRole=Origination OtherDN=C OtherDNRole=Destination
      C  EventEstablished  ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination

  after *
  A TReleaseCall
      A  EventReleased     OtherDN=B CallState=OK
      B  EventAbandoned    OtherDN=A CallState=OK

  """
