/// The attributes of an event: first those of the manual's tables, in its order, then those that tables do not list.
public enum Attribute: UInt8, Named {
  case connID, previousConnID, thisDN, thisQueue, thisDNRole, otherDN, otherDNRole, thirdPartyDN, thirdPartyDNRole,
    thirdPartyQueue
  case callState, errorCode, errorMessage, referenceID
  case callType, callID, callUUID, ani, dnis
  case agentWorkMode, forwardMode, monitorNextCallType, routeType, treatmentType, userData, eventSequenceNumber

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
    case .agentWorkMode: "AgentWorkMode"
    case .forwardMode: "ForwardMode"
    case .monitorNextCallType: "MonitorNextCallType"
    case .routeType: "RouteType"
    case .treatmentType: "TreatmentType"
    case .userData: "UserData"
    case .eventSequenceNumber: "EventSequenceNumber"
    }
  }
}

/// A set of attributes.
public struct AttributeSet: OptionSet, Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public init(_ attribute: Attribute) { rawValue = 1 &<< UInt32(attribute.rawValue) }
  @inlinable public func contains(_ attribute: Attribute) -> Bool { rawValue & (1 &<< UInt32(attribute.rawValue)) != 0 }
  @inlinable public mutating func insert(_ attribute: Attribute) { rawValue |= 1 &<< UInt32(attribute.rawValue) }
}
