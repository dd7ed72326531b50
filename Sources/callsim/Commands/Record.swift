import CallScenario

/// `callsim record`: rewrites expectations or golden files. No other command changes the user's own files.
struct RecordCommand: Command {
  static let name = "record"
  static let operands = "[OPTION…] PATH…"
  static let summary = "rewrite the expectations, or the golden files"
  static let options = [
    Arguments.Option(
      "--force", "also record scenarios with source or derived, whose expectations come or follow from the manual"),
    Arguments.Option("--quiet", "name each file that changes, without its lines"),
    Golden.option("instead of changing the scenarios, write what each one prints to DIR/<its path>.txt"),
    Arguments.Option(
      "--prune", "with --golden: also delete goldens without a scenario, below each PATH that is a folder"),
    Format.ofGoldens,
  ]
  static let about = """
    Rewrites the expectations of each scenario from what happens, and keeps its
    words, comments and ? marks. Shows the lines that change, then N recorded,
    N unchanged; if there are files with mistakes, it adds N not understood. Review
    the lines: callsim records what it does, right or wrong. A file that it writes
    has the layout of callsim fmt.
    """
  static let notes = """
    A PATH is a file or a folder: its .scenario files at any depth, in byte order of
    their paths, without hidden files and linked folders. A new file replaces the
    old one only after all of it was computed and verified. If a file has several
    hard links, only the given one gets the new file. With - as the only PATH, the
    scenario on standard input is written to standard output, as editors need it.
    If CI is set, nothing is recorded: a test must not rewrite its own expectations.
    """
  static let examples = ["callsim record my.scenario", "callsim record --golden goldens --prune flows"]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let isForced: Bool
  private let isQuiet: Bool
  private let prunes: Bool
  private let golden: Golden?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    isForced = arguments.has("--force")
    color = arguments.color
    isQuiet = arguments.has("--quiet")
    prunes = arguments.has("--prune")
    if paths.contains(Inputs.standardInput) && (paths.count > 1 || golden != nil) {
      throw Failure(
        .badInput, "standard input cannot be recorded with \(golden == nil ? "other files" : "--golden")",
        suggestion: "give - as the only PATH: the scenario is written to standard output")
    }
    if prunes && golden == nil {
      throw Failure(.badInput, "--prune needs --golden", suggestion: "give --golden DIR, or leave out --prune")
    }
    if golden != nil && isForced {
      throw Failure(.badInput, "--force does not apply to golden files", suggestion: "leave out --force or --golden")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    if Platform.environment("CI") != nil {
      throw Failure(
        .badInput, "callsim does not record if CI is set",
        suggestion: "record on your own machine, review the changes and commit them")
    }
    if paths == [Inputs.standardInput] { return try filter(&console) }
    let inputs = Inputs(paths, &console)
    var tally = Tally(color: console.usesColor(color))
    if let golden {
      try record(inputs, in: golden, &tally, &console)
    } else {
      try recordExpectations(inputs, &tally, &console)
    }
    let pruned = tally.pruned > 0 ? ", \(tally.pruned) pruned" : ""
    let mistaken = tally.notUnderstood > 0 ? ", \(tally.notUnderstood) not understood" : ""
    try console.print("\(tally.recorded) recorded, \(tally.unchanged) unchanged\(pruned)\(mistaken)\n")
  }

  private struct Tally {
    let color: Bool
    var recorded = 0
    var unchanged = 0
    var pruned = 0
    var notUnderstood = 0
  }

  /// Records standard input on standard output. If there is a mistake, nothing is written.
  private func filter(_ console: inout Console) throws(Failure) {
    let path = Inputs.standardInput
    guard let old = Inputs.read(path, &console),
      let transcript = Inputs.replay(old, path, .toRecord, &console),
      let new = recorded(old, transcript, path, &console)
    else { return }
    try verify(new, path)
    try console.print(new)
  }

