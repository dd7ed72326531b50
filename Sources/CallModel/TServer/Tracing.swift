// Which clause of its rule each event comes from.

extension Exchange {
  /// What the action would tell, and for each event the number of its clause among the rule's clauses that are
  /// messages: see `SentMessage.clause`.
  ///
  /// The rulebook has to be that of the profile. The exchange stays as it is.
  package func trace(
    _ action: Action, with pairs: [UserData.Pair] = [], by book: borrowing Rulebook<Exchange>,
    under profile: SwitchProfile
  ) throws(Refusal<Exchange>) -> [(event: Event, clause: Int)] {
    var exchange = self
    if !pairs.isEmpty { exchange.office[0].brought = pairs }
    var scene = Scene()
    let entry = try exchange.perform(action, by: book, in: &scene)
    // The rulebook has made cells of those clauses only that the profile leaves in.
    let clauses = book.rules[Int(entry.rule)].messageClauses
    let told = clauses.indices.filter { clauses[$0].note.stands(under: profile) }
    var traced: [(event: Event, clause: Int)] = []
    for (clause, cell) in zip(told, entry.cells.range) {
      var events: [Event] = []
      events.append(addingCapacity: Self.eventLimit) { room in
        exchange.tell(book.cells.span.extracting(cell..<cell + 1), &scene, &room)
      }
      traced += events.map { ($0, clause) }
    }
    return traced
  }
}
