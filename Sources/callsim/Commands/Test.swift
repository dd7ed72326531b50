import CallReport
import CallScenario

/// `callsim test`: replays scenarios and compares them with their expectations or with golden files.
struct TestCommand: Command {
  static let name = "test"
  static let operands = "[OPTION…] PATH…"
  static let summary = "replay scenarios and compare with their expectations"
  static let options = [
    Arguments.Option(
      "--flow", "NAME", mayRepeat: true, completion: .flows,
      "only this flow: main, or the name that after gives it; may be given several times"),
    Arguments.Option("--fail-fast", "stop after the first flow that fails"),
    Arguments.Option(
      "--quiet", "one line for each flow that fails: its first difference, and how many more there are"),
    Golden.option(
      "compare what each file prints with DIR/<its path>.txt instead, and count files. Changed and missing goldens "
        + "fail, and orphaned ones beneath a PATH that is a folder"),
    Format.option("how goldens are printed; those of jsonl end in .jsonl"),
  ]
  static let about = """
    Replays each scenario and prints what differs from its expectations: - is what a
    line expects, + what is sent, spelled as callsim record would write it. Then
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
  private let flows: [String]?
  private let stopsAtFailure: Bool
  private let isQuiet: Bool
  private let golden: Golden?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    flows = arguments.has("--flow") ? arguments.values("--flow") : nil
    stopsAtFailure = arguments.has("--fail-fast")
    isQuiet = arguments.has("--quiet")
    color = arguments.color
    if golden != nil && flows != nil {
      throw Failure(
        .badInput, "--flow does not apply to golden files, which hold all flows",
        suggestion: "leave out --flow or --golden")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    // Standard input can be read only once, so its turn must not depend on threads.
    let workers = inputs.files.contains(Inputs.standardInput) ? Workers(threads: 1) : Workers()
    let tally: TestTally
    if let golden {
      var comparison = GoldenComparison(
        golden, inputs, isQuiet: isQuiet, stopsAtFailure: stopsAtFailure, color: console.usesColor(color))
      tally = try comparison.perform(workers, &console)
    } else {
      tally = try compareWithExpectations(inputs, workers, &console)
    }
    if tally.failed > 0 { console.raise(.findings) }
    try console.print("\(tally.summary(golden == nil ? "flow" : "file"))\n")
  }

  private func compareWithExpectations(_ inputs: Inputs, _ workers: Workers, _ console: inout Console) throws(Failure)
    -> TestTally
  {
    let (files, flows) = (inputs.files, flows)
    let report = DifferenceReport(color: console.usesColor(color))
    var tally = TestTally()
    var names = FlowNames(wanted: flows ?? [])
    try workers.each(files.count, { TestedFile(files[$0], flows: flows) }) { (index, file) throws(Failure) in
      console.progress("\(index) of \(files.count) files, \(tally.failed) flows failed")
      console.report(warnings: file.warnings)
      switch file.result {
      case .unreadable(let failure): console.report(failure)
      case .notUnderstood(let mistakes):
        console.report(mistakes)
        tally.notUnderstood += 1
      case .replayed(let played, let failing):
        names.add(file.names)
        var failed: [String] = []
        if let failing { failed = try show(failing, report, &console) }
        let untilFailure = stopsAtFailure && !failed.isEmpty ? played.prefix { $0 != failed[0] } : played[...]
        tally.failed += failed.count
        tally.passed += untilFailure.count - (stopsAtFailure ? 0 : failed.count)
        tally.isStopped = stopsAtFailure && !failed.isEmpty
      }
      return !tally.isStopped
    }
    if !tally.isStopped, let failure = names.failure { console.report(failure) }
    return tally
  }

  /// Prints what differs in the flows that fail, or in the first of them, and returns their names.
  private func show(_ transcript: Transcript, _ report: DifferenceReport, _ console: inout Console) throws(Failure)
    -> [String]
  {
    // The first action that fails in each flow, and the number of differences of the flow.
    var failed: [(first: FailedStep, count: Int)] = []
    transcript.eachFailedStep(flows: flows) { step in
      if let last = failed.last, last.first.flow == step.flow {
        failed[failed.count - 1].count += step.differences.count
      } else {
        failed.append((step, step.differences.count))
      }
    }
    if stopsAtFailure { failed = Array(failed.prefix(1)) }
    let names = failed.map(\.first.flow)
    if isQuiet {
      for (first, count) in failed { try console.print(report.summary(first, of: count, in: transcript)) }
    } else {
      try report.eachText(of: transcript, flows: names) { (_, text) throws(Failure) in try console.print(text + "\n") }
    }
    return names
  }
}

/// What `test` has counted.
struct TestTally {
  var passed = 0
  var failed = 0
  /// Counts files, not flows.
  var notUnderstood = 0
  /// Whether `--fail-fast` has ended the test.
  var isStopped = false

  /// `2 passed, 1 failed`
  func summary(_ noun: String) -> String {
    "\(passed) passed, \(failed) failed" + (notUnderstood > 0 ? ", \(notUnderstood) not understood" : "")
      + (isStopped ? " (stopped at the first \(noun) that failed)" : "")
  }
}

/// A scenario file after its replay.
struct TestedFile: Sendable {
  enum Result: Sendable {
    case unreadable(Failure)
    case notUnderstood(Mistakes)
    /// The names of the tested flows that have an action; and the transcript, if one of them fails.
    case replayed([String], failing: Transcript?)
  }

  private(set) var result: Result
  /// The names of all its flows.
  private(set) var names: [String] = []
  private(set) var warnings: [Diagnostic] = []

  /// Replays the file and compares the given flows, or all, with their expectations.
  init(_ path: String, flows: [String]?) {
    switch Self.transcript(of: path) {
    case .failure(let result): self.result = result
    case .success(let transcript):
      warnings = transcript.scenario.warnings
      var played = transcript.scenario.flows.filter(\.hasAction).map(\.name)
      if let flows {
        names = transcript.scenario.flows.map(\.name)
        played.removeAll { !flows.contains($0) }
      }
      result = .replayed(played, failing: transcript.holds(flows: flows) ? nil : transcript)
    }
  }

  enum Replay: Sendable {
    case success(Transcript)
    case failure(Result)
  }

  /// Replays the file, unless it cannot be read, has mistakes, or has no action.
  static func transcript(of path: String) -> Replay {
    let content: FileContent
    do throws(Failure) { content = try Inputs.read(path) } catch { return .failure(.unreadable(error)) }
    do throws(Mistakes) {
      let transcript = try Scenario(parsing: content.bytes, path: path).replay(.toCompare)
      if transcript.scenario.flows.contains(where: \.hasAction) { return .success(transcript) }
    } catch {
      return .failure(.notUnderstood(error))
    }
    let mistake = Diagnostic(
      path: path, position: Position(line: 1, column: 1), message: "the scenario has no action",
      suggestion: "below the parties, write who does what: ACTOR VERB [TARGET]")
    return .failure(.notUnderstood(Mistakes(diagnostics: [mistake])))
  }
}

extension Transcript {
  /// Whether every expectation of these flows holds.
  fileprivate func holds(flows: [String]?) -> Bool {
    do throws(Found) {
      try eachFailedStep(flows: flows) { (_) throws(Found) in throw Found() }
      return true
    } catch {
      return false
    }
  }

  private struct Found: Error {}
}

extension Flow {
  fileprivate var hasAction: Bool {
    statements.contains { if case .action = $0 { true } else { false } }
  }
}
