import CallReport
import CallScenario

/// `callsim test`: replays scenarios and compares them with their expectations or with golden files.
struct TestCommand: Command {
  static let name = "test"
  static let operands = "[OPTION…] PATH…"
  static let summary = "replay scenarios and compare with their expectations"
  static let options = [
    Golden.option(
      "compare what each file prints with DIR/<its path>.txt instead, and count files. Changed and missing goldens "
        + "fail, and orphaned ones beneath a PATH that is a folder"),
    Format.option("how goldens are printed; those of jsonl end in .jsonl"),
  ]
  static let about = """
    Replays each scenario and prints what differs from its expectations, and then
    N passed, N failed, counting flows with at least one action. If there are files
    with mistakes, it adds N not understood. To rewrite files, use callsim record.
    """
  static let notes = """
    A PATH is a file, - for standard input, or a folder: its .scenario files at any
    depth, in byte order of their paths, without hidden files and linked folders.
    A file that cannot be read is reported on standard error and not counted.
    """
  static let examples = ["callsim test Scenarios"]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let golden: Golden?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    color = arguments.color
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    var tally = Tally()
    if let golden {
      try compare(inputs, with: golden, &tally, &console)
    } else {
      try compareWithExpectations(inputs, &tally, &console)
    }
    if tally.failed > 0 { console.raise(.findings) }
    let others = tally.notUnderstood > 0 ? ", \(tally.notUnderstood) not understood" : ""
    try console.print("\(tally.passed) passed, \(tally.failed) failed\(others)\n")
  }

  private struct Tally {
    var passed = 0
    var failed = 0
    /// Counts files, not flows.
    var notUnderstood = 0
  }

  private func compareWithExpectations(_ inputs: Inputs, _ tally: inout Tally, _ console: inout Console) throws(Failure)
  {
    let report = DifferenceReport(color: console.usesColor(color))
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files, \(tally.failed) flows failed")
      guard let transcript = transcript(of: file, &tally, &console) else { continue }
      var failed: Set<String> = []
      try report.eachText(of: transcript) { (difference, text) throws(Failure) in
        try console.print(text + "\n")
        failed.insert(difference.flow)
      }
      tally.failed += failed.count
      tally.passed += transcript.scenario.flows.count(where: \.hasAction) - failed.count
    }
  }

  private func compare(_ inputs: Inputs, with golden: Golden, _ tally: inout Tally, _ console: inout Console)
    throws(Failure)
  {
    let places = try golden.places(of: inputs)
    let color = console.usesColor(color)
    for (index, (file, place)) in zip(inputs.files, places).enumerated() {
      console.progress("\(index) of \(inputs.files.count) files, \(tally.failed) failed")
      guard let transcript = transcript(of: file, &tally, &console) else { continue }
      guard let old = read(place, of: golden, &console) else { continue }
      let new = try golden.printed(transcript)
      if old.holds(new) {
        tally.passed += 1
      } else {
        tally.failed += 1
        try console.print(old.difference(to: new, place.path, file, color: color))
      }
    }
    for orphan in golden.orphans(inputs, places, &console) {
      guard let old = read(orphan, of: golden, &console) else { continue }
      tally.failed += 1
      try console.print(old.difference(to: [], orphan.path, "(no such scenario)", color: color))
    }
  }

  private func read(_ place: Golden.Place, of golden: Golden, _ console: inout Console) -> FileContent? {
    do throws(Failure) {
      return try golden.read(place)
    } catch {
      console.report(error)
      return nil
    }
  }

  /// Replays the file. Returns nil and reports why if it cannot be read, has mistakes, or has no action.
  private func transcript(of file: String, _ tally: inout Tally, _ console: inout Console) -> Transcript? {
    guard let content = Inputs.read(file, &console) else { return nil }
    guard let transcript = Inputs.replay(content, file, .toCompare, &console) else {
      tally.notUnderstood += 1
      return nil
    }
    if transcript.scenario.flows.contains(where: \.hasAction) { return transcript }
    tally.notUnderstood += 1
    let mistake = Diagnostic(
      path: file, position: Position(line: 1, column: 1), message: "the scenario has no action",
      suggestion: "below the parties, write who does what: ACTOR VERB [TARGET]")
    console.report(Mistakes(diagnostics: [mistake]))
    return nil
  }
}

extension Flow {
  fileprivate var hasAction: Bool {
    statements.contains { if case .action = $0 { true } else { false } }
  }
}
