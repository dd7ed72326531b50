import CallScenario

/// The XML that build servers read, as JUnit and its descendants write it.
///
/// A folder is a suite, a flow a test case, and a file without results a case with an error. Suites come in the order
/// of their first files.
package struct JUnitReport: TestReport {
  private struct Suite {
    var name: String
    var cases: [UInt8] = []
    var counts = Counts()
  }

  fileprivate struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0
    var seconds: Double?

    mutating func add(seconds more: Double?) {
      if let more { seconds = (seconds ?? 0) + more }
    }
  }

  private var suites: [Suite] = []
  /// The index of each folder's suite. Keys are bytes: to Swift, different paths can be equal as text.
  private var indices: [[UInt8]: Int] = [:]
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ result: FlowResult) {
    let index = suite(of: result.file)
    suites[index].counts.tests += 1
    suites[index].counts.add(seconds: result.seconds)
    if !result.passed { suites[index].counts.failures += 1 }
    let body = result.failures.map(\.text).joined(separator: "\n")
    suites[index].cases.addCase(
      result.file, result.flow, line: result.lineOfInterest, seconds: result.seconds,
      result.passed ? nil : ("failure", "difference", result.summary, body), output: result.passed ? result.shown : "")
  }

  package mutating func add(_ problem: FileProblem) {
    let index = suite(of: problem.path)
    suites[index].counts.tests += 1
    suites[index].counts.errors += 1
    suites[index].cases.addCase(
      problem.path, problem.kind.rawValue, line: problem.position?.line, seconds: nil,
      ("error", problem.kind.rawValue, problem.summary, problem.text + "\n"))
  }

  private mutating func suite(of path: String) -> Int {
    let name = path.folderName
    let key = Array(name.utf8)
    if let index = indices[key] { return index }
    indices[key] = suites.count
    suites.append(Suite(name: name))
    return suites.count - 1
  }

  package mutating func finish(_ tally: TestTally) {
    var total = Counts()
    for suite in suites {
      total.tests += suite.counts.tests
      total.failures += suite.counts.failures
      total.errors += suite.counts.errors
      total.add(seconds: suite.counts.seconds)
    }
    bytes.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    bytes.add(name: "callsim", total)
    bytes.add(">\n")
    for suite in suites {
      bytes.add("  <testsuite")
      bytes.add(name: suite.name, suite.counts)
      bytes.add(">\n")
      bytes += suite.cases
      bytes.add("  </testsuite>\n")
    }
    bytes.add("</testsuites>\n")
    suites = []
    indices = [:]
  }

  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func add(name: String, _ counts: JUnitReport.Counts) {
    add(attribute: "name", name)
    add(attribute: "tests", "\(counts.tests)")
    add(attribute: "failures", "\(counts.failures)")
    add(attribute: "errors", "\(counts.errors)")
    if let seconds = counts.seconds { add(attribute: "time", seconds.decimal) }
  }

  fileprivate mutating func addCase(
    _ file: String, _ name: String, line: Int?, seconds: Double?,
    _ failure: (element: String, type: String, message: String, body: String)?, output: String = ""
  ) {
    add("    <testcase")
    add(attribute: "classname", file)
    add(attribute: "name", name)
    add(attribute: "file", file)
    if let line { add(attribute: "line", "\(line)") }
    if let seconds { add(attribute: "time", seconds.decimal) }
    guard let failure else {
      if output.isEmpty { return add("/>\n") }
      return add(">\n      <system-out>\(output.xmlText)</system-out>\n    </testcase>\n")
    }
    add(">\n      <\(failure.element)")
    add(attribute: "message", failure.message)
    add(attribute: "type", failure.type)
    add(">")
    add(failure.body.xmlText)
    add("</\(failure.element)>\n    </testcase>\n")
  }

  private mutating func add(attribute name: String, _ value: String) {
    add(" \(name)=\"\(value.xmlAttribute)\"")
  }
}

extension Double {
  /// Seconds with six decimals, the same in any locale: `0.001250`.
  package var decimal: String {
    let micros = UInt64((max(self, 0) * 1e6).rounded())
    let decimals = String(micros % 1_000_000)
    return "\(micros / 1_000_000).\(String(repeating: "0", count: 6 - decimals.count))\(decimals)"
  }
}
