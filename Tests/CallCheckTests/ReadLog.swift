import CallLog
import CallModel

@testable import CallCheck

/// The events and requests in the text of a log.
struct ReadLog {
  private(set) var observations: [Observation] = []
  /// The requests, each with the number of events before it.
  private(set) var requests: [(request: Request, place: Int)] = []
  private(set) var records = RecordReader()
  let summary: LogSummary

  /// Reads the files of a log, which are put in their order.
  init(_ files: [String]) {
    var reader = LogReader()
    var records = RecordReader()
    var observations: [Observation] = []
    var requests: [(request: Request, place: Int)] = []
    func take(_ record: borrowing LogRecord) {
      if let observation = records.observation(of: record) { observations.append(observation) }
      if let request = records.request(of: record) { requests.append((request, observations.count)) }
    }
    let files = files.map { Array($0.utf8) }
    for index in LogStart.order(files.map { file in LogStart(name: "", bytes: file.span) }) {
      let bytes = files[index]
      reader.beginFile("\(index)")
      reader.read(bytes.span, take)
    }
    reader.finish(take)
    (self.records, self.observations, self.requests) = (records, observations, requests)
    summary = reader.summary
  }

  /// What the judge finds in the events, or in some of them, and how many calls are not over then. With all events, it
  /// knows the requests.
  func judged(by judge: Judge, _ some: ArraySlice<Observation>? = nil) -> (findings: [Finding], openCalls: Int) {
    var judge = judge
    let findings = some.map { $0.flatMap { judge.judge($0) } + judge.finish() } ?? judge.judge(self)
    return (findings, judge.summary.openCalls)
  }

  /// What the judge finds in words: `46 error differs OtherDN`, `51 error missing 7003 EventRinging`. If it finds
  /// nothing, all calls must be over.
  func findings(by judge: Judge) -> [String] {
    let (findings, openCalls) = judged(by: judge)
    return findings.isEmpty && openCalls > 0 ? ["\(openCalls) not over"] : findings.map(words)
  }

  private func words(_ finding: Finding) -> String {
    let attributes = finding.differences.map { "\($0.attribute.name)" }
    let events = finding.missing.map { "\(records.names[$0.thisDN]) \($0.type.name)" }
    let words = ["\(finding.observation.position.line)", "\(finding.level)", finding.kind.rawValue]
    return (words + attributes + events).joined(separator: " ")
  }
}

extension Judge {
  /// Judges all events of a log, and knows its requests.
  mutating func judge(_ log: ReadLog) -> [Finding] {
    var findings: [Finding] = []
    var requests = log.requests[...]
    for (place, observation) in log.observations.enumerated() {
      while let next = requests.first, next.place == place { note(requests.removeFirst().request) }
      findings += judge(observation)
    }
    for next in requests { note(next.request) }
    return findings + finish()
  }
}
