import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct JUnitReportTests {
  @Test func aRunInXML() {
    #expect(
      Hostile.text(JUnitReport(), ["s"]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="callsim" tests="4" failures="1" errors="2">
          <testsuite name="s" tests="2" failures="1" errors="1">
            <testcase classname="s/s.scenario" name="s" file="s/s.scenario" line="9">
              <failure message="s: s (and 2 more)" type="difference">s:9: flow s
          s

        s:11: flow s
          B rings
        </failure>
            </testcase>
            <testcase classname="s/bad.scenario" name="not understood" file="s/bad.scenario" line="3">
              <error message="s" type="not understood">s/bad.scenario:3:3: error: s
            A s
              ^
            s
        </error>
            </testcase>
          </testsuite>
          <testsuite name="." tests="2" failures="0" errors="1">
            <testcase classname="s.scenario" name="s" file="s.scenario" line="7"/>
            <testcase classname="s" name="not read" file="s">
              <error message="cannot read s" type="not read">cannot read s
            s
        </error>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }

  @Test func nothingInXML() {
    #expect(
      Hostile.text(JUnitReport(), []) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="callsim" tests="0" failures="0" errors="0">
        </testsuites>

        """)
  }

  @Test func aFolderIsOneSuiteEvenIfAnotherComesBetween() {
    var report = JUnitReport()
    for file in ["a/1", "a/b/2", "a/3", "/4", "5"] { report.add(FlowResult(file: file, flow: "main", line: 1)) }
    report.finish(TestTally())
    let lines = String(decoding: report.takeBytes(), as: UTF8.self).split(separator: "\n")
    #expect(
      lines.filter { $0.contains("<testsuite ") } == [
        #"  <testsuite name="a" tests="2" failures="0" errors="0">"#,
        #"  <testsuite name="a/b" tests="1" failures="0" errors="0">"#,
        #"  <testsuite name="/" tests="1" failures="0" errors="0">"#,
        #"  <testsuite name="." tests="1" failures="0" errors="0">"#,
      ])
  }

  @Test func timesAreAddedUp() {
    var report = JUnitReport()
    for (file, seconds) in [("a/1", 0.25), ("a/2", 1), ("b/1", 0.0000004)] {
      report.add(FlowResult(file: file, flow: "main", line: 1, seconds: seconds))
    }
    report.finish(TestTally())
    let text = String(decoding: report.takeBytes(), as: UTF8.self)
    #expect(
      text.matches(of: /time="([0-9.]+)"/).map(\.1) == [
        "1.250000", "1.250000", "0.250000", "1.000000", "0.000000", "0.000000",
      ])
  }

  @Test func hostileNamesAreOnlyText() {
    let text = Hostile.text(JUnitReport())
    #expect(!text.contains("<script"))
    #expect(!text.contains("]]>"))
    #expect(text.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(
      text.unicodeScalars.allSatisfy {
        switch $0.value {
        case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x2030...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
      })
  }
}
