/// One search: it visits every reachable state, breadth first, and checks every step.
///
/// States that lie equally far from the start are shared out in pieces, and what the pieces find is put together in
/// their order. So the result is the same for any number of threads.
final class Explorer<M: Explorable>: @unchecked Sendable {
  let start: M
  let book: Rulebook<M>
  let search: Search<M>
  private let ambiguity: Ambiguity<M>
  /// Changed only while no piece is being worked on.
  private var table = StateTable()

  /// So many states are visited between two changes of the table.
  private static var waveSize: Int { 4_096 }
  private static var pieceSize: Int { 128 }

  init(_ start: M, _ book: Rulebook<M>, _ search: Search<M>) {
    (self.start, self.book, self.search) = (start, book, search)
    ambiguity = Ambiguity(book)
  }

  func run(progress: (Int) -> Void) -> Exploration<M> {
    var result = Exploration(self, rules: book.rules.count)
    if search.watch?.records ?? false { result.steps = RecordedSteps() }
    insertStart()
    var level = 0..<1
    levels: while !level.isEmpty {
      if let limit = search.depth, result.depth >= limit {
        result.isCutShort = true
        break
      }
      for first in stride(from: level.lowerBound, to: level.upperBound, by: Self.waveSize) {
        let wave = first..<min(first + Self.waveSize, level.upperBound)
        let pieces = visit(wave)
        for piece in 0..<pieces.count {
          guard let visits = pieces.take(piece), add(visits, to: &result) else { break levels }
        }
        if search.isStopped() {
          result.isCutShort = true
          break levels
        }
        let round = wave.upperBound & ~0xFFFF
        if round > wave.lowerBound { progress(round - 1) }
      }
      level = level.upperBound..<table.count
      if !level.isEmpty { result.depth += 1 }
    }
    result.states = table.count
    return result
  }

  private func insertStart() {
    var words: [UInt64] = []
    start.pack(into: &words)
    _ = table.insert(words)
  }

  // MARK: Visiting

  /// Visits the states in pieces, on all threads.
  private func visit(_ wave: Range<Int>) -> Pieces<Visits<M>> {
    let size = Self.pieceSize
    let pieces = Pieces<Visits<M>>((wave.count + size - 1) / size)
    search.threads.run(pieces.count) { piece in
      let first = wave.lowerBound + piece * size
      pieces[piece] = self.visits(to: first..<min(first + size, wave.upperBound))
    }
    return pieces
  }

  private func visits(to states: Range<Int>) -> Visits<M> {
    var visits = Visits<M>(states, rules: book.rules.count)
    var state = start
    var words: [UInt64] = []
    var actions: [M.Action] = []
    var events: [M.Event] = []
    var compact = CompactState()
    for number in states {
      table.restore(number, into: &words)
      state.unpack(words[...])
      let before = state
      listActions(in: before, &actions)
      let transitions = visits.transitions
      for action in actions {
        events.removeAll(keepingCapacity: true)
        guard let rule = try? state.perform(action, by: book, into: &events) else { continue }
        visits.transitions += 1
        visits.fired[rule] += 1
        let signals = search.watch?.signals(action, events, state) ?? 0
        if signals != 0 { visits.raise(signals, in: number, by: action) }
        let sentence =
          ambiguity.sentence(action, in: before, answeredBy: rule, book)
          ?? M.broken(by: action, from: before, to: state, telling: events)
        if sentence != nil || signals & (search.watch?.ends ?? 0) != 0 {
          visits.fault = .init(sentence: sentence ?? "", signals: signals, state: number, action: action)
          return visits
        }
        if signals & (search.watch?.stops ?? 0) == 0 {
          words.removeAll(keepingCapacity: true)
          state.pack(into: &words)
          compact.replace(with: words)
          let hash = compact.hash
          let known = table.find(compact.contents, hash)
          if search.watch?.records ?? false {
            let target = UInt32(known ?? visits.finds.count)
            visits.steps.append(.init(target: target, isNew: known == nil, signals: signals))
          }
          if known == nil { visits.add(compact, hash, from: number) }
        } else {
          visits.steps.append(.init(target: .max, isNew: false, signals: signals))
        }
        state = before
      }
      if visits.transitions == transitions, !before.isAtRest {
        visits.stuck += 1
        visits.firstStuck = visits.firstStuck ?? number
      }
      visits.stepEnds.append(visits.steps.count)
    }
    return visits
  }

  private func listActions(in state: borrowing M, _ actions: inout [M.Action]) {
    actions.removeAll(keepingCapacity: true)
    state.attempts(book, search.scope) { action in
      if search.verbs?.contains(M.verb(of: action)) ?? true { actions.append(action) }
    }
  }

  // MARK: Putting together

