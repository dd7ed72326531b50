import CallReport
import CallScenario

/// `callsim shrink`: reduces a failing scenario to the smallest one that fails in the same way.
struct ShrinkCommand: Command {
  static let name = "shrink"
  static let operands = "[OPTION…] FILE"
  static let summary = "reduce a failing scenario to the smallest one"
  static let options = [
    Arguments.Option("--flow", "NAME", completion: .flows, "the flow whose failure stays (the first that fails)"),
    Arguments.Option("-o", "FILE", "write the scenario there instead of standard output"),
  ]
  static let about = """
    Leaves out of a scenario that fails whatever does not matter, and prints the
    rest: the smallest scenario that fails with the same difference, the first that
    callsim test reports. Actions, options, lines of the last expectation, parties
    and the profile are left out; the calls are counted again. Without any one of
    the actions that remain, it would not fail in this way.
    """
  static let notes = """
    Exits with 1 if the scenario fails, as callsim test does, and with 0 and a
    sentence if nothing fails. The failing action comes last, with its expectation;
    of the actions before it, only refusals are expected.
    """
  static let examples = ["callsim shrink -o smaller.scenario failing.scenario"]
  static let completion = Completion.scenarios

  private let path: String
  private let flow: String?
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands[0]
    flow = arguments.text("--flow")
    output = arguments.text("-o")
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    if let flow { _ = try scenario.end(ofFlow: flow, path) }
    var line = Progress()
    let shrunk: ShrunkScenario?
    do throws(Mistakes) {
      shrunk = try scenario.shrunk(flow: flow) { line.show("\($0) actions left") }
    } catch {
      line.erase()
      return console.report(error)
    }
    line.erase()
    guard let shrunk else { return console.note("nothing fails in \(flow ?? path.shown): there is nothing to shrink") }
    console.raise(.findings)
    try verify(shrunk)
    if let output { try console.redirect(to: output) }
    try console.print(shrunk.text)
    console.note(summary(of: shrunk))
  }

  private func summary(of shrunk: ShrunkScenario) -> String {
    let counts = "shrunk from \(shrunk.actionsBefore) actions to \(shrunk.actions)"
    return shrunk.isCutShort ? counts + "; the search stopped at a limit: there may be a smaller scenario" : counts
  }

  /// Checks that the result fails. If it does not, that is a bug in callsim.
  private func verify(_ shrunk: ShrunkScenario) throws(Failure) {
    let differences = try? Scenario(parsing: shrunk.text).replay(.toCompare).differences()
    if differences?.isEmpty ?? true { throw .internalError("the shrunk scenario does not fail as \(path.shown) does") }
  }
}
