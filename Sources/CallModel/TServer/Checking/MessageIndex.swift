/// Which verbs and rules can send which messages: where to look for the action behind an event.
package struct MessageIndex: Sendable {
  private var verbs = [Set<Verb>](repeating: [], count: 256)
  private var rules = [Set<Int>](repeating: [], count: 256)
  private var listed = [AttributeSet](repeating: [], count: 256)
  private var shapes = [Set<Shape>](repeating: [], count: 256)
  /// Messages whose events may go with those of any action.
  private var companions: Set<EventType> = []

  package init(_ book: Rulebook<Exchange>) {
    for entry in book.entries where !entry.isEnd {
      for cell in book.cells[entry.cells.range] {
        let place = Int(cell.event.type.rawValue)
        verbs[place].formUnion(book.rules[Int(entry.rule)].verbs)
        rules[place].insert(Int(entry.rule))
      }
    }
    for entry in book.companions {
      for cell in book.cells[entry.cells.range] { companions.insert(cell.event.type) }
    }
    for cell in book.cells {
      listed[Int(cell.event.type.rawValue)].formUnion(cell.event.listed)
      // A login lists what it has named.
      if cell.takesLogin {
        listed[Int(cell.event.type.rawValue)].formUnion([AttributeSet(.agentID), AttributeSet(.thisQueue)])
      }
      shapes[Int(cell.event.type.rawValue)].insert(Shape(cell))
    }
  }

  /// Whether events with the message may go with those of any action.
  package func isCompanion(_ type: EventType) -> Bool { companions.contains(type) }

  /// The verbs that some rule answers with the message, in their order; all of them for a companion.
  package func verbs(sending type: EventType, asCompanion: Bool) -> [Verb] {
    // No request about a DN tells it of a call.
    if asCompanion { return Verb.allCases.filter { type.isAboutDN || $0.reach != .theDN } }
    return verbs[Int(type.rawValue)].sorted { $0.rawValue < $1.rawValue }
  }

  /// Whether some rule answers the verb with the message.
  package func mayTell(_ type: EventType, by verb: Verb) -> Bool { verbs[Int(type.rawValue)].contains(verb) }

  /// Whether the events of the rule may have the message.
  package func mayTell(_ type: EventType, by rule: Int) -> Bool { rules[Int(type.rawValue)].contains(rule) }

  /// The attributes that some table lists for the message.
  package func attributes(of type: EventType) -> AttributeSet { listed[Int(type.rawValue)] }

  /// Whether some table has the message with these attributes and this CallState, as far as it lists one. Without
  /// `exactly`, the event may have others, too.
  package func lists(
    _ type: EventType, _ attributes: AttributeSet, of judged: AttributeSet, _ callState: CallState, exactly: Bool
  ) -> Bool {
    shapes[Int(type.rawValue)].contains { shape in
      let listed = shape.listed.intersection(judged)
      let missing = listed.subtracting(attributes)
      let further = exactly ? attributes.subtracting(listed) : []
      return missing.isEmpty && further.subtracting(shape.ofLogin).isEmpty
        && (shape.callState == nil || shape.callState == callState || !listed.contains(.callState))
    }
  }
}

/// What the events of a cell have in common.
private struct Shape: Hashable, Sendable {
  let listed: AttributeSet
  /// What they may have besides, depending on what the login named.
  let ofLogin: AttributeSet
  /// nil where it depends on the call.
  let callState: CallState?

  init(_ cell: Cell) {
    listed = cell.event.listed
    ofLogin = cell.takesLogin ? [AttributeSet(.agentID), AttributeSet(.thisQueue)] : []
    callState = cell.takesCallState || cell.countsMembers ? nil : cell.event.callState
  }
}
