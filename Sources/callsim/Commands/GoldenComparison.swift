import CallReport
import CallScenario

/// `callsim test --golden`: compares what each scenario prints with its golden file.
///
/// If no golden is where it should be, one sentence says so. If all of them differ, but have the words that are printed
/// now, the first difference and a sentence do. Such findings are held back until a result contradicts it.
struct GoldenComparison {
  /// What became of a golden. It holds no text: what is printed about it is computed again.
  private enum Result: Sendable, Equatable {
    case holds
    case differs(hasSameWords: Bool)
    case missing
    case failed(Failure)
  }

  private enum Finding: Sendable {
    case problem(Inputs.Problem)
    case replayed(Result, warnings: [Diagnostic])
  }

  private let golden: Golden
  private let inputs: Inputs
  /// The PATHs as they are given.
  private let paths: [String]
  private let isQuiet: Bool
  private let stopsAtFailure: Bool
  private let color: Bool
  private var tally = TestTally()
  private var places: [Golden.Place] = []
  /// The files whose findings are held back; nil once one of them was unlike the others.
  private var held: [Int]? = []
  private var heldResult: Result?
  /// Fewer goldens with the words that are printed now are all shown.
  private static let fewestWithSameWords = 4

  init(_ golden: Golden, _ inputs: Inputs, _ paths: [String], isQuiet: Bool, stopsAtFailure: Bool, color: Bool) {
    (self.golden, self.inputs, self.paths, self.color) = (golden, inputs, paths, color)
    (self.isQuiet, self.stopsAtFailure) = (isQuiet, stopsAtFailure)
  }

  mutating func perform(_ workers: Workers, _ console: inout Console) throws(Failure) -> TestTally {
    places = try golden.places(of: inputs)
    let (golden, files, places) = (golden, inputs.files, places)
    try workers.each(files.count, { Self.finding(files[$0], places[$0], golden) }) { (index, finding) throws(Failure) in
      console.progress("\(index) of \(files.count) files, \(tally.failed) failed")
      switch finding {
      case .problem(let problem):
        console.report(problem)
        if case .notUnderstood = problem { tally.notUnderstood += 1 }
      case .replayed(let result, let warnings):
        console.report(warnings: warnings)
        try add(result, index, &console)
      }
      tally.isStopped = stopsAtFailure && tally.failed > 0
      return !tally.isStopped
    }
    let isExplained = try explainHeld(&console)
    if !tally.isStopped { try addOrphans(areShown: !isExplained, &console) }
    return tally
  }

  private static func finding(_ file: String, _ place: Golden.Place, _ golden: Golden) -> Finding {
    do throws(Inputs.Problem) {
      let transcript = try Inputs.transcript(of: file, golden.detail(.toCompare))
      return .replayed(result(transcript, place, golden), warnings: transcript.scenario.warnings)
    } catch {
      return .problem(error)
    }
  }

  private static func result(_ transcript: Transcript, _ place: Golden.Place, _ golden: Golden) -> Result {
    do throws(Failure) {
      let old = try golden.read(place)
      if old.isMissing { return .missing }
      let new = try golden.printed(transcript)
      return old.holds(new) ? .holds : .differs(hasSameWords: golden.haveSameWords(old.bytes, new))
    } catch {
      return .failed(error)
    }
  }

  private mutating func add(_ result: Result, _ index: Int, _ console: inout Console) throws(Failure) {
    switch result {
    case .failed(let failure): console.report(failure)
    case .holds:
      tally.passed += 1
      try releaseHeld(&console)
    case .missing, .differs:
      tally.failed += 1
      if held != nil, result != .differs(hasSameWords: false), heldResult == nil || heldResult == result {
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
    if heldResult == .missing, let failure = golden.missingFolder(paths) {
      console.report(failure)
      return true
    }
    if let held, let first = held.first, !tally.isStopped {
      switch heldResult {
      case .missing:
        if let misplaced = golden.misplaced([places[first]], .findings) {
          console.report(misplaced)
          return true
        }
      case .differs where held.count >= Self.fewestWithSameWords:
        try show(first, .differs(hasSameWords: true), &console)
        console.note(
          "all \(held.count) golden files differ, but have the words that are printed now",
          suggestion: "review the first difference: if only the layout is new, record them again: "
            + "callsim record --golden \(golden.folder.shown)")
        return true
      case .differs, .holds, .failed, nil: break
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
    guard let transcript = try? Inputs.transcript(of: file, golden.detail(.toCompare)) else { return }
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
