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
        + "fail, and orphaned ones below a PATH that is a folder"),
    Format.ofGoldens, .width,
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
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    flows = arguments.has("--flow") ? arguments.values("--flow") : nil
    stopsAtFailure = arguments.has("--fail-fast")
    isQuiet = arguments.has("--quiet")
    color = arguments.color
    width = try arguments.width()
    if golden != nil && flows != nil {
      throw Failure(
        .badInput, "--flow does not apply to golden files, which hold all flows",
        suggestion: "leave out --flow or --golden")
    }
    if golden != nil && width != nil {
      throw Failure(
        .badInput, "--width does not apply to golden files, which have one width",
        suggestion: "leave out --width or --golden")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    // Standard input can be read only once, so its turn must not depend on threads.
    let workers = inputs.files.contains(Inputs.standardInput) ? Workers(threads: 1) : Workers()
    let tally: TestTally
    if let golden {
      var comparison = GoldenComparison(
        golden, inputs, paths, isQuiet: isQuiet, stopsAtFailure: stopsAtFailure, color: console.usesColor(color))
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
    let files = inputs.files
    let comparison = TestedFile.Comparison(
      flows: flows, stopsAtFailure: stopsAtFailure, isQuiet: isQuiet,
      report: DifferenceReport(width: console.width(width), color: console.usesColor(color)))
    var tally = TestTally()
    var names = FlowNames(wanted: flows ?? [])
    try workers.each(files.count, { TestedFile(files[$0], comparison) }) { (index, file) throws(Failure) in
      console.progress("\(index) of \(files.count) files, \(tally.failed) flows failed")
      switch file {
      case .problem(let problem):
        console.report(problem)
        if case .notUnderstood = problem { tally.notUnderstood += 1 }
      case .replayed(let replayed):
        console.report(warnings: replayed.warnings)
        names.add(replayed.names)
        for text in replayed.texts { try console.print(text) }
        tally.passed += replayed.passed
        tally.failed += replayed.failed
        tally.isStopped = stopsAtFailure && replayed.failed > 0
      }
      return !tally.isStopped
    }
    if !tally.isStopped, let failure = names.failure { console.report(failure) }
    return tally
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

/// A scenario file after its replay: the counts and texts to print, without the transcript.
enum TestedFile: Sendable {
  case problem(Inputs.Problem)
  case replayed(Replayed)

  /// What is compared, and how differences are printed.
  struct Comparison: Sendable {
    /// The flows to compare; nil for all.
    let flows: [String]?
    let stopsAtFailure: Bool
    let isQuiet: Bool
    let report: DifferenceReport
  }

  struct Replayed: Sendable {
    var warnings: [Diagnostic] = []
    /// The names of all its flows, if only some are compared.
    var names: [String] = []
    /// The numbers of flows with an action. `--fail-fast` counts those up to the first that fails.
    var passed = 0
    var failed = 0
    /// What is printed about the flows that fail.
    var texts: [String] = []
  }

  init(_ path: String, _ comparison: Comparison) {
    do throws(Inputs.Problem) {
      self = .replayed(Replayed(try Inputs.transcript(of: path, .toCompare), comparison))
    } catch {
      self = .problem(error)
    }
  }
}

extension TestedFile.Replayed {
  /// A flow that fails: its first action that does, and the number of its differences.
  private typealias FailedFlow = (first: FailedStep, count: Int)

  fileprivate init(_ transcript: Transcript, _ comparison: TestedFile.Comparison) {
    let (scenario, report) = (transcript.scenario, comparison.report)
    warnings = scenario.warnings
    var played = scenario.flows.filter(\.hasAction).map(\.name)
    if let flows = comparison.flows {
      names = scenario.flows.map(\.name)
      let wanted = Set(flows)
      played.removeAll { !wanted.contains($0) }
    }
    var flows: [FailedFlow] = []
    func add(_ step: FailedStep) throws(Enough) {
      if flows.last?.first.flow == step.flow {
        flows[flows.count - 1].count += step.differences.count
      } else {
        // A flow that fails may end the test.
        if comparison.stopsAtFailure && !flows.isEmpty { throw Enough() }
        flows.append((step, step.differences.count))
      }
    }
    var texts: [String] = []
    do throws(Enough) {
      if comparison.isQuiet {
        try transcript.eachFailedStep(flows: comparison.flows, add)
      } else {
        try report.eachText(of: transcript, flows: comparison.flows) { (step, text) throws(Enough) in
          try add(step)
          texts.append(text + "\n")
        }
      }
    } catch {}
    self.texts = comparison.isQuiet ? flows.map { report.summary($0.first, of: $0.count, in: transcript) } : texts
    failed = flows.count
    passed = played.count - failed
    if comparison.stopsAtFailure, let first = flows.first?.first.flow {
      passed = played.firstIndex(of: first) ?? played.count
    }
  }

  private struct Enough: Error {}
}
