import Testing

/// The answers to command lines, byte for byte.
@Suite struct CommandLineTests {
  struct Case: CustomTestStringConvertible {
    let line: String
    let expected: Invocation

    init(_ line: String, _ status: Int32, output: String = "", error: String = "") {
      self.line = line
      expected = Invocation(status: status, output: output, error: error)
    }

    var testDescription: String { "callsim \(line)" }
  }

  private static func mistake(_ message: String, _ suggestion: String) -> String {
    "callsim: error: \(message)\n    \(suggestion)\n"
  }

  static let cases = [
    Case("", 2, error: mistake("no command is given", "usage: callsim COMMAND [OPTION…] [PATH…]; see callsim help")),
    Case("rnu", 2, error: mistake("unknown command rnu", "did you mean run? otherwise see callsim help")),
    Case(
      "dance", 2,
      error: mistake(
        "unknown command dance",
        "commands: run, test, record, fmt, diff, what-if, next, why, explain, shell, explore, random, shrink, coverage, "
          + "graph, check, convert, redact, rules, bench, version, help; see callsim help")),
    Case(
      "--format jsonl run a", 2,
      error: mistake(
        "the command comes first, not --format", "usage: callsim COMMAND [OPTION…] [PATH…]; see callsim help")),
    Case("--version", 0, output: "callsim 0.2.0\n"),
    Case("-V", 0, output: "callsim 0.2.0\n"),
    Case("version", 0, output: "callsim 0.2.0\n"),
    Case("run a --version", 0, output: "callsim 0.2.0\n"),
    Case("version a", 2, error: mistake("unexpected argument a", "usage: callsim version; see callsim help version")),
    Case("help rnu", 2, error: mistake("unknown command rnu", "did you mean run? otherwise see callsim help")),
    Case(
      "help run test", 2,
      error: mistake("unexpected argument test", "usage: callsim help [OPTION…] [COMMAND]; see callsim help help")),

    Case("run", 2, error: mistake("no PATH is given", "usage: callsim run [OPTION…] PATH…; see callsim help run")),
    Case(
      "run --fromat x a", 2,
      error: mistake("unknown option --fromat", "did you mean --format? otherwise see callsim help run")),
    Case(
      "run --format tabel a", 2,
      error: mistake(
        "--format takes table, jsonl, csv, markdown, mermaid, plantuml, ladder, svg, html or tserver-log, not tabel",
        "did you mean table? otherwise see callsim help run")),
    Case(
      "run --format mermaid --why a", 2,
      error: mistake(
        "--why does not apply to mermaid, which has no place for rules", "leave out --why, or choose another format")),
    Case(
      "run --actions a", 2,
      error: mistake("--actions applies only to --format jsonl", "leave out --actions, or add --format jsonl")),
    Case(
      "run --start 2026-01-01T00:00:00Z a", 2,
      error: mistake(
        "--start applies only to --format tserver-log: no other format shows the time",
        "leave out --start, or add --format tserver-log")),
    Case(
      "run --format tserver-log --start today a", 2,
      error: mistake(
        "--start takes a time in UTC from 1970 to 9999, not today",
        "write it like this: --start 2026-01-01T00:00:00Z")),
    Case(
      "run --format tserver-log --why a", 2,
      error: mistake(
        "--why does not apply to tserver-log, which has no place for rules",
        "leave out --why, or choose another format")),
    Case(
      "run --unicode a", 2,
      error: mistake("--unicode applies only to --format ladder", "leave out --unicode, or add --format ladder")),
    Case(
      "run --format", 2,
      error: mistake("--format needs a value", "write --format FORMAT")),
    Case(
      "run --attributes some a", 2, error: mistake("--attributes takes listed or all, not some", "see callsim help run")
    ),
    Case(
      "run --color blue a", 2, error: mistake("--color takes auto, always or never, not blue", "see callsim help run")
    ),
    Case("run --why --why a", 2, error: mistake("--why is given twice", "keep one of the two")),
    Case(
      "run --golden g a", 2,
      error: mistake(
        "unknown option --golden",
        "options: --format, --flow, --whole, --actions, --attributes, --why, --width, --start, --unicode, -o, --color; see callsim help run"
      )),
    Case(
      "run -o /nowhere/x good.scenario", 3,
      error: mistake(
        "cannot write /nowhere/x: No such file or directory", "give -o a writable file, pipe or device")),
    Case(
      "run -o=good.scenario folder ./good.scenario", 2,
      error: mistake("-o good.scenario would write over the input ./good.scenario", "give -o another file")),

    Case(
      "run nowhere", 3,
      error: mistake(
        "cannot read nowhere: No such file or directory", "check the path: expected an existing file or folder")),
    Case(
      "run god.scenario", 3,
      error: mistake("cannot read god.scenario: No such file or directory", "did you mean good.scenario?")),
    Case(
      "run good.scenario/x", 3,
      error: mistake(
        "cannot read good.scenario/x: Not a directory", "check the path: expected a readable file or folder")),
    Case("run empty", 2, error: mistake("no scenarios in empty", "scenario files end in .scenario")),
    Case(
      "run good.scenario --flow mian", 2,
      error: mistake("unknown flow mian", "did you mean main? otherwise see the scenario's marks")),

    Case("test", 2, error: mistake("no PATH is given", "usage: callsim test [OPTION…] PATH…; see callsim help test")),
    Case(
      "test --format table a", 2,
      error: mistake("--format needs --golden", "give --golden DIR, or leave out --format")),
    Case("test --golden= a", 2, error: mistake("--golden needs a folder", "write --golden DIR")),
    Case("test --golden g -", 2, error: mistake("standard input has no golden file", "give a PATH")),
    Case(
      "test nowhere", 3, output: "0 passed, 0 failed\n",
      error: mistake(
        "cannot read nowhere: No such file or directory", "check the path: expected an existing file or folder")),

    Case(
      "record", 2, error: mistake("no PATH is given", "usage: callsim record [OPTION…] PATH…; see callsim help record")),
    Case(
      "record - a", 2,
      error: mistake(
        "standard input cannot be recorded with other files",
        "give - as the only PATH: the scenario is written to standard output")),
    Case(
      "record --golden g --force a", 2,
      error: mistake("--force does not apply to golden files", "leave out --force or --golden")),
    Case(
      "record /dev/null", 3, output: "0 recorded, 0 unchanged\n",
      error: mistake("cannot record /dev/null: it is not a file", "give a regular file")),

    Case("fmt", 2, error: mistake("no PATH is given", "usage: callsim fmt [OPTION…] PATH…; see callsim help fmt")),
    Case(
      "fmt - a", 2,
      error: mistake(
        "standard input cannot be formatted together with files",
        "run callsim fmt once for - and once for the files")),
    Case(
      "fmt /dev/null", 2, output: "0 formatted, 0 unchanged, 1 not understood\n",
      error: "/dev/null:1:1: error: the file is empty: a file begins with `scenario TITLE`\n"),

    Case(
      "help run --man", 2,
      error: mistake("COMMAND, --completions and --man ask for different texts", "give only one of them")),
    Case(
      "help --completions csh", 2,
      error: mistake(
        "--completions takes bash, zsh or fish, not csh", "did you mean zsh? otherwise see callsim help help")),

    Case(
      "rules a", 2, error: mistake("unexpected argument a", "usage: callsim rules [OPTION…]; see callsim help rules")),
    Case(
      "rules --server t-sever", 2,
      error: mistake("unknown server t-sever", "did you mean t-server? otherwise see callsim help rules")),
    Case(
      "explore", 2,
      error: mistake("no PATH is given", "usage: callsim explore [OPTION…] PATH; see callsim help explore")),
    Case(
      "explore a b", 2,
      error: mistake("unexpected argument b", "usage: callsim explore [OPTION…] PATH; see callsim help explore")),
    Case(
      "explore a --calls 0", 2, error: mistake("--calls takes a number from 1 to 8, not 0", "see callsim help explore")),
    Case(
      "check", 2, error: mistake("no LOG is given", "usage: callsim check [OPTION…] LOG…; see callsim help check")),
    Case(
      "check nowhere --presence no", 2,
      error: mistake("--presence takes exact, listed or ignore, not no", "see callsim help check")),
    Case(
      "check nowhere --since soon", 2,
      error: mistake(
        "--since takes a time as the log prints it, not soon", "write 09:14, 09:14:07.513 or 2026-01-01T09:14:07")),
    Case(
      "check nowhere --until 9", 2,
      error: mistake(
        "--until takes a time as the log prints it, not 9", "write 09:14, 09:14:07.513 or 2026-01-01T09:14:07")),
    Case(
      "check nowhere --idle 5", 2,
      error: mistake("--idle takes a number with ms, s, m or h, not 5", "write 4h, 30m or 90s")),
    Case(
      "check nowhere --slack 17", 2,
      error: mistake("--slack takes a number from 0 to 16, not 17", "see callsim help check")),
    Case(
      "convert --call 1", 2,
      error: mistake(
        "no LOG is given", "usage: callsim convert [OPTION…] --call CONNID LOG…; see callsim help convert")),
    Case(
      "convert nowhere", 2,
      error: mistake(
        "no call is given",
        "name it with --call CONNID; callsim check names the calls in which it finds something")),
    Case(
      "convert nowhere --call 1", 3,
      error: mistake("cannot read nowhere: No such file or directory", "check the path: expected a readable log")),
    Case(
      "redact", 2,
      error: mistake("no LOG is given", "usage: callsim redact [OPTION…] LOG…; see callsim help redact")),
    Case(
      "redact nowhere", 3,
      error: mistake("cannot read nowhere: No such file or directory", "check the path: expected a readable log")),
    Case(
      "coverage", 2,
      error: mistake("no PATH is given", "usage: callsim coverage [OPTION…] PATH…; see callsim help coverage")),
    Case(
      "coverage a --server t-sever", 2,
      error: mistake("unknown server t-sever", "did you mean t-server? otherwise see callsim help coverage")),
    Case(
      "graph a.scenario", 2,
      error: mistake("unexpected argument a.scenario", "usage: callsim graph [OPTION…]; see callsim help graph")),
    Case(
      "graph --server ivr", 2,
      error: mistake(
        "unknown server ivr",
        "servers: t-server, ivr-server, interaction-server, recording; see callsim help graph")),
    Case(
      "graph --server recordin", 2,
      error: mistake("unknown server recordin", "did you mean recording? otherwise see callsim help graph")),
    Case("graph --of agent", 2, error: mistake("--of takes party or call, not agent", "see callsim help graph")),
    Case(
      "graph --format svg", 2, error: mistake("--format takes mermaid or dot, not svg", "see callsim help graph")),
    Case(
      "bench --flow x", 2,
      error: mistake(
        "--flow takes acd, transfer, hold, ivr-conference, interaction-conference or recording, not x",
        "see callsim help bench")),
    Case(
      "bench --times 2", 2,
      error: mistake("--times works only with --format and --check", "leave it out, or give one of them")),
    Case(
      "bench --check --format csv", 2,
      error: mistake(
        "--format does not apply to --check, which prints nothing but its figures", "leave out --format or --check")),
    Case(
      "bench --check --flow hold", 2,
      error: mistake("--check works only with the flows acd and transfer", "give one of them, or neither")),
    Case(
      "bench --format csv --flow acd", 2,
      error: mistake(
        "--flow does not apply to --format, which prints one call over and over", "leave out --flow or --format")),
    Case(
      "bench --output json", 2,
      error: mistake("--output takes none or jsonl, not json", "did you mean jsonl? otherwise see callsim help bench")),
  ]

