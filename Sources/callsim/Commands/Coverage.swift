import CallReport
import CallScenario

/// `callsim coverage`: what of the manual the scenarios exercise, and what is missing.
struct CoverageCommand: Command {
  static let name = "coverage"
  static let operands = "[OPTION…] PATH…"
  static let summary = "count what scenarios exercise, and suggest more"
  static let options = [
    Arguments.Option("--fail-under", "PERCENT", "exit with 1 if the coverage is lower: 95 or 99.5, for instance"),
    Arguments.Option(
      "--server", "NAME", completion: .words(Servers.vocabularies.map(\.server)),
      "count only this server (default: those that the scenarios use)"),
    Arguments.Option("--limit", "N", "name at most N missing items (20)"),
    Arguments.Option(
      "--states", "N", "visit at most N states in each search for a scenario (20,000); with 0, do not search"),
    Arguments.Option(
      "--format", Format.allCases.map(\.rawValue).joined(separator: "|"),
      "text (the default), or one section and one missing item per line as JSON"),
    .widthOfText,
  ]
  static let about = """
    Plays the scenarios, counts which rules, points of interruption, decisions and
    values of options they exercise, and names what is missing, each with the
    shortest scenario that a search has found. Write that to a file, and callsim
    record fills in its events. The last line has the totals, for scripts:

      coverage 99.8 %: 567 of 568 rules, 27 of 27 points, …

    The percentage is of all items together, and rounded down.
    """
  static let notes = """
    A rule is exercised when it answers an action, a point (such as * or after **)
    and a decision when one of their rules does, and the value of an option when a
    scenario is played under it. Expectations do not matter here; see callsim test.
    Sections from which nothing is missing are counted, but not listed.
    """
  static let examples = ["callsim coverage Scenarios", "callsim coverage --fail-under 95 --server t-server flows"]
  static let completion = Completion.scenarios

  /// The values of `--format`.
  enum Format: String, CaseIterable { case text, jsonl }

  private let paths: [String]
  /// Tenths of a percent; nil for no limit.
  private let leastPermille: Int?
  private let server: String?
  private let limit: Int
  private let states: Int
  private let format: Format
  private let color: Color
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    leastPermille = try arguments.text("--fail-under").map { word throws(Failure) in try Self.permille(word) }
    let all = Servers.vocabularies.map { $0.server }
    server = arguments.text("--server")
    if let server, !all.contains(server) { throw .unknown("server", server, of: all, see: "callsim help coverage") }
    limit = try arguments.number("--limit", 0...10_000) ?? 20
    states = try arguments.number("--states", 0...1_000_000) ?? 20_000
    format = try arguments.choice("--format") ?? .text
    color = arguments.color
    width = try arguments.width()
  }

  /// Reads `95` or `99.5`.
  static func permille(_ word: String) throws(Failure) -> Int {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    if areDigits, parts.count <= 2, parts.last?.utf8.count == 1 || parts.count == 1,
      let whole = Int(parts[0]), let tenths = parts.count == 2 ? Int(parts[1]) : 0, whole <= 100,
      case let permille = whole * 10 + tenths, permille <= 1000
    {
      return permille
    }
    throw Failure(
      .badInput, "--fail-under takes a number from 0 to 100 with at most one decimal place, not \(word.shown)",
      suggestion: "for instance 95 or 99.5")
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    let files = inputs.files
    var coverage = Coverage(of: server.map { [$0] })
    // Standard input can be read only once, so its turn must not depend on threads.
    let workers = files.contains(Inputs.standardInput) ? Workers(threads: 1) : Workers()
    try workers.each(files.count, { Self.transcript(of: files[$0]) }) { (index, result) throws(Failure) in
      console.progress("\(index) of \(files.count) files")
      switch result {
      case .success(let transcript):
        console.report(warnings: transcript.scenario.warnings)
        coverage.add(transcript)
      case .failure(let problem): console.report(problem)
      }
      return true
    }
    // Without a scenario there is nothing to count, which has been reported.
    if coverage.servers.isEmpty { return }
    let missing = Array(coverage.missing.prefix(limit))
    if states > 0, !missing.isEmpty { console.progress("looking for scenarios") }
    let named = Array(zip(missing, coverage.suggestions(for: missing, states: states)))
      .map { (item: $0.0, scenario: $0.1) }
    switch format {
    case .text:
      let report = CoverageReport(
        width: console.width(width, ofText: true), color: console.usesColor(color))
      try console.print(report.text(coverage, named: named, states: states))
    case .jsonl: try console.print(CoverageJSONL.lines(coverage, named: named))
    }
    if let leastPermille, coverage.count().permille < leastPermille {
      console.raise(.findings)
      console.note(
        "the coverage of \(coverage.count().percentage) % is lower than --fail-under "
          + "\(leastPermille / 10).\(leastPermille % 10)")
    }
  }

  private static func transcript(of path: String) -> Result<Transcript, Inputs.Problem> {
    do throws(Inputs.Problem) { return .success(try Inputs.transcript(of: path, .toRecord)) } catch {
      return .failure(error)
    }
  }
}
