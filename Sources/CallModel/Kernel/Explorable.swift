/// A model whose state can be packed into words, and which can list every action worth trying.
package protocol Explorable: Engine {
  /// Appends the part of the state that matters: no counters, and names renumbered by age.
  func pack(into words: inout [UInt64])
  mutating func unpack(_ words: ArraySlice<UInt64>)
  /// Every action worth trying in this state.
  func attempts(_ book: Rulebook<Self>, _ scope: ExplorationScope, _ each: (Action) -> Void)
  /// The invariant that the step breaks, if any; `before` is the state that the action found.
  static func broken(by action: Action, from before: borrowing Self, to after: borrowing Self, telling events: [Event])
    -> String?
  mutating func perform(_ action: Action, by book: Rulebook<Self>, into events: inout [Event])
    throws(ModelRefusal<
      Self
    >) -> Int
  /// Whether nothing is going on: no call, port or interaction is open.
  var isAtRest: Bool { get }
  /// The action in the names of this state, if `action` names what it is about as the packed and restored state does.
  func renamed(_ action: Action) -> Action
}

extension Explorable {
  package func renamed(_ action: Action) -> Action { action }
}

/// What an exploration tries: only actions on calls, or everything, including settings and user data.
package enum ExplorationScope: Sendable { case calls, everything }