  /// Adds what a piece has found. Returns false if the search ends there.
  private func add(_ visits: consuming Visits<M>, to result: inout Exploration<M>) -> Bool {
    var numbers: [UInt32] = []
    var start = 0
    var source = UInt32(visits.states.lowerBound)
    let units = visits.units
    for find in visits.finds {
      if find.source != source, table.count > search.states || table.isFull { break }
      source = find.source
      units.withUnsafeBufferPointer { units in
        let state = UnsafeBufferPointer(rebasing: units[start..<Int(find.end)])
        let number = table.insert(state, find.hash, from: Int(source)).number
        if result.steps != nil { numbers.append(UInt32(number)) }
      }
      start = Int(find.end)
    }
    if table.count > search.states || table.isFull {
      // The later states of the piece are not visited: without them, everything is counted once more.
      let again = self.visits(to: visits.states.lowerBound..<Int(source) + 1)
      count(again, numbers: [], in: &result)
      result.isCutShort = again.fault == nil
      return false
    }
    count(visits, numbers: numbers, in: &result)
    return visits.fault == nil
  }

  /// Counts what a piece has found; the numbers are those of its finds.
  private func count(_ visits: Visits<M>, numbers: [UInt32], in result: inout Exploration<M>) {
    result.transitions += visits.transitions
    for rule in visits.fired.indices where visits.fired[rule] > 0 { result.fired[rule] += visits.fired[rule] }
    result.stuck += visits.stuck
    result.firstStuck = result.firstStuck ?? visits.firstStuck
    for (signals, first) in visits.firstSteps { result.note(signals, first: first) }
    var step = 0
    for end in visits.stepEnds where result.steps != nil {
      result.steps?.beginState()
      while step < end {
        let taken = visits.steps[step]
        let target = taken.isNew ? numbers[Int(taken.target)] : taken.target
        result.steps?.append(to: target == .max ? nil : Int(target), taken.signals)
        step += 1
      }
    }
    result.visited = visits.states.lowerBound + visits.stepEnds.count
    if let fault = visits.fault {
      result.fault = .init(
        sentence: fault.sentence, signals: fault.signals, path: path(to: fault.state, then: fault.action))
    }
  }

  // MARK: Paths

  /// The shortest path to the state, and then the action, in the names that an engine uses on the way.
  func path(to state: Int, then last: M.Action? = nil) -> [M.Action] {
    var numbers = [state]
    while let number = numbers.last, number > 0 { numbers.append(table.parent(number)) }
    var state = start
    var path: [M.Action] = []
    var events: [M.Event] = []
    for (child, parent) in zip(numbers, numbers.dropFirst()).reversed() {
      guard let action = action(from: parent, to: child) else { break }
      path.append(state.renamed(action))
      events.removeAll(keepingCapacity: true)
      _ = try? state.perform(path[path.count - 1], by: book, into: &events)
    }
    if let last { path.append(state.renamed(last)) }
    return path
  }

  /// The shortest path to the state, and from there along recorded steps.
  func path(to state: Int, along steps: [RecordedStep]) -> [M.Action] {
    var path = path(to: state)
    var state = start
    var events: [M.Event] = []
    func take(_ action: M.Action) {
      events.removeAll(keepingCapacity: true)
      _ = try? state.perform(action, by: book, into: &events)
    }
    path.forEach(take)
    for step in steps {
      guard let action = action(of: step) else { break }
      path.append(state.renamed(action))
      take(path[path.count - 1])
    }
    return path
  }

  /// The action of a recorded step, in the names of the packed state.
  private func action(of step: RecordedStep) -> M.Action? {
    var state = start
    var words: [UInt64] = []
    var actions: [M.Action] = []
    var events: [M.Event] = []
    table.restore(step.state, into: &words)
    state.unpack(words[...])
    let before = state
    listActions(in: before, &actions)
    var place = 0
    return actions.first { action in
      state = before
      events.removeAll(keepingCapacity: true)
      guard (try? state.perform(action, by: book, into: &events)) != nil else { return false }
      place += 1
      return place == step.place + 1
    }
  }

  /// The first action that leads from the one state to the other.
  private func action(from parent: Int, to child: Int) -> M.Action? {
    var state = start
    var words: [UInt64] = []
    var actions: [M.Action] = []
    var events: [M.Event] = []
    var compact = CompactState()
    table.restore(parent, into: &words)
    state.unpack(words[...])
    let before = state
    listActions(in: before, &actions)
    return actions.first { action in
      state = before
      events.removeAll(keepingCapacity: true)
      guard (try? state.perform(action, by: book, into: &events)) != nil else { return false }
      if let watch = search.watch, watch.signals(action, events, state) & watch.stops != 0 { return false }
      words.removeAll(keepingCapacity: true)
      state.pack(into: &words)
      compact.replace(with: words)
      return table.find(compact.contents, compact.hash) == child
    }
  }
}

extension Explorable {
  /// Visits every state that can be reached from this one, and checks every step. Ends at the first fault.
  package func explore(
    by book: Rulebook<Self>, _ search: Search<Self>, progress: (Int) -> Void = { _ in }
  ) -> Exploration<Self> {
    Explorer(self, book, search).run(progress: progress)
  }

  /// Visits every state that can be reached from this one; if verbs are given, with these alone.
  package func explore(
    by book: Rulebook<Self>, _ scope: ExplorationScope = .calls, verbs: Set<Verb>? = nil, depth: Int? = nil
  ) -> Exploration<Self> {
    explore(by: book, Search(scope, verbs: verbs, depth: depth))
  }
}
