/// The messages of a T-Server, with their numbers.
public enum EventType: UInt8, Named {
  /// A request was refused.
  case error = 52
  /// A client is told of the DN from now on, or no longer.
  case registered, unregistered
  /// A call waits at the queue.
  case queued = 57
  /// What happens to a call: it leaves a queue, is given up, rings, is dialed, answered, released, held or retrieved.
  case diverted, abandoned, ringing, dialing, networkReached, destinationBusy, established, released, held, retrieved
  /// The call has another ConnID or other parties; a route is asked for or used.
  case partyChanged, partyAdded, partyDeleted, routeRequest, routeUsed
  /// An agent has logged in or out, is ready or not ready; do-not-disturb is on or off.
  case agentLogin, agentLogout, agentReady, agentNotReady, dndOn, dndOff
  /// A caller has entered digits.
  case digitsCollected = 84
  /// The user data of the call have changed.
  case attachedDataChanged
  /// The phone goes off hook to dial or to answer; it is on hook again.
  case offHook, onHook
  /// The DN forwards its calls.
  case forwardSet
  /// The DN no longer forwards its calls.
  case forwardCancel
  /// Messages wait for the DN, or no longer.
  case messageWaitingOn, messageWaitingOff
  /// How a DN stands.
  case addressInfo
  /// A client has sent something to the client of this DN.
  case userEvent = 96
  /// Digits have been sent into the call.
  case dtmfSent = 98
  /// A member of a conference no longer hears the others, or hears them again.
  case listenDisconnected = 106, listenReconnected
  /// How a call stands.
  case partyInfo = 109
  /// A treatment has begun.
  case treatmentApplied = 114
  /// A treatment could not be applied, or has ended.
  case treatmentNotApplied, treatmentEnd
  /// A request has been received.
  case ack = 138
  /// Calls of an agent will be observed.
  case monitoringNextCall = 141
  /// Calls of an agent are no longer observed.
  case monitoringCancelled
  /// The others no longer hear the party, or hear it again.
  case muteOn = 145, muteOff
  /// The DN is out of service, or in service again.
  case dnOutOfService, dnBackInService

  @usableFromInline
  enum Subject { case call, callWithState, dn }

  /// What the message is about, and what it repeats of the request that it answers.
  @inlinable
  @inline(__always)
  var content: (subject: Subject, mode: Exchange.Mode.Kind?) {
    switch self {
    case .error, .queued, .diverted, .networkReached, .destinationBusy, .established, .released, .held,
      .retrieved, .partyChanged, .partyAdded, .partyDeleted, .routeRequest, .attachedDataChanged, .digitsCollected,
      .dtmfSent, .partyInfo, .listenDisconnected, .listenReconnected, .muteOn, .muteOff:
      (.call, nil)
    case .dialing, .ringing, .abandoned: (.callWithState, nil)
    case .routeUsed: (.call, .routeType)
    case .treatmentApplied, .treatmentNotApplied, .treatmentEnd: (.call, .treatmentType)
    case .agentLogin, .agentReady, .agentNotReady: (.dn, .agentWorkMode)
    case .agentLogout, .dndOn, .dndOff, .offHook, .onHook, .forwardCancel, .monitoringCancelled, .registered,
      .unregistered, .addressInfo, .messageWaitingOn, .messageWaitingOff, .userEvent, .ack, .dnOutOfService,
      .dnBackInService:
      (.dn, nil)
    case .forwardSet: (.dn, .forwardMode)
    case .monitoringNextCall: (.dn, .monitorNextCallType)
    }
  }

  /// Whether the event always carries CallState, even if the cell does not list it.
  @inlinable package var alwaysHasCallState: Bool { content.subject == .callWithState }
  /// Whether the message is about a DN and not about a call.
  package var isAboutDN: Bool { content.subject == .dn }
  /// Whether the message is about an agent.
  package var isAboutAgent: Bool {
    self == .agentLogin || self == .agentLogout || self == .agentReady || self == .agentNotReady
  }
  /// What it repeats of the request that it answers.
  @inlinable package var mode: Exchange.Mode.Kind? { content.mode }

