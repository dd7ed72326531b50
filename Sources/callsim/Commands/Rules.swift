import CallReport
import CallScenario

/// `callsim rules`: lists the rulebook.
struct RulesCommand: Command {
  static let name = "rules"
  static let operands = "[OPTION…]"
  static let summary = "list the rules: name, verbs, source"
  static let options = [
    Arguments.Option(
      "--server", "NAME", completion: .words(Servers.vocabularies.map(\.server)),
      "only the rules of this server, such as t-server"),
    AnswerFormat.option("a table for each server (the default), or one rule per line as JSON"),
    .width,
  ]
  static let about = """
    Lists the rules that produce events: the name of each, the verbs that it
    answers, and its place in the manual.
    """
  static let examples = ["callsim rules --server t-server", "callsim rules --format jsonl | grep TMuteTransfer"]

  private let servers: [String]
  private let format: AnswerFormat
  private let width: Int?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
    let all = Servers.vocabularies.map { $0.server }
    let server = arguments.text("--server")
    if let server, !all.contains(server) { throw .unknown("server", server, of: all, see: "callsim help rules") }
    servers = server.map { [$0] } ?? all
    format = try arguments.choice("--format") ?? .table
    width = try arguments.width()
    color = arguments.color
  }

  func perform(_ console: inout Console) throws(Failure) {
    switch format {
    case .table:
      let table = RuleTable(width: console.width(width), color: console.usesColor(color))
      let texts = servers.map { table.text(Servers.rules(of: $0), of: $0) }
      try console.print(texts.joined(separator: "\n"))
    case .jsonl:
      var lines = JSONLines()
      for server in servers { lines.append(Servers.rules(of: server), of: server) }
      try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    }
  }
}
