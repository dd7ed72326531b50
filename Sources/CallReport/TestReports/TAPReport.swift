import CallScenario

/// The Test Anything Protocol, version 14: one line for each flow and for each file without results, with the reasons
/// of a failure as YAML below it. The plan comes last, because the number of flows is known only then.
package struct TAPReport: TestReport {
  private var bytes = Array("TAP version 14\n".utf8)
  private var count = 0

  package init() {}

  package mutating func add(_ result: FlowResult) {
    addPoint(result.passed, "\(result.file.tap): \(result.flow.tap)")
    var fields: [Field] = []
    if !result.passed {
      fields = [
        .text("message", result.summary), .word("severity", "fail"),
        .place(result.file, line: result.lineOfInterest, column: nil), .word("differences", "\(result.differences)"),
      ]
    }
    if let seconds = result.seconds { fields.append(.word("duration_ms", (seconds * 1000).decimal)) }
    if !result.passed { fields.append(.lines("text", result.failures.map(\.text).joined(separator: "\n"))) }
    add(fields)
  }

  package mutating func add(_ problem: FileProblem) {
    addPoint(false, "\(problem.path.tap): \(problem.kind.rawValue)")
    add([
      .text("message", problem.summary), .word("severity", "error"),
      .place(problem.path, line: problem.position?.line, column: problem.position?.column),
      .lines("text", problem.text + "\n"),
    ])
  }

  package mutating func finish(_ tally: TestTally) {
    bytes.add("1..\(count)\n# \(tally.summary("flow"))\n")
  }

  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func addPoint(_ passed: Bool, _ description: String) {
    count += 1
    bytes.add("\(passed ? "ok" : "not ok") \(count) - \(description)\n")
  }

  // MARK: YAML

  private enum Field {
    case text(String, String)
    /// A number or a word that needs no quotes.
    case word(String, String)
    case place(String, line: Int?, column: Int?)
    /// Lines that end in a line feed.
    case lines(String, String)
  }

  private mutating func add(_ fields: [Field]) {
    if fields.isEmpty { return }
    bytes.add("  ---\n")
    for field in fields {
      switch field {
      case .text(let key, let text):
        bytes.add("  \(key): ")
        bytes.add(yaml: text)
      case .word(let key, let word): bytes.add("  \(key): \(word)\n")
      case .place(let file, let line, let column):
        bytes.add("  at:\n    file: ")
        bytes.add(yaml: file)
        if let line { bytes.add("    line: \(line)\n") }
        if let column { bytes.add("    column: \(column)\n") }
      case .lines(let key, let text):
        // The 2 says how far the lines are indented, where the first begins with blanks of its own. Perl's harness does
        // not know it, and wants empty lines to be indented, too.
        bytes.add("  \(key): \(text.hasPrefix(" ") ? "|2" : "|")\n")
        for line in text.printableLines.dropLast() { bytes.add("    \(line)\n") }
      }
    }
    bytes.add("  ...\n")
  }
}

extension [UInt8] {
  /// A string in double quotes, and the end of its line.
  fileprivate mutating func add(yaml text: String) {
    add(json: text.printableLine)
    add("\n")
  }
}

extension String {
  /// Part of a description: # would begin a directive.
  fileprivate var tap: String { printableLine.replacing("\\", with: "\\\\").replacing("#", with: "\\#") }
}
