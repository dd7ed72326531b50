/// The messages of a T-Server, with their numbers.
public enum EventType: UInt8, Named {
  case error = 52
  case queued = 57
  case diverted, abandoned, ringing, dialing, networkReached, destinationBusy, established, released, held, retrieved
  case partyChanged, partyAdded, partyDeleted, routeRequest, routeUsed
  case agentLogin, agentLogout, agentReady, agentNotReady, dndOn, dndOff
  case attachedDataChanged = 85
  case forwardSet = 88
  case forwardCancel
  case treatmentApplied = 114
  case treatmentNotApplied, treatmentEnd
  case monitoringNextCall = 141
  case monitoringCancelled

  /// Whether the event always carries CallState, even if the cell does not list it.
  @inlinable var alwaysHasCallState: Bool {
    switch self {
    case .ringing, .abandoned: true
    case .error, .queued, .diverted, .dialing, .networkReached, .destinationBusy, .established, .released, .held,
      .retrieved, .partyChanged, .partyAdded, .partyDeleted, .routeRequest, .routeUsed, .agentLogin, .agentLogout,
      .agentReady, .agentNotReady, .dndOn, .dndOff, .attachedDataChanged, .forwardSet, .forwardCancel,
      .treatmentApplied, .treatmentNotApplied, .treatmentEnd, .monitoringNextCall, .monitoringCancelled:
      false
    }
  }

  /// Whether the message is about a DN and not about a call.
  var isAboutDN: Bool {
    switch self {
    case .agentLogin, .agentLogout, .agentReady, .agentNotReady, .dndOn, .dndOff, .forwardSet, .forwardCancel,
      .monitoringNextCall, .monitoringCancelled:
      true
    case .error, .queued, .diverted, .abandoned, .ringing, .dialing, .networkReached, .destinationBusy, .established,
      .released, .held, .retrieved, .partyChanged, .partyAdded, .partyDeleted, .routeRequest, .routeUsed,
      .attachedDataChanged, .treatmentApplied, .treatmentNotApplied, .treatmentEnd:
      false
    }
  }

  /// What it repeats of the request that it answers.
  @inlinable var mode: RequestMode.Kind? {
    switch self {
    case .agentLogin, .agentReady, .agentNotReady: .agentWorkMode
    case .forwardSet: .forwardMode
    case .monitoringNextCall: .monitorNextCallType
    case .routeUsed: .routeType
    case .treatmentApplied, .treatmentNotApplied, .treatmentEnd: .treatmentType
    case .error, .queued, .diverted, .abandoned, .ringing, .dialing, .networkReached, .destinationBusy, .established,
      .released, .held, .retrieved, .partyChanged, .partyAdded, .partyDeleted, .routeRequest, .agentLogout, .dndOn,
      .dndOff, .attachedDataChanged, .forwardCancel, .monitoringCancelled:
      nil
    }
  }

  @inlinable public var name: StaticString {
    switch self {
    case .error: "EventError"
    case .queued: "EventQueued"
    case .diverted: "EventDiverted"
    case .abandoned: "EventAbandoned"
    case .ringing: "EventRinging"
    case .dialing: "EventDialing"
    case .networkReached: "EventNetworkReached"
    case .destinationBusy: "EventDestinationBusy"
    case .established: "EventEstablished"
    case .released: "EventReleased"
    case .held: "EventHeld"
    case .retrieved: "EventRetrieved"
    case .partyChanged: "EventPartyChanged"
    case .partyAdded: "EventPartyAdded"
    case .partyDeleted: "EventPartyDeleted"
    case .routeRequest: "EventRouteRequest"
    case .routeUsed: "EventRouteUsed"
    case .agentLogin: "EventAgentLogin"
    case .agentLogout: "EventAgentLogout"
    case .agentReady: "EventAgentReady"
    case .agentNotReady: "EventAgentNotReady"
    case .dndOn: "EventDNDOn"
    case .dndOff: "EventDNDOff"
    case .attachedDataChanged: "EventAttachedDataChanged"
    case .forwardSet: "EventForwardSet"
    case .forwardCancel: "EventForwardCancel"
    case .treatmentApplied: "EventTreatmentApplied"
    case .treatmentNotApplied: "EventTreatmentNotApplied"
    case .treatmentEnd: "EventTreatmentEnd"
    case .monitoringNextCall: "EventMonitoringNextCall"
    case .monitoringCancelled: "EventMonitoringCancelled"
    }
  }
}

/// The role of a party, as ThisDNRole, OtherDNRole and ThirdPartyDNRole report it.
public enum Role: UInt8, Named {
  case unknown, origination, destination, conferenceMember, newParty, addedBy, deletedBy, transferredBy, deletedParty,
    conferencedBy,
    observer

