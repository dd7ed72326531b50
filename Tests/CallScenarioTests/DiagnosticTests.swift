import Testing

@testable import CallScenario

struct DiagnosticTests {
  private func text(_ line: String, _ column: Int, _ length: Int = 1, suggestion: String? = nil) -> String {
    Diagnostic(
      path: "a.scenario", position: Position(line: 7, column: column, length: length), message: "unknown verb",
      suggestion: suggestion,
      line: line
    ).description
  }

  @Test func pointsAtThePlace() {
    #expect(
      text("A TMakCall B", 3, 8, suggestion: "did you mean TMakeCall?") == """
        a.scenario:7:3: error: unknown verb
            A TMakCall B
              ^~~~~~~~
            did you mean TMakeCall?
        """)
    #expect(text("A", 2) == "a.scenario:7:2: error: unknown verb\n    A\n     ^")
    #expect(text("", 1) == "a.scenario:7:1: error: unknown verb")
  }

  @Test func warns() {
    let warning = Diagnostic(.warning, path: "a", position: Position(line: 7, column: 3), message: "m", line: "A x")
    #expect(warning.description == "a:7:3: warning: m\n    A x\n      ^")
  }

  @Test func cutsLongLinesAroundThePlace() {
    let line = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let lines = text(line, 501, 800).split(separator: "\n").dropFirst().map { Array($0) }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 4 + 100 })
    #expect(lines[0][4] == "…")
    #expect(lines[0].last == "…")
    #expect(lines[1].firstIndex(of: "^") == lines[0].firstIndex(of: "X"))
    #expect(lines[1].count == lines[0].count - 1)
    #expect(text(line, 1).split(separator: "\n" as Character).allSatisfy { $0.count <= 104 })
    #expect(
      text(line, 1002).hasSuffix(String(repeating: "b", count: 98) + "\n" + String(repeating: " ", count: 4 + 99) + "^")
    )
  }

  @Test func isSafeOnATerminal() {
    #expect(
      text("\u{1B}[31m\tx\u{202E}y\u{7F}", 1, suggestion: "\u{7}").split(separator: "\n").dropFirst() == [
        "    \u{241B}[31m x\u{FFFD}y\u{2421}", "    ^", "    \u{2407}",
      ])
    let scalars = Diagnostic(path: "a\nb", position: Position(line: 1, column: 1), message: "\r", line: "").description
      .unicodeScalars
    #expect(scalars.allSatisfy { $0.value >= 0x20 })
  }

  @Test func countsCharacters() {
    // A precomposed character, one of two scalars, one of four bytes, and a family of seven scalars: one character
    // each.
    let name = "äe\u{301}😀👨‍👩‍👧‍👦"
    do {
      _ = try parsed("scenario T\nparty A extension\nA TAttachUserData UserData=\"\(name)\" x\n")
      Issue.record("no mistake")
    } catch {
      #expect(error.diagnostics.map(\.position) == [Position(line: 3, column: 35)])
      #expect(error.description.hasSuffix(" x\n" + String(repeating: " ", count: 4 + 34) + "^"))
    }
  }
}
