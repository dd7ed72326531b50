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
