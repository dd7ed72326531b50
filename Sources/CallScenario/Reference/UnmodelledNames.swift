import CallModel

/// Names of a T-Server's requests and events that callsim does not model: they are no typing mistakes.
enum UnmodelledNames {
  /// What the name is about, `registration of DNs`; nil if it is none of these names. The Platform SDK's name of a
  /// request, RequestSendDtmf, is known too.
  static func subject(of name: String) -> String? {
    let request = name.utf8.starts(with: "Request".utf8) ? "T" + name.dropFirst("Request".count) : name
    return subjects.first { _, names in names.contains { Text.areSameWord($0, request) } }?.key
  }

  /// A name leaves this table when it is modelled.
  static let subjects: KeyValuePairs<String, [String]> = [
    "registration of DNs": ["TRegisterAddress", "TUnregisterAddress", "EventRegistered", "EventUnregistered"],
    "queries": [
      "TQueryAddress", "TQueryCall", "TQueryLocation", "TQueryServer", "TQuerySwitch", "EventAddressInfo",
      "EventPartyInfo", "EventLocationInfo", "EventServerInfo", "EventSwitchInfo",
    ],
    "muting": ["TSetMuteOn", "TSetMuteOff", "EventMuteOn", "EventMuteOff"],
    "listening": ["TListenDisconnect", "TListenReconnect", "EventListenDisconnected", "EventListenReconnected"],
    "digits": ["TSendDTMF", "TCollectDigits", "EventDTMFSent", "EventDigitsCollected"],
    "user events": ["TSendUserEvent", "EventUserEvent"],
    "private services": ["TPrivateService", "EventPrivateInfo", "EventACK"],
    "message waiting": [
      "TSetMessageWaitingOn", "TSetMessageWaitingOff", "EventMessageWaitingOn", "EventMessageWaitingOff",
    ],
    "mailboxes": ["TLoginMailBox", "TLogoutMailBox", "EventMailBoxLogin", "EventMailBoxLogout"],
    "failures of DNs and links": [
      "EventDNOutOfService", "EventDNBackInService", "EventLinkConnected", "EventLinkDisconnected",
    ],
    "reservation of agents": ["TReserveAgent", "EventAgentReserved"],
    "calls between sites": [
      "TGetAccessNumber", "TCancelReqGetAccessNumber", "EventAnswerAccessNumber", "EventReqGetAccessNumberCanceled",
      "EventRemoteConnectionSuccess", "EventRemoteConnectionFailed",
    ],
  ]
}
