import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct TAPReportTests {
  @Test func aRunInTAP() {
    #expect(
      Hostile.text(TAPReport(), ["s"]) == """
        TAP version 14
        not ok 1 - s/s.scenario: s
          ---
          message: "s: s (and 2 more)"
          severity: fail
          at:
            file: "s/s.scenario"
            line: 9
          differences: 3
          text: |
            s:9: flow s
              s
            \("")
            s:11: flow s
              B rings
          ...
        ok 2 - s.scenario: s
        not ok 3 - s/bad.scenario: not understood
          ---
          message: "s"
          severity: error
          at:
            file: "s/bad.scenario"
            line: 3
            column: 3
          text: |
            s/bad.scenario:3:3: error: s
                A s
                  ^
                s
          ...
        not ok 4 - s: not read
          ---
          message: "cannot read s"
          severity: error
          at:
            file: "s"
          text: |
            cannot read s
                s
          ...
        1..4
        # 1 passed, 1 failed, 1 not understood

        """)
  }

  @Test func timesAreOnlyThoseGiven() {
    var report = TAPReport()
    report.add(FlowResult(file: "a", flow: "main", line: 1, seconds: 0.5))
    #expect(
      String(decoding: report.takeBytes(), as: UTF8.self)
        == "TAP version 14\nok 1 - a: main\n  ---\n  duration_ms: 500.000000\n  ...\n")
  }

  @Test func aSmallReaderUnderstandsHostileNames() throws {
    let points = try #require(TAPReader(Hostile.text(TAPReport())).points)
    #expect(points.count == 4 * Hostile.names.count)
    for (index, name) in Hostile.names.enumerated() {
      let known = name.printableLine
      let four = points[(4 * index)..<(4 * index + 4)].map(\.self)
      #expect(four.map(\.passed) == [false, true, false, false])
      #expect(four.map(\.name)[..<2] == ["\(known)/\(known).scenario: \(known)", "\(known).scenario: \(known)"])
      #expect(four[2].name == "\(known)/bad.scenario: not understood")
      #expect(four[0].fields["message"] == "\(known): \(known) (and 2 more)")
      #expect(four[0].fields["file"] == "\(known)/\(known).scenario")
      #expect(four[0].fields["line"] == "9")
      #expect(four[0].fields["text"]?.hasSuffix("\n  B rings\n") == true)
    }
  }
}

/// A reader of the Test Anything Protocol, version 14: as much as a run of callsim needs.
private struct TAPReader {
  struct Point {
    var passed: Bool
    var name: String
    var fields: [String: String] = [:]
  }

  /// Nil if a line is not understood, or the plan does not hold.
  let points: [Point]?

  init(_ text: String) { points = Self.points(text) }

  private static func points(_ text: String) -> [Point]? {
    var points: [Point] = []
    var plan: Int?
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == "TAP version 14", lines.popLast() == "" else { return nil }
    while let line = lines.popFirst() {
      if let match = line.wholeMatch(of: /(not )?ok ([0-9]+) - (.*)/) {
        guard plan == nil, Int(match.2) == points.count + 1, let name = unescaped(match.3) else { return nil }
        points.append(Point(passed: match.1 == nil, name: name))
      } else if line == "  ---" {
        guard let end = lines.firstIndex(of: "  ..."), let last = points.indices.last,
          let fields = fields(lines[..<end])
        else { return nil }
        points[last].fields = fields
        lines = lines[(end + 1)...]
      } else if let match = line.wholeMatch(of: /1\.\.([0-9]+)/) {
        guard plan == nil else { return nil }
        plan = Int(match.1)
      } else if !line.hasPrefix("#") {
        return nil
      }
    }
    return plan == points.count ? points : nil
  }

  /// Takes the backslashes away; nil if there is a directive.
  private static func unescaped(_ text: Substring) -> String? {
    var result = ""
    var characters = text.makeIterator()
    while let character = characters.next() {
      if character == "#" { return nil }
      guard character == "\\" else {
        result.append(character)
        continue
      }
      guard let next = characters.next(), next == "\\" || next == "#" else { return nil }
      result.append(next)
    }
    return result
  }

  /// The keys and values of YAML, at any depth.
  private static func fields(_ lines: ArraySlice<Substring>) -> [String: String]? {
    var fields: [String: String] = [:]
    var lines = lines
    while let line = lines.popFirst() {
      guard let match = line.wholeMatch(of: /( {2}| {4})([a-z_]+):(?: (.*))?/) else { return nil }
      let key = String(match.2)
      switch match.3 {
      case nil: break
      case "|", "|2":
        var text = ""
        while let next = lines.first, next.hasPrefix("    ") {
          text += next.dropFirst(4) + "\n"
          lines.removeFirst()
        }
        fields[key] = text
      case let value? where value.hasPrefix("\""):
        guard value.count > 1, value.hasSuffix("\"") else { return nil }
        fields[key] = String(value.dropFirst().dropLast()).replacing(/\\(.)/) { String($0.1) }
      case let value?: fields[key] = String(value)
      }
    }
    return fields
  }
}
