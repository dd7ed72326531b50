import CallModel
import CallScenario

/// `callsim rules`: lists the rulebook.
struct RulesCommand: Command {
  static let name = "rules"
  static let operands = "[OPTION…]"
  static let summary = "list the rules: server, verb, name, source"
  static let options = [
    Arguments.Option(
      "--server", "NAME", completion: .words(Servers.vocabularies.map(\.server)),
      "only the rules of this server, such as t-server")
  ]
  static let about = """
    Lists the rules that produce events: the server, the verbs that a rule answers,
    its name, and its place in the manual.
    """
  static let examples = ["callsim rules --server t-server"]

  let server: String?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
    server = arguments.text("--server")
    let servers = Servers.vocabularies.map { $0.server }
    if let server, !servers.contains(server) {
      throw .unknown("server", server, of: servers, see: "callsim help rules")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    let servers = server.map { [$0] } ?? Servers.vocabularies.map(\.server)
    let rows = servers.flatMap { server in
      Servers.rules(of: server).map { [server, $0.verbs.joined(separator: " "), $0.name, $0.source] }
    }
    // The last column is not padded.
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      try console.print(padded.joined(separator: "  ") + "  " + row[3] + "\n")
    }
  }
}
