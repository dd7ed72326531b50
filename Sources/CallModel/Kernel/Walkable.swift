/// A model on which a walk can be repeated without some of its actions.
package protocol Walkable: Explorable {
  /// The number that the next call will have, if calls are numbered in the order in which they begin.
  var nextCallNumber: UInt64 { get }
  /// The numbers of the open calls, the oldest first.
  var openCalls: [UInt64] { get }
  /// The action, with the number that its call has now for the one it had; nil if its call does not begin.
  static func renumbered(_ action: Action, _ number: (UInt64) -> UInt64?) -> Action?
}

extension Walkable {
  // For a model that names what its actions are about by the parties.
  package var nextCallNumber: UInt64 { 0 }
  package var openCalls: [UInt64] { [] }
  package static func renumbered(_ action: Action, _ number: (UInt64) -> UInt64?) -> Action? { action }
}
