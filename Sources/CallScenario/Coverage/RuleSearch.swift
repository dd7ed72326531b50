import CallModel

/// A search for the shortest ways to make rules fire: breadth first, from one state or several.
struct RuleSearch<M: Explorable> {
  let book: Rulebook<M>
  let scope: ExplorationScope
  /// The most states to visit.
  let limit: Int
  /// The rules whose events go with those of the rule that answers.
  let companions: ([M.Event]) -> [Int]

  /// Actions from one of the states where the search begins.
  struct Path {
    let start: Int
    let actions: [M.Action]
  }

  private struct Origin {
    /// The state before the action; for a state where the search begins, its number among these.
    let parent: Int
    let action: M.Action?
  }

  /// The path to each of the rules that is found. The last action makes the rule fire.
  func paths(to wanted: Set<Int>, from starts: [M]) -> [Int: Path] {
    guard var state = starts.first, !wanted.isEmpty else { return [:] }
    var found: [Int: Path] = [:]
    var seen: Set<[UInt64]> = []
    var states: [[UInt64]] = []
    var origins: [Origin] = []
    func add(_ state: borrowing M, from parent: Int, by action: M.Action?) {
      var words: [UInt64] = []
      state.pack(into: &words)
      guard seen.insert(words).inserted else { return }
      states.append(words)
      origins.append(Origin(parent: parent, action: action))
    }
    for (number, start) in starts.enumerated() { add(start, from: number, by: nil) }
    let attempts = M.attempts(book, scope, nil)
    var actions: [M.Action] = []
    var events: [M.Event] = []
    var next = 0
    while next < states.count, found.count < wanted.count {
      state.unpack(states[next][...])
      let before = state
      actions.removeAll(keepingCapacity: true)
      before.eachAttempt(attempts) { actions.append($0) }
      for action in actions {
        events.removeAll(keepingCapacity: true)
        guard let rule = try? state.perform(action, by: book, into: &events) else { continue }
        for fired in [rule] + companions(events) where wanted.contains(fired) && found[fired] == nil {
          found[fired] = path(to: next, origins, then: action)
        }
        if states.count < limit { add(state, from: next, by: action) }
        state = before
      }
      next += 1
    }
    return found
  }

  private func path(to state: Int, _ origins: [Origin], then last: M.Action) -> Path {
    var actions = [last]
    var origin = origins[state]
    while let action = origin.action {
      actions.append(action)
      origin = origins[origin.parent]
    }
    return Path(start: origin.parent, actions: actions.reversed())
  }
}

/// What to search for, and how far.
struct RuleWish {
  /// The rules, by number.
  let rules: Set<Int>
  /// The actions before each state where the search begins.
  let histories: [[ActionStatement]]
  /// Whether to change the settings of DNs and the data of calls too.
  let settings: Bool
  /// The most states to visit.
  let states: Int
}

extension ModelReplayServer where Self: ~Copyable {
  /// The actions of a path as statements, after those before it; nil if the last one does not make the rule fire.
  ///
  /// `statement` spells an action in a state, and `words` compares states: `on` is left out if it makes no difference.
  func statements<Action>(
    _ path: [Action], after history: [ActionStatement], from start: State, firing rule: RuleReference,
    words: (State) -> [UInt64], statement: (Action, State) -> ActionStatement?
  ) -> [ActionStatement]? {
    var (state, statements) = (start, history)
    var rules: [RuleReference] = []
    for action in path {
      guard let named = statement(action, state) else { return nil }
      var unnamed = named
      unnamed.on = nil
      var (next, other) = (state, state)
      guard let answer = play(named, step: statements.count + 1, on: &next).answer else { return nil }
      let isEnough =
        play(unnamed, step: statements.count + 1, on: &other).answer?.rules == answer.rules
        && words(next) == words(other)
      statements.append(isEnough ? unnamed : named)
      (state, rules) = (next, answer.rules)
    }
    return rules.contains { $0.name == rule.name && $0.source == rule.source } ? statements : nil
  }

  func state(after history: [ActionStatement], from start: State) -> State {
    var state = start
    for (number, action) in history.enumerated() { _ = play(action, step: number + 1, on: &state) }
    return state
  }
}

extension Outcome {
  /// What a rule answers; nil if the action is refused by none, or not understood.
  fileprivate var answer: Answer? {
    switch self {
    case .events(let answer): answer
    case .errorAnswer(let answer, _): answer.rules.isEmpty ? nil : answer
    case .refused, .ambiguous: nil
    }
  }
}
