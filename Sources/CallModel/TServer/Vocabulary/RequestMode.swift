/// A value of one of the small enumerations that a request can carry; the verb or message says of which.
public struct RequestMode: RawRepresentable, Hashable, Sendable {
  /// The number.
  public var rawValue: UInt8
  /// Makes it from its number.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The request carries no value.
  @inlinable public static var none: RequestMode { RequestMode(rawValue: .max) }

  /// Of TAgentLogin, TAgentSetReady and TAgentSetNotReady.
  @inlinable public init(_ mode: AgentWorkMode) { rawValue = mode.rawValue }
  /// Of TCallSetForward.
  @inlinable public init(_ mode: ForwardMode) { rawValue = mode.rawValue }
  /// Of TMonitorNextCall.
  @inlinable public init(_ type: MonitorNextCallType) { rawValue = type.rawValue }
  /// Of TRouteCall.
  @inlinable public init(_ type: RouteType) { rawValue = type.rawValue }
  /// Of TApplyTreatment.
  @inlinable public init(_ type: TreatmentType) { rawValue = type.rawValue }

  /// Whether it is empty or a value of that enumeration.
  func fits(_ kind: Kind) -> Bool { self == .none || kind.name(of: self) != nil }

  /// Whether it is a RouteType that rejects the call.
  var rejects: Bool { self == RequestMode(RouteType.callDisconnect) || self == RequestMode(RouteType.reject) }
}

extension RequestMode {
  /// The enumeration of which a mode is a value.
  @usableFromInline
  package enum Kind: UInt8, CaseIterable, Sendable {
    case agentWorkMode, forwardMode, monitorNextCallType, routeType, treatmentType

    /// The attribute that carries such a mode.
    @inlinable package var attribute: Attribute {
      switch self {
      case .agentWorkMode: .agentWorkMode
      case .forwardMode: .forwardMode
      case .monitorNextCallType: .monitorNextCallType
      case .routeType: .routeType
      case .treatmentType: .treatmentType
      }
    }

    @inlinable
    func name(of mode: RequestMode) -> StaticString? {
      switch self {
      case .agentWorkMode: AgentWorkMode(rawValue: mode.rawValue)?.name
      case .forwardMode: ForwardMode(rawValue: mode.rawValue)?.name
      case .monitorNextCallType: MonitorNextCallType(rawValue: mode.rawValue)?.name
      case .routeType: RouteType(rawValue: mode.rawValue)?.name
      case .treatmentType: TreatmentType(rawValue: mode.rawValue)?.name
      }
    }
  }

  /// The attribute that carries the mode in a request, and the mode's name there.
  func spelling(on verb: Verb) -> (attribute: Attribute, name: StaticString)? {
    verb.mode.flatMap { kind in kind.name(of: self).map { (kind.attribute, $0) } }
  }

  /// The value with this name in the verb's enumeration; nil if there is none.
  init?(named name: String, on verb: Verb) {
    let named = (0..<UInt8.max).lazy.map { RequestMode(rawValue: $0) }.first {
      $0.spelling(on: verb).map { "\($0.name)" == name } ?? false
    }
    guard let named else { return nil }
    self = named
  }
}

/// What an agent is doing who is ready or not ready.
public enum AgentWorkMode: UInt8, Named {
  /// The modes of the T-Library, in the order of their numbers.
  case unknown, manualIn, autoIn, afterCallWork, auxWork, noCallDisconnect, walkAway, returnBack

  /// The word as the documents spell it.
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
  /// The modes of the T-Library, in the order of their numbers.
  case none, unconditional, onBusy, onNoAnswer, onBusyAndNoAnswer, sendAllCalls

  /// The word as the documents spell it.
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
  /// The next call only, or every call until it is cancelled.
  case oneCall, allCalls

  /// The word as the documents spell it.
  @inlinable public var name: StaticString {
    switch self {
    case .oneCall: "OneCall"
    case .allCalls: "AllCalls"
    }
  }
}

/// How to route a call; two of the types reject it.
public enum RouteType: UInt8, Named {
  /// The types of the T-Library, in the order of their numbers.
  case unknown, `default`, label, overwriteDNIS, ddd, iddd, direct, reject, announcement, postFeature, directAgent,
    priority,
    directPriority,
    agentID, callDisconnect

  /// The word as the documents spell it.
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
  /// The types of the T-Library, in the order of their numbers.
  case unknown, ivr, music, ringBack, silence, busy, collectDigits, playAnnouncement, playAnnouncementAndDigits,
    verifyDigits,
    recordUserAnnouncement, deleteUserAnnouncement, cancelCall, playApplication, setDefaultRoute, textToSpeech,
    textToSpeechAndDigits,
    fastBusy, ran

  /// The word as the documents spell it.
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
