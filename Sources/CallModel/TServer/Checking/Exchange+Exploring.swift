extension Exchange: Explorable {
  package static func attempts(
    _ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ verbs: Set<Verb>?
  ) -> AttemptTable {
    AttemptTable(book, scope, verbs)
  }

  @inline(__always)
  package mutating func perform(
    _ action: Action, by book: Rulebook<Exchange>, into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Int {
    action.verb.changesData || action.verb == .sendDTMF
      ? try performBringing(action, by: book, into: &events)
      : try apply(action, by: book, appendingTo: &events).rule
  }

  /// The action brings so little that nothing of it has to be checked.
  @inline(never)
  private mutating func performBringing(
    _ action: Action, by book: Rulebook<Exchange>, into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Int {
    guard action.verb.changesData else {
      cold[0].brought.digits = 0
      defer { cold[0].brought.digits = nil }
      return try apply(action, by: book, appendingTo: &events).rule
    }
    cold[0].brought.data = Self.sample
    defer { cold[0].brought.data = [] }
    return try apply(action, by: book, appendingTo: &events).rule
  }

  package var isAtRest: Bool { !slots.contains { $0.connID != .none } }

  /// An exploration numbers the calls by age.
  package func renamed(_ action: Action, _ parties: [UInt16]?) -> Action {
    var renamed = action
    if let parties {
      renamed.actor = DN(parties[Int(action.actor.rawValue)])
      renamed.target = DN(parties[Int(action.target.rawValue)])
    }
    if action.on == .none { return renamed }
    let calls = calls
    let number = Int(action.on.rawValue)
    if number <= calls.count { renamed.on = calls[number - 1].connID }
    return renamed
  }
}
