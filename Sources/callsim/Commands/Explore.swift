import CallModel
import CallReport
import CallScenario

/// `callsim explore`: visits every reachable state of a scenario's parties.
struct ExploreCommand: Command {
  static let name = "explore"
  static let operands = "[OPTION…] PATH"
  static let summary = "visit every state, check invariants and properties"
  static let options = [
    Arguments.Option("--calls", "N", "at most N calls at a time at a T-Server, 1 to 8 (2)"),
    Arguments.Option("--depth", "N", "at most N actions from the start, 1 to 1000"),
    Arguments.Option("--verbs", "VERB,…", "use only these verbs: more parties can be explored completely"),
    Arguments.Option("--settings", "also change what is set on a DN and attached to a call"),
    Arguments.Option("--states", "N", "stop once there are more than N states (5000000)"),
    Arguments.Option(
      "--symmetry", "store states once that differ only in the names of DNs that are alike; the result is the same"),
    Arguments.Option("--threads", "N", "use N threads, 1 to 64 (one for each processor); the result is the same"),
    Arguments.Option("--after", "MARK", completion: .marks, "begin at this mark, or at the end of this flow"),
    Arguments.Option(
      "--never", "TEXT", mayRepeat: true, "a property as in a header: P, or P before Q, which are events"),
    Arguments.Option("--always", "TEXT", mayRepeat: true, "another: after P eventually Q [or Q …]"),
    Arguments.Option("--sometimes", "TEXT", mayRepeat: true, "another: P"),
    Arguments.Option("-o", "FILE", "write the first path as a scenario, which passes callsim test"),
  ]
  static let about = """
    Lets the parties of a scenario do everything they can, in every order, and
    checks in every state the invariants and the properties: never, always and
    sometimes, from the header and from the command line. Prints N states, M
    transitions, depth D; what is broken, with a shortest path there (status 1);
    and how many properties hold. A state in which nothing is possible although a
    call is left is a finding too, except with --verbs. A search ends when nothing
    is new, at --depth, or at --states (status 1). Ctrl-C ends it early,
    with what was found so far. Timing goes to standard error.
    """
  static let notes = "If a scenario has two servers, the T-Server is explored."
  static let examples = [
    "callsim explore --calls 1 Scenarios/basic-call-models/call-to-acd.scenario",
    "callsim explore --never 'A EventHeld ... before A EventEstablished ...' FILE",
  ]
  static let completion = Completion.scenarios

  let path: String
  let bounds: ExplorationBounds
  /// A mark or a flow; nil for the start.
  let start: String?
  /// As a header would have them, by the option that gives them.
  let properties: [(option: String, text: String)]
  let output: String?
  let color: Color
  /// Nil for as many as there are processors.
  let threads: Int?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands[0]
    bounds = ExplorationBounds(
      calls: try arguments.number("--calls", 1...8) ?? 2, depth: try arguments.number("--depth", 1...1000),
      states: try arguments.number("--states", 1...1_000_000_000) ?? 5_000_000,
      verbs: arguments.verbs, settings: arguments.has("--settings"), symmetry: arguments.has("--symmetry"))
    start = arguments.text("--after")
    properties = ["never", "always", "sometimes"].flatMap { word in
      arguments.values("--\(word)").map { (option: "--\(word)", text: "\(word) \($0)") }
    }
    output = arguments.text("-o")
    color = arguments.color
    threads = try arguments.number("--threads", 1...64)
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard var scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    if let verbs = bounds.verbs { try scenario.check(verbs) }
    guard let own = try ownProperties(of: scenario, &console) else { return }
    scenario = scenario.adding(own)
    let point = try point(in: scenario)
    if output == "-" { console.reserveOutput() }
    Platform.noteInterrupts()
    let began = Platform.seconds()
    // A closure cannot borrow the console, so it shows its progress on a line of its own.
    var line = Progress()
    let found: ExplorationReport
    do throws(Mistakes) {
      found = try scenario.explore(
        within: bounds, from: point, on: .many(threads ?? Platform.cores), isStopped: { Platform.isInterrupted }
      ) {
        line.show("\($0) states visited")
      }
    } catch {
      line.erase()
      return console.report(error)
    }
    line.erase()
    try report(found, of: scenario, &console)
    console.note("explored in \(Int((Platform.seconds() - began) * 1000)) ms")
  }

  /// The properties of the command line; nil, with a report, if one is a mistake.
  private func ownProperties(of scenario: Scenario, _ console: inout Console) throws(Failure) -> [Property]? {
    if scenario.properties.count + properties.count > Limits.properties {
      throw Failure(
        .badInput, "there are more than \(Limits.properties) properties, with those of \(path.shown)",
        suggestion: "ask in several commands")
    }
    var parsed: [Property] = []
    for (option, text) in properties {
      do throws(Mistakes) {
        let (property, warnings) = try Property.parse(text, in: scenario, path: option)
        console.report(warnings: warnings)
        parsed.append(property)
      } catch {
        console.report(error)
      }
    }
    return parsed.count == properties.count ? parsed : nil
  }

  private func point(in scenario: Scenario) throws(Failure) -> FlowPoint? {
    guard let start else { return nil }
    if let point = scenario.point(after: start) ?? scenario.end(of: start) { return point }
    throw .unknown(
      "mark", start, of: scenario.markNames + scenario.flows.map(\.name), see: "the marks and flows of \(path.shown)")
  }

  // MARK: The answer

  private func report(
    _ found: ExplorationReport, of scenario: Scenario, _ console: inout Console
  ) throws(Failure) {
    var found = found
    if let stuck = found.stuck, bounds.verbs != nil {
      // That is natural where some verbs are missing.
      found.stuck = nil
      console.note("with --verbs, \(ExplorationText.sentence(stuck.states))")
    }
    let text = ExplorationText(width: console.width(nil, ofText: true), color: console.usesColor(color))
    try console.print(text.text(found))
    if found.fault != nil || found.stuck != nil || found.properties.contains(where: { $0.verdict == .broken }) {
      console.raise(.findings)
    }
    if Platform.isInterrupted {
      console.raise(.interrupted)
      console.note("interrupted: there may be more states")
    } else if found.isCutShort {
      if let depth = bounds.depth, Self.isAsFarAsAsked(depth, reached: found.depth) {
        console.note("stopped at --depth \(depth): there may be more states")
      } else {
        console.raise(.findings)
        console.note("stopped at a limit: there may be more states")
      }
    }
    if let output { try write(found, of: scenario, to: output, &console) }
  }

  /// Whether a search that was cut short reached the depth that `--depth` asked for; otherwise its result is
  /// incomplete.
  static func isAsFarAsAsked(_ depth: Int?, reached: Int) -> Bool { depth.map { reached >= $0 } ?? false }

  /// Writes the path to the first thing that is broken.
  private func write(
    _ found: ExplorationReport, of scenario: Scenario, to output: String, _ console: inout Console
  ) throws(Failure) {
    let broken = found.properties.first { $0.verdict == .broken && $0.path != nil }
    let path = found.fault?.path ?? broken?.path ?? found.stuck?.path
    guard let path else { return console.note("there is no path to write to \(output.shown)") }
    let what = found.fault?.sentence ?? broken?.property.text ?? "nothing can be done"
    let text = Array(path.scenarioText(title: "\(scenario.title): \(what)").utf8)
    if let excess = Limits.excess(in: text) {
      throw Failure(.badInput, excess, suggestion: "leave out -o, or give the scenario a shorter title")
    }
    if output == "-" { return try console.print(report: text) }
    var file = try Output(path: output)
    try file.write(text.span.bytes)
    try file.finish()
  }
}
