import CallScenario
import Testing

@testable import CallReport

@Suite struct DiagnosticTextTests {
  private func diagnostic(_ severity: Diagnostic.Severity, line: String = "A TMakCall B") -> Diagnostic {
    Diagnostic(
      severity, path: "a.scenario", position: Position(line: 7, column: 3, length: 8), message: "unknown verb",
      suggestion: "did you mean TMakeCall?", line: line)
  }

  @Test func withoutColorItIsTheDescription() {
    for severity in [Diagnostic.Severity.error, .warning] {
      let diagnostic = diagnostic(severity)
      #expect(DiagnosticText(color: false).text(diagnostic) == "\(diagnostic)\n")
    }
  }

  @Test func inColorThePlaceTheSeverityAndTheCaretStandOut() {
    #expect(
      DiagnosticText(color: true).text(diagnostic(.error))
        == "\u{1B}[1ma.scenario:7:3: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1munknown verb\u{1B}[0m\n"
        + "    A TMakCall B\n\u{1B}[31m      ^~~~~~~~\u{1B}[0m\n    did you mean TMakeCall?\n")
    #expect(
      DiagnosticText(color: true).text(diagnostic(.warning, line: ""))
        == "\u{1B}[1ma.scenario:7:3: \u{1B}[0m\u{1B}[33mwarning: \u{1B}[0m\u{1B}[1munknown verb\u{1B}[0m\n"
        + "    did you mean TMakeCall?\n")
  }

  /// Apart from colour it says the same, whatever the line contains.
  @Test(arguments: ["A TMakCall B", "\u{1B}[31m 日本 é", String(repeating: "ab ", count: 100)])
  func colorChangesNoText(_ line: String) {
    let colored = DiagnosticText(color: true).text(diagnostic(.error, line: line))
    let plain = ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[31m", "\u{1B}[33m"].reduce(colored) { $0.replacing($1, with: "") }
    #expect(plain == DiagnosticText(color: false).text(diagnostic(.error, line: line)))
  }

  /// The line is cut to the terminal's width, and the place stays in sight.
  @Test(arguments: [26, 40, 80, 120, 500]) func excerptsFitTheTerminal(_ columns: Int) {
    let line = (0..<40).map { "word\($0)" }.joined(separator: " ")
    for column in [1, 50, 150, line.count] {
      let diagnostic = Diagnostic(
        path: "a", position: Position(line: 1, column: column, length: 5), message: "m", line: line)
      for color in [false, true] {
        let text = DiagnosticText(color: color, columns: columns).text(diagnostic)
        let lines = ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[31m"].reduce(text) { $0.replacing($1, with: "") }
          .split(separator: "\n")
        #expect(lines[1].count <= columns && lines[2].count <= columns)
        #expect(lines[1].contains("…") == (line.count > columns - 6))
        let caret = lines[2].prefix { $0 != "^" }.count
        #expect(lines[1].dropFirst(caret).first == line.dropFirst(column - 1).first)
      }
    }
  }

  @Test func errorsOfTheProgram() {
    #expect(
      DiagnosticText(color: false).text(program: "callsim", error: "no \u{7}", suggestion: "see help")
        == "callsim: error: no \u{2407}\n    see help\n")
    #expect(
      DiagnosticText(color: true).text(program: "callsim", error: "no", suggestion: nil)
        == "\u{1B}[1mcallsim: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1mno\u{1B}[0m\n")
  }
}
