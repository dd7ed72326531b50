import CallReport
import CallScenario

/// `callsim random`: lets a scenario's parties do random things, and checks the invariants.
struct RandomCommand: Command {
  static let name = "random"
  static let operands = "[OPTION…] PATH"
  static let summary = "do random things and check the invariants"
  static let options = [
    Arguments.Option("--seed", "N", "repeat the walk with this seed (default: a new one, which is printed)"),
    Arguments.Option("--steps", "N", "at most N actions in a walk, 1 to \(Limits.actions) (1000)"),
    Arguments.Option("--walks", "N", "walk N times, 1 to \(mostWalks) (1), with this seed and those that follow"),
    Arguments.Option("--calls", "N", "at most N calls at a time at a T-Server, 1 to 8 (2)"),
    Arguments.Option("--verbs", "VERB,…", "use only these verbs"),
    Arguments.Option("--settings", "also change what is set on a DN and attached to a call"),
    Arguments.Option("-o", "FILE", "write the last walk, or the way to what is broken, as a scenario"),
  ]
  static let about = """
    Lets the parties of a scenario do random things that are possible, and checks
    the invariants and its properties never P [before Q] after each: for more
    parties and calls than callsim explore can visit completely. Apart from these
    properties, only the scenario's parties and profile matter. The same seed gives
    the same walk on every machine. Each walk is one line:
      seed 42: 1000 steps, 1745 messages, 93 rules, nothing broken
    """
  static let notes = """
    A broken invariant or property ends the command with status 1. The fewest
    actions that still break it follow; without any one of them, it is not broken.

    The scenario of -o expects what the actions sent; callsim test passes it. If a
    scenario has two servers, only the T-Server's parties act.
    """
  static let examples = [
    "callsim random --seed 42 Scenarios/basic-call-models/call-to-acd.scenario",
    "callsim random --walks 100 Scenarios/basic-call-models/call-to-acd.scenario",
  ]
  static let completion = Completion.scenarios
  private static let mostWalks = 1_000_000

  private let path: String
  /// Nil for a new one.
  private let seed: UInt64?
  private let steps: Int
  private let walks: Int
  private let calls: Int
  /// Nil for all verbs.
  private let verbs: [String]?
  private let settings: Bool
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands[0]
    seed = try arguments.number("--seed", 0...Int.max).map(UInt64.init)
    steps = try arguments.number("--steps", 1...Limits.actions) ?? 1_000
    walks = try arguments.number("--walks", 1...Self.mostWalks) ?? 1
    calls = try arguments.number("--calls", 1...8) ?? 2
    verbs = arguments.verbs
    settings = arguments.has("--settings")
    output = arguments.text("-o")
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    if let verbs { try scenario.check(verbs) }
    if output == "-" { console.reserveOutput() }
    // Few digits, so that it is easily typed.
    let first = seed ?? UInt64.random(in: 0..<1_000_000_000)
    // A closure cannot borrow the console, so it shows its progress on a line of its own.
    var line = Progress()
    for number in 0..<walks {
      let walk = scenario.randomWalk(
        seed: first + UInt64(number), steps: steps, calls: calls, verbs: verbs, settings: settings
      ) { line.show("walk \(number + 1) of \(walks), step \($0)") }
      line.erase()
      try console.print(RandomWalkText().text(walk))
      if walk.fault != nil { console.raise(.findings) }
      if walk.fault == nil, number < walks - 1 { continue }
      if let output { try write(walk, to: output, &console) }
      return
    }
  }

  private func write(_ walk: RandomWalkReport, to output: String, _ console: inout Console) throws(Failure) {
    let title = "\(walk.scenario.title): \(walk.fault?.sentence ?? "random walk, seed \(walk.seed)")"
    let text = Array((walk.fault?.path ?? walk.path).scenarioText(title: title).utf8)
    if let excess = Limits.excess(in: text) {
      throw Failure(.badInput, excess, suggestion: "write fewer --steps, or give the scenario a shorter title")
    }
    if output == "-" { return try console.print(report: text) }
    var file = try Output(path: output)
    try file.write(text.span.bytes)
    try file.finish()
  }
}

extension Arguments {
  /// The verbs of `--verbs`; nil if the option is not given.
  var verbs: [String]? {
    text("--verbs").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}

extension Scenario {
  /// Checks that the server that explores the scenario has these verbs of `--verbs`.
  func check(_ verbs: [String]) throws(Failure) {
    let known = (servers.first ?? vocabulary).verbs.map(\.name)
    guard let unknown = verbs.first(where: { !known.contains($0) }) else { return }
    throw Failure(
      .badInput, "unknown verb \(unknown.shown) of --verbs",
      suggestion: known.nearest(to: unknown).map { "did you mean \($0)?" })
  }
}
