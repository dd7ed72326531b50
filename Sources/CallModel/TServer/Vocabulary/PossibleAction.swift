/// An action that is possible now, and the events that it would cause.
public struct PossibleAction: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The action.
  public let action: Action
  /// The events, in the manual's order.
  public let events: [Event]

  /// The action in words.
  public var description: String { action.description }
}
