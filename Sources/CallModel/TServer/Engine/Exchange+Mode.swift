extension Exchange {
  /// A `RequestMode` in numbers: the value of a small enumeration; the verb or message says of which.
  public struct Mode: RawRepresentable, Hashable, Sendable {
    /// The number.
    public var rawValue: UInt8
    /// Makes it from its number.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The request carries no value.
    @inlinable public static var none: Mode { Mode(rawValue: .max) }

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
    /// Of TRegisterAddress.
    @inlinable public init(_ mode: RegisterMode) { rawValue = mode.rawValue }

    /// Whether it is empty or a value of that enumeration.
    func fits(_ kind: Kind) -> Bool { self == .none || kind.name(of: self) != nil }

    /// Whether it is a RouteType that rejects the call.
    var rejects: Bool { self == Mode(RouteType.callDisconnect) || self == Mode(RouteType.reject) }
  }
}

extension Exchange.Mode {
  /// The enumeration of which a mode is a value.
  @usableFromInline
  package enum Kind: UInt8, CaseIterable, Sendable {
    case agentWorkMode, forwardMode, monitorNextCallType, routeType, treatmentType, registerMode

    /// The attribute that carries such a mode; nil if no event carries it.
    @inlinable package var attribute: Attribute? {
      switch self {
      case .agentWorkMode: .agentWorkMode
      case .forwardMode: .forwardMode
      case .monitorNextCallType: .monitorNextCallType
      case .routeType: .routeType
      case .treatmentType: .treatmentType
      case .registerMode: nil
      }
    }

    /// What a request calls it.
    package var name: StaticString { attribute?.name ?? "RegisterMode" }

    @inlinable
    func name(of mode: Exchange.Mode) -> StaticString? {
      switch self {
      case .agentWorkMode: AgentWorkMode(rawValue: mode.rawValue)?.name
      case .forwardMode: ForwardMode(rawValue: mode.rawValue)?.name
      case .monitorNextCallType: MonitorNextCallType(rawValue: mode.rawValue)?.name
      case .routeType: RouteType(rawValue: mode.rawValue)?.name
      case .treatmentType: TreatmentType(rawValue: mode.rawValue)?.name
      case .registerMode: RegisterMode(rawValue: mode.rawValue)?.name
      }
    }
  }
}