  @inlinable public var name: StaticString {
    switch self {
    case .unknown: "Unknown"
    case .origination: "Origination"
    case .destination: "Destination"
    case .conferenceMember: "ConferenceMember"
    case .newParty: "NewParty"
    case .addedBy: "AddedBy"
    case .deletedBy: "DeletedBy"
    case .transferredBy: "TransferredBy"
    case .deletedParty: "DeletedParty"
    case .conferencedBy: "ConferencedBy"
    case .observer: "Observer"
    }
  }
}

/// Where a call comes from and goes to, seen from the switch.
public enum CallType: UInt8, Named {
  case unknown, `internal`, inbound, outbound, consult

  @inlinable public var name: StaticString {
    switch self {
    case .unknown: "Unknown"
    case .internal: "Internal"
    case .inbound: "Inbound"
    case .outbound: "Outbound"
    case .consult: "Consult"
    }
  }
}

/// The state of a call as an event reports it: a number, usually with a name.
public struct CallState: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public var rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static var ok: Self { Self(rawValue: 0) }
  @inlinable public static var transferred: Self { Self(rawValue: 1) }
  @inlinable public static var conferenced: Self { Self(rawValue: 2) }
  @inlinable public static var busy: Self { Self(rawValue: 6) }
  @inlinable public static var noAnswer: Self { Self(rawValue: 7) }
  @inlinable public static var answeringMachineDetected: Self { Self(rawValue: 9) }
  @inlinable public static var redirected: Self { Self(rawValue: 22) }
  @inlinable public static var forwarded: Self { Self(rawValue: 23) }
  @inlinable public static var pickedUp: Self { Self(rawValue: 25) }
  @inlinable public static var bridged: Self { Self(rawValue: 31) }

  /// Every named value, in the order of the numbers.
  public static let names: [(state: CallState, name: StaticString)] = (UInt16(0)..<64).compactMap { number in
    let state = CallState(rawValue: number)
    return state.name.map { (state, $0) }
  }

  /// The state with this name, or with this number if it has no name; `nil` if there is none.
  public init?(named name: String) {
    let named = Self.names.first { "\($0.name)" == name }?.state
    guard let state = named ?? UInt16(name).map({ CallState(rawValue: $0) }) else { return nil }
    self = state
  }

  /// The name, or the number of a state without a name.
  public var description: String { name.map { "\($0)" } ?? "\(rawValue)" }

  /// Encodes the name, or the number of a state without a name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Decodes a name or a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let state = CallState(named: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "there is no CallState \(name)")
    }
    self = state
  }

  /// The name; `nil` if the manual gives the number none.
  @inlinable public var name: StaticString? {
    switch rawValue {
    case 0: "OK"
    case 1: "Transferred"
    case 2: "Conferenced"
    case 3: "GeneralError"
    case 4: "SystemError"
    case 5: "RemoteRelease"
    case 6: "Busy"
    case 7: "NoAnswer"
    case 8: "SitDetected"
    case 9: "AnsweringMachineDetected"
    case 10: "AllTrunksBusy"
    case 11: "SitInvalidnum"
    case 12: "SitVacant"
    case 13: "SitIntercept"
    case 14: "SitUnknown"
    case 15: "SitNocircuit"
    case 16: "SitReorder"
    case 17: "FaxDetected"
    case 18: "QueueFull"
    case 19: "Cleared"
    case 20: "Overflowed"
    case 21: "Abandoned"
    case 22: "Redirected"
    case 23: "Forwarded"
    case 24: "Consult"
    case 25: "Pickedup"
    case 26: "Dropped"
    case 27: "Droppednoanswer"
    case 28: "Unknown"
    case 29: "Covered"
    case 30: "ConverseOn"
    case 31: "Bridged"
    case 49: "Deafened"
    case 50: "Held"
    default: nil
    }
  }
}

/// Why a T-Server refuses a request.
public enum ErrorCode: UInt16, CaseIterable, Sendable {
  case none = 0
  case alreadyInState = 43
  case unknown = 50
  case unsupportedOperation = 51
  case badValue = 53
  case invalidConnID = 56
  case invalidCalledDN = 71
  case incompatibleState = 1160
  case incorrectObjectState = 1161
  case noActiveCall = 1163
  case noHeldCall = 1164
  case noCallToClear = 1165

  @inlinable public var message: StaticString {
    switch self {
    case .none: "No error"
    case .alreadyInState: "Already in the requested state"
    case .unknown: "Unknown error"
    case .unsupportedOperation: "Operation not supported"
    case .badValue: "Bad attribute value"
    case .invalidConnID: "Invalid connection ID"
    case .invalidCalledDN: "Invalid called DN"
    case .incompatibleState: "State incompatible"
    case .incorrectObjectState: "Incorrect object state"
    case .noActiveCall: "No active call"
    case .noHeldCall: "No held call"
    case .noCallToClear: "No call to clear"
    }
  }
}
