import CallLog
import CallModel
import Testing

@testable import CallCheck

/// Logs that were typed by hand from the manual's tables, and logs with one fault each.
@Suite struct ServerLogTests {
  /// A log that the manual allows has no finding, and one with a fault has the finding that a person would expect.
  ///
  /// Unless everything is tried, logs with a fault and what servers add are judged in the log of all.
  @Test(
    arguments: ServerLog.all.filter {
      $0.options.isEmpty && (Environment.isThorough || !$0.isSlow && $0.expected.isEmpty)
    })
  func isJudgedAsAPersonWould(_ log: ServerLog) throws {
    for presence in Environment.isThorough ? log.presences : [log.presences[0]] {
      let (text, starts) = ServerLogWriter.text(log, isExact: presence == "exact")
      let findings = ReadLog([text]).findings(by: try #require(Judge.fresh[presence]))
      let expected = log.expected.map { "\(starts[$0.row]) \($0.finding)" }
      if let reason = log.known[presence] {
        withKnownIssue("\(reason)") { #expect(findings == expected, "\(presence)") }
      } else {
        #expect(findings == expected, "\(presence)")
      }
    }
  }

  /// A log of a switch that differs from the generic one has no finding under the profile of that switch. Without a
  /// profile, it has a note at the event that shows the option: nothing else explains it.
  @Test(arguments: ServerLog.all.filter { !$0.options.isEmpty && (Environment.isThorough || !$0.isSlow) })
  func showsTheOptionsOfTheSwitch(_ log: ServerLog) throws {
    let (text, starts) = ServerLogWriter.text(log, isExact: false)
    let read = ReadLog([text])
    var (profile, options) = (SwitchProfile(), [SwitchOption]())
    for option in log.options {
      let words = option.split(separator: "=").map(String.init)
      options.append(try #require(SwitchOption(rawValue: words[0])))
      let isSet = profile.set(options[options.count - 1], to: words[1])
      try #require(isSet)
    }
    #expect(read.findings(by: Judge(profile: profile, presence: .listed)) == [])

    var judge = Judge(profile: nil, presence: .listed)
    judge.hurry()
    if !Environment.isThorough { judge.prepareToLearn(options) }
    #expect(read.findings(by: judge) == log.expected.map { "\(starts[$0.row]) \($0.finding)" })
    _ = judge.judge(read)
    #expect(judge.summary.options.map { "\($0.option.rawValue)=\($0.value)" } == log.options)
  }

  /// What is typed is read: each message, with nothing that is not understood.
  @Test(arguments: ServerLog.all) func isRead(_ log: ServerLog) {
    let read = ReadLog([ServerLogWriter.text(log, isExact: false).text])
    let requests = log.rows.count { $0.message.hasPrefix("Request") }
    #expect(read.observations.count == log.rows.count - requests)
    #expect(read.summary.events == log.rows.count - requests && read.summary.requests == requests)
    #expect(read.summary.unknownMessages.isEmpty && read.summary.unknownAttributes.isEmpty)
    #expect(read.records.unknownValues.isEmpty)
  }
}

extension ServerLog: CustomTestStringConvertible {
  var testDescription: String { title }

  /// The logs in all files.
  static let all = Repository.paths("Tests/ServerLogs/*/*.txt").flatMap { path in
    logs(in: String(decoding: Repository.bytes(of: path), as: UTF8.self), file: String(path.dropFirst(17)))
  }
}

extension Judge {
  /// Judges that have judged nothing: to copy one takes less time than to make it.
  static let fresh = ["exact": hurried(presence: .exact), "listed": hurried(presence: .listed)]
}
