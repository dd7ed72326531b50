extension Exchange: Walkable {
  package var nextCallNumber: UInt64 { nextConnID }
  package var openCalls: [UInt64] { calls.map(\.connID.rawValue).sorted() }

  package static func renumbered(_ action: Action, _ number: (UInt64) -> UInt64?) -> Action? {
    if action.on == .none { return action }
    guard let now = number(action.on.rawValue) else { return nil }
    var renumbered = action
    renumbered.on = ConnID(now)
    return renumbered
  }
}
