import CallReport
import CallScenario

/// `callsim next`: lists what can happen at a point of a scenario.
struct NextCommand: Command {
  static let name = "next"
  static let operands = "[OPTION…] FILE"
  static let summary = "list every possible action and what it would emit"
  static let options = [
    Arguments.Option(
      "--flow", "NAME", completion: .flows, "the end of this flow; with --step, a point on the way there"),
    Arguments.Option("--step", "N", "after N actions from the start of the scenario"),
    Arguments.Option("--after", "MARK", completion: .marks, "at this mark"),
    Arguments.Option("--for", "PARTY", completion: .parties, "only what this party can do"),
    Arguments.Option("--refused", "also list what is not possible, and why"),
    AnswerFormat.option("text (the default), or one action per line as JSON"),
    .attributes(), .widthOfText,
    .output,
  ]
  static let about = """
    Plays a scenario up to one point, and lists every action that is possible there,
    by actor and verb, with the events that it would emit, written as a scenario
    expects them. Without an option, the point is the end of main.
    """
  static let notes = """
    If a verb is possible in several calls, it is listed for each of them, with on.
    An action that needs an option is listed with the shortest one: data.k=v. At
    most 10,000 actions are listed; --for makes the list shorter.
    """
  static let examples = ["callsim next --after '**' Scenarios/basic-call-models/call-to-acd.scenario"]
  static let completion = Completion.scenarios

  private let path: String
  private let flow: String?
  private let step: Int?
  private let mark: String?
  private let party: String?
  private let refused: Bool
  private let output: String?
  private let color: Color
  private let width: Int?
  private let format: AnswerFormat
  private let attributes: AttributeChoice

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands[0]
    flow = arguments.text("--flow")
    step = try arguments.number("--step", 0...Limits.actions)
    mark = arguments.text("--after")
    party = arguments.text("--for")
    refused = arguments.has("--refused")
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
    format = try arguments.choice("--format") ?? .table
    attributes = try arguments.choice("--attributes") ?? .listed
    if mark != nil, flow != nil || step != nil {
      throw Failure(
        .badInput, "--after and \(flow == nil ? "--step" : "--flow") both name the point",
        suggestion: "give only one of them")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, output: output, &console) else { return }
    let point = try point(in: scenario)
    let actor = try party.map { name throws(Failure) in try scenario.party(asked: name) }
    let answer: NextActions
    do throws(Mistakes) {
      answer = try scenario.next(at: point, for: actor, refused: refused)
    } catch {
      return console.report(error)
    }
    if let output { try console.redirect(to: output) }
    switch format {
    case .table:
      let report = NextReport(
        width: console.width(width, ofText: true), attributes: attributes, color: console.usesColor(color))
      try console.print(report.text(answer))
    case .jsonl:
      var lines = JSONLines()
      lines.append(answer, attributes: attributes)
      try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    }
    if answer.isCutShort {
      console.report(
        Failure(
          .badInput, "there are more than \(NextActions.limit) actions: not all are listed",
          suggestion: actor == nil ? "ask for one party: --for PARTY" : "leave out --refused, or ask for another point")
      )
    }
  }

  private func point(in scenario: Scenario) throws(Failure) -> FlowPoint {
    if let mark { return try scenario.point(asked: mark, path) }
    let end = try scenario.end(ofFlow: flow ?? "main", path)
    guard let step, step > end.step else { return FlowPoint(flow: end.flow, step: step ?? end.step) }
    throw Failure(
      .badInput, "--step \(step) is beyond the end of \(end.flow), which is step \(end.step)",
      suggestion: "give a number from 0 to \(end.step)")
  }
}
