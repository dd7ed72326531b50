/// One of the words that may follow `callsim`: it takes its arguments as values first, and then does its work.
protocol Command: Sendable {
  static var name: String { get }
  /// What follows the name: `[OPTION…] PATH…`.
  static var operands: String { get }
  /// One line in the list of commands.
  static var summary: String { get }
  static var options: [Arguments.Option] { get }
  /// What `callsim help NAME` says beneath the usage line.
  static var help: String { get }

  init(_ arguments: Arguments) throws(Failure)

  /// Findings and mistakes of single files raise the console's status; what is thrown ends the program.
  func perform(_ console: inout Console) throws(Failure)
}

extension Command {
  static var usage: String { "usage: callsim \(name)\(operands.isEmpty ? "" : " ")\(operands)" }
}
