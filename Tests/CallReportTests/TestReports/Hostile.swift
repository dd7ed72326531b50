@testable import CallReport
@testable import CallScenario

/// Results with names that each format could take for its own.
enum Hostile {
  static let script = "\"><script>alert(1)</script>"
  static let names = [
    script, "]]>", "a;b#c", "'single' \"double\"", "two\nlines", "\u{202E}turned", "\u{0}\u{1}\u{1B}[31m\u{85}",
    "\u{FFFE}\u{FFFF}", "back\\slash", "%0A%", "::error::x", "a|b`c", "...", "---", " ok 1 - # SKIP", "tab\there",
    "\u{2028}", "日本 é e\u{301}", "",
  ]

  static func failed(_ name: String) -> FlowResult {
    FlowResult(
      file: "\(name)/\(name).scenario", flow: name, line: 7,
      failures: [
        FailedAction(
          line: 9, step: 2, action: name, differences: 2, sentences: [name, name], firstSentenceDifferences: 1,
          text: "\(name):9: flow \(name)\n  \(name)\n"),
        FailedAction(
          line: 11, step: 3, action: "B ring", differences: 1, sentences: ["B rings"], firstSentenceDifferences: 1,
          text: "\(name):11: flow \(name)\n  B rings\n"),
      ])
  }

  static func passed(_ name: String) -> FlowResult { FlowResult(file: "\(name).scenario", flow: name, line: 7) }

  static func notUnderstood(_ name: String) -> FileProblem {
    FileProblem(
      path: "\(name)/bad.scenario",
      Mistakes(diagnostics: [
        Diagnostic(
          path: "\(name)/bad.scenario", position: Position(line: 3, column: 3), message: name,
          suggestion: name, line: "A \(name)")
      ]))
  }

  static func notRead(_ name: String) -> FileProblem {
    FileProblem(path: name, cannotBeRead: "cannot read \(name)", suggestion: name)
  }

  /// The report of all of them.
  static func bytes(_ report: some TestReport, _ names: [String] = names) -> [UInt8] {
    var report = report
    var bytes: [UInt8] = []
    var tally = TestTally()
    for name in names {
      for result in [failed(name), passed(name)] {
        tally.add(result)
        report.add(result)
      }
      for problem in [notUnderstood(name), notRead(name)] {
        tally.add(problem)
        report.add(problem)
      }
      bytes += report.takeBytes()
    }
    report.finish(tally)
    return bytes + report.takeBytes()
  }

  static func text(_ report: some TestReport, _ names: [String] = names) -> String {
    String(decoding: bytes(report, names), as: UTF8.self)
  }
}
