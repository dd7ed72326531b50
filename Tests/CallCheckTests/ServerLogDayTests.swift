import CallLog
import CallModel
import Testing

@testable import CallCheck

/// The typed logs as one: the log of a busy quarter of an hour.
@Suite struct ServerLogDayTests {
  /// Logs of the generic switch without known issues, since a wrong judgement of a call may spoil that of others.
  private static let logs = ServerLog.all.filter {
    !$0.isAlone && $0.known.isEmpty && $0.options.isEmpty && (Environment.isThorough || !$0.isSlow)
  }

  private static func write(_ logs: [ServerLog], _ habits: Set<ServerLogWriter.Habit> = []) -> [String] {
    var writer = ServerLogWriter(habits: habits)
    for log in logs { writer.add(log) }
    return writer.texts
  }

  /// The events without their lines, and with the times since the first.
  private static func events(_ log: ReadLog) -> [Observation] {
    log.observations.map { observed in
      var observed = observed
      observed.position = Observation.Position(line: 0)
      observed.time -= log.observations[0].time
      return observed
    }
  }

  private static let plain = events(ReadLog(write(logs)))

  @Test func eachCallIsJudgedAsInALogOfItsOwn() throws {
    var writer = ServerLogWriter()
    var expected: [String] = []
    for log in Self.logs {
      writer.add(log)
      expected += log.expected.map { "\(writer.starts[$0.row]) \($0.finding)" }
    }
    #expect(expected.count >= 5)
    #expect(ReadLog(writer.texts).findings(by: try #require(Judge.fresh["listed"])) == expected)
  }

  /// They share their queues and routing points.
  @Test func callsAtTheSameTimeAreJudgedAsEachAlone() throws {
    let logs = Self.logs.enumerated().filter { Environment.isThorough || $0.offset % 2 == 1 }.map(\.element)
    let log = ServerLog.interleaved(logs)
    let (text, starts) = ServerLogWriter.text(log, isExact: false)
    let expected = log.expected.map { "\(starts[$0.row]) \($0.finding)" }
    #expect(logs.count >= 50 && expected.count >= 2)
    #expect(ReadLog([text]).findings(by: try #require(Judge.fresh["listed"])).sorted() == expected.sorted())
  }

  // MARK: Parts of a log

  /// What is not seen is no fault: these have no finding as a whole.
  private static let clean = logs.filter {
    $0.expected.isEmpty && (Environment.isThorough || $0.title.hasSuffix(": the call is answered"))
  }

  @Test(arguments: clean) func mayEndAnywhere(_ log: ServerLog) throws {
    let (read, judge) = (ReadLog(Self.write([log])), try #require(Judge.fresh["listed"]))
    for end in read.observations.indices {
      let findings = read.judged(by: judge, read.observations[..<end]).findings
      #expect(findings.allSatisfy { $0.level == .note }, "before event \(end)")
    }
  }

  @Test(arguments: clean) func mayBeginAnywhere(_ log: ServerLog) throws {
    let (read, judge) = (ReadLog(Self.write([log])), try #require(Judge.fresh["listed"]))
    for start in read.observations.indices {
      let findings = read.judged(by: judge, read.observations[start...]).findings
      #expect(findings.allSatisfy { $0.level == .note }, "from event \(start) on")
    }
  }

  @Test(arguments: clean) func mayShowOneDN(_ log: ServerLog) throws {
    let (read, judge) = (ReadLog(Self.write([log])), try #require(Judge.fresh["listed"]))
    for dn in Set(read.observations.map(\.thisDN)) {
      let findings = read.judged(by: judge, read.observations.filter { $0.thisDN == dn }[...]).findings
      #expect(findings.allSatisfy { $0.level == .note }, "\(read.records.names[dn])")
    }
  }

  // MARK: What servers do, and others do not

  @Test(arguments: ServerLogWriter.Habit.allCases) func changesNoEvent(_ habit: ServerLogWriter.Habit) {
    let logs = Self.logs.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let (plain, files) = (Self.write(logs), Self.write(logs, [habit]))
    #expect(files != plain)
    #expect(Self.events(ReadLog(files.reversed())) == Self.events(ReadLog(plain)))
  }

  @Test func allOfItTogetherChangesNoEvent() {
    let files = Self.write(Self.logs, Set(ServerLogWriter.Habit.allCases))
    let read = ReadLog(files.reversed())
    #expect(files.count > 10)
    #expect(Self.events(read) == Self.plain)
    #expect(read.summary.unknownMessages.map(\.name) == ["EventCallTransferredByMagic"])
    #expect(read.summary.unknownAttributes.map(\.name).sorted() == ["Weather", "attr_#172"])
    #expect(read.summary.backupRecords > Self.plain.count * 9 / 10)
  }

  /// The file and the line are those at which the event begins.
  @Test func aFindingIsPlacedInItsFile() throws {
    let fault = try #require(ServerLog.all.first { $0.title.hasSuffix("B rings with CallState Busy") })
    let others = ServerLog.all.filter {
      $0.title.hasPrefix("holding-transferring-conferencing/two") && $0.known.isEmpty
    }
    let files = Self.write(others + [fault], Set(ServerLogWriter.Habit.allCases))
    let findings = ReadLog(files.reversed()).judged(by: try #require(Judge.fresh["listed"])).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1 && finding.differences.map(\.attribute) == [.callState])
    let place = finding.observation.position
    #expect(place.file > 0)
    let lines = files[Int(place.file)].split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines[Int(place.line) - 1].hasSuffix("message EventRinging"))
  }
}
