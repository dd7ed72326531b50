import CallModel
public import CallScenario

/// Transcripts as the log that a T-Server writes: its events as it distributes them, and its requests as it receives
/// them.
///
///     @00:00:00.0000 [0] 0.2.0 distribute_event: message EventDialing
///     	AttributeConnID	0000000000000001
///     	AttributeThisDN	'A'
///     	AttributeThisDNRole	1
///
/// A log has no marks to continue from, so each flow is whole. It begins an hour after the one before it, and its calls
/// and events go on counting. What is no record is a line that begins with `#`.
public struct TServerLog: TranscriptFormat {
  private let start: LogTime
  private let version: String
  private let attributes: AttributeChoice
  /// When the next flow begins.
  private var next: LogTime
  private var counters = LogCounters()

  /// A log that begins at this time, written by this version of callsim.
  public init(start: LogTime = .usual, version: String, attributes: AttributeChoice = .all) {
    (self.start, self.version, self.attributes) = (start, version, attributes)
    next = start
  }

  /// Whether the transcript has anything to log: only a T-Server has such a log.
  public static func canWrite(_ scenario: Scenario) -> Bool {
    scenario.servers.contains { !$0.hasSenders }
  }

  /// The header of the file.
  public var opening: String {
    var name = TextBuffer(capacity: 0)
    name.add(fileDate: start)
    var time = TextBuffer(capacity: 0)
    time.add(dateAndTime: start)
    time.add(".")
    time.add(start.fraction, digits: 3)
    return """
      Application name: callsim
      Application type: TServer (1)
      Application version: \(version)
      Host name:        localhost
      Time zone:        0, UTC
      UTC time:         \(time.string(from: 0))
      File:             (1) callsim.\(name.string(from: 0)).log


      """
  }

  /// Yes, in comments.
  public var hasContents: Bool { true }

  /// The titles and paths.
  public func contents(_ chapters: [Chapter]) -> String {
    "# Contents\n"
      + chapters.map { "#   \($0.number). \($0.title.printable()) (\($0.path.printable()))\n" }.joined() + "\n"
  }

  /// Passes the records of each flow to `sink`, many at a time.
  public mutating func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let scenario = transcript.scenario
    let path = number == nil ? "" : " (\(scenario.path.printable()))"
    try sink("# Scenario\(number.map { " \($0)" } ?? ""): \(scenario.title.printable())\(path)\n\n")
    var records = LogRecords(scenario, version: version, attributes: attributes, counters)
    for flow in transcript.flows(named: flows, whole: true) {
      records.append(comment: comment(on: flow))
      try flow.entries.span.visit { (entry) throws(Failure) in
        records.append(entry, from: next)
        if records.count >= LogRecords.pieceSize { try sink(records.take()) }
      }
      next = next.later(by: (records.endFlow() / LogTime.hour + 1) * LogTime.hour)
    }
    if records.count > 0 { try sink(records.take()) }
    counters = records.counters
  }

  private func comment(on flow: Transcript.Flow) -> String {
    var time = TextBuffer(capacity: 0)
    time.add(dateAndTime: next)
    return "# Flow: \(flow.name.printable()), from \(time.string(from: 0))Z\n\n"
  }
}
