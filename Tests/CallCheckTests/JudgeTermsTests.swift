import CallModel
import Testing

@testable import CallCheck

/// How long calls are remembered, how much disorder is allowed, and where the judging begins.
@Suite struct JudgeTermsTests {
  private static let call = [
    "7001 EventDialing ConnID=5 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7002 EventRinging ConnID=5 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
    "7001 EventEstablished ConnID=5 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7002 EventEstablished ConnID=5 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
    "7001 EventHeld ConnID=5 OtherDN=7002",
    "7001 EventReleased ConnID=5 OtherDN=7002 CallState=OK",
    "7002 EventReleased ConnID=5 OtherDN=7001 CallState=OK",
  ]

  private static func observations(_ lines: [String], minutes: [Int64] = []) -> [Observation] {
    var observations = TypedLog(lines.joined(separator: "\n")).observations
    for (place, minutes) in minutes.enumerated() { observations[place].time = minutes * 60_000 }
    return observations
  }

  private static func found(_ observations: [Observation], _ judge: Judge) -> [String] {
    var judge = judge
    let findings = observations.flatMap { judge.judge($0) } + judge.finish()
    return findings.map { "\($0.level) \($0.kind) \($0.observation.position.line)" }
  }

  // MARK: Silence

  @Test func aSilentCallIsClosed() {
    let late = Self.observations(Self.call, minutes: [0, 1, 2, 2, 63, 64, 64])
    #expect(Self.found(late, Judge.hurried(idle: 3_600_000)) == ["note idle 4"])
    #expect(Self.found(late, Judge.hurried(idle: 7_200_000)) == [])
    let judge = Judge.hurried()
    #expect(Self.found(Self.observations(Self.call, minutes: [0, 1, 2, 2, 241, 241, 241]), judge) == [])
    #expect(Self.found(Self.observations(Self.call, minutes: [0, 1, 2, 2, 243, 243, 243]), judge) == ["note idle 4"])
  }

  @Test func eventsOfOtherCallsCloseIt() {
    let other = Self.call.map { $0.replacing("700", with: "800").replacing("ConnID=5", with: "ConnID=6") }
    let log = Self.observations(Self.call.prefix(4) + other, minutes: [0, 0, 0, 0, 90, 90, 90, 90, 90, 90, 90])
    var judge = Judge.hurried(idle: 3_600_000)
    #expect(judge.judge(log[0]).isEmpty && judge.judge(log[1]).isEmpty)
    #expect(judge.judge(log[2]).isEmpty && judge.judge(log[3]).isEmpty)
    #expect(judge.judge(log[4]).map(\.kind) == [.idle])
    #expect((judge.summary.calls, judge.summary.openCalls) == (1, 1))
    for observed in log[5...] { #expect(judge.judge(observed).isEmpty) }
    #expect(judge.finish().isEmpty)
    #expect(judge.summary.calls == 2)
  }

  // MARK: Disorder

  /// An event of the answer comes after one of the next step.
  @Test func disorderIsAFindingWithoutSlack() {
    var lines = Self.call
    lines.swapAt(3, 4)
    #expect(Self.found(Self.observations(lines), Judge.hurried()).contains { $0.hasPrefix("error") })
    #expect(Self.found(Self.observations(lines), Judge.hurried(slack: 1)) == [])
    // The order at one DN counts nevertheless.
    lines = Self.call
    lines.swapAt(2, 4)
    #expect(Self.found(Self.observations(lines), Judge.hurried(slack: 1)).contains { $0.hasPrefix("error") })
  }

  @Test func slackIsTheNumberOfSteps() {
    let retrieved = "7001 EventRetrieved ConnID=5 OtherDN=7002 CallState=OK"
    let lines = Self.call[..<3] + [Self.call[4], retrieved, Self.call[3]] + Self.call[5...]
    #expect(Self.found(Self.observations(Array(lines)), Judge.hurried(slack: 1)).contains { $0.hasPrefix("error") })
    #expect(Self.found(Self.observations(Array(lines)), Judge.hurried(slack: 2)) == [])
  }

  @Test func whatNeverComesIsFoundWithSlack() {
    var lines = Self.call
    lines.remove(at: 3)
    #expect(Self.found(Self.observations(lines), Judge.hurried(slack: 2)).contains { $0.hasPrefix("error") })
  }

  // MARK: The beginning

  @Test func callsThatHadBegunAreSetAside() {
    let other = Self.call.map { $0.replacing("700", with: "800").replacing("ConnID=5", with: "ConnID=6") }
    let log = Self.observations(Self.call + other)
    var judge = Judge.hurried()
    for observed in log[..<2] { judge.pass(over: observed) }
    #expect(Self.found(Array(log[2...]), judge) == ["note unknownPast 3"])
  }
}
