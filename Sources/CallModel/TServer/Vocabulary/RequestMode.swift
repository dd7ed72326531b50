/// What a request asks for in particular; the verb says which of these it takes.
public enum RequestMode: Hashable, Sendable, CustomStringConvertible {
  /// Of TAgentLogin, TAgentSetReady and TAgentSetNotReady.
  case agentWorkMode(AgentWorkMode)
  /// Of TCallSetForward.
  case forwardMode(ForwardMode)
  /// Of TMonitorNextCall.
  case monitorNextCallType(MonitorNextCallType)
  /// Of TRouteCall.
  case routeType(RouteType)
  /// Of TApplyTreatment.
  case treatmentType(TreatmentType)
  /// Of TRegisterAddress.
  case registerMode(RegisterMode)

  /// The attribute that carries it; `nil` if no event carries it.
  public var attribute: Attribute? { kind.attribute }

  /// What it is and its value, as a scenario writes them: `AgentWorkMode=AutoIn`.
  public var description: String { "\(kind.name)=\(name)" }

  var name: StaticString {
    switch self {
    case .agentWorkMode(let mode): mode.name
    case .forwardMode(let mode): mode.name
    case .monitorNextCallType(let type): type.name
    case .routeType(let type): type.name
    case .treatmentType(let type): type.name
    case .registerMode(let mode): mode.name
    }
  }

  var kind: Exchange.Mode.Kind {
    switch self {
    case .agentWorkMode: .agentWorkMode
    case .forwardMode: .forwardMode
    case .monitorNextCallType: .monitorNextCallType
    case .routeType: .routeType
    case .treatmentType: .treatmentType
    case .registerMode: .registerMode
    }
  }

  /// The mode in numbers.
  var number: Exchange.Mode {
    switch self {
    case .agentWorkMode(let mode): Exchange.Mode(mode)
    case .forwardMode(let mode): Exchange.Mode(mode)
    case .monitorNextCallType(let type): Exchange.Mode(type)
    case .routeType(let type): Exchange.Mode(type)
    case .treatmentType(let type): Exchange.Mode(type)
    case .registerMode(let mode): Exchange.Mode(mode)
    }
  }

  /// The mode of the verb with this number; nil if there is none.
  init?(_ mode: Exchange.Mode, of verb: Verb) {
    let number = mode.rawValue
    let found: RequestMode? =
      switch verb.mode {
      case nil: nil
      case .agentWorkMode: AgentWorkMode(rawValue: number).map { .agentWorkMode($0) }
      case .forwardMode: ForwardMode(rawValue: number).map { .forwardMode($0) }
      case .monitorNextCallType: MonitorNextCallType(rawValue: number).map { .monitorNextCallType($0) }
      case .routeType: RouteType(rawValue: number).map { .routeType($0) }
      case .treatmentType: TreatmentType(rawValue: number).map { .treatmentType($0) }
      case .registerMode: RegisterMode(rawValue: number).map { .registerMode($0) }
      }
    guard let found else { return nil }
    self = found
  }

  /// The mode of the verb with this name; nil if there is none.
  init?(named name: String, of verb: Verb) {
    let modes = (0...UInt8.max).lazy.compactMap { RequestMode(Exchange.Mode(rawValue: $0), of: verb) }
    guard let found = modes.first(where: { "\($0.name)" == name }) else { return nil }
    self = found
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

/// What a client may do with the DN that it registers.
public enum RegisterMode: UInt8, Named {
  /// The modes of the T-Library, in the order of their numbers. With `monitor` a client is told of the DN, and makes no
  /// requests of it.
  case share, `private`, monitor

  /// The word as the documents spell it.
  @inlinable public var name: StaticString {
    switch self {
    case .share: "Share"
    case .private: "Private"
    case .monitor: "Monitor"
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

  /// Whether such a treatment goes on until the call leaves or another treatment replaces it: it has no end of its own.
  public var isContinuing: Bool { [.music, .ringBack, .silence, .busy, .fastBusy].contains(self) }

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
