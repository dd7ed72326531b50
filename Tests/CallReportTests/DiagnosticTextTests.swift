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

  @Test func errorsOfTheProgram() {
    #expect(
      DiagnosticText(color: false).text(program: "callsim", error: "no \u{7}", suggestion: "see help")
        == "callsim: error: no \u{2407}\n    see help\n")
    #expect(
      DiagnosticText(color: true).text(program: "callsim", error: "no", suggestion: nil)
        == "\u{1B}[1mcallsim: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1mno\u{1B}[0m\n")
  }
}
