import Testing

@testable import CallScenario

/// One action, as it comes from a command line.
@Suite struct ParserSingleActionTests {
  private let scenario: Scenario

  init() throws { scenario = try Asked(Asked.callToACD).scenario }

  @Test(arguments: ["A TReleaseCall", "  A   TReleaseCall  ", "A TReleaseCall # at once", "\n# now\nA TReleaseCall\n"])
  func oneActionIsRead(_ text: String) throws {
    #expect(scenario.spelling(of: try scenario.action(text, path: "ACTION")) == "A TReleaseCall")
  }

  @Test func itHasOptionsAndACall() throws {
    let text = "A TAttachUserData on 1 data.k=\"a b\" ReferenceID=7"
    #expect(scenario.spelling(of: try scenario.action(text, path: "ACTION")) == text)
  }

  @Test(arguments: [
    ("", "ACTION:1:1: error: the action is missing"), ("# A TReleaseCall", "ACTION:1:1: error: the action is missing"),
    ("A", "ACTION:1:2: error: the verb after A is missing"),
    ("A TReleaseCal", "ACTION:1:3: error: unknown verb TReleaseCal"),
    ("D TReleaseCall", "ACTION:1:1: error: unknown party D"),
    ("A TMakeCall", "ACTION:1:12: error: TMakeCall needs a target"),
    ("mark here", "ACTION:1:1: error: `mark` begins a statement that is not an action"),
    ("wait 5s", "ACTION:1:1: error: `wait` begins a statement that is not an action"),
    ("A TReleaseCall\nA TReleaseCall", "ACTION:2:1: error: there is more than one line"),
    ("A TReleaseCall\u{0}", "ACTION:1:15: error: the line contains a control character: U+0000"),
  ])
  func anythingElseIsAMistake(_ text: String, _ message: String) {
    let error = #expect(throws: Mistakes.self) { try scenario.action(text, path: "ACTION") }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func itMustFitIntoALine() {
    let text = "A TAttachUserData k=" + String(repeating: "x", count: Limits.line)
    let error = #expect(throws: Mistakes.self) { try scenario.action(text, path: "ACTION") }
    #expect(error?.description.contains("at most 65536 are allowed") == true)
  }
}
