/// The completions for fish.
enum FishCompletions {
  static var script: String {
    let commands = Program.commands.map { command in
      let options = Shell.options(of: command).map { line(command, option: $0) }
      let operands = command.completion == .nothing ? [] : [line(command, arguments(command.completion))]
      return (options + operands).joined()
    }
    return """
      # Completions of callsim for fish. Written by: callsim help --completions fish

      # The command on the command line.
      function __callsim_command
          for word in (commandline -opc)[2..-1]
              if not string match -q -- '-*' $word
                  echo $word
                  return
              end
          end
          return 1
      end

      function __callsim_is
          set -l command (__callsim_command)
          test "$command" = $argv[1]
      end

      # Prints words without a description; fish would describe each of them as it does the option.
      function __callsim_words
          printf '%s\\t\\n' $argv
      end

      # Prints scenario files and folders that begin like the current word.
      function __callsim_scenarios
          for path in (commandline -ct)*
              if test -d $path
                  echo $path/
              else if string match -q -- '*.scenario' $path
                  echo $path
              end
          end
      end

      # Prints what an awk program finds in the scenario files of the command line.
      function __callsim_declared
          set -l files
          for word in (commandline -opc)
              string match -q -- '*.scenario' $word; and test -f $word; and set -a files $word
          end
          test (count $files) -gt 0; and __callsim_words (awk $argv[1] $files 2>/dev/null | sort -u)
      end

      complete -c callsim -f
      \(beginnings.joined())\
      \(commands.joined())
      """
  }

  /// What takes the place of a command, and the commands.
  private static var beginnings: [String] {
    let start = "complete -c callsim -n 'not __callsim_command >/dev/null'"
    return Shell.programOptions.map { "\(start)\(flag($0)) -d \(quoted($0.summary))\n" }
      + Program.commands.map { "\(start) -a \($0.name) -d \(quoted($0.summary))\n" }
  }

  private static func line(_ command: any Command.Type, _ rest: String) -> String {
    "complete -c callsim -n '__callsim_is \(command.name)'\(rest)\n"
  }

  private static func line(_ command: any Command.Type, option: Arguments.Option) -> String {
    // -x: a value is needed, and no file is one. -F of `arguments` allows files.
    let value = option.value == nil ? "" : (option.completion == .files ? " -r" : " -x") + arguments(option.completion)
    return line(command, "\(flag(option))\(value) -d \(quoted(option.summary))")
  }

  /// ` -l format`, or ` -s o`.
  private static func flag(_ option: Arguments.Option) -> String {
    option.name.hasPrefix("--") ? " -l \(option.name.dropFirst(2))" : " -s \(option.name.dropFirst())"
  }

  private static func arguments(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ""
    case .words(let words): " -a \(quoted("(__callsim_words \(words.map(quoted).joined(separator: " ")))"))"
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .scenarios: " -a '(__callsim_scenarios)'"
    case .flows, .marks, .parties:
      " -a \(quoted("(__callsim_declared \(quoted(completion.declarations ?? "")))"))"
    }
  }

  /// The text in single quotes, in which fish knows `\'` and `\\`.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
