// Finds the clause of its rule for each event.

extension Exchange {
  /// The events that the action would send and, for each, the number of its clause among the rule's messages (see
  /// `SentMessage.clause`).
  ///
  /// The rulebook must be that of the profile. The exchange does not change.
  package func trace(
    _ action: Action, with brought: Attachments = Attachments(), by book: Rulebook<Exchange>,
    under profile: SwitchProfile
  ) throws(ModelRefusal<Exchange>) -> [(event: Event, clause: Int)] {
    guard reasonsToTellMore.contains(.unregistered) else {
      return try traceAll(action, with: brought, by: book, profile)
    }
    // What every DN would be told has all clauses; what is told is a part of that, in its order.
    var (exchange, all) = (self, self)
    all.registerAll()
    var events: [Event] = []
    try exchange.apply(action, with: brought, by: book, into: &events)
    let told = try all.traceAll(action, with: brought, by: book, profile).filter { exchange.isTold($0.event) }
    return zip(events, told).map { ($0, $1.clause) }
  }

  /// Where every DN is registered before the action.
  private func traceAll(
    _ action: Action, with brought: Attachments, by book: Rulebook<Exchange>, _ profile: SwitchProfile
  ) throws(ModelRefusal<Exchange>) -> [(event: Event, clause: Int)] {
    var exchange = self
    var events: [Event] = []
    let applied = try exchange.apply(action, with: brought, by: book, into: &events)
    var clauses = clauses(of: action, with: brought, by: book, under: profile)[...]
    return events.indices.map { index in
      let event = events[index]
      if Int(event.rule) == applied.rule { return (event, clauses.popFirst() ?? 0) }
      guard book.isCompanion(event) else { return (event, 0) }
      // The events of a companion follow each other, and come again for another DN.
      let earlier = events[..<index].count { $0.rule == event.rule }
      return (event, earlier % book.rules[Int(event.rule)].messageClauses.count)
    }
  }

  /// The clauses of the rule that answers, once for each of its events.
  private func clauses(
    of action: Action, with brought: Attachments, by book: Rulebook<Exchange>, under profile: SwitchProfile
  ) -> [Int] {
    var exchange = self
    exchange.cold[0].brought = brought
    var scene = Scene()
    guard let entry = try? exchange.perform(action, by: book, in: &scene) else { return [] }
    // The rulebook has made cells only of the clauses that the profile keeps.
    let messages = book.rules[Int(entry.rule)].messageClauses
    let told = messages.indices.filter { messages[$0].note.applies(under: profile) }
    let cells = book.cells
    return zip(told, entry.cells.range).flatMap { clause, cell in
      var events: [Event] = []
      events.append(addingCapacity: Self.eventLimit) { room in
        exchange.sendEvents(cells.span.extracting(cell..<cell + 1), &scene, &room)
        for slot in [scene.slot, scene.otherSlot] where slot >= 0 && exchange.slots[slot].successor != .none {
          exchange.tellQueue(in: slot, by: entry.rule, &room)
        }
      }
      return events.map { _ in clause }
    }
  }
}
