package import CallCheck
import CallLog
package import CallModel
import CallScenario

/// Judges logs from their bytes: reads records, turns them into observations, and judges these.
package struct LogJudgement: ~Copyable {
  private var reader = LogReader()
  private var judging: Judging

  /// Judges by this profile. Without a presence, it is the one that suits the log.
  package init(profile: SwitchProfile, presence: Presence?) {
    judging = Judging(profile: profile, presence: presence)
  }

  /// The numbers of calls and the names of DNs in words.
  package func words(files: [String]) -> FindingWords {
    FindingWords(files: files, names: judging.records.names, countsCalls: judging.isTranscript)
  }

  /// Begins the next file, with its name without the folder.
  package mutating func beginFile(_ name: String) { reader.beginFile(name) }

  /// Reads the next bytes of the file, and returns what is found.
  package mutating func read(_ bytes: Span<UInt8>) -> [Finding] {
    Self.judge(&judging) { judging in reader.read(bytes) { judging.judge($0) } }
  }

  /// Ends the log, and returns what is found in calls that have not ended.
  package mutating func finish() -> [Finding] {
    Self.judge(&judging) { judging in
      reader.finish { judging.judge($0) }
      judging.finishFlow()
    }
  }

  // The judging is apart from the reader, which passes on records while it is being changed itself.
  private static func judge(_ judging: inout Judging, _ body: (inout Judging) -> Void) -> [Finding] {
    body(&judging)
    defer { judging.findings = [] }
    return judging.findings
  }
}

/// The part of a judgement that does not read.
private struct Judging {
  let profile: SwitchProfile
  let presence: Presence?
  var records = RecordReader()
  var findings: [Finding] = []
  /// The counts of all flows that are over: events that were judged, calls, and calls that had not ended.
  private(set) var judged = 0, calls = 0, openCalls = 0
  /// Whether the log is a transcript of callsim.
  var isTranscript = false
  /// The judge of the flow that is being read. Each flow of a transcript is a log of its own, since its calls are
  /// numbered from 1 again.
  private var judge: Judge?
  private var hasBegun = false
  private var scope = 0

  init(profile: SwitchProfile, presence: Presence?) { (self.profile, self.presence) = (profile, presence) }

  mutating func judge(_ record: borrowing LogRecord) {
    if record.scope != scope { finishFlow() }
    scope = record.scope
    guard let observation = records.observation(of: record) else { return }
    if !hasBegun { begin(record) }
    findings += judge?.judge(observation) ?? []
  }

  private mutating func begin(_ record: borrowing LogRecord) {
    hasBegun = true
    judge?.beginLog()
    if judge == nil {
      isTranscript = record.format == .transcript
      // Without --attributes all, a transcript has the attributes that are listed and no others.
      let usual = isTranscript && !record.has(.callUUID) ? Presence.exact : .listed
      judge = Judge(profile: profile, presence: presence ?? usual)
    }
  }

  mutating func finishFlow() {
    guard hasBegun else { return }
    findings += judge?.finish() ?? []
    guard let summary = judge?.summary else { return }
    judged += summary.events - summary.notJudged.values.reduce(0, +)
    calls += summary.calls
    openCalls += summary.openCalls
    hasBegun = false
  }
}

extension LogJudgement {
  /// `2 logs, 812 events, 61 calls (2 not over): 1 error, 2 warnings, 0 notes; 4 events were not judged`
  package func sentence(_ counts: [Finding.Level: Int]) -> String {
    let log = reader.summary
    let seen = ["log".withCount(log.files), "event".withCount(log.events), "call".withCount(judging.calls)]
    let open = judging.openCalls > 0 ? " (\(judging.openCalls) not over)" : ""
    let found = Finding.Level.allCases.reversed().map { $0.rawValue.withCount(counts[$0] ?? 0) }
    let skipped = log.events - judging.judged
    let rest = skipped > 0 ? "; \("event".withCount(skipped)) \(skipped == 1 ? "was" : "were") not judged" : ""
    return "\(seen.joined(separator: ", "))\(open): \(found.joined(separator: ", "))\(rest)"
  }
}
