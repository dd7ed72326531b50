package import CallCheck
package import CallLog
package import CallModel
import CallScenario

/// Judges logs from their bytes: reads records, turns them into observations, and judges these.
package struct LogJudgement: ~Copyable {
  private var reader = LogReader()
  private var judging: Judging

  /// How a log is judged.
  package struct Terms: Sendable {
    /// Without a profile, the options are those that the log shows.
    package var profile: SwitchProfile?
    /// Without a presence, it is the one that suits the log.
    package var presence: Presence?
    /// After how many milliseconds without an event a call is closed.
    package var idle = Judge.usualIdle
    /// How many steps of a call may go on before all events of an earlier one have come.
    package var slack = 0
    /// Whether the actions that explain a call are replayed.
    package var verifies = false
    /// Whether less is looked for what is unusual, as after some faults.
    package var hurries = false
    /// The part of the log that is judged; nil for all of it.
    package var period: LogPeriod?

    package init(profile: SwitchProfile? = nil, presence: Presence? = nil) {
      (self.profile, self.presence) = (profile, presence)
    }
  }

  package init(_ terms: Terms) { judging = Judging(terms) }

  /// Keeps the explanation of this call, as findings write it.
  package mutating func keep(call: String) { judging.call = call }

  /// What has become of the call whose explanation is kept, at the end of the log.
  package var keptCall: KeptCall {
    // In a flow that has no such call, a request that names it is refused.
    let began = judging.explanations.filter { $0.observations.contains { $0.type != .error } }
    if began.count > 1 { return .several }
    if began.isEmpty, let refused = judging.explanations.first, !refused.hasUnknownPast { return .refused }
    if let kept = began.first, !kept.hasUnknownPast { return kept.steps.isEmpty ? .unexplained : .explained(kept) }
    return judging.isSetAside || !judging.explanations.isEmpty ? .setAside : .unknown(others: judging.others)
  }

  /// What is known of a call.
  package enum KeptCall {
    case explained(ExplainedCalls)
    /// No action explains any of its events.
    case unexplained
    /// Only EventErrors name it.
    case refused
    /// It began before the log, or has become one with a call that did.
    case setAside
    /// Several flows of the log have a call of this number.
    case several
    /// No event names it. Some events name these.
    case unknown(others: [ConnID])
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
  private var terms: LogJudgement.Terms
  var records = RecordReader()
  var findings: [Finding] = []
  /// The counts of all flows that are over: events that were judged, calls, and calls that had not ended.
  private(set) var judged = 0, calls = 0, openCalls = 0, verified = 0
  /// The requests without an answer.
  private(set) var unanswered = 0
  /// What the log has shown of the options of its switch.
  private(set) var options: [LearnedOption] = []
  /// Whether the log is a transcript of callsim.
  var isTranscript = false
  /// The call whose explanation is kept, the explanations from all flows, and whether it was set aside in one.
  var call: String?
  private(set) var explanations: [ExplainedCalls] = []
  private(set) var isSetAside = false
  /// The first calls of the log, if one is wanted.
  private(set) var others: [ConnID] = []
  /// The judge of the flow that is being read. Each flow of a transcript is a log of its own, since its calls are
  /// numbered from 1 again.
  private var judge: Judge?
  private var hasBegun = false
  private var scope = 0
  /// The requests before the first event.
  private var first: [Request] = []

  init(_ terms: LogJudgement.Terms) { self.terms = terms }

  var verifies: Bool { terms.verifies }

  mutating func judge(_ record: borrowing LogRecord) {
    if record.scope != scope { finishFlow() }
    scope = record.scope
    guard let observation = records.observation(of: record) else {
      if let request = records.request(of: record) {
        note(request, record)
      } else if let reply = records.reply(of: record) {
        note(reply, record)
      }
      return
    }
    if !hasBegun { begin(record) }
    let isNew = observation.connID != .none && !others.contains(observation.connID)
    if call != nil, isNew, others.count < 6 { others.append(observation.connID) }
    switch record.time.flatMap({ terms.period?.place(of: $0) }) ?? .within {
    case .before: judge?.pass(over: observation)
    case .within:
      // Mostly, there is nothing to be added.
      if let found = judge?.judge(observation), !found.isEmpty { findings += found }
    case .after: judge?.pass(beyond: observation)
    }
  }

  private mutating func note(_ request: Request, _ record: borrowing LogRecord) {
    guard record.time.flatMap({ terms.period?.place(of: $0) }) ?? .within == .within else { return }
    if hasBegun { judge?.note(request) } else if first.count < Judge.mostRequests { first.append(request) }
  }

  private mutating func note(_ reply: Reply, _ record: borrowing LogRecord) {
    guard record.time.flatMap({ terms.period?.place(of: $0) }) ?? .within == .within else { return }
    if hasBegun { return findings += judge?.note(reply: reply) ?? [] }
    first.removeAll { $0.actor == reply.dn && $0.referenceID == reply.referenceID }
  }

  private mutating func begin(_ record: borrowing LogRecord) {
    hasBegun = true
    judge?.beginLog()
    if judge == nil {
      isTranscript = record.format == .transcript
      // Without --attributes all, a transcript has the attributes that are listed and no others.
      let usual = isTranscript && !record.has(.callUUID) ? Presence.exact : .listed
      judge = Judge(
        profile: terms.profile, presence: terms.presence ?? usual, idle: terms.idle, slack: terms.slack)
      judge?.verifies = terms.verifies
      if terms.hurries { judge?.hurry() }
      if let call { judge?.wanted = FindingWords.connID(call, countsCalls: isTranscript) }
    }
    for request in first { judge?.note(request) }
    first = []
  }

  mutating func finishFlow() {
    first = []
    guard hasBegun else { return }
    findings += judge?.finish() ?? []
    if let judge {
      explanations += [judge.explanation].compactMap(\.self)
      isSetAside = isSetAside || judge.wanted != .none && judge.isSetAside(judge.wanted)
    }
    guard let summary = judge?.summary else { return }
    judged += summary.events - summary.notJudged.values.reduce(0, +)
    calls += summary.calls
    openCalls += summary.openCalls
    verified += summary.verified
    unanswered += summary.findings[.unanswered] ?? 0
    for option in summary.options where !options.contains(where: { $0.option == option.option }) {
      options.append(option)
    }
    hasBegun = false
  }
}

extension LogJudgement {
  /// `2 logs, 812 events, 61 calls (2 not over): 1 error, 2 warnings, 0 notes; 4 events were not judged; unknown:
  /// EventWeather (2), AttributeColor (7)`
  package func sentence(_ counts: [Finding.Level: Int]) -> String {
    let log = reader.summary
    let unanswered = judging.unanswered > 0 ? " (\(judging.unanswered) unanswered)" : ""
    let requests = log.requests > 0 ? ["request".withCount(log.requests) + unanswered] : []
    let seen =
      ["log".withCount(log.files), "event".withCount(log.events)] + requests + ["call".withCount(judging.calls)]
    let open = judging.openCalls > 0 ? " (\(judging.openCalls) not over)" : ""
    let verified = judging.verifies ? "; \("call".withCount(judging.verified)) verified" : ""
    let found = Finding.Level.allCases.reversed().map { $0.rawValue.withCount(counts[$0] ?? 0) }
    let skipped = log.events - judging.judged
    let rest = skipped > 0 ? "; \("event".withCount(skipped)) \(skipped == 1 ? "was" : "were") not judged" : ""
    let options = judging.options.map { option in
      "; \(option.option.rawValue)=\(option.value) (first seen at line \(option.observation.position.line))"
    }
    return "\(seen.joined(separator: ", "))\(open): \(found.joined(separator: ", "))\(verified)\(rest)"
      + options.joined() + unknown(log)
  }

  /// The messages and attributes that are not known, or that nothing in the log is.
  private func unknown(_ log: LogSummary) -> String {
    let dropped = log.backupRecords + log.siteRecords + log.repeatedRecords
    if log.lines > 0, log.events + log.requests + log.others + dropped == 0 { return "; no line is part of a record" }
    let attributes = log.unknownAttributes.map { attribute in
      let name = attribute.name.hasPrefix("attr_#") ? attribute.name : "Attribute\(attribute.name)"
      return LogCount(name: name, count: attribute.count)
    }
    let counts = log.unknownMessages + attributes.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let names = counts.prefix(Self.unknownNames).map { "\($0.name.visible) (\($0.count))" }
    let others = counts.count > names.count ? " and \("other".withCount(counts.count - names.count))" : ""
    return names.isEmpty ? "" : "; unknown: \(names.joined(separator: ", "))\(others)"
  }

  /// How many names that are not known are listed.
  private static let unknownNames = 8
}
