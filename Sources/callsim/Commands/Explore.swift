import CallScenario

/// `callsim explore`: visits every reachable state of a scenario's parties.
struct ExploreCommand: Command {
  static let name = "explore"
  static let operands = "[OPTION…] PATH"
  static let summary = "visit every reachable state and check the invariants"
  static let options = [
    Arguments.Option(
      "--calls", "N",
      "at most N calls at a time at a T-Server, 1 to 8 (2); the other servers have one port or interaction for each"),
    Arguments.Option(
      "--depth", "N",
      "at most N actions from the start, 1 to 1000; without it, the search goes on until nothing is new or it has "
        + "found 5,000,000 states"),
    Arguments.Option("--verbs", "VERB,…", "use only these verbs: more parties can be explored completely"),
    Arguments.Option("--settings", "also change what is set on a DN and attached to a call"),
  ]
  static let about = """
    Lets the parties of a scenario do everything they can, in every order, and
    checks the invariants in every state. Only the scenario's parties and profile
    matter. Prints N states, M transitions, depth D, or the shortest path to a state
    that breaks an invariant (status 1). Timing goes to standard error. A search
    that stops at a limit says so there and exits with 1, unless the limit is
    --depth.
    """
  static let notes = "If a scenario has two servers, the T-Server is explored."
  static let examples = ["callsim explore --calls 1 Scenarios/basic-call-models/call-to-acd.scenario"]
  static let completion = Completion.scenarios

  let path: String
  let calls: Int
  /// Nil for no limit.
  let depth: Int?
  /// Nil for all verbs.
  let verbs: [String]?
  let settings: Bool

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands[0]
    calls = try arguments.number("--calls", 1...8) ?? 2
    depth = try arguments.number("--depth", 1...1000)
    verbs = arguments.text("--verbs").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    settings = arguments.has("--settings")
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, &console) else { return }
    // A scenario with two servers explores the first.
    let known = (scenario.servers.first ?? scenario.vocabulary).verbs.map(\.name)
    if let unknown = verbs?.first(where: { !known.contains($0) }) {
      throw Failure(
        .badInput, "unknown verb \(unknown.shown) of --verbs",
        suggestion: known.nearest(to: unknown).map { "did you mean \($0)?" })
    }
    let start = Platform.seconds()
    // A closure cannot borrow the console, so it shows its progress on a line of its own.
    var line = Progress()
    let found = scenario.explore(calls: calls, depth: depth, verbs: verbs, settings: settings) { visited in
      line.show("\(visited) states visited")
    }
    line.erase()
    try console.print("\(found.states) states, \(found.transitions) transitions, depth \(found.depth)\n")
    if let fault = found.fault {
      console.raise(.findings)
      let path = fault.path.map { "    \($0.printable())\n" }.joined()
      try console.print("broken: \(fault.sentence.printable())\n" + path)
    }
    if found.isCutShort {
      if let depth, Self.isAsFarAsAsked(depth, reached: found.depth) {
        console.note("stopped at --depth \(depth): there may be more states")
      } else {
        console.raise(.findings)
        console.note("stopped at a limit: there may be more states")
      }
    }
    console.note("explored in \(Int((Platform.seconds() - start) * 1000)) ms")
  }

  /// Whether a search that was cut short reached the depth that `--depth` asked for; otherwise its result is
  /// incomplete.
  static func isAsFarAsAsked(_ depth: Int?, reached: Int) -> Bool { depth.map { reached >= $0 } ?? false }
}
