/// An action that is possible now, and what would happen.
public struct Prediction<M: Model>: Sendable {
  public let action: M.Action
  /// The user data that a request at a T-Server brings; the least that makes it possible. Empty for every other action.
  public let pairs: [UserData.Pair]
  /// What the action would emit, in order.
  public let events: [M.Event]
}
