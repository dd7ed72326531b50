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
    Format.ofGoldens, TestReports.option, TestReports.times, .width,
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
    A report without FILE takes standard output; what is printed otherwise then goes
    to standard error.
    """
  static let examples = ["callsim test Scenarios", "callsim test --report junit=report.xml flows"]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let flows: [String]?
  private let stopsAtFailure: Bool
  private let isQuiet: Bool
  private let golden: Golden?
  private let reports: TestReports
  private let isTimed: Bool
  private let color: Color
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    flows = arguments.has("--flow") ? arguments.values("--flow") : nil
    stopsAtFailure = arguments.has("--fail-fast")
    isQuiet = arguments.has("--quiet")
    reports = try TestReports(arguments.values("--report"))
    isTimed = arguments.has("--times")
    color = arguments.color
    width = try arguments.width()
    if golden != nil && flows != nil {
      throw Failure(
        .badInput, "--flow does not apply to golden files, which hold all flows",
        suggestion: "leave out --flow or --golden")
    }
    if golden != nil && arguments.has("--report") {
      throw Failure(
        .badInput, "--report does not apply to golden files: a report lists flows",
        suggestion: "leave out --report or --golden")
    }
    if isTimed && !arguments.has("--report") {
      throw Failure(.badInput, "--times needs --report", suggestion: "give --report KIND, or leave out --times")
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
    var reports = reports
    try reports.prepare(inputs, &console)
    let files = inputs.files
    let comparison = TestedFile.Comparison(
      flows: flows, stopsAtFailure: stopsAtFailure,
      texts: FlowResult.Texts(
        shown: DifferenceReport(width: console.width(width), color: console.usesColor(color)), isQuiet: isQuiet,
        areReported: !reports.isEmpty),
      isTimed: isTimed)
    var tally = TestTally()
    var names = FlowNames(wanted: flows ?? [])
    for problem in inputs.problems {
      tally.add(problem)
      try reports.add(problem, &console)
    }
    try workers.each(files.count, { TestedFile(files[$0], comparison) }) { (index, file) throws(Failure) in
      console.progress("\(index) of \(files.count) files, \(tally.failed) flows failed")
      switch file {
      case .problem(let problem):
        console.report(problem)
        let known = FileProblem(path: files[index], problem)
        tally.add(known)
        try reports.add(known, &console)
      case .replayed(let replayed):
        console.report(warnings: replayed.warnings)
        try reports.add(warnings: replayed.warnings, &console)
        names.add(replayed.names)
        for result in replayed.results {
          if !result.shown.isEmpty { try console.print(result.shown) }
          tally.add(result)
          try reports.add(result, &console)
        }
        tally.isStopped = stopsAtFailure && tally.failed > 0
      }
      return !tally.isStopped
    }
    if !tally.isStopped, let failure = names.failure { console.report(failure) }
    try reports.finish(tally, &console)
    return tally
  }
}
