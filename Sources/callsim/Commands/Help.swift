/// `callsim help`: lists the commands, or shows what one of them does.
struct HelpCommand: Command {
  static let name = "help"
  static let operands = "[COMMAND]"
  static let summary = "list the commands, or show what one of them does"
  static let options: [Arguments.Option] = []
  static let help = """
    Lists the commands, or shows what one of them does, like COMMAND --help.

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
      A PATH is a .scenario file, a folder of them, or - for standard input. Write
      options before or after the paths, as --name VALUE or --name=VALUE; -- ends
      them. Every command takes --help and --color auto|always|never.

      Data goes to standard output, messages to standard error. Exit status, the
      highest that applies:
         0  all well
         1  findings: a scenario differs, an invariant fails, a search stops early
         2  the command or an input cannot be understood
         3  a file cannot be read or written, or standard output is closed
        70  a bug in callsim

      See also: callsim help COMMAND; callsim --version; README.md about scenarios.

      """
  }

  /// `  run PATH…       replay scenarios and print …`
  private static func line(_ command: any Command.Type) -> String {
    let operands = command.operands.replacing("[OPTION…] ", with: "").replacing("[OPTION…]", with: "")
    let left = "\(command.name) \(operands)"
    return "  \(left)\(String(repeating: " ", count: max(1, 24 - left.count)))\(command.summary)\n"
  }
}
