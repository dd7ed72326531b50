import CallReport
import CallScenario

/// `callsim why`: says where an event comes from, or why an expectation does not hold.
struct WhyCommand: Command {
  static let name = "why"
  static let operands = "[OPTION…] FILE[:LINE]"
  static let summary = "say where an event and its attributes come from"
  static let options = [Arguments.Option.attributes(), .widthOfText, .output]
  static let about = """
    Explains a line of a scenario. For an action, or an expectation that holds: the
    rule behind each event, its place in the manual, where the value of each
    attribute comes from, and the profile option that governs it. For an expectation
    that does not hold: what comes instead, the nearest action that would send such
    an event, and the options under which the line would hold.

    Without LINE: the first 20 expectations that do not hold or, if all of them
    hold, the first 100 actions.
    """
  static let examples = ["callsim why Scenarios/basic-call-models/call-to-acd.scenario:21"]
  static let completion = Completion.scenarios

  private let operand: String
  private let output: String?
  private let color: Color
  private let width: Int?
  private let attributes: AttributeChoice

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    operand = arguments.operands[0]
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
    attributes = try arguments.choice("--attributes") ?? .listed
  }

  func perform(_ console: inout Console) throws(Failure) {
    let (path, line) = Self.place(operand)
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    var explanations: [Explanation] = []
    do throws(Mistakes) {
      if let line {
        explanations = [try scenario.why(line: line)].compactMap(\.self)
      } else {
        explanations = try scenario.why()
      }
    } catch {
      return console.report(error)
    }
    if let line, explanations.isEmpty { throw Self.notExplained(line, scenario, path) }
    if let output { try console.redirect(to: output) }
    let text = ExplanationText(
      width: console.width(width, ofText: true), attributes: attributes, color: console.usesColor(color))
    for (number, explanation) in explanations.enumerated() {
      try console.print((number > 0 ? "\n" : "") + text.text(explanation))
    }
    if line == nil, [Scenario.explainedAtOnce.failing, Scenario.explainedAtOnce.actions].contains(explanations.count) {
      console.note("only the first \(explanations.count) are explained; for another line, give \(path):LINE")
    }
  }

  /// Splits `FILE:LINE` into its two parts, unless a file has that whole name.
  private static func place(_ operand: String) -> (path: String, line: Int?) {
    guard (try? Platform.identity(of: operand)) == nil, let colon = operand.utf8.lastIndex(of: UInt8(ascii: ":")),
      let line = Int(operand[operand.utf8.index(after: colon)...]), line > 0
    else { return (operand, nil) }
    return (String(operand[..<colon]), line)
  }

  private static func notExplained(_ line: Int, _ scenario: Scenario, _ path: String) -> Failure {
    let near = scenario.explainedLines.min { abs($0 - line) < abs($1 - line) }
    return Failure(
      .badInput, "line \(line) of \(path.shown) is neither an action nor an expectation",
      suggestion: near.map { "the nearest one is line \($0)" } ?? "the scenario has no action")
  }
}
