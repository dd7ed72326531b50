import CallModel

/// Names of other APIs and tools that callsim knows: of the Platform SDK, the C library, logs, CSTA, and everyday speech.
enum ForeignNames {
  /// The one of `names` that a foreign name stands for: `TAnswerCall` for `RequestAnswerCall`; nil if there is none.
  static func ourName(for foreign: String, in names: [String]) -> String? {
    for candidate in candidates(for: foreign) {
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
  private static func candidates(for name: String) -> [String] {
    irregularNames.filter { Text.areSameWord($0.key, name) }.map(\.value)
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
  private static let irregularNames: KeyValuePairs<String, String> = [
    // The Platform SDK and the C library.
    "RequestAgentReady": "TAgentSetReady", "RequestAgentNotReady": "TAgentSetNotReady",
    "RequestSetForward": "TCallSetForward", "RequestCallForwardSet": "TCallSetForward",
    "RequestCancelForward": "TCallCancelForward", "RequestCallForwardCancel": "TCallCancelForward",
    "TSetCallForward": "TCallSetForward", "TCancelCallForward": "TCallCancelForward",
    "EventUserDataChanged": "EventAttachedDataChanged", "EventACDDiverted": "EventDiverted",
    "CallStateSitInvalidNum": "SitInvalidnum",
    "AddressTypeDN": "extension", "AddressTypePosition": "extension", "AddressTypeQueue": "acd-group",
    "AddressTypeACDGroup": "acd-group", "AddressTypeRouteDN": "routing-point", "AddressTypeRouteQueue": "route-queue",
    "ACDQueue": "acd-group", "RoutingPoint": "routing-point", "RouteDN": "routing-point",
    // CSTA, TAPI and other switches.
    "ClearConnection": "TReleaseCall", "DropCall": "TReleaseCall", "ConsultationCall": "TInitiateTransfer",
    "TransferCall": "TCompleteTransfer", "ConferenceCall": "TCompleteConference", "DeflectCall": "TRedirectCall",
    "Transfer": "TSingleStepTransfer", "BlindTransfer": "TSingleStepTransfer", "Consult": "TInitiateTransfer",
    "Conference": "TInitiateConference", "TMergeCall": "TMergeCalls", "RequestMergeCall": "TMergeCalls",
    "EventConnected": "EventEstablished", "EventAnswered": "EventEstablished", "EventDelivered": "EventRinging",
    "EventAlerting": "EventRinging", "EventOffered": "EventRinging", "EventOriginated": "EventDialing",
    "EventDisconnected": "EventReleased", "EventConnectionCleared": "EventReleased", "EventDropped": "EventReleased",
    "EventHangUp": "EventReleased", "EventCallEnded": "EventReleased", "EventBusy": "EventDestinationBusy",
    "EventTransferred": "EventPartyChanged", "EventConferenced": "EventPartyAdded", "EventResumed": "EventRetrieved",
    "EventUserData": "EventAttachedDataChanged", "EventLogin": "EventAgentLogin", "EventLogout": "EventAgentLogout",
    "EventReady": "EventAgentReady", "EventNotReady": "EventAgentNotReady",
    "CallingDN": "OtherDN", "CalledDN": "OtherDN", "Queue": "ThisQueue", "CallId": "ConnID",
    // Everyday speech.
    "call": "dial", "calls": "dial", "phones": "dial", "dials": "dial", "pick-up": "answer", "accept": "answer",
    "drop": "hangUp",
    "disconnect": "hangUp", "release": "hangUp", "hang-up": "hangUp", "unhold": "retrieve", "resume": "retrieve",
    "alert": "ring", "ringing": "ring", "enqueue": "queue",
    "agent": "extension", "phone": "extension", "telephone": "extension", "softphone": "extension", "dn": "extension",
    "device": "extension", "user": "extension", "supervisor": "extension", "position": "extension",
    "queue": "acd-group", "acd": "acd-group", "group": "acd-group", "acd-queue": "acd-group", "hunt-group": "acd-group",
    "route-point": "routing-point", "routepoint": "routing-point", "vdn": "routing-point", "vq": "virtual-queue",
    "customer": "external", "caller": "external", "outside": "external", "trunk": "external", "pstn": "external",
    "number": "dn", "directory-number": "dn", "skill": "group",
    "okay": "OK", "engaged": "Busy", "calling": "Origination", "called": "Destination",
    "caller": "Origination", "callee": "Destination", "monitor": "Observer",
    "ivr": "ivr-server", "interaction": "interaction-server", "ixn": "interaction-server", "tserver": "t-server",
    "recorder": "recording",
    // Other languages of text files.
    "participant": "party", "actor": "party", "title": "scenario", "feature": "scenario", "label": "mark",
    "checkpoint": "mark", "flow": "after", "branch": "after", "option": "profile", "options": "profile",
  ]
}
