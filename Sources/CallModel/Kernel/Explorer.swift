/// One search: it visits every reachable state, breadth first, and checks every step.
///
/// States that lie equally far from the start are shared out in pieces, and what the pieces find is put together in
/// their order. So the result is the same for any number of threads.
final class Explorer<M: Explorable>: @unchecked Sendable {
  let start: M
  let book: Rulebook<M>
  let search: Search<M>
  let attempts: M.Attempts
  private let ambiguity: Ambiguity<M>
  let symmetry: M.Alike?
  /// Changed only while no piece is being worked on.
  private(set) var table = StateTable()

  /// So many states are visited between two changes of the table: enough to keep several threads busy, but not more,
  /// because what the other pieces have found meanwhile is found again.
  private static var waveSize: Int { 2_048 }
  private static var pieceSize: Int { 128 }

  init(_ start: M, _ book: Rulebook<M>, _ search: Search<M>) {
    (self.start, self.book, self.search) = (start, book, search)
    attempts = M.attempts(book, search.scope, search.verbs)
    ambiguity = Ambiguity(book)
    symmetry = search.usesSymmetry ? M.symmetry(of: start, apart: search.named, search.scope) : nil
  }

  func run(progress: (Int) -> Void) -> Exploration<M> {
    var result = Exploration(self, rules: book.rules.count)
    if search.watch?.records ?? false { result.steps = RecordedSteps() }
    result.isSymmetric = symmetry != nil
    insertStart(&result)
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
          guard let visits = pieces.take(piece) else { break levels }
          let isStopped = visits.fault == nil && visits.stepEnds.count < visits.states.count
          guard add(visits, to: &result) else { break levels }
          // The states after it may have been visited, but numbers must not have gaps.
          if isStopped {
            result.isCutShort = true
            break levels
          }
        }
        let round = wave.upperBound & ~0xFFFF
        if round > wave.lowerBound { progress(round - 1) }
      }
      level = level.upperBound..<table.count
      if !level.isEmpty { result.depth += 1 }
    }
    result.stored = table.count
    return result
  }

  private func insertStart(_ result: inout Exploration<M>) {
    var words: [UInt64] = []
    start.pack(into: &words)
    result.states = symmetry?.standardize(&words).count ?? 1
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
    var (before, state) = (start, start)
    var words: [UInt64] = []
    var actions: [M.Action] = []
    var events: [M.Event] = []
    var compact = CompactState()
    // Read once: at each step they would be copied.
    let (watch, symmetry, isStopped) = (search.watch, self.symmetry, search.isStopped)
    let (ends, stops) = (watch?.ends ?? 0, watch?.stops ?? 0)
    let records = watch?.records ?? false
    for number in states where !isStopped() {
      table.restore(number, into: &words)
      before.unpack(words[...])
      state.become(before)
      let count = symmetry?.standardize(&words).count ?? 1
      actions.removeAll(keepingCapacity: true)
      before.eachAttempt(attempts) { actions.append($0) }
      let transitions = visits.transitions
      for action in actions {
        if !events.isEmpty { events.removeAll(keepingCapacity: true) }
        guard let rule = try? state.perform(action, by: book, into: &events) else { continue }
        visits.transitions &+= count
        visits.fired[rule] &+= count
        let signals = watch?.signals(action, events, state) ?? 0
        if signals != 0 { visits.raise(signals, in: number, by: action) }
        // A request that is rejected changes nothing: there is no other state to look for.
        let isRejection = book.isRejection(rule)
        var (known, hash, others) = (Int?.some(number), UInt64(0), count)
        if !isRejection {
          words.removeAll(keepingCapacity: true)
          state.pack(into: &words)
          others = symmetry?.standardize(&words).count ?? 1
          compact.replace(with: words)
          hash = compact.hash
          known = table.find(compact.contents, hash)
        }
        let found = known == nil ? visits.find(compact, hash) : nil
        let isNew = known == nil && found == nil
        // What holds of a state alone is asked while it is new.
        let sentence =
          (isNew ? state.brokenSentence : nil)
          ?? M.brokenStep(by: action, from: before, to: state, telling: events)
          ?? ambiguity.sentence(action, in: before, answeredBy: rule, book)
        if sentence != nil || signals & ends != 0 {
          visits.fault = .init(sentence: sentence ?? "", signals: signals, state: number, action: action)
          return visits
        }
        let isFollowed = signals & stops == 0
        if records {
          let target = isFollowed ? UInt32(known ?? found ?? visits.finds.count) : .max
          visits.steps.append(.init(target: target, isNew: isFollowed && known == nil, signals: signals))
        }
        if isNew, isFollowed { visits.add(compact, hash, standingFor: others, from: number) }
        if !isRejection { state.become(before) }
      }
      if visits.transitions == transitions, !before.isAtRest {
        visits.stuck += count
        visits.firstStuck = visits.firstStuck ?? number
      }
      visits.stepEnds.append(visits.steps.count)
    }
    return visits
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
        let (number, isNew) = table.insert(state, find.hash, from: Int(source))
        if isNew { result.states += find.count }
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
}
