/// `callsim help`: what there is, on one screen; or what one command does.
struct HelpCommand: Command {
  static let name = "help"
  static let operands = "[COMMAND]"
  static let summary = "say what there is, or what a command does"
  static let options: [Arguments.Option] = []
  static let help = """
    Lists the commands, or says what one of them does: as COMMAND --help does.

    Example:
      callsim help run
    """

  private let command: (any Command.Type)?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 1, Self.usage)
    command = try arguments.operands.first.map { name throws(Failure) in try Program.command(named: name) }
  }

  func perform(_ console: inout Console) throws(Failure) {
    try console.print(Self.text(of: command))
  }

  static func text(of command: (any Command.Type)?) -> String {
    if let command { return "\(command.usage)\n\n\(command.help)\n" }
    let groups = Program.groups.map { title, commands in "\(title)\n" + commands.map(line).joined() }
    return """
      callsim: a T-Server's reference manual, made executable

      usage: callsim COMMAND [OPTION…] [PATH…]

      \(groups.joined(separator: "\n"))
      A PATH is a .scenario file, a folder of them, or - for standard input. Options
      stand before or after the paths, as --name VALUE or --name=VALUE; -- ends them.
      Every command takes --help and --color auto|always|never; callsim --version.

      Data goes to standard output, messages to standard error. Exit status, the
      highest that applies:
         0  all well
         1  findings: a scenario differs, an invariant fails, a search is cut short
         2  the command or an input cannot be understood
         3  a file cannot be read or written, or nobody reads standard output
        70  a bug of callsim

      Read on: callsim help COMMAND, and README.md on scenarios.

      """
  }

  /// `  run PATH…       replay scenarios and print …`
  private static func line(_ command: any Command.Type) -> String {
    let operands = command.operands.replacing("[OPTION…] ", with: "").replacing("[OPTION…]", with: "")
    let left = "\(command.name) \(operands)"
    return "  \(left)\(String(repeating: " ", count: max(1, 24 - left.count)))\(command.summary)\n"
  }
}
