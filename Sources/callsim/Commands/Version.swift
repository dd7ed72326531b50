/// `callsim version`: prints the version.
struct VersionCommand: Command {
  static let name = "version"
  static let operands = ""
  static let summary = "print callsim's version, like --version and -V"
  static let about = "Prints the version, like callsim --version and callsim -V."

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
  }

  func perform(_ console: inout Console) throws(Failure) {
    try console.print(Program.version + "\n")
  }
}
