import CallScenario

/// `callsim record`: rewrites expectations or golden files. No other command changes the user's own files.
struct RecordCommand: Command {
  static let name = "record"
  static let operands = "[OPTION…] PATH…"
  static let summary = "rewrite the expectations, or the golden files"
  static let options = [
    Arguments.Option(
      "--force", "also record scenarios with source or derived, whose expectations come or follow from the manual"),
    Golden.option("instead of changing the scenarios, write what each one prints to DIR/<its path>.txt"),
    Format.option("how goldens are printed; those of jsonl end in .jsonl"),
  ]
  static let about = """
    Rewrites the expectations of each scenario from what happens, and keeps its
    words, comments and ? marks. Shows the lines that change, then N recorded,
    N unchanged. Review them: callsim records what it does, right or wrong. A file
    that it writes has the layout of callsim fmt.
    """
  static let notes = """
    A PATH is a file or a folder: its .scenario files at any depth, in byte order of
    their paths, without hidden files and linked folders. A new file replaces the
    old one only after all of it was computed and verified. If a file has several
    hard links, only the given one gets the new file.
    If CI is set, nothing is recorded: a test must not rewrite its own expectations.
    """
  static let examples = ["callsim record my.scenario"]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let isForced: Bool
  private let golden: Golden?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    isForced = arguments.has("--force")
    color = arguments.color
    if paths.contains(Inputs.standardInput) {
      throw Failure(.badInput, "standard input cannot be recorded", suggestion: "give the PATH of a file or a folder")
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
    let inputs = Inputs(paths, &console)
    var tally = Tally(color: console.usesColor(color))
    if let golden {
      try record(inputs, in: golden, &tally, &console)
    } else {
      try recordExpectations(inputs, &tally, &console)
    }
    try console.print("\(tally.recorded) recorded, \(tally.unchanged) unchanged\n")
  }

  private struct Tally {
    let color: Bool
    var recorded = 0
    var unchanged = 0
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
      guard let old = Inputs.read(file, &console), let transcript = Inputs.replay(old, file, .toRecord, &console)
      else { continue }
      if !isForced, let reason = Self.reasonToKeep(transcript.scenario) {
        console.report(
          Failure(.badInput, "\(file.shown) \(reason)", suggestion: "fix the rule, or use --force"))
        continue
      }
      let new = Scenario.recorded(old.bytes, transcript)
      if let excess = Limits.excess(in: new) {
        console.report(
          Failure(
            .badInput, "cannot record \(file.shown): \(excess)", suggestion: "split it into several scenarios"))
        continue
      }
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

  private func record(_ inputs: Inputs, in golden: Golden, _ tally: inout Tally, _ console: inout Console)
    throws(Failure)
  {
    let places = try golden.places(of: inputs)
    for (index, (file, place)) in zip(inputs.files, places).enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      guard let content = Inputs.read(file, &console),
        let transcript = Inputs.replay(content, file, .toRecord, &console)
      else {
        continue
      }
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
    for orphan in golden.orphans(inputs, places, &console) {
      console.note("\(orphan.path.shown) belongs to no scenario: delete it")
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
    try console.print(old.difference(to: new, path, newName, color: tally.color))
    if let failure = replacement.failure(path) { console.report(failure) }
  }
}
