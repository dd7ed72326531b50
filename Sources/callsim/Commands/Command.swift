/// A command of `callsim`: `init` checks the arguments, and `perform` does the work.
protocol Command: Sendable {
  static var name: String { get }
  /// What follows the name in the usage line: `[OPTION…] PATH…`.
  static var operands: String { get }
  /// The command's line in the list of commands.
  static var summary: String { get }
  static var options: [Arguments.Option] { get }
  /// The text that `callsim help NAME` prints below the usage line.
  static var help: String { get }

  init(_ arguments: Arguments) throws(Failure)

  /// Does the work. Findings and mistakes in single files raise the console's status; a thrown failure ends the
  /// program.
  func perform(_ console: inout Console) throws(Failure)
}

extension Command {
  static var usage: String { "usage: callsim \(name)\(operands.isEmpty ? "" : " ")\(operands)" }
}
