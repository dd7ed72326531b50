/// `callsim help`: lists the commands, or shows what one of them does.
struct HelpCommand: Command {
  static let name = "help"
  static let operands = "[OPTION…] [COMMAND]"
  static let summary = "list the commands, or show what one of them does"
  static let options = [
    Arguments.Option(
      "--completions", "bash|zsh|fish", "instead, print the completion script for this shell"),
    Arguments.Option("--man", "instead, print the man page"),
  ]
  static let about = "Lists the commands, or shows what one of them does, like COMMAND --help."
  static let notes = """
    To complete callsim's commands, options and files with the tab key, add a line
    to your shell's start-up file:
      bash, ~/.bashrc    eval "$(callsim help --completions bash)"
      zsh, ~/.zshrc      source <(callsim help --completions zsh), after compinit
      fish, config.fish  callsim help --completions fish | source
    """
  static let examples = ["callsim help run", "callsim help --man > callsim.1; man ./callsim.1"]
  static var completion: Completion { .words(Program.commands.map { $0.name }) }

  private enum Answer {
    case overview
    case command(any Command.Type)
    case completions(Shell)
    case manPage
  }

  private let answer: Answer

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 1, Self.usage)
    let command = try arguments.operands.first.map { name throws(Failure) in try Program.command(named: name) }
    let shell = try arguments.choice("--completions", of: Shell.self)
    let wantsManPage = arguments.has("--man")
    if [command != nil, shell != nil, wantsManPage].count(where: \.self) > 1 {
      throw Failure(
        .badInput, "COMMAND, --completions and --man ask for different texts", suggestion: "give only one of them")
    }
    answer =
      if wantsManPage { .manPage } else if let shell { .completions(shell) } else {
        command.map { .command($0) } ?? .overview
      }
  }

  func perform(_ console: inout Console) throws(Failure) {
    switch answer {
    case .overview: try console.print(HelpText.overview)
    case .command(let command): try console.print(HelpText.text(of: command))
    case .completions(let shell): try console.print(shell.completions)
    case .manPage: try console.print(ManPage.text)
    }
  }
}
