import CallModel

/// Names of other APIs and tools that callsim knows: of the Platform SDK, the C library, logs, CSTA, and everyday
/// speech.
enum ForeignNames {
  /// What a name names. The same foreign name may stand for a verb here and for a kind there.
  enum Noun: String, CaseIterable {
    case statement, server, kind, option, verb, message, attribute, value
  }

  /// The one of `names` that a foreign name of such a thing stands for: `TAnswerCall` for `RequestAnswerCall`; nil if
  /// there is none. Without a noun, it may name anything.
  static func ourName(for foreign: String, in names: [String], as noun: Noun? = nil) -> String? {
    for candidate in candidates(for: foreign, noun.map { [$0] } ?? Noun.allCases) {
      if let name = names.first(where: { Text.areSameWord($0, candidate) }) { return name }
    }
    return nil
  }

  /// The one of `names` that is near to what a foreign name with a known prefix stands for.
  static func nearName(for foreign: String, in names: [String]) -> String? {
    for candidate in translations(of: foreign) {
      if let name = names.nearest(to: candidate) { return name }
    }
    return nil
  }

  /// How callsim might spell the name, the likeliest first.
  private static func candidates(for name: String, _ nouns: [Noun]) -> [String] {
    nouns.flatMap { noun in irregularNames(noun).filter { Text.areSameWord($0.key, name) }.map(\.value) }
      + translations(of: name)
      // Names that lack one of our prefixes, or the end of a request's name.
      + ["T" + name, "Event" + name, "T" + name + "Call", "TAgent" + name, "TAgentSet" + name, "Request" + name]
  }

  /// The name with our prefix in place of a foreign one.
  private static func translations(of name: String) -> [String] {
    prefixes.compactMap { prefix, ours in
      let head = String(name.prefix(prefix.count))
      let rest = name.dropFirst(prefix.count)
      return Text.areSameWord(head, prefix) && !rest.isEmpty ? ours + rest : nil
    }
  }

  /// The prefixes of foreign names, and ours that replace them.
  private static let prefixes: KeyValuePairs<String, String> = [
    "Request": "T", "Attribute": "", "DNRole": "", "Role": "", "CallState": "", "CallType": "", "AgentWorkMode": "",
    "ForwardMode": "", "MonitorNextCallType": "", "RouteType": "", "TreatmentType": "", "Treatment": "", "Monitor": "",
    "WorkMode": "", "TAgent": "TAgentSet", "T": "",
  ]

  /// Names that differ in more than the prefix.
  private static func irregularNames(_ noun: Noun) -> KeyValuePairs<String, String> {
    switch noun {
    case .statement: statements
    case .server: servers
    case .kind: kinds
    case .option: options
    case .verb: verbs
    case .message: messages
    case .attribute: attributes
    case .value: values
    }
  }

  private static let statements: KeyValuePairs<String, String> = [
    "participant": "party", "actor": "party", "title": "scenario", "feature": "scenario", "label": "mark",
    "checkpoint": "mark", "flow": "after", "branch": "after", "option": "profile", "options": "profile",
  ]

  private static let servers: KeyValuePairs<String, String> = [
    "ivr": "ivr-server", "interaction": "interaction-server", "ixn": "interaction-server", "tserver": "t-server",
    "recorder": "recording",
  ]

  private static let kinds: KeyValuePairs<String, String> = [
    // The Platform SDK and the C library.
    "AddressTypeDN": "extension", "AddressTypePosition": "extension", "AddressTypeQueue": "acd-group",
    "AddressTypeACDGroup": "acd-group", "AddressTypeRouteDN": "routing-point", "AddressTypeRouteQueue": "route-queue",
    "ACDQueue": "acd-group", "RoutingPoint": "routing-point", "RouteDN": "routing-point",
    // Everyday speech.
    "agent": "extension", "phone": "extension", "telephone": "extension", "softphone": "extension", "dn": "extension",
    "device": "extension", "user": "extension", "supervisor": "extension", "position": "extension",
    "queue": "acd-group", "acd": "acd-group", "group": "acd-group", "acd-queue": "acd-group", "hunt-group": "acd-group",
    "route-point": "routing-point", "vdn": "routing-point", "vq": "virtual-queue",
    "routepoint": "routing-point",
    "customer": "external", "caller": "external", "outside": "external", "trunk": "external", "pstn": "external",
  ]

  /// Options of parties.
  private static let options: KeyValuePairs<String, String> = [
    "number": "dn", "directory-number": "dn", "skill": "group",
  ]

  private static let verbs: KeyValuePairs<String, String> = [
    // The Platform SDK and the C library.
    "RequestAgentReady": "TAgentSetReady", "RequestAgentNotReady": "TAgentSetNotReady",
    "RequestSetForward": "TCallSetForward", "RequestCallForwardSet": "TCallSetForward",
    "RequestCancelForward": "TCallCancelForward", "RequestCallForwardCancel": "TCallCancelForward",
    "TSetCallForward": "TCallSetForward", "TCancelCallForward": "TCallCancelForward",
    // CSTA, TAPI and other switches.
    "ClearConnection": "TReleaseCall", "DropCall": "TReleaseCall", "ConsultationCall": "TInitiateTransfer",
    "TransferCall": "TCompleteTransfer", "ConferenceCall": "TCompleteConference", "DeflectCall": "TRedirectCall",
    "Transfer": "TSingleStepTransfer", "BlindTransfer": "TSingleStepTransfer", "Consult": "TInitiateTransfer",
    "Conference": "TInitiateConference", "TMergeCall": "TMergeCalls", "RequestMergeCall": "TMergeCalls",
    // Everyday speech.
    "call": "dial", "calls": "dial", "phones": "dial", "dials": "dial", "pick-up": "answer", "accept": "answer",
    "drop": "hangUp", "disconnect": "hangUp", "release": "hangUp", "hang-up": "hangUp", "unhold": "retrieve",
    "resume": "retrieve", "alert": "ring", "ringing": "ring", "enqueue": "queue",
  ]

  private static let messages: KeyValuePairs<String, String> = [
    "EventUserDataChanged": "EventAttachedDataChanged", "EventACDDiverted": "EventDiverted",
    "EventConnected": "EventEstablished", "EventAnswered": "EventEstablished", "EventDelivered": "EventRinging",
    "EventAlerting": "EventRinging", "EventOffered": "EventRinging", "EventOriginated": "EventDialing",
    "EventDisconnected": "EventReleased", "EventConnectionCleared": "EventReleased", "EventDropped": "EventReleased",
    "EventHangUp": "EventReleased", "EventCallEnded": "EventReleased", "EventBusy": "EventDestinationBusy",
    "EventTransferred": "EventPartyChanged", "EventConferenced": "EventPartyAdded", "EventResumed": "EventRetrieved",
    "EventUserData": "EventAttachedDataChanged", "EventLogin": "EventAgentLogin", "EventLogout": "EventAgentLogout",
    "EventReady": "EventAgentReady", "EventNotReady": "EventAgentNotReady",
  ]

  private static let attributes: KeyValuePairs<String, String> = [
    "CallingDN": "OtherDN", "CalledDN": "OtherDN", "Queue": "ThisQueue", "CallId": "ConnID",
  ]

  private static let values: KeyValuePairs<String, String> = [
    "CallStateSitInvalidNum": "SitInvalidnum", "okay": "OK", "engaged": "Busy", "calling": "Origination",
    "called": "Destination", "caller": "Origination", "callee": "Destination", "monitor": "Observer",
  ]
}
