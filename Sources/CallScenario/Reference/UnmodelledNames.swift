import CallModel

/// Names of a T-Server's requests and events that callsim does not model: they are no typing mistakes.
enum UnmodelledNames {
  /// What the name is about, `mailboxes`; nil if it is none of these names. The Platform SDK's name of a
  /// request, RequestLoginMailBox, is known too.
  static func subject(of name: String) -> String? {
    let request = name.utf8.starts(with: "Request".utf8) ? "T" + name.dropFirst("Request".count) : name
    return subjects.first { _, names in names.contains { Text.areSameWord($0, request) } }?.key
  }

  /// A name leaves this table when it is modelled.
  static let subjects: KeyValuePairs<String, [String]> = [
    "queries": [
      "TQueryLocation", "TQueryServer", "TQuerySwitch", "EventLocationInfo", "EventServerInfo", "EventSwitchInfo",
    ],
    "private services": ["EventPrivateInfo"],
    "mailboxes": ["TLoginMailBox", "TLogoutMailBox", "EventMailBoxLogin", "EventMailBoxLogout"],
    "links to the switch": ["EventLinkConnected", "EventLinkDisconnected"],
    "reservation of agents": ["TReserveAgent", "EventAgentReserved"],
    "calls between sites": [
      "TGetAccessNumber", "TCancelReqGetAccessNumber", "EventAnswerAccessNumber", "EventReqGetAccessNumberCanceled",
      "EventRemoteConnectionSuccess", "EventRemoteConnectionFailed",
    ],
  ]
}