  /// The word as the documents spell it.
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
    case .offHook: "EventOffHook"
    case .onHook: "EventOnHook"
    case .forwardSet: "EventForwardSet"
    case .forwardCancel: "EventForwardCancel"
    case .registered: "EventRegistered"
    case .unregistered: "EventUnregistered"
    case .digitsCollected: "EventDigitsCollected"
    case .messageWaitingOn: "EventMessageWaitingOn"
    case .messageWaitingOff: "EventMessageWaitingOff"
    case .addressInfo: "EventAddressInfo"
    case .userEvent: "EventUserEvent"
    case .dtmfSent: "EventDTMFSent"
    case .listenDisconnected: "EventListenDisconnected"
    case .listenReconnected: "EventListenReconnected"
    case .partyInfo: "EventPartyInfo"
    case .ack: "EventACK"
    case .muteOn: "EventMuteOn"
    case .muteOff: "EventMuteOff"
    case .dnOutOfService: "EventDNOutOfService"
    case .dnBackInService: "EventDNBackInService"
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
  /// As in the tables: the caller, the called party, members of a conference, and the party that made the change.
  case unknown, origination, destination, conferenceMember, newParty, addedBy, deletedBy, transferredBy, deletedParty,
    conferencedBy,
    observer

  /// The word as the documents spell it.
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
  /// Between two DNs of the switch, into it, out of it, or a consultation.
  case unknown, `internal`, inbound, outbound, consult

  /// The word as the documents spell it.
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
  /// The number.
  public var rawValue: UInt16
  /// Makes it from its number.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Nothing special.
  @inlinable public static var ok: Self { Self(rawValue: 0) }
  /// The call was transferred.
  @inlinable public static var transferred: Self { Self(rawValue: 1) }
  /// The call became a conference.
  @inlinable public static var conferenced: Self { Self(rawValue: 2) }
  /// The called party is busy.
  @inlinable public static var busy: Self { Self(rawValue: 6) }
  /// The called party did not answer in time.
  @inlinable public static var noAnswer: Self { Self(rawValue: 7) }
  /// An answering machine answers a predictive call.
  @inlinable public static var answeringMachineDetected: Self { Self(rawValue: 9) }
  /// The call was redirected.
  @inlinable public static var redirected: Self { Self(rawValue: 22) }
  /// The call was forwarded.
  @inlinable public static var forwarded: Self { Self(rawValue: 23) }
  /// Another party has picked the call up.
  @inlinable public static var pickedUp: Self { Self(rawValue: 25) }
  /// The party observes the call.
  @inlinable public static var bridged: Self { Self(rawValue: 31) }
  /// The party does not listen to the call.
  @inlinable public static var held: Self { Self(rawValue: 50) }

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
    let name = try (try? container.decode(UInt16.self)).map { "\($0)" } ?? container.decode(String.self)
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
public enum ErrorCode: UInt16, CaseIterable, Sendable, Codable, CustomStringConvertible {
  /// No error.
  case none = 0
  /// The DN that asks is not registered.
  case unregistered = 41
  /// The requested state is already set.
  case alreadyInState = 43
  /// The T-Server does not know why.
  case unknown = 50
  /// A DN of this kind does not do this.
  case unsupportedOperation = 51
  /// A value of the request is not valid.
  case badValue = 53
  /// There is no such call.
  case invalidConnID = 56
  /// The DN is out of service.
  case outOfService = 58
  /// The T-Server has no such DN.
  case unknownDN = 59
  /// The target cannot be called.
  case invalidCalledDN = 71
  /// The state of another party or call does not allow it.
  case incompatibleState = 1160
  /// The state of the party that asks does not allow it.
  case incorrectObjectState = 1161
  /// The party is in no call.
  case noActiveCall = 1163
  /// The party holds no call.
  case noHeldCall = 1164
  /// There is no call to clear.
  case noCallToClear = 1165

  /// The code and its text: `1163, No active call`.
  public var description: String { "\(rawValue), \(message)" }

  /// The text that EventError carries.
  @inlinable public var message: StaticString {
    switch self {
    case .none: "No error"
    case .unregistered: "Client has not registered the DN"
    case .alreadyInState: "Already in the requested state"
    case .unknown: "Unknown error"
    case .unsupportedOperation: "Operation not supported"
    case .badValue: "Bad attribute value"
    case .invalidConnID: "Invalid connection ID"
    case .outOfService: "Out of service"
    case .unknownDN: "DN not configured"
    case .invalidCalledDN: "Invalid called DN"
    case .incompatibleState: "State incompatible"
    case .incorrectObjectState: "Incorrect object state"
    case .noActiveCall: "No active call"
    case .noHeldCall: "No held call"
    case .noCallToClear: "No call to clear"
    }
  }
}
