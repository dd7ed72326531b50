public import CallModel

/// A value of an option of the switch that a log has shown: no other value explains an event of it.
public struct LearnedOption: Sendable {
  /// The option.
  public let option: SwitchOption
  /// Its value.
  public let value: String
  /// The event that showed it first.
  public let observation: Observation
}

extension SwitchOption {
  /// Whether events have fewer attributes on a switch with this value.
  func omitsAttributes(_ value: String) -> Bool {
    switch self {
    case .optional: value == SwitchProfile.Reporting.omitted.rawValue
    case .dialedNumber: value == SwitchProfile.DialedNumber.unknown.rawValue
    case .routeCallState: value.hasPrefix(SwitchProfile.RouteCallState.absent.rawValue)
    case .acdAgents: value == SwitchProfile.ACDAgents.secondary.rawValue
    default: false
    }
  }
}
