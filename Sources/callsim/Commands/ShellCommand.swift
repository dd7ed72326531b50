import CallReport
import CallScenario

/// `callsim shell`: plays a scenario while it is typed, for people and for test programs.
struct ShellCommand: Command {
  static let name = "shell"
  static let operands = "[OPTION…] [FILE]"
  static let summary = "play a scenario while you type it, line by line"
  static let options = [
    Arguments.Option("--flow", "NAME", completion: .flows, "play this flow of FILE first (main)"),
    Arguments.Option("--after", "MARK", completion: .marks, "play FILE up to this mark first"),
    Arguments.Option("--auto", "after each action, the switch acts by itself until only people can"),
    AnswerFormat.option("text (the default), or one line of JSON for every line of input"),
    .attributes(), .width,
  ]
  static let about = """
    Reads lines as a scenario has them, and answers each with what happens. The
    parties come first, party A extension, then who does what, A TMakeCall B. With
    FILE, the parties are those of the file, and its main flow is played first.
    In a terminal, Tab completes what is possible now. A line that begins with a
    colon is a command.
    """
  static let notes = """
      :next [PARTY]  what is possible      :undo [N]     take statements back
      :state         what each one does    :mark NAME    remember this moment
      :why           the rules behind it   :save [FILE]  write it as a scenario
      :help          the commands          :quit         end

    A test program writes a line and reads a line: --format jsonl. With --auto,
    devices ring, groups distribute calls, and routes are carried out.
    """
  static let examples = ["callsim shell --auto Scenarios/basic-call-models/call-to-acd.scenario"]
  static let completion = Completion.scenarios

  private let path: String?
  private let flow: String?
  private let mark: String?
  private let isAutomatic: Bool
  private let color: Color
  private let width: Int?
  private let format: AnswerFormat
  private let attributes: AttributeChoice

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 1, Self.usage)
    path = arguments.operands.first
    flow = arguments.text("--flow")
    mark = arguments.text("--after")
    isAutomatic = arguments.has("--auto")
    color = arguments.color
    width = try arguments.width()
    format = try arguments.choice("--format") ?? .table
    attributes = try arguments.choice("--attributes") ?? .listed
    if flow != nil, mark != nil {
      throw Failure(
        .badInput, "--after and --flow both name the point", suggestion: "give only one of them")
    }
    if path == nil, flow != nil || mark != nil {
      throw Failure(
        .badInput, "\(flow == nil ? "--after" : "--flow") needs a FILE", suggestion: "\(Self.usage)")
    }
    if path == Inputs.standardInput {
      throw Failure(
        .badInput, "the lines come from standard input, so FILE cannot", suggestion: "name a file, or leave FILE out")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard let session = try session(&console) else { return }
    let isTerminal =
      format == .table && Platform.isTerminal(Platform.standardInput) && Platform.isTerminal(Platform.standardOutput)
    var conversation = Conversation(
      session: session, scenarioPath: path, attributes: attributes,
      text: SessionText(
        width: console.width(width), attributes: attributes, color: console.usesColor(color),
        repeatsLines: !isTerminal))
    if format == .jsonl {
      try conversation.answerInJSON(&console)
    } else if isTerminal {
      try conversation.talk(&console, usesColor: console.usesColor(color))
    } else {
      try conversation.answerInText(&console)
    }
  }

  /// The session, with what is to be played first; nil, with a report, if the file has mistakes.
  private func session(_ console: inout Console) throws(Failure) -> Session? {
    let isText = format == .table
    let detail = Transcript.Detail(unlisted: attributes == .all, hints: isText, views: isText)
    guard let path else { return Session(isAutomatic: isAutomatic, detail) }
    guard let scenario = try Inputs.scenario(at: path, for: Self.name, &console) else { return nil }
    let point = try point(in: scenario, path)
    do throws(Mistakes) {
      return try Session(scenario, at: point, isAutomatic: isAutomatic, detail)
    } catch {
      console.report(error)
      return nil
    }
  }

  private func point(in scenario: Scenario, _ path: String) throws(Failure) -> FlowPoint {
    if let mark { return try scenario.point(asked: mark, path) }
    return try scenario.end(ofFlow: flow ?? "main", path)
  }
}
