import Testing

@testable import CallScenario

@Suite struct AlignmentTests {
  /// A letter stands for a name, its case for an attribute: `a` and `A` are a pair that differs.
  private static func edits(_ expected: String, _ actual: String, isOpen: Bool = false) -> [Alignment.Edit] {
    alignment(expected, actual, isOpen: isOpen).edits
  }

  private static func alignment(_ expected: String, _ actual: String, isOpen: Bool) -> Alignment {
    let lines = Array(expected)
    let messages = Array(actual)
    return Alignment(Array(lines.indices), Array(messages.indices), isOpen: isOpen) { line, message in
      if lines[line] == messages[message] { return 0 }
      return lines[line].lowercased() == messages[message].lowercased() ? 1 : nil
    }
  }

  /// The edits as two rows: a missing element has a gap below it, an unexpected one a gap above it.
  private static func picture(_ expected: String, _ actual: String, isOpen: Bool = false) -> [String] {
    let lines = Array(expected)
    let messages = Array(actual)
    var rows = ["", ""]
    for edit in edits(expected, actual, isOpen: isOpen) {
      switch edit {
      case .pair(let line, let message):
        rows[0].append(lines[line])
        rows[1].append(messages[message])
      case .missing(let line):
        rows[0].append(lines[line])
        rows[1].append("-")
      case .unexpected(let message):
        rows[0].append("-")
        rows[1].append(messages[message])
      }
    }
    return rows
  }

  @Test(arguments: [
    ("abc", "abc", ["abc", "abc"]),
    ("abc", "ac", ["abc", "a-c"]),
    ("ac", "abc", ["a-c", "abc"]),
    ("abc", "aBc", ["abc", "aBc"]),
    ("ab", "ba", ["-ab", "ba-"]),
    ("axyzb", "ayzb", ["axyzb", "a-yzb"]),
    ("aAa", "A", ["aAa", "-A-"]),
    ("a", "b", ["-a", "b-"]),
    ("", "ab", ["--", "ab"]),
  ]) func pictures(expected: String, actual: String, rows: [String]) {
    #expect(Self.picture(expected, actual) == rows)
  }

  @Test(arguments: [
    ("ac", "abcd", ["a-c-", "abcd"]),
    ("a", "Aa", ["-a", "Aa"]),
    ("ab", "AbaB", ["ab--", "AbaB"]),
  ]) func furtherMessages(expected: String, actual: String, rows: [String]) {
    #expect(Self.picture(expected, actual, isOpen: true) == rows)
  }

  /// An alignment is exact if it reports nothing.
  @Test(arguments: [false, true]) func aCompleteMatchIsExact(isOpen: Bool) {
    for (expected, actual) in [
      ("", ""), ("", "a"), ("a", ""), ("ab", "ab"), ("ab", "aB"), ("ab", "axb"), ("ab", "ba"), ("ab", "abb"),
      ("aa", "a"),
    ] {
      let edits = Self.edits(expected, actual, isOpen: isOpen)
      let isSilent = edits.allSatisfy { edit in
        switch edit {
        case .pair(let line, let message): Array(expected)[line] == Array(actual)[message]
        case .missing: false
        case .unexpected: isOpen
        }
      }
      #expect(Self.alignment(expected, actual, isOpen: isOpen).isExact == isSilent, "\(expected) \(actual)")
    }
  }

  /// Finds the cheapest edit by trying all of them, for every pair of short words.
  @Test(arguments: [false, true]) func noOtherEditIsCheaper(isOpen: Bool) {
    func least(_ lines: Substring, _ messages: Substring) -> [Int] {
      guard let line = lines.first else { return [isOpen ? 0 : messages.count, 0] }
      guard let message = messages.first else { return [lines.count, 0] }
      var costs = [least(lines.dropFirst(), messages), least(lines, messages.dropFirst())]
      costs[0][0] += 1
      costs[1][0] += isOpen ? 0 : 1
      if line.lowercased() == message.lowercased() {
        costs.append(least(lines.dropFirst(), messages.dropFirst()))
        costs[2][1] += line == message ? 0 : 1
      }
      return costs.min { $0.lexicographicallyPrecedes($1) } ?? []
    }
    var words = [""]
    var longest = [""]
    for _ in 0..<3 {
      longest = longest.flatMap { word in ["a", "A", "b"].map { word + $0 } }
      words += longest
    }
    for expected in words {
      for actual in words {
        let rows = Self.picture(expected, actual, isOpen: isOpen)
        let columns = zip(rows[0], rows[1])
        let gaps = columns.count { ($0 == "-" && !isOpen) || $1 == "-" }
        let differing = columns.count { $0 != $1 && $0 != "-" && $1 != "-" }
        if [gaps, differing] != least(expected[...], actual[...]) { Issue.record("\(expected), \(actual): \(rows)") }
        #expect(rows[0].filter { $0 != "-" } == expected)
        #expect(rows[1].filter { $0 != "-" } == actual)
      }
    }
  }
}
