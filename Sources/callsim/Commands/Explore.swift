import CallScenario

/// `callsim explore`: every reachable state of a scenario's parties.
struct ExploreCommand: Command {
  static let name = "explore"
  static let operands = "[OPTION…] PATH"
  static let summary = "visit every reachable state and check the invariants"
  static let options = [
    Arguments.Option("--calls", "N"), Arguments.Option("--depth", "N"), Arguments.Option("--verbs", "VERB,…"),
    Arguments.Option("--settings"),
  ]
  static let help = """
    Lets the parties of a scenario do all that they can, in every order, and checks
    the invariants in every state. Of the scenario only the parties and the profile
    matter. Prints N states, M transitions, depth D, or the shortest path to a state
    that breaks an invariant (status 1). Timing goes to standard error. A search
    that stops at a limit says so there, and has status 1 unless it is --depth.

      --calls N       at most so many calls at a time, 1 to 8 (2), at a T-Server;
                      other servers have a port or an interaction for each
      --depth N       at most so many actions from the start, 1 to 1000; without
                      it, as long as there is something new, up to 5,000,000
                      states
      --verbs VERB,…  nothing but these: more parties can be explored to the end
      --settings      what is set on a DN and attached to a call is changed too

    Of two servers side by side the T-Server is explored.

    Example:
      callsim explore --calls 1 Scenarios/basic-call-models/call-to-acd.scenario
    """

  let path: String
  let calls: Int
  /// Nil for no limit.
  let depth: Int?
  /// Nil for all.
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
    // Of two servers the first is explored.
    let known = (scenario.servers.first ?? scenario.vocabulary).verbs.map(\.name)
    if let unknown = verbs?.first(where: { !known.contains($0) }) {
      throw Failure(
        .misunderstood, "unknown verb \(shown(unknown)) of --verbs",
        wayOut: nearest(unknown, in: known).map { "did you mean \($0)?" })
    }
    let start = Platform.seconds()
    // The console cannot be lent to a closure: how far it is goes through a line of its own.
    var line = Progress()
    let found = scenario.explore(calls: calls, depth: depth, verbs: verbs, settings: settings) { visited in
      line.show("\(visited) states visited")
    }
    line.erase()
    try console.print("\(found.states) states, \(found.transitions) transitions, depth \(found.depth)\n")
    if let fault = found.fault {
      console.raise(.findings)
      try console.print("broken: \(printable(fault.sentence))\n" + fault.path.map { "    \(printable($0))\n" }.joined())
    }
    if found.isCutShort {
      if !Self.isAsFarAsAsked(depth, reached: found.depth) { console.raise(.findings) }
      console.note("ended at a limit: there may be more states")
    }
    console.note("explored in \(Int((Platform.seconds() - start) * 1000)) ms")
  }

  /// Whether a search that was cut short went as deep as --depth says; otherwise the question is still open.
  static func isAsFarAsAsked(_ depth: Int?, reached: Int) -> Bool { depth.map { reached >= $0 } ?? false }
}
