import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct GitHubReportTests {
  @Test func annotations() {
    var report = GitHubReport()
    report.add(
      FlowResult(
        file: "s/a,b.scenario", flow: "*", line: 7,
        failures: [
          FailedAction(
            line: 9, step: 2, action: "A TReleaseCall", differences: 1, sentences: ["A receives 100%"],
            firstSentenceDifferences: 1, text: "s/a,b.scenario:9: flow *\n  A receives 100%\n\n  - x\n  + y\n\n  rule\n"
          )
        ]))
    report.add(FlowResult(file: "s/good.scenario", flow: "main", line: 7))
    report.add(Hostile.notUnderstood("s"))
    report.add(Hostile.notRead("s"))
    #expect(
      String(decoding: report.takeBytes(), as: UTF8.self) == """
        ::error file=s/a%2Cb.scenario,line=9,title=flow *%2C step 2%3A A TReleaseCall::A receives 100%25\
        %0A%0A  - x%0A  + y%0A%0A  rule
        ::error file=s/bad.scenario,line=3,col=3,title=not understood::s%0As
        ::error file=s,title=not read::cannot read s%0As

        """)
  }

  @Test func warnings() {
    var report = GitHubReport()
    func warning(_ path: String, _ message: String, _ suggestion: String?) -> Diagnostic {
      Diagnostic(
        .warning, path: path, position: Position(line: 9, column: 22), message: message, suggestion: suggestion)
    }
    report.add(warnings: [
      warning("s/a,b.scenario", "unknown value 99 of CallState", nil),
      warning("s:1", "100%\n\u{202E}::error::x", "write\r\n\"x\""),
    ])
    #expect(
      String(decoding: report.takeBytes(), as: UTF8.self) == """
        ::warning file=s/a%2Cb.scenario,line=9,col=22,title=warning::unknown value 99 of CallState
        ::warning file=s%3A1,line=9,col=22,title=warning::100%25%0A\u{FFFD}::error::x%0Awrite␍%0A"x"

        """)
    // The other reports have no place for them.
    var lines = JSONLReport()
    lines.add(warnings: [warning("s", "x", nil)])
    #expect(lines.takeBytes() == [])
  }

  @Test func hostileNamesStayInTheirLine() {
    let text = Hostile.text(GitHubReport())
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4 * Hostile.names.count)
    for line in lines {
      // A file, perhaps a line and a column, a title; then the message.
      #expect(
        line.wholeMatch(of: /::error file=[^:,]*(,line=[0-9]+)?(,col=[0-9]+)?,title=[^:,]*::.*/) != nil, "\(line)")
      #expect(line.replacing(/%(25|0A|3A|2C)/, with: "").contains("%") == false)
    }
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
  }

  @Test func theSummary() {
    var report = GitHubReport()
    var tally = TestTally()
    for result in [Hostile.failed("s"), Hostile.passed("s")] {
      report.add(result)
      tally.add(result)
    }
    report.add(Hostile.notUnderstood("s"))
    tally.add(Hostile.notUnderstood("s"))
    report.finish(tally)
    #expect(
      String(decoding: report.summaryBytes, as: UTF8.self) == """
        ### callsim test: 1 passed, 1 failed, 1 not understood

        | folder | passed | failed | not understood |
        |---|---:|---:|---:|
        | s | 0 | 1 | 1 |
        | . | 1 | 0 | 0 |

        | place | flow | what differs |
        |---|---|---|
        | s/s.scenario&#58;9 | s | s&#58; s &#40;and 2 more&#41; |
        | s/bad.scenario&#58;3 | not understood | s |


        """)
  }

  @Test func hostileNamesAreOnlyTextInTheSummary() {
    var report = GitHubReport()
    for name in Hostile.names { report.add(Hostile.failed(name)) }
    report.finish(TestTally())
    let text = String(decoding: report.summaryBytes, as: UTF8.self)
    #expect(!text.contains("<") && !text.contains("`") && !text.contains("]]"))
    let rows = text.split(separator: "\n").filter { $0.contains("and 2 more") }
    #expect(rows.count == Hostile.names.count)
    for row in rows { #expect(row.count { $0 == "|" } == 4) }
  }

  @Test func theSummaryIsLimited() {
    var report = GitHubReport()
    let long = String(repeating: "<", count: 10_000)
    for number in 1...300 { report.add(Hostile.failed("\(long)\(number)")) }
    report.finish(TestTally())
    let text = String(decoding: report.summaryBytes, as: UTF8.self)
    #expect(text.contains("\n| and 100 more |  |  |\n"))
    #expect(text.utf8.count < 1 << 20)
  }
}
