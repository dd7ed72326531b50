extension Exchange: Explorable {
  package static func attempts(
    _ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ verbs: Set<Verb>?
  ) -> AttemptTable {
    AttemptTable(book, scope, verbs)
  }

  private func sample(for verb: Verb) -> Attachments {
    var brought = Attachments()
    if verb.changesData { brought.data = Self.sample }
    if verb == .sendDTMF { brought.digits = 0 }
    return brought
  }

  package mutating func perform(
    _ action: Action, by book: Rulebook<Exchange>, into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Int {
    guard action.verb.changesData || action.verb == .sendDTMF else {
      return try apply(action, by: book, appendingTo: &events).rule
    }
    return try apply(
      action, with: sample(for: action.verb), by: book, into: &events
    ).rule
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
