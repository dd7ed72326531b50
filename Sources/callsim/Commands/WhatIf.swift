import CallReport
import CallScenario

/// `callsim what-if`: plays an action at every point of a flow.
struct WhatIfCommand: Command {
  static let name = "what-if"
  static let operands = "[OPTION…] FILE 'ACTION'"
  static let summary = "play an action at every point of a flow"
  static let options = [
    Arguments.Option("--flow", "NAME", completion: .flows, "the flow, from its mark on (main)"),
    AnswerFormat.option("a table (the default), or one point per line as JSON"),
    .attributes(), .width,
    Arguments.Option(
      "-o", "FILE",
      "instead, write a scenario with a flow for each point and its expectations, which passes callsim test"),
  ]
  static let about = """
    Plays the action at every point of a flow, each time on a copy, and prints what
    happens there, or why the action is impossible. Neighboring points with the
    same result share a row. Write the action as in a file: 'Customer hangUp'.
    """
  static let notes = "If the action is possible in several calls and names none, each call is shown."
  static let examples = ["callsim what-if Scenarios/basic-call-models/call-to-acd.scenario 'A hangUp'"]
  static let completion = Completion.scenarios

  private let path: String
  private let action: String
  private let flow: String
  private let output: String?
  private let color: Color
  private let width: Int?
  private let format: AnswerFormat
  private let attributes: AttributeChoice

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    guard arguments.operands.count >= 2 else {
      throw Failure(
        .badInput, "the action is missing", suggestion: "write it in quotes after the file: 'A TReleaseCall'")
    }
    if arguments.operands.count > 2 {
      throw Failure(
        .badInput, "the action is one argument, not several",
        suggestion: "write it in quotes: '\(arguments.operands.dropFirst().joined(separator: " ").printable())'")
    }
    if arguments.operands[0].contains(" "), arguments.operands[1].hasSuffix(Inputs.ending) {
      throw Failure(
        .badInput, "the file comes first, and then the action",
        suggestion: "write callsim what-if \(arguments.operands[1].shown) '\(arguments.operands[0].printable())'")
    }
    path = arguments.operands[0]
    action = arguments.operands[1]
    flow = arguments.text("--flow") ?? "main"
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
    format = try arguments.choice("--format") ?? .table
    attributes = try arguments.choice("--attributes") ?? .listed
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    _ = try scenario.end(ofFlow: flow, path)
    let answer: WhatIf
    do throws(Mistakes) {
      let action = try scenario.action(self.action, path: "ACTION")
      answer = try scenario.whatIf(action, path: "ACTION", flow: flow)
    } catch {
      return console.report(error)
    }
    if let output { return try write(answer, to: output, &console) }
    switch format {
    case .table:
      let table = WhatIfTable(width: console.width(width), attributes: attributes, color: console.usesColor(color))
      try console.print(table.text(answer))
    case .jsonl:
      var lines = JSONLines()
      lines.append(answer, attributes: attributes)
      try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    }
  }

  private func write(_ answer: WhatIf, to output: String, _ console: inout Console) throws(Failure) {
    guard let text = answer.scenarioText else {
      throw Failure(
        .badInput, "\(flow) has \(answer.points.count) points, too many for the flows and marks of one scenario",
        suggestion: "ask for a shorter flow, or leave out -o")
    }
    if let excess = Limits.excess(in: Array(text.utf8)) {
      throw Failure(.badInput, excess, suggestion: "ask for a shorter flow, or leave out -o")
    }
    try console.redirect(to: output)
    try console.print(text)
  }
}
