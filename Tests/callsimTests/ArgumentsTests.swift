import Testing

@testable import callsim

@Suite struct ArgumentsTests {
  private static let options = [
    Arguments.Option("--format", "table|jsonl", "how"), Arguments.Option("--flow", "NAME", mayRepeat: true, "which"),
    Arguments.Option("--why", "why"), Arguments.Option("--calls", "N", "how many"),
    Arguments.Option("-o", "FILE", "where"),
  ]

  private func parse(_ line: String) throws(Failure) -> Arguments {
    try Arguments(line.split(separator: " ").map(String.init), options: Self.options, seeAlso: "the help")
  }

  @Test(arguments: [
    "--format jsonl --why a b", "a --why --format=jsonl b", "a b --format jsonl --why", "--why --format=jsonl -- a b",
  ])
  func optionsStandAnywhere(_ line: String) throws {
    let arguments = try parse(line)
    #expect(arguments.operands == ["a", "b"])
    #expect(arguments.text("--format") == "jsonl")
    #expect(arguments.has("--why"))
    #expect(!arguments.has("--flow"))
  }

  @Test(arguments: [
    ("-", ["-"]), ("-- -o --why", ["-o", "--why"]), ("-o - a", ["a"]), ("--flow=-- a", ["a"]),
    ("a -- -- b", ["a", "--", "b"]), ("--", []),
  ])
  func operands(_ line: String, _ operands: [String]) throws {
    #expect(try parse(line).operands == operands)
  }

  @Test(arguments: [
    ("--fromat x", "unknown option --fromat", "did you mean --format? otherwise see the help"),
    ("-nonsense", "unknown option -nonsense", "options: --format, --flow, --why, --calls, -o; see the help"),
    ("--format", "--format needs a value", "write --format table|jsonl"),
    ("--format --why", "--format needs a value", "write --format table|jsonl"),
    ("--why=yes", "--why takes no value", "write --why alone"),
    ("--why --why", "--why is given twice", "keep one of the two"),
    ("-o a -o b", "-o is given twice", "keep one of the two"),
  ])
  func mistakes(_ line: String, _ message: String, _ suggestion: String) {
    #expect(throws: Failure(.badInput, message, suggestion: suggestion)) { try parse(line) }
  }

  @Test func anOptionThatMayRepeatKeepsItsOrder() throws {
    #expect(try parse("--flow b --flow=a").values("--flow") == ["b", "a"])
  }

  @Test(arguments: [("--calls 1", 1), ("--calls=8", 8), ("a", nil)])
  func numbers(_ line: String, _ number: Int?) throws {
    #expect(try parse(line).number("--calls", 1...8) == number)
  }

  @Test(arguments: ["0", "9", "-1", "", "two", "1e3", "99999999999999999999"])
  func numbersOutOfRange(_ word: String) throws {
    let arguments = try Arguments(["--calls", word], options: Self.options, seeAlso: "the help")
    let failure = Failure(
      .badInput, "--calls takes a number from 1 to 8, not \(word.isEmpty ? "''" : word)", suggestion: "see the help")
    #expect(throws: failure) { try arguments.number("--calls", 1...8) }
  }

  @Test func choices() throws {
    #expect(try parse("--format jsonl").choice("--format", of: AnswerFormat.self) == .jsonl)
    #expect(try parse("").choice("--format", of: AnswerFormat.self) == nil)
    let failure = Failure(
      .badInput, "--format takes table or jsonl, not tabel", suggestion: "did you mean table? otherwise see the help")
    #expect(throws: failure) { try parse("--format tabel").choice("--format", of: AnswerFormat.self) }
  }

  @Test(arguments: [
    ("", "''"), ("plain", "plain"), ("a\u{1B}[2Jb\n", "a␛[2Jb␊"), ("a\tb", "a␉b"),
    ("a\u{202E}b\u{200B}c\u{9B}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("Größe", "Größe"),
  ])
  func wordsAreShownWithoutControlCharacters(_ word: String, _ text: String) {
    #expect(word.shown == text)
  }
}
