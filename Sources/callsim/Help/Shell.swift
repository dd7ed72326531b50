/// A shell that can complete callsim's command line.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that makes the shell do so.
  var completions: String {
    switch self {
    case .bash: BashCompletions.script
    case .zsh: ZshCompletions.script
    case .fish: FishCompletions.script
    }
  }

  /// Words that take the place of a command.
  static let programOptions = [
    Arguments.Option("--help", "list the commands"), Arguments.Option("--version", "print callsim's version"),
  ]
  static let help = Arguments.Option("--help", "show what the command does")

  /// The options of a command with those that every command takes.
  static func options(of command: any Command.Type) -> [Arguments.Option] { command.options + [.color, help] }

  /// The text in single quotes.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
