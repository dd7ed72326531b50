import Testing

@testable import callsim

/// The help, the manual page and the completions say the same, because they read the same descriptions.
@Suite struct HelpTests {
  private let scratch = Scratch(["s/a.scenario": Scenes.passing, "s/notes.txt": ""])

  private func help(_ arguments: String...) throws -> String {
    let invocation = try Invocation(["help"] + arguments, in: scratch)
    #expect(invocation.status == 0 && invocation.error == "")
    return invocation.output
  }

  /// The options that the help of a command lists: a line for each, with two blanks before it.
  private func options(of command: String) throws -> [String] {
    try help(command).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  -"), let word = line.split(separator: " ").first else { return nil }
      return String(word)
    }
  }

  @Test func theHelpOfACommand() throws {
    #expect(
      try help("rules") == """
        usage: callsim rules [OPTION…]

        Lists the rules that produce events: the name of each, the verbs that it
        answers, and its place in the manual.

          --server NAME         only the rules of this server, such as t-server
          --format table|jsonl  a table for each server (the default), or one rule per
                                line as JSON
          --width N             lines of at most N columns (default: the terminal's
                                width, or 100)

        Examples:
          callsim rules --server t-server
          callsim rules --format jsonl | grep TMuteTransfer

        """)
    #expect(
      try help("version") == """
        usage: callsim version

        Prints the version, like callsim --version and callsim -V.

        """)
  }

  @Test(arguments: Program.commands.map { $0.name })
  func theHelpListsWhatTheParserTakes(_ name: String) throws {
    let command = try Program.command(named: name)
    #expect(try options(of: name) == command.options.map(\.name))
    #expect(command.options.allSatisfy { !$0.summary.isEmpty && $0.summary.first?.isUppercase != true })
    #expect(command.operands.contains("[OPTION…]") == !command.options.isEmpty)
  }

  @Test func theManualPageHasEveryCommandAndOption() throws {
    let page = try help("--man").replacing("\\-", with: "-")
    for name in Program.commands.map({ $0.name }) {
      let section = try #require(
        page.split(separator: ".SS callsim ").first { $0.hasPrefix(name + " ") || $0.hasPrefix(name + "\n") })
      for option in try options(of: name) + ["--color"] { #expect(section.contains("\\fB\(option)\\fR"), "\(name)") }
    }
    // A line of troff that begins with a dot must be one of its commands.
    let requests = Set(page.split(separator: "\n").filter { $0.first == "." || $0.first == "'" }.map { $0.prefix(3) })
    #expect(requests == [".TH", ".SH", ".SS", ".TP", ".PP", ".B ", ".RS", ".RE", ".nf", ".fi"])
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: Shell.allCases)
  func theCompletionsHaveEveryCommandAndOption(_ shell: Shell) throws {
    let script = try help("--completions", shell.rawValue)
    for name in Program.commands.map({ $0.name }) {
      let part =
        switch shell {
        case .bash: try #require(script.split(separator: "\n  \(name))\n").last?.split(separator: " fi ;;").first)
        case .zsh: try #require(script.split(separator: "\n      \(name))\n").last?.split(separator: ";;\n").first)
        case .fish:
          Substring(
            script.split(separator: "\n").filter { $0.contains("'__callsim_is \(name)'") }.joined(separator: "\n"))
        }
      for option in try options(of: name) + ["--color", "--help"] {
        let written =
          shell == .fish
          ? (option.hasPrefix("--") ? " -l \(option.dropFirst(2)) " : " -s \(option.dropFirst()) ") : option
        #expect(part.contains(written), "\(name) \(option)")
      }
    }
  }

  // MARK: In the shells

  /// What bash offers for the last word, as words; `=` is a word of its own, as bash splits it.
  private func bash(_ words: String...) throws -> [String] {
    scratch.write("completions.bash", try help("--completions", "bash"))
    let line = """
      exec bash --norc -c '. ./completions.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _callsim; \
      [ ${#COMPREPLY[@]} = 0 ] || printf "%s\\n" "${COMPREPLY[@]}"' bash "$@"
      """
    let invocation = try Invocation(
      words, in: scratch, environment: ["PATH=/usr/bin:/bin"], shell: "shift; set -- callsim \"$@\"; " + line)
    #expect(invocation.error == "")
    return invocation.output.split(separator: "\n").map(String.init)
  }

  @Test func bashCompletes() throws {
    #expect(try bash("te") == ["test"])
    #expect(try bash("") == Program.commands.map { $0.name } + ["--help", "--version"])
    #expect(try bash("run", "--f") == ["--format", "--flow"])
    #expect(try bash("next", "--format", "") == ["table", "jsonl"])
    #expect(try bash("run", "--format", "=", "j") == ["jsonl"])
    #expect(try bash("run", "--format", "=", "m") == ["markdown", "mermaid"])
    #expect(try bash("rules", "--server", "i") == ["ivr-server", "interaction-server"])
    #expect(try bash("bench", "--output", "") == ["none", "jsonl"])
    #expect(try bash("help", "wh") == ["what-if", "why"])
    #expect(try bash("help", "--completions", "") == ["bash", "zsh", "fish"])
    #expect(try bash("explain", "EventPartyC") == ["EventPartyChanged"])
    #expect(try bash("test", "--report", "") == ["junit", "tap", "github", "jsonl"])
    #expect(try bash("test", "s/") == ["s/a.scenario"])
    #expect(try bash("test", "") == ["s"])
    #expect(try bash("run", "-o", "s/") == ["s/a.scenario", "s/notes.txt"])
    #expect(try bash("record", "--golden", "") == ["s"])
    // Stars are quoted, so the shell does not expand them.
    #expect(try bash("run", "s/a.scenario", "--flow", "") == ["\\*", "main"])
    #expect(try bash("next", "s/a.scenario", "--after", "") == ["\\*"])
    #expect(try bash("next", "s/a.scenario", "--for", "") == ["A", "B"])
    #expect(try bash("version", "") == [])
  }
}
