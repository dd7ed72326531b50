import CallScenario

/// The program: finds the command, performs it and returns the exit status.
enum Program {
  static let number = "0.2.0"
  static let version = "callsim \(number)"
  /// The day of the version, for the manual page.
  static let released = "2026-11-28"

  /// The commands in the order and the groups of `callsim help`.
  static let groups: [(title: String, commands: [any Command.Type])] = [
    ("Scenarios", [RunCommand.self, TestCommand.self, RecordCommand.self, FmtCommand.self, DiffCommand.self]),
    ("Questions", [WhatIfCommand.self, NextCommand.self, WhyCommand.self, ExplainCommand.self, ShellCommand.self]),
    (
      "Exploration",
      [ExploreCommand.self, RandomCommand.self, ShrinkCommand.self, CoverageCommand.self, GraphCommand.self]
    ),
    ("Logs", [CheckCommand.self, ConvertCommand.self, RedactCommand.self]),
    ("About", [RulesCommand.self, BenchCommand.self, VersionCommand.self, HelpCommand.self]),
  ]
  static let commands = groups.flatMap(\.commands)

  static func run(_ words: [String]) -> Status {
    var console = Console()
    do throws(Failure) {
      try perform(words, &console)
      try console.finish()
    } catch {
      console.report(error)
    }
    return console.status
  }

  private static func perform(_ words: [String], _ console: inout Console) throws(Failure) {
    let mayBeOptions = words.prefix { $0 != "--" }
    console.messageColor = Arguments.color(in: mayBeOptions)
    if mayBeOptions.contains("--help") || mayBeOptions.contains("-h") {
      let asked = words.first { !$0.hasPrefix("-") }
      let command = commands.first { $0.name == asked }
      return try console.print(command.map(HelpText.text) ?? HelpText.overview)
    }
    if mayBeOptions.contains("--version") || mayBeOptions.contains("-V") { return try console.print(version + "\n") }
    guard let word = words.first else {
      throw Failure(
        .badInput, "no command is given", suggestion: "usage: callsim COMMAND [OPTION…] [PATH…]; see callsim help")
    }
    let command = try command(named: word)
    try command.init(Arguments(words.dropFirst(), for: command)).perform(&console)
  }

  static func command(named word: String) throws(Failure) -> any Command.Type {
    if let command = commands.first(where: { $0.name == word }) { return command }
    if word.hasPrefix("-") {
      throw Failure(
        .badInput, "the command comes first, not \(word.shown)",
        suggestion: "usage: callsim COMMAND [OPTION…] [PATH…]; see callsim help")
    }
    let names = commands.map { $0.name }
    throw .unknown("command", word, of: names, see: "callsim help")
  }
}
