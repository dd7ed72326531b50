import CallModel

/// Names of the Platform SDK and the C library for requests and constants that callsim knows.
enum ForeignNames {
  /// The one of `names` that a foreign name stands for: `TAnswerCall` for `RequestAnswerCall`; nil if there is none.
  static func ourName(for foreign: String, in names: [String]) -> String? {
    for candidate in candidates(for: foreign) {
      if let name = names.first(where: { Text.areSameWord($0, candidate) }) { return name }
    }
    return nil
  }

  /// How callsim might spell the name, the likeliest first.
  private static func candidates(for name: String) -> [String] {
    let irregular = irregularNames.first { Text.areSameWord($0.key, name) }.map { [$0.value] } ?? []
    return irregular
      + prefixes.compactMap { prefix, ours in
        let head = String(name.prefix(prefix.count))
        let rest = name.dropFirst(prefix.count)
        return Text.areSameWord(head, prefix) && !rest.isEmpty ? ours + rest : nil
      }
      // Names that lack one of our prefixes.
      + ["T" + name, "Event" + name]
  }

  /// The prefixes of foreign names, and ours that replace them.
  private static let prefixes: KeyValuePairs<String, String> = [
    "Request": "T", "Attribute": "", "DNRole": "", "Role": "", "CallState": "", "CallType": "", "AgentWorkMode": "",
    "ForwardMode": "", "MonitorNextCallType": "", "RouteType": "", "TreatmentType": "", "Treatment": "", "Monitor": "",
    "WorkMode": "", "T": "",
  ]

  /// Names that differ in more than the prefix.
  private static let irregularNames: KeyValuePairs<String, String> = [
    "RequestAgentReady": "TAgentSetReady", "RequestAgentNotReady": "TAgentSetNotReady",
    "RequestSetForward": "TCallSetForward", "RequestCallForwardSet": "TCallSetForward",
    "RequestCancelForward": "TCallCancelForward", "RequestCallForwardCancel": "TCallCancelForward",
    "TSetCallForward": "TCallSetForward", "TCancelCallForward": "TCallCancelForward",
    "EventUserDataChanged": "EventAttachedDataChanged", "EventACDDiverted": "EventDiverted",
    "CallStateSitInvalidNum": "SitInvalidnum",
    "AddressTypeDN": "extension", "AddressTypePosition": "extension", "AddressTypeQueue": "acd-group",
    "AddressTypeACDGroup": "acd-group", "AddressTypeRouteDN": "routing-point", "AddressTypeRouteQueue": "route-queue",
    "ACDQueue": "acd-group", "RoutingPoint": "routing-point", "RouteDN": "routing-point",
  ]
}
