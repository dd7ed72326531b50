/// The actions worth trying in a state, by verb.
///
/// Every possible verb is equally likely to be chosen, and then every possible action with it. If every action were,
/// the verbs with many targets would leave no room for the others.
struct WalkChoices<M: Walkable> {
  private let attempts: M.Attempts
  private var places: [M.Verb: Int] = [:]
  private var actions: [[M.Action]] = []
  /// The places of the verbs that have not been tried yet.
  private var left: [Int] = []

  init(_ attempts: M.Attempts) { self.attempts = attempts }

  mutating func list(in state: borrowing M, _ verbs: Set<M.Verb>?) {
    for place in actions.indices { actions[place].removeAll(keepingCapacity: true) }
    left.removeAll(keepingCapacity: true)
    state.eachAttempt(attempts) { action in
      let verb = M.verb(of: action)
      guard verbs?.contains(verb) ?? true else { return }
      let place = place(of: verb)
      if actions[place].isEmpty { left.append(place) }
      actions[place].append(action)
    }
  }

  private mutating func place(of verb: M.Verb) -> Int {
    if let known = places[verb] { return known }
    places[verb] = actions.count
    actions.append([])
    return actions.count - 1
  }

  /// Carries out an action that is possible; nil if none is. The events are those of the action alone.
  mutating func perform(
    on state: inout M, by book: Rulebook<M>, into events: inout [M.Event], _ random: inout SplitMix64
  ) -> (action: M.Action, rule: Int)? {
    while !left.isEmpty {
      let place = left.remove(at: random.next(below: left.count))
      while !actions[place].isEmpty {
        let action = actions[place].remove(at: random.next(below: actions[place].count))
        events.removeAll(keepingCapacity: true)
        if let rule = try? state.perform(action, by: book, into: &events) { return (action, rule) }
      }
    }
    return nil
  }
}
