import CallModel

extension TServerReplay {
  func search(for wish: RuleWish) -> [Int: [ActionStatement]] {
    let isShort = wish.histories.allSatisfy(\.isEmpty)
    let beginning = isShort ? State(exchange: Self.exchange(scenario, calls: 2)) : opening
    let starts = wish.histories.map { state(after: $0, from: beginning) }
    // Rules that need settings are not found without.
    let rules = wish.rules.filter { wish.settings || !TServer.rules[$0].verbs.contains(where: \.isSetting) }
    let book = rulebook
    let search = RuleSearch(book: book, scope: wish.settings ? .everything : .calls, limit: wish.states) { events in
      events.compactMap { event in book.isCompanion(event) ? event.ownRule : nil }
    }
    return search.paths(to: rules, from: starts.map(\.exchange)).reduce(into: [:]) { found, entry in
      let (rule, path) = entry
      found[rule] = statements(
        path.actions, after: wish.histories[path.start], from: starts[path.start], firing: TServer.reference(rule),
        words: { state in
          var words: [UInt64] = []
          state.exchange.pack(into: &words)
          return words
        },
        statement: { action, state in statement(of: action, state) })
    }
  }

  /// The search has numbered the calls by age.
  private func statement(of action: Exchange.Action, _ state: State) -> ActionStatement? {
    var action = action
    let calls = state.exchange.calls
    if action.on != .none {
      guard let number = Int(exactly: action.on.rawValue), 1...calls.count ~= number else { return nil }
      action.on = calls[number - 1].connID
    }
    var statement = directory.statement(of: action)
    // What such an action has to bring.
    if statement.options.isEmpty {
      statement.options = usesToTry(statement.verb, on: statement.on, state).first?.first ?? []
    }
    return statement
  }
}

extension Verb {
  /// Whether an exploration uses it only if it changes settings too.
  fileprivate var isSetting: Bool { reach == .theDN || changesData || leavesCallAlone || isAboutVoices }
}

extension MessageServerReplay {
  func search(for wish: RuleWish) -> [Int: [ActionStatement]] {
    let starts = wish.histories.map { state(after: $0, from: opening) }
    let search = RuleSearch(book: rulebook, scope: .everything, limit: wish.states) { (_: [Event]) in [] }
    let rules = Self.rules
    return search.paths(to: wish.rules, from: starts).reduce(into: [:]) { found, entry in
      let (rule, path) = entry
      found[rule] = statements(
        path.actions, after: wish.histories[path.start], from: starts[path.start], firing: rules[rule],
        words: { state in
          var words: [UInt64] = []
          state.pack(into: &words)
          return words
        },
        statement: { action, _ in self.statement(of: action) })
    }
  }
}
