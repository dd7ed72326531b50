/// The attributes that callsim knows by name, however a log spells them.
///
/// `AttributeReason`, `Reason` and `Reasons` are one attribute, and so are `CallUUID` and `CallUuid`.
public enum LogAttribute: UInt8, Sendable, CaseIterable {
  /// The calls.
  case connID, previousConnID, transferConnID, conferenceConnID, callID, callUUID
  /// The parties, their queues, trunks and roles.
  case thisDN, thisQueue, thisTrunk, thisDNRole, otherDN, otherQueue, otherTrunk, otherDNRole, thirdPartyDN,
    thirdPartyQueue, thirdPartyTrunk, thirdPartyDNRole
  /// What has happened, and to which request it belongs.
  case callState, callType, propagatedCallType, errorCode, errorMessage, referenceID
  /// The numbers that were dialed, and who is logged in.
  case ani, dnis, agentID
  /// The parameters of requests, and what they bring.
  case agentWorkMode, forwardMode, monitorNextCallType, routeType, treatmentType, registerMode, mergeType, infoType,
    addressType, collectedDigits, digits, dataKey, reasons, extensions, userData
  /// The message that a routing server asks the T-Server to send.
  case userEvent
  /// When the event was sent, and its number.
  case timeInSeconds, timeInMicroseconds, time, eventSequenceNumber
  /// What else is in nearly every event.
  case customerID, networkCallID, networkNodeID, nodeID, partyUUID, server, privateMsgID

  /// The word as the T-Library's documents spell it.
  public var name: StaticString {
    switch self {
    case .connID: "ConnID"
    case .previousConnID: "PreviousConnID"
    case .transferConnID: "TransferConnID"
    case .conferenceConnID: "ConferenceConnID"
    case .callID: "CallID"
    case .callUUID: "CallUUID"
    case .thisDN: "ThisDN"
    case .thisQueue: "ThisQueue"
    case .thisTrunk: "ThisTrunk"
    case .thisDNRole: "ThisDNRole"
    case .otherDN: "OtherDN"
    case .otherQueue: "OtherQueue"
    case .otherTrunk: "OtherTrunk"
    case .otherDNRole: "OtherDNRole"
    case .thirdPartyDN: "ThirdPartyDN"
    case .thirdPartyQueue: "ThirdPartyQueue"
    case .thirdPartyTrunk: "ThirdPartyTrunk"
    case .thirdPartyDNRole: "ThirdPartyDNRole"
    case .callState: "CallState"
    case .callType: "CallType"
    case .propagatedCallType: "PropagatedCallType"
    case .errorCode: "ErrorCode"
    case .errorMessage: "ErrorMessage"
    case .referenceID: "ReferenceID"
    case .ani: "ANI"
    case .dnis: "DNIS"
    case .agentID: "AgentID"
    case .agentWorkMode: "AgentWorkMode"
    case .forwardMode: "ForwardMode"
    case .monitorNextCallType: "MonitorNextCallType"
    case .routeType: "RouteType"
    case .treatmentType: "TreatmentType"
    case .registerMode: "RegisterMode"
    case .mergeType: "MergeType"
    case .infoType: "InfoType"
    case .addressType: "AddressType"
    case .collectedDigits: "CollectedDigits"
    case .digits: "DTMFDigits"
    case .dataKey: "DataKey"
    case .reasons: "Reasons"
    case .extensions: "Extensions"
    case .userData: "UserData"
    case .userEvent: "UserEvent"
    case .timeInSeconds: "TimeinSecs"
    case .timeInMicroseconds: "TimeinuSecs"
    case .time: "Time"
    case .eventSequenceNumber: "EventSequenceNumber"
    case .customerID: "CustomerID"
    case .networkCallID: "NetworkCallID"
    case .networkNodeID: "NetworkNodeID"
    case .nodeID: "NodeID"
    case .partyUUID: "PartyUUID"
    case .server: "Server"
    case .privateMsgID: "PrivateMsgID"
    }
  }

  /// Other spellings of some of them.
  static let alternatives: [(name: StaticString, attribute: LogAttribute)] = [
    ("Reason", .reasons), ("AddressInfoType", .infoType), ("CallUuid", .callUUID), ("PartyUuid", .partyUUID),
    ("Digits", .digits), ("Key", .dataKey), ("Extension", .extensions),
  ]

  /// Attributes of the T-Library that callsim does not read.
  static let unread = Set(
    """
    AccessNumber ApplicationName CallHistory CallInfoType Cause FileHandle FirstTransferConnID \
    FirstTransferHomeLocation FirstTransferOrigDN HomeLocation InfoStatus ISLinkList LastCollectedDigit LastDigit \
    LastTransferConnID LastTransferHomeLocation LastTransferOrigDN Location MakeCallType NetworkCallState \
    NetworkDestDN NetworkDestState NetworkOrigDN NetworkPartyRole NewCallUUID NewConnID OrigCallUUID OriginConnID \
    OriginalConnID Place Priority ProtocolVersion RefCallUUID RefConnID Reliability ServerCapabilityMask ServerRole \
    ServerStartTime ServerVersion SessionID SetOperation Timeout TreatmentParms XReferenceID XRouteType
    """.split(separator: " ").map(String.init))
}
