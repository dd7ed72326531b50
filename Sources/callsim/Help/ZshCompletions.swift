/// The completions for zsh, as a function that a folder of `fpath` may hold or that a shell reads with `source`.
enum ZshCompletions {
  static var script: String {
    let names = Program.commands.map { "    \(Shell.quoted("\($0.name):\($0.summary)"))\n" }
    let commands = Program.commands.map { command in
      let options = Shell.options(of: command).map { "        \(specification(of: $0))" }
      let operands =
        command.completion == .nothing ? [] : ["        " + Shell.quoted("*:argument:" + action(command.completion))]
      return """
              \(command.name))
                _arguments \\
        \((options + operands).joined(separator: " \\\n"))
                ;;

        """
    }
    return """
      #compdef callsim
      # Completions of callsim for zsh. Written by: callsim help --completions zsh

      # Offers what an awk program finds in the scenario files of the command line.
      _callsim_declared() {
        local -a files names
        files=(${(M)${(Q)words}:#*.scenario})
        files=(${^files}(N-.))
        (( $#files )) || return 1
        names=(${(fu)"$(awk $1 $files 2>/dev/null)"})
        compadd -a names
      }

      _callsim() {
        local curcontext=$curcontext state line
        typeset -A opt_args
        local -a commands
        commands=(
      \(names.joined())  )
        _arguments -C \\
      \(Shell.programOptions.map { "    \(specification(of: $0))" }.joined(separator: " \\\n")) \\
          '1:command:->command' '*::argument:->argument'
        case $state in
        command) _describe command commands ;;
        argument)
          case $words[1] in
      \(commands.joined())    esac ;;
        esac
      }

      if [ "$funcstack[1]" = _callsim ]; then _callsim "$@"; else compdef _callsim callsim; fi

      """
  }

  /// `'--format=[how it is printed]:table|jsonl:(table jsonl)'`
  private static func specification(of option: Arguments.Option) -> String {
    guard let value = option.value else { return Shell.quoted("\(option.name)[\(described(option.summary))]") }
    let name = option.name + (option.name.hasPrefix("--") ? "=" : "")
    let times = option.mayRepeat ? "*" : ""
    return Shell.quoted(
      "\(times)\(name)[\(described(option.summary))]:\(described(value)):\(action(option.completion))")
  }

  private static func described(_ text: String) -> String {
    String(text.flatMap { "[]:\\".contains($0) ? ["\\", $0] : [$0] })
  }

  /// What `_arguments` does to offer it.
  private static func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .scenarios: #"_files -g "*.scenario""#
    case .flows, .marks, .parties:
      // After a blank, `_arguments` adds no options of its own.
      " _callsim_declared \(Shell.quoted(completion.declarations ?? "").replacing(":", with: "\\:"))"
    }
  }
}
