import CallScenario

/// `callsim test --golden`: compares what each scenario prints with its golden file.
///
/// If no golden is where it should be, or all of them are only laid out differently, one sentence says so: the lines of
/// such findings are held back until another result shows that it is not so.
struct GoldenComparison {
  /// The result for one file. It holds no text: what is printed about a golden is computed again.
  private enum Result: Sendable, Equatable {
    case holds
    case differs(isLayout: Bool)
    case missing
    case failed(Failure)
    case notUnderstood(Mistakes)
  }

  private let golden: Golden
  private let inputs: Inputs
  private let isQuiet: Bool
  private let stopsAtFailure: Bool
  private let color: Bool
  private var tally = TestTally()
  private var places: [Golden.Place] = []
  /// The files whose findings are held back; nil once one of them was unlike the others.
  private var held: [Int]? = []
  private var heldResult: Result?
  /// So many goldens must differ in their layout before it is taken for the reason.
  private static let fewestOfNewLayout = 4

  init(_ golden: Golden, _ inputs: Inputs, isQuiet: Bool, stopsAtFailure: Bool, color: Bool) {
    (self.golden, self.inputs, self.color) = (golden, inputs, color)
    (self.isQuiet, self.stopsAtFailure) = (isQuiet, stopsAtFailure)
  }

  mutating func perform(_ workers: Workers, _ console: inout Console) throws(Failure) -> TestTally {
    places = try golden.places(of: inputs)
    let (golden, files, places) = (golden, inputs.files, places)
    try workers.each(files.count, { Self.result(files[$0], places[$0], golden) }) { (index, result) throws(Failure) in
      console.progress("\(index) of \(files.count) files, \(tally.failed) failed")
      try add(result, index, &console)
      tally.isStopped = stopsAtFailure && tally.failed > 0
      return !tally.isStopped
    }
    let isExplained = try explainHeld(&console)
    if !tally.isStopped { try addOrphans(areShown: !isExplained, &console) }
    return tally
  }

  private static func result(_ file: String, _ place: Golden.Place, _ golden: Golden) -> Result {
    switch TestedFile.transcript(of: file) {
    case .failure(.unreadable(let failure)): return .failed(failure)
    case .failure(.notUnderstood(let mistakes)): return .notUnderstood(mistakes)
    case .failure(.replayed): return .holds
    case .success(let transcript):
      do throws(Failure) {
        let old = try golden.read(place)
        if old.isMissing { return .missing }
        let new = try golden.printed(transcript)
        return old.holds(new) ? .holds : .differs(isLayout: golden.haveSameWords(old.bytes, new))
      } catch {
        return .failed(error)
      }
    }
  }

  private mutating func add(_ result: Result, _ index: Int, _ console: inout Console) throws(Failure) {
    switch result {
    case .failed(let failure): console.report(failure)
    case .notUnderstood(let mistakes):
      console.report(mistakes)
      tally.notUnderstood += 1
    case .holds:
      tally.passed += 1
      try releaseHeld(&console)
    case .missing, .differs:
      tally.failed += 1
      if held != nil, result != .differs(isLayout: false), heldResult == nil || heldResult == result {
        heldResult = result
        held?.append(index)
      } else {
        try releaseHeld(&console)
        try show(index, result, &console)
      }
    }
  }

  // MARK: What is held back

  /// Prints the findings that were held back. From now on, all are printed at once.
  private mutating func releaseHeld(_ console: inout Console) throws(Failure) {
    guard let indexes = held, let result = heldResult else {
      held = nil
      return
    }
    held = nil
    for index in indexes { try show(index, result, &console) }
  }

  /// Says in one sentence why all goldens are missing or differ, if that is so; otherwise prints what was held back.
  private mutating func explainHeld(_ console: inout Console) throws(Failure) -> Bool {
    if let held, let first = held.first, !tally.isStopped {
      switch heldResult {
      case .missing:
        if let misplaced = golden.misplaced([places[first]], .findings) {
          console.report(misplaced)
          return true
        }
      case .differs where held.count >= Self.fewestOfNewLayout:
        console.note(
          "all \(held.count) golden files have the words that are printed now, but in another layout",
          suggestion: "if a newer callsim lays tables out differently, record them again: callsim record --golden "
            + "\(golden.folder.shown)")
        return true
      case .differs, .holds, .failed, .notUnderstood, nil: break
      }
    }
    try releaseHeld(&console)
    return false
  }

  // MARK: What is printed

  private func show(_ index: Int, _ result: Result, _ console: inout Console) throws(Failure) {
    let place = places[index]
    if result == .missing { return try console.print("missing: \(place.path.shown)\n") }
    if isQuiet { return try console.print("differs: \(place.path.shown)\n") }
    let file = inputs.files[index]
    guard case .success(let transcript) = TestedFile.transcript(of: file) else { return }
    let old = try golden.read(place)
    try console.print(old.difference(to: golden.printed(transcript), place.path, file, color: color))
  }

  private mutating func addOrphans(areShown: Bool, _ console: inout Console) throws(Failure) {
    for orphan in golden.orphans(inputs, places, &console) {
      tally.failed += 1
      if areShown { try console.print("orphaned: \(orphan.path.shown)\n") }
      if stopsAtFailure {
        tally.isStopped = true
        return
      }
    }
  }
}
