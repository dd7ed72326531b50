/// A value of one of the small enumerations that a request can carry; the verb or message says of which.
public struct RequestMode: RawRepresentable, Hashable, Sendable, Codable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The request carries no value.
  @inlinable public static var none: RequestMode { RequestMode(rawValue: .max) }

  @inlinable public init(_ mode: AgentWorkMode) { rawValue = mode.rawValue }
  @inlinable public init(_ mode: ForwardMode) { rawValue = mode.rawValue }
  @inlinable public init(_ type: MonitorNextCallType) { rawValue = type.rawValue }
  @inlinable public init(_ type: RouteType) { rawValue = type.rawValue }
  @inlinable public init(_ type: TreatmentType) { rawValue = type.rawValue }

  /// Whether it is empty or an AgentWorkMode.
  var isWorkMode: Bool { self == .none || AgentWorkMode(rawValue: rawValue) != nil }

  /// The attribute that carries the mode in this message, and the mode's name there.
  @inlinable
  func spelling(in message: EventType) -> (attribute: Attribute, name: StaticString)? {
    switch message {
    case .agentLogin, .agentReady, .agentNotReady: AgentWorkMode(rawValue: rawValue).map { (.agentWorkMode, $0.name) }
    case .forwardSet: ForwardMode(rawValue: rawValue).map { (.forwardMode, $0.name) }
    case .monitoringNextCall: MonitorNextCallType(rawValue: rawValue).map { (.monitorNextCallType, $0.name) }
    case .routeUsed: RouteType(rawValue: rawValue).map { (.routeType, $0.name) }
    case .treatmentApplied, .treatmentNotApplied, .treatmentEnd:
      TreatmentType(rawValue: rawValue).map { (.treatmentType, $0.name) }
    default: nil
    }
  }

  /// The attribute that carries the mode in a request, and the mode's name there.
  func spelling(on verb: Verb) -> (attribute: Attribute, name: StaticString)? {
    switch verb {
    case .agentLogin, .agentReady, .agentNotReady: spelling(in: .agentLogin)
    case .setForward: spelling(in: .forwardSet)
    case .monitorNextCall: spelling(in: .monitoringNextCall)
    case .routeCall: spelling(in: .routeUsed)
    case .applyTreatment: spelling(in: .treatmentApplied)
    default: nil
    }
  }
}

/// What an agent is doing who is ready or not ready.
public enum AgentWorkMode: UInt8, Named {
  case unknown, manualIn, autoIn, afterCallWork, auxWork, noCallDisconnect, walkAway, returnBack

  @inlinable public var name: StaticString {
    switch self {
    case .unknown: "Unknown"
    case .manualIn: "ManualIn"
    case .autoIn: "AutoIn"
    case .afterCallWork: "AfterCallWork"
    case .auxWork: "AuxWork"
    case .noCallDisconnect: "NoCallDisconnect"
    case .walkAway: "WalkAway"
    case .returnBack: "ReturnBack"
    }
  }
}

/// When a DN forwards its calls.
public enum ForwardMode: UInt8, Named {
  case none, unconditional, onBusy, onNoAnswer, onBusyAndNoAnswer, sendAllCalls

  @inlinable public var name: StaticString {
    switch self {
    case .none: "None"
    case .unconditional: "Unconditional"
    case .onBusy: "OnBusy"
    case .onNoAnswer: "OnNoAnswer"
    case .onBusyAndNoAnswer: "OnBusyAndNoAnswer"
    case .sendAllCalls: "SendAllCalls"
    }
  }
}

/// Whether one call is observed, or all of them.
public enum MonitorNextCallType: UInt8, Named {
  case oneCall, allCalls

  @inlinable public var name: StaticString {
    switch self {
    case .oneCall: "OneCall"
    case .allCalls: "AllCalls"
    }
  }
}

/// How to route a call; two of the types reject it.
public enum RouteType: UInt8, Named {
  case unknown, `default`, label, overwriteDNIS, ddd, iddd, direct, reject, announcement, postFeature, directAgent,
    priority,
    directPriority,
    agentID, callDisconnect

  @inlinable public var name: StaticString {
    switch self {
    case .unknown: "Unknown"
    case .default: "Default"
    case .label: "Label"
    case .overwriteDNIS: "OverwriteDNIS"
    case .ddd: "DDD"
    case .iddd: "IDDD"
    case .direct: "Direct"
    case .reject: "Reject"
    case .announcement: "Announcement"
    case .postFeature: "PostFeature"
    case .directAgent: "DirectAgent"
    case .priority: "Priority"
    case .directPriority: "DirectPriority"
    case .agentID: "AgentID"
    case .callDisconnect: "CallDisconnect"
    }
  }
}

/// What a caller hears while it waits for a route.
public enum TreatmentType: UInt8, Named {
  case unknown, ivr, music, ringBack, silence, busy, collectDigits, playAnnouncement, playAnnouncementAndDigits,
    verifyDigits,
    recordUserAnnouncement, deleteUserAnnouncement, cancelCall, playApplication, setDefaultRoute, textToSpeech,
    textToSpeechAndDigits,
    fastBusy, ran

  @inlinable public var name: StaticString {
    switch self {
    case .unknown: "Unknown"
    case .ivr: "IVR"
    case .music: "Music"
    case .ringBack: "RingBack"
    case .silence: "Silence"
    case .busy: "Busy"
    case .collectDigits: "CollectDigits"
    case .playAnnouncement: "PlayAnnouncement"
    case .playAnnouncementAndDigits: "PlayAnnouncementAndDigits"
    case .verifyDigits: "VerifyDigits"
    case .recordUserAnnouncement: "RecordUserAnnouncement"
    case .deleteUserAnnouncement: "DeleteUserAnnouncement"
    case .cancelCall: "CancelCall"
    case .playApplication: "PlayApplication"
    case .setDefaultRoute: "SetDefaultRoute"
    case .textToSpeech: "TextToSpeech"
    case .textToSpeechAndDigits: "TextToSpeechAndDigits"
    case .fastBusy: "FastBusy"
    case .ran: "RAN"
    }
  }
}
