import CallScenario

/// JSON Lines: one line for each flow and for each file without results, and a last line with the counts.
///
///     {"file":"s/acd.scenario","flow":"main","line":7,"result":"passed"}
///     {"file":"s/acd.scenario","flow":"*","line":17,"result":"failed","differences":1,"actions":[{"line":19,"step":2,
///      "action":"A TReleaseCall","differences":1,"sentences":["A receives …"],"text":"s/acd.scenario:19: …"}]}
///     {"file":"s/bad.scenario","line":3,"result":"not understood","mistakes":[{"line":3,"column":3,"message":"…",
///      "suggestion":"…","text":"s/bad.scenario:3:3: error: …"}]}
///     {"file":"s/closed","result":"not read","mistakes":[{"message":"…","suggestion":"…","text":"…"}]}
///     {"result":"summary","passed":1,"failed":1,"notUnderstood":1,"notRead":1,"stopped":false}
package struct JSONLReport: TestReport {
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ result: FlowResult) {
    bytes.begin("{\"file\":", result.file)
    bytes.field("flow", result.flow)
    bytes.field("line", result.line)
    if let seconds = result.seconds { bytes.add(",\"seconds\":\(seconds.decimal)") }
    guard !result.passed else { return bytes.add(",\"result\":\"passed\"}\n") }
    bytes.add(",\"result\":\"failed\"")
    bytes.field("differences", result.differences)
    bytes.list("actions", result.failures) { (bytes, failure) in
      bytes.add("{\"line\":\(failure.line)")
      bytes.field("step", failure.step)
      bytes.field("action", failure.action)
      bytes.field("differences", failure.differences)
      bytes.list("sentences", failure.sentences) { $0.add(json: $1) }
      bytes.field("text", failure.text)
      bytes.add("}")
    }
    bytes.add("}\n")
  }

  package mutating func add(_ problem: FileProblem) {
    bytes.begin("{\"file\":", problem.path)
    if let position = problem.position { bytes.field("line", position.line) }
    bytes.field("result", problem.kind.rawValue)
    bytes.list("mistakes", problem.mistakes) { (bytes, mistake) in
      bytes.add("{")
      if let position = mistake.position { bytes.add("\"line\":\(position.line),\"column\":\(position.column),") }
      bytes.begin("\"message\":", mistake.message)
      if let suggestion = mistake.suggestion { bytes.field("suggestion", suggestion) }
      bytes.field("text", mistake.text)
      bytes.add("}")
    }
    bytes.add("}\n")
  }

  package mutating func finish(_ tally: TestTally) {
    bytes.add("{\"result\":\"summary\"")
    bytes.field("passed", tally.passed)
    bytes.field("failed", tally.failed)
    bytes.field("notUnderstood", tally.notUnderstood)
    bytes.field("notRead", tally.notRead)
    bytes.add(",\"stopped\":\(tally.isStopped)}\n")
  }

  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func begin(_ key: String, _ text: String) {
    add(key)
    add(json: text)
  }

  fileprivate mutating func field(_ key: String, _ text: String) { begin(",\"\(key)\":", text) }

  fileprivate mutating func field(_ key: String, _ number: Int) { add(",\"\(key)\":\(number)") }

  fileprivate mutating func list<Item>(
    _ key: String, _ elements: [Item], _ add: (inout [UInt8], Item) -> Void
  ) {
    self.add(",\"\(key)\":[")
    for (number, element) in elements.enumerated() {
      if number > 0 { self.add(",") }
      add(&self, element)
    }
    self.add("]")
  }
}
