import CallReport
import CallScenario

/// The text of `callsim help`, at most 80 columns wide.
enum HelpText {
  static let width = 80

  static let title = "a T-Server's reference manual, made executable"

  /// The sentences that hold for all commands; the man page has them too.
  static let operands = """
    A PATH is a .scenario file, a folder of them, or - for standard input. Write
    options before or after the paths, as --name VALUE or --name=VALUE; -- ends
    them. Every command takes --help and --color auto|always|never.
    """
  static let streams = "Data goes to standard output, messages to standard error."
  static let statusIntroduction = "Exit status, the highest that applies:"
  /// What each status means, and what the man page adds to that.
  static let statuses: [(status: Status, meaning: String, more: String)] = [
    (.success, "all well", ""),
    (.findings, "findings", ": a scenario differs, an invariant fails, a search stops early"),
    (.badInput, "the command or an input cannot be understood", ""),
    (.fileError, "a file cannot be read or written", ", or standard output is closed"),
    (.internalError, "a bug in callsim", ""),
  ]

  static let variables: [(name: String, meaning: String)] = [
    ("CI", "if it is set, callsim record changes nothing"),
    ("NO_COLOR", "if it is set, --color auto uses no colors"),
    ("TERM", "if it is dumb, --color auto uses no colors"),
    ("SWIFT_BACKTRACE", "if it is set, a crash prints a backtrace, as in any Swift program"),
  ]

  /// The list of commands.
  static var overview: String {
    let groups = Program.groups.map { title, commands in "\(title)\n" + commands.map(line).joined() }
    let statuses = statuses.map { "\($0.status.rawValue) \($0.meaning)" }.joined(separator: "; ")
    return """
      callsim: \(title)
      usage: callsim COMMAND [OPTION…] [PATH…]

      \(groups.joined())
      \(operands)
      \(wrapped("\(streams) \(statusIntroduction) \(statuses).", indent: 0))

      See also: callsim help COMMAND, callsim explain, callsim --version, README.md.

      """
  }

  /// What `callsim help NAME` prints.
  static func text(of command: any Command.Type) -> String {
    var parts = [command.usage, command.about]
    if !command.options.isEmpty { parts.append(list(command.options)) }
    if !command.notes.isEmpty { parts.append(wrapped(command.notes, indent: 0)) }
    if !command.examples.isEmpty {
      let heading = command.examples.count == 1 ? "Example:" : "Examples:"
      parts.append(([heading] + command.examples.map { "  \($0)" }).joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// `  run PATH…       replay scenarios and print …`
  private static func line(_ command: any Command.Type) -> String {
    let operands = command.operands.replacing("[OPTION…] ", with: "").replacing("[OPTION…]", with: "")
    return "  \(padded("\(command.name) \(operands)", to: 24))\(command.summary)\n"
  }

  /// `  --name VALUE  what it does`, with all texts in one column.
  private static func list(_ options: [Arguments.Option]) -> String {
    let column = (options.map(\.spelling.count).max() ?? 0) + 4
    return options.map { option in
      let text = wrapped(option.summary, indent: column)
      return padded("  \(option.spelling)", to: column) + text.dropFirst(column)
    }.joined(separator: "\n")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Wraps long lines; lines that begin with a blank stay as they are.
  static func wrapped(_ text: String, indent: Int, width: Int = width) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let lines = line.first == " " ? [String(line)] : String(line).wrapped(to: width - indent)
      return lines.map { $0.isEmpty ? "" : margin + $0 }
    }.joined(separator: "\n")
  }
}
