/// An action that is possible now, and what would happen.
package struct Prediction<M: Model>: Sendable {
  package let action: M.Action
  /// The user data that a request at a T-Server brings; the least that makes it possible. Empty for every other action.
  package let pairs: [Exchange.UserData.Pair]
  /// What the action would emit, in order.
  package let events: [M.Event]
}