  private let scratch = Scratch([
    "good.scenario": Scenes.passing, "folder/good.scenario": Scenes.passing, "empty/.hidden.scenario": "",
    "empty/readme": "",
  ])

  @Test(arguments: cases)
  func says(_ test: Case) throws {
    #expect(try Invocation(test.line.split(separator: " ").map(String.init), in: scratch) == test.expected)
  }

  @Test(arguments: [
    "", "run", "test", "record", "fmt", "diff", "what-if", "next", "why", "explain", "shell", "rules", "explore",
    "random", "shrink", "coverage", "graph", "check", "convert", "redact", "bench", "version", "help",
  ])
  func allFormsOfHelpAreTheSame(_ command: String) throws {
    let command = command.isEmpty ? [] : [command]
    let help = try Invocation(["help"] + command, in: scratch)
    #expect(help.status == 0)
    #expect(help.error == "")
    #expect(help.output.hasPrefix(command.isEmpty ? "callsim: " : "usage: callsim \(command[0])"))
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 80 })
    for line in [
      command + ["--help"], ["--help"] + command, command + ["-h"], command + ["--nonsense", "--help", "x"],
    ] {
      #expect(try Invocation(line, in: scratch) == help)
    }
  }

  @Test func afterTwoDashesEverythingIsAPath() throws {
    #expect(
      try Invocation(["run", "--", "--help"], in: scratch)
        == Invocation(
          status: 3,
          error: Self.mistake(
            "cannot read --help: No such file or directory", "check the path: expected an existing file or folder")))
  }
}
