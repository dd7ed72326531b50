/// The attributes of an event: first those of the manual's tables, in its order, then those that tables do not list.
public enum Attribute: UInt8, Named {
  /// The calls, the parties, their roles and queues.
  case connID, previousConnID, thisDN, thisQueue, thisDNRole, otherDN, otherDNRole, thirdPartyDN, thirdPartyDNRole,
    thirdPartyQueue
  /// What has happened, and to which request it belongs.
  case callState, errorCode, errorMessage, referenceID
  /// What the T-Server knows of any call.
  case callType, callID, callUUID, ani, dnis
  /// The agent who is logged in at the recipient.
  case agentID
  /// The parameters of requests, and the digits that a caller has entered.
  case agentWorkMode, forwardMode, monitorNextCallType, routeType, treatmentType, collectedDigits
  /// What a snapshot of a DN is about.
  case infoType
  /// What the request has brought, the user data of the call, and the number of the event.
  case reasons, extensions, userData, eventSequenceNumber

  /// The word as the documents spell it.
  @inlinable public var name: StaticString {
    switch self {
    case .connID: "ConnID"
    case .previousConnID: "PreviousConnID"
    case .thisDN: "ThisDN"
    case .thisQueue: "ThisQueue"
    case .thisDNRole: "ThisDNRole"
    case .otherDN: "OtherDN"
    case .otherDNRole: "OtherDNRole"
    case .thirdPartyDN: "ThirdPartyDN"
    case .thirdPartyDNRole: "ThirdPartyDNRole"
    case .thirdPartyQueue: "ThirdPartyQueue"
    case .callState: "CallState"
    case .errorCode: "ErrorCode"
    case .errorMessage: "ErrorMessage"
    case .referenceID: "ReferenceID"
    case .callType: "CallType"
    case .callID: "CallID"
    case .callUUID: "CallUUID"
    case .ani: "ANI"
    case .dnis: "DNIS"
    case .agentID: "AgentID"
    case .agentWorkMode: "AgentWorkMode"
    case .forwardMode: "ForwardMode"
    case .monitorNextCallType: "MonitorNextCallType"
    case .routeType: "RouteType"
    case .treatmentType: "TreatmentType"
    case .collectedDigits: "CollectedDigits"
    case .infoType: "InfoType"
    case .reasons: "Reasons"
    case .extensions: "Extensions"
    case .userData: "UserData"
    case .eventSequenceNumber: "EventSequenceNumber"
    }
  }
}

/// A set of attributes.
public struct AttributeSet: OptionSet, Hashable, Sendable {
  /// The number.
  public var rawValue: UInt32
  /// Makes it from its number.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// The set of this attribute alone.
  @inlinable public init(_ attribute: Attribute) { rawValue = 1 &<< UInt32(attribute.rawValue) }
  /// Whether the attribute is in the set.
  @inlinable public func contains(_ attribute: Attribute) -> Bool { rawValue & (1 &<< UInt32(attribute.rawValue)) != 0 }
  /// Adds the attribute.
  @inlinable public mutating func insert(_ attribute: Attribute) { rawValue |= 1 &<< UInt32(attribute.rawValue) }

  /// Whether calls other than inbound ones have an ANI. It is kept here, where no attribute is, because one field more
  /// would make each event cost more.
  @usableFromInline var tellsANI: Bool {
    @inlinable get { rawValue >> 31 == 1 }
    @inlinable set { if newValue { rawValue |= 1 << 31 } else { rawValue &= ~(1 << 31) } }
  }
}
