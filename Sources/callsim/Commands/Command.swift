/// A command of `callsim`: `init` checks the arguments, and `perform` does the work.
///
/// What a command says about itself is written once, here. The parser, the help, the man page and the completions of
/// shells all read it.
protocol Command: Sendable {
  static var name: String { get }
  /// What follows the name in the usage line: `[OPTION…] PATH…`.
  static var operands: String { get }
  /// The command's line in the list of commands.
  static var summary: String { get }
  static var options: [Arguments.Option] { get }
  /// What the command does, in paragraphs. Lines that begin with a blank are shown as they are.
  static var about: String { get }
  /// What else there is to know, below the options, in paragraphs.
  static var notes: String { get }
  static var examples: [String] { get }
  /// What a shell offers as an operand.
  static var completion: Completion { get }

  init(_ arguments: Arguments) throws(Failure)

  /// Does the work. Findings and mistakes in single files raise the console's status; a thrown failure ends the
  /// program.
  func perform(_ console: inout Console) throws(Failure)
}

extension Command {
  static var usage: String { "usage: callsim \(name)\(operands.isEmpty ? "" : " ")\(operands)" }
  static var options: [Arguments.Option] { [] }
  static var notes: String { "" }
  static var examples: [String] { [] }
  static var completion: Completion { .nothing }
}
