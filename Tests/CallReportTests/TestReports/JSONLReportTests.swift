import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct JSONLReportTests {
  @Test func aRunInLines() {
    #expect(
      Hostile.text(JSONLReport(), ["s"]) == #"""
        {"file":"s/s.scenario","flow":"s","line":7,"result":"failed","differences":3,"actions":[\#
        {"line":9,"step":2,"action":"s","differences":2,"sentences":["s","s"],"text":"s:9: flow s\n  s\n"},\#
        {"line":11,"step":3,"action":"B ring","differences":1,"sentences":["B rings"],\#
        "text":"s:11: flow s\n  B rings\n"}]}
        {"file":"s.scenario","flow":"s","line":7,"result":"passed"}
        {"file":"s/bad.scenario","line":3,"result":"not understood","mistakes":[\#
        {"line":3,"column":3,"message":"s","suggestion":"s","text":"s/bad.scenario:3:3: error: s\n    A s\n      ^\n    s"}]}
        {"file":"s","result":"not read","mistakes":[\#
        {"message":"cannot read s","suggestion":"s","text":"cannot read s\n    s"}]}
        {"result":"summary","passed":1,"failed":1,"notUnderstood":1,"notRead":1,"stopped":false}

        """#)
  }

  @Test func timesAreOnlyThoseGiven() {
    var report = JSONLReport()
    report.add(FlowResult(file: "a", flow: "main", line: 1, seconds: 0.5))
    #expect(
      String(decoding: report.takeBytes(), as: UTF8.self)
        == #"{"file":"a","flow":"main","line":1,"seconds":0.500000,"result":"passed"}"# + "\n")
    #expect(report.takeBytes() == [])
  }

  @Test func hostileNamesAreEscaped() {
    let text = Hostile.text(JSONLReport())
    #expect(text.split(separator: "\n").count == 4 * Hostile.names.count + 1)
    #expect(text.contains(#""flow":"\"><script>alert(1)</script>""#))
    #expect(text.contains(#""flow":"\u202eturned""#))
    #expect(text.contains(#""flow":"\u0000\u0001\u001b[31m\u0085""#))
    #expect(text.contains(#""flow":"\ufffe\uffff""#))
    #expect(text.contains(#""flow":"two\nlines""#))
    #expect(text.contains("\"flow\":\"日本 é e\u{301}\""))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{2028}" })
  }
}
