// Paths are found again from the states: only the number of its parent is kept of each.

extension Explorer {
  /// The shortest path to the state, and then the action, in the names that an engine uses on the way.
  func path(to state: Int, then last: M.Action? = nil) -> [M.Action] {
    var walk = Walk(self)
    walk.follow(to: state)
    if let last { walk.take(last) }
    return walk.path
  }

  /// The shortest path to the state, and from there along recorded steps.
  func path(to state: Int, along steps: [RecordedStep]) -> [M.Action] {
    var walk = Walk(self)
    walk.follow(to: state)
    for step in steps {
      var place = 0
      guard
        let action = firstAction(
          from: step.state,
          where: { _, _, _ in
            defer { place += 1 }
            return place == step.place
          })
      else { break }
      walk.take(action)
    }
    return walk.path
  }

  /// The first action that is possible in the state and leads to what is meant.
  fileprivate func firstAction(
    from state: Int, where isMeant: (_ action: M.Action, _ events: [M.Event], _ after: M) -> Bool
  ) -> M.Action? {
    var found: M.Action?
    eachStep(from: state) { _, action, events, after in
      if isMeant(action, events, after) { found = action }
      return found == nil
    }
    return found
  }

  /// Passes every action that is possible in the state to `body`, until it returns false.
  func eachStep(
    from state: Int, _ body: (_ before: M, _ action: M.Action, _ events: [M.Event], _ after: M) -> Bool
  ) {
    var (before, after) = (start, start)
    var words: [UInt64] = []
    var actions: [M.Action] = []
    var events: [M.Event] = []
    table.restore(state, into: &words)
    before.unpack(words[...])
    before.eachAttempt(attempts) { actions.append($0) }
    for action in actions {
      after.become(before)
      events.removeAll(keepingCapacity: true)
      guard (try? after.perform(action, by: book, into: &events)) != nil else { continue }
      guard body(before, action, events, after) else { return }
    }
  }

  /// Whether the state is stored under that number, or the one that stands for it.
  fileprivate func isStored(_ state: M, as number: Int) -> Bool {
    var words: [UInt64] = []
    state.pack(into: &words)
    _ = symmetry?.standardize(&words)
    var compact = CompactState()
    compact.replace(with: words)
    return table.find(compact.contents, compact.hash) == number
  }

  /// For each party of the stored state that stands for this one, by number, the party here; nil without symmetry.
  fileprivate func names(in state: M) -> [UInt16]? {
    guard let symmetry else { return nil }
    var words: [UInt64] = []
    state.pack(into: &words)
    let places = symmetry.standardize(&words).places
    var names = places
    for (number, place) in places.enumerated() { names[Int(place)] = UInt16(number) }
    return names
  }
}

/// The start of a search, and the actions after it.
private struct Walk<M: Explorable> {
  private let explorer: Explorer<M>
  private var state: M
  private(set) var path: [M.Action] = []

  init(_ explorer: Explorer<M>) { (self.explorer, state) = (explorer, explorer.start) }

  mutating func follow(to state: Int) {
    var numbers = [state]
    while let number = numbers.last, number > 0 { numbers.append(explorer.table.parent(number)) }
    for (child, parent) in zip(numbers, numbers.dropFirst()).reversed() {
      let action = explorer.firstAction(from: parent) { action, events, after in
        if let watch = explorer.search.watch, watch.signals(action, events, after) & watch.stops != 0 { return false }
        return explorer.isStored(after, as: child)
      }
      guard let action else { return }
      take(action)
    }
  }

  /// Takes the action, which is in the names of the stored state.
  mutating func take(_ action: M.Action) {
    path.append(state.renamed(action, explorer.names(in: state)))
    var events: [M.Event] = []
    _ = try? state.perform(path[path.count - 1], by: explorer.book, into: &events)
  }
}
