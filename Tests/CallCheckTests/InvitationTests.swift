import CallModel
import Testing

@testable import CallCheck

/// Invitations to a conference, of which no DN is told when they are made.
@Suite struct InvitationTests {
  private static let talking = [
    "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
    "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
  ]
  private static let consulting = [
    "7002 EventHeld ConnID=1 OtherDN=7001",
    "7002 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7005 OtherDNRole=Destination",
  ]
  private static let returning = [
    "7002 EventReleased ConnID=2 ThisDNRole=Origination CallState=OK",
    "7002 EventRetrieved ConnID=1 OtherDN=7001 CallState=OK",
    "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK",
    "7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK",
  ]

  private static func judged(_ lines: [String]) -> (findings: [Finding], summary: Summary) {
    TypedLog(lines.joined(separator: "\n")).judged()
  }

  /// A party that has held the call cannot invite any more.
  @Test func twoAreInvitedBeforeTheInviterConsults() {
    let invited = [
      "7003 EventRinging ConnID=1 ThisDNRole=ConferenceMember",
      "7003 EventAbandoned ConnID=1 OtherDN=7002 CallState=NoAnswer",
      "7002 EventDestinationBusy ConnID=1 OtherDN=7004 CallState=Busy",
    ]
    let (findings, summary) = Self.judged(Self.talking + Self.consulting + invited + Self.returning)
    #expect(findings.isEmpty)
    #expect((summary.calls, summary.openCalls) == (2, 0))
    #expect(summary.mostHypotheses < 200)
  }

  /// A DN that is not in the call cannot have invited anyone.
  @Test func theInviterIsInTheCall() {
    let invited = [
      "7003 EventRinging ConnID=1 ThisDNRole=ConferenceMember",
      "7003 EventAbandoned ConnID=1 OtherDN=7009 CallState=NoAnswer",
    ]
    let findings = Self.judged(Self.talking + Self.consulting + invited + Self.returning).findings
    #expect(findings.map { "\($0.level) \($0.kind) \($0.observation.position.line)" } == ["error differs 8"])
    #expect(findings.flatMap(\.differences).map(\.attribute) == [.otherDN])
  }

  /// A party outside answers, of which the agent's group alone is told, and is invited to talk with a third one.
  @Test func aPartyOutsideAnswersBeforeAnotherIsInvited() {
    let found = Self.judged([
      "8001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination ThisQueue=8001",
      "8001 EventQueued ConnID=1 ThisDNRole=Origination ThisQueue=8001 CallState=OK",
      "7003 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=8001 OtherDNRole=Origination",
      "8001 EventDiverted ConnID=1 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination ThirdPartyDN=9001"
        + " ThirdPartyDNRole=Origination ThisQueue=8001",
      "7003 EventHeld ConnID=1 OtherDN=9001",
      "7004 EventRinging ConnID=1 ThisDNRole=ConferenceMember",
      "7003 EventReleased ConnID=1 OtherDN=9001 CallState=OK",
      "7004 EventAbandoned ConnID=1 OtherDN=7003 CallState=OK",
    ]).findings
    #expect(found.isEmpty)
  }

  /// A DN that is told of one call may be a monitored party outside in another one: nothing else ends like that.
  @Test func aMonitoredPartyOutsideInvites() {
    let (findings, summary) = Self.judged([
      "7004 EventDialing ConnID=6 ThisDNRole=Origination OtherDN=9010 OtherDNRole=Destination",
      "7004 EventHeld ConnID=6 OtherDN=9010",
      "9010 EventRinging ConnID=5 ThisDNRole=Destination OtherDN=9008 OtherDNRole=Origination CallState=OK",
      "9010 EventEstablished ConnID=5 OtherDN=9008",
      "7004 EventReleased ConnID=6 OtherDN=9010 CallState=OK",
      "9010 EventHeld ConnID=5 OtherDN=9008",
      "7004 EventRinging ConnID=5 ThisDNRole=ConferenceMember",
    ])
    #expect(findings.isEmpty)
    #expect(summary.mostHypotheses < 200)
  }
}
