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
        for slot in [scene.slot, scene.otherSlot] where slot >= 0 && exchange.slots[slot].successor != .none {
          exchange.tellQueue(in: slot, by: entry.rule, &room)
        }
      }
      traced += events.map { ($0, clause) }
    }
    return traced
  }
}
