import CallLog
import CallScenario
import Testing

@testable import CallReport

/// Every flow of every T-Server scenario, printed, and read by the library that reads captured logs.
@Suite struct CapturedLogTests {
  private static let files = Repository.scenarios.filter { path in
    let others = ["ivr-conference", "interaction-", "recording/"]
    return !others.contains { path.hasPrefix("Scenarios/\($0)") }
  }

  @Test(arguments: files) func everyLogIsReadAsItIsWritten(_ path: String) throws {
    let transcript = try Repository.transcript(of: path)
    var log = Comparison()
    log.compareLog(of: transcript)
    #expect(log.faults == [])
    var lines = Comparison()
    lines.compareLines(of: transcript)
    #expect(lines.faults == [])
  }

  /// What a redacted log says is the same, and no number of a party is left in it.
  @Test(arguments: ["basic-call-models/call-to-acd", "user-data/brought-by-requests", "agents/agent-states"])
  func redactedLogsSayTheSame(_ name: String) throws {
    let path = try #require(Self.files.first { $0.hasPrefix("Scenarios/\(name)") })
    let transcript = try Repository.transcript(of: path)
    let text = Array(TServerLog(version: "1").document(transcript).utf8)
    var redactor = LogRedactor()
    redactor.collect(text.span)
    redactor.endCollecting()
    let redacted = redactor.rewrite(text.span) + redactor.endRewriting()
    let (old, new) = (Comparison.records(of: text).records, Comparison.records(of: redacted).records)
    #expect(old.map(\.message) == new.map(\.message) && old.map(\.attributes) == new.map(\.attributes))
    #expect(old.map(\.time) == new.map(\.time) && old.map(\.scope) == new.map(\.scope))
    let roles = [LogAttribute.thisDNRole, .otherDNRole, .thirdPartyDNRole, .callState, .callType, .referenceID]
    for role in roles { #expect(old.map { $0.integer(role) } == new.map { $0.integer(role) }) }
    let dns = Set(transcript.scenario.parties.map(\.dn))
    for attribute in [LogAttribute.thisDN, .otherDN, .thisQueue, .thirdPartyDN, .ani, .dnis] {
      let pairs = Set(zip(old, new).map { "\($0.string(attribute) ?? "") \($1.string(attribute) ?? "")" })
      #expect(pairs.count == Set(new.map { $0.string(attribute) }).count)
      #expect(new.allSatisfy { !dns.contains($0.string(attribute) ?? "") })
    }
  }
}

/// What differs between a log and the transcript from which it was written.
private struct Comparison {
  private(set) var faults: [String] = []

  static func records(of bytes: [UInt8]) -> (records: [LogRecord], summary: LogSummary) {
    var reader = CallLog.LogReader()
    var records: [LogRecord] = []
    reader.beginFile()
    reader.read(bytes.span) { records.append(copy $0) }
    reader.finish { records.append(copy $0) }
    return (records, reader.summary)
  }

  private mutating func require(_ isRight: Bool, _ place: @autoclosure () -> String) {
    if !isRight { faults.append(place()) }
  }

  /// The reader of `TServerLogReadingTests` has been compared with the transcript.
  mutating func compareLog(of transcript: Transcript) {
    let text = TServerLog(version: "1").document(transcript)
    let written = LogReader(text).records
    let (records, summary) = Self.records(of: Array(text.utf8))
    require(summary.strangeLines == 0 && summary.repeatedRecords == 0 && summary.cutRecords == 0, "\(summary)")
    require(summary.unknownMessages.isEmpty && summary.unknownAttributes.isEmpty, "unknown names")
    require(records.count == written.count, "\(records.count) records, \(written.count) written")
    for (record, other) in zip(records, written) {
      let fields = record.fields.filter { !$0.isPair }
      let pairs = record.fields.filter(\.isPair).map { record.string(record.unquoted($0.value)) }
      require(record.message == other.name, "\(record.message), \(other.name)")
      require((record.direction == .event) == (other.kind == .event), "\(record.direction) of \(other.name)")
      require(record.format == .server && !record.isCut, "\(record.format) of \(other.name)")
      require((record.time ?? -1) % 86_400_000_000 == other.time, "time of \(other.name)")
      require(fields.map { record.string($0.name) } == other.attributes.map(\.name), "names of \(other.name)")
      require(fields.map { record.string($0.value) } == other.attributes.map(\.value), "values of \(other.name)")
      require(pairs.sorted() == other.lists.values.flatMap { $0.map(\.value) }.sorted(), "pairs of \(other.name)")
    }
  }

  mutating func compareLines(of transcript: Transcript) {
    var lines = JSONLines()
    lines.append(transcript, attributes: .all, actions: true)
    let (records, summary) = Self.records(of: lines.bytes)
    require(summary.strangeLines == 0, "strange lines")
    var rest = records[...]
    var scopes: [Int] = []
    for flow in transcript.flows {
      if let mark = flow.mark, let record = rest.popFirst() {
        require(record.direction == .other && record.transcript.after.map(record.string) == mark, "mark \(mark)")
      }
      for entry in flow.entries {
        switch entry {
        case .wait: rest.removeFirst()
        case .mark: break
        case .step(let step): compare(step, of: flow, &rest, transcript.scenario.parties)
        }
      }
      if rest.startIndex > 0 { scopes.append(records[rest.startIndex - 1].scope) }
    }
    require(rest.isEmpty, "\(rest.count) records more")
    // Each flow has calls of its own.
    require(Set(scopes).count == scopes.count, "scopes \(scopes)")
  }

  private mutating func compare(
    _ step: Transcript.Step, of flow: Transcript.Flow, _ rest: inout ArraySlice<LogRecord>, _ parties: [Scenario.Party]
  ) {
    guard rest.count > step.messages.count, let action = rest.popFirst() else { return require(false, "no records") }
    let verb = step.action.verb.name
    require(action.message == verb && action.transcript.step == step.number, "\(action.message), \(verb)")
    require(action.direction == (verb.hasPrefix("T") ? .request : .other), "\(action.direction) of \(verb)")
    require((action.transcript.refused == nil) == (step.reason == nil), "refusal of \(verb)")
    for message in step.messages {
      guard let record = rest.popFirst() else { return }
      require(record.message == message.name, "\(record.message), \(message.name)")
      require(record.direction == (message.from == nil ? .event : .other), "\(record.direction) of \(message.name)")
      require(record.transcript.to.map(record.string) == parties[message.to].name, "recipient of \(message.name)")
      require(record.transcript.flow.map(record.string) == flow.name, "flow of \(message.name)")
      require(
        record.fields.map { record.string($0.name) } == message.attributes.map(\.name), "names of \(message.name)")
      require(
        record.fields.map { record.string($0.value) } == message.attributes.map(\.value), "values of \(message.name)")
      if let number = message.connID {
        require(record.hexadecimal(.connID).map { "\($0)" } == number, "call of \(message.name)")
      }
    }
  }
}
