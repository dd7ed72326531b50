// Finds the clause of its rule for each event.

extension Exchange {
  /// The events that the action would send and, for each, the number of its clause among the rule's messages (see
  /// `SentMessage.clause`).
  ///
  /// The rulebook must be that of the profile. The exchange does not change.
  package func trace(
    _ action: Action, with pairs: [UserData.Pair] = [], by book: Rulebook<Exchange>,
    under profile: SwitchProfile
  ) throws(ModelRefusal<Exchange>) -> [(event: Event, clause: Int)] {
    var exchange = self
    if !pairs.isEmpty { exchange.cold[0].brought = pairs }
    var scene = Scene()
    let entry = try exchange.perform(action, by: book, in: &scene)
    // The rulebook has made cells only of the clauses that the profile keeps.
    let clauses = book.rules[Int(entry.rule)].messageClauses
    let told = clauses.indices.filter { clauses[$0].note.applies(under: profile) }
    var traced: [(event: Event, clause: Int)] = []
    let cells = book.cells
    for (clause, cell) in zip(told, entry.cells.range) {
      var events: [Event] = []
      events.append(addingCapacity: Self.eventLimit) { room in
        exchange.sendEvents(cells.span.extracting(cell..<cell + 1), &scene, &room)
      }
      traced += events.map { ($0, clause) }
    }
    return scene.isAccompanied ? exchange.withCompanions(traced, of: entry.rule, by: book) : traced
  }

  /// The events of other rules among those of the action's rule.
  private mutating func withCompanions(
    _ traced: [(event: Event, clause: Int)], of rule: UInt16, by book: Rulebook<Exchange>
  ) -> [(event: Event, clause: Int)] {
    var events = traced.map(\.event)
    addCompanions(to: &events, book)
    var clauses = traced.map(\.clause)[...]
    return events.indices.map { index in
      let event = events[index]
      if event.rule == rule { return (event, clauses.removeFirst()) }
      // The events of a companion follow each other, and come again for another DN.
      let earlier = events[..<index].count { $0.rule == event.rule }
      return (event, earlier % book.rules[Int(event.rule)].messageClauses.count)
    }
  }
}