  private func recordExpectations(_ inputs: Inputs, _ tally: inout Tally, _ console: inout Console) throws(Failure) {
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      if let identity = try? Platform.identity(of: file), identity.kind != .file {
        console.report(
          Failure(
            .fileError, "cannot record \(file.shown): it is not a file",
            suggestion: "give a regular file"))
        continue
      }
      guard let old = Inputs.read(file, &console) else { continue }
      guard let transcript = Inputs.replay(old, file, .toRecord, &console) else {
        tally.notUnderstood += 1
        continue
      }
      guard let new = recorded(old, transcript, file, &console) else { continue }
      try verify(new, file)
      try write(old, new, file, "\(file) (recorded)", &tally, &console) { () throws(Failure) in
        try OpenFolder.replaceFile(at: file, old, with: new)
      }
    }
  }

  /// Why the expectations of a scenario are not the model's to change; nil if they are.
  private static func reasonToKeep(_ scenario: Scenario) -> String? {
    if scenario.source != nil { return "has a source: its expectations come from the manual" }
    if scenario.derived != nil { return "is derived: its expectations follow from the manual and the decisions" }
    return nil
  }

  /// The file with the expectations that hold; nil, and reports why, if it cannot be recorded.
  private func recorded(
    _ old: FileContent, _ transcript: Transcript, _ file: String, _ console: inout Console
  ) -> [UInt8]? {
    if !isForced, let reason = Self.reasonToKeep(transcript.scenario) {
      console.report(
        Failure(
          .badInput, "\(file.shown) \(reason)", suggestion: "copy the file and change the copy, or use --force"))
      return nil
    }
    console.report(warnings: transcript.surprisingRefusals)
    let new = Scenario.recorded(old.bytes, transcript)
    guard let excess = Limits.excess(in: new) else { return new }
    console.report(
      Failure(.badInput, "cannot record \(file.shown): \(excess)", suggestion: "split it into several scenarios"))
    return nil
  }

  private func record(_ inputs: Inputs, in golden: Golden, _ tally: inout Tally, _ console: inout Console)
    throws(Failure)
  {
    let places = try golden.places(of: inputs)
    if prunes && inputs.folders.isEmpty {
      throw Failure(
        .badInput, "--prune needs a PATH that is a folder",
        suggestion: "give the folder of the scenarios: goldens below it that have none are deleted")
    }
    // Recording makes the goldens that are missing, so it must be known before.
    let misplaced = golden.misplaced(places, .badInput)
    if prunes, let misplaced { throw misplaced }
    for (index, (file, place)) in zip(inputs.files, places).enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      let transcript: Transcript
      do throws(Inputs.Problem) {
        transcript = try Inputs.transcript(of: file, golden.detail(.toRecord))
      } catch {
        if case .notUnderstood = error { tally.notUnderstood += 1 }
        console.report(error)
        continue
      }
      console.report(warnings: transcript.scenario.warnings)
      let new = try golden.printed(transcript)
      do throws(Failure) {
        let old = try golden.read(place)
        try write(old, new, place.path, file, &tally, &console) { () throws(Failure) in
          try golden.write(place, old, new)
        }
      } catch {
        console.report(error)
      }
    }
    if let misplaced {
      return console.note(misplaced.message ?? "", suggestion: misplaced.suggestion)
    }
    for orphan in golden.orphans(inputs, places, &console) {
      if prunes {
        do throws(Failure) { try golden.delete(orphan) } catch {
          console.report(error)
          continue
        }
        tally.pruned += 1
        try console.print("pruned: \(orphan.path.shown)\n")
      } else {
        console.note("\(orphan.path.shown) belongs to no scenario: delete it, or record with --prune")
      }
    }
  }

  /// Checks that a replay of the recorded file passes. If it does not, that is a bug in callsim, and the file stays
  /// unchanged.
  private func verify(_ bytes: [UInt8], _ file: String) throws(Failure) {
    let differences: [Difference]
    do throws(Mistakes) {
      differences = try Scenario(parsing: bytes, path: file).replay().differences()
    } catch {
      throw .internalError(
        "\(file.shown) is unchanged: callsim cannot parse what it recorded: \(error.diagnostics.first?.message ?? "")"
      )
    }
    if let first = differences.first {
      throw .internalError("\(file.shown) is unchanged: what callsim recorded fails at line \(first.position.line)")
    }
  }

  /// Writes the file if it changes, and shows the difference. If one file cannot be written, the others still are.
  private func write(
    _ old: FileContent, _ new: [UInt8], _ path: String, _ newName: String, _ tally: inout Tally,
    _ console: inout Console, _ write: () throws(Failure) -> Replacement
  ) throws(Failure) {
    if old.holds(new) {
      tally.unchanged += 1
      return
    }
    let replacement: Replacement
    do throws(Failure) { replacement = try write() } catch { return console.report(error) }
    tally.recorded += 1
    if isQuiet || old.isMissing {
      try console.print("\(old.isMissing ? "new" : "changed"): \(path.shown)\n")
    } else {
      try console.print(old.difference(to: new, path, newName, color: tally.color))
    }
    if let failure = replacement.failure(path) { console.report(failure) }
  }
}
