import CallModel
import Testing

@testable import CallCheck

@Suite struct JudgeTests {
  /// The manual's call to an ACD group, as a log has it.
  private static func callToACD(_ call: Int = 1, from a: String = "7001", agent c: String = "7003") -> [String] {
    [
      "\(a) EventDialing ConnID=\(call) ThisDNRole=Origination OtherDN=8001 OtherDNRole=Destination",
      "8001 EventQueued ConnID=\(call) ThisQueue=8001 ThisDNRole=Destination OtherDN=\(a) OtherDNRole=Origination",
      "8001 EventDiverted ConnID=\(call) ThisQueue=8001 ThisDNRole=Destination OtherDN=\(a) OtherDNRole=Origination"
        + " ThirdPartyDN=\(c) ThirdPartyDNRole=Destination",
      "\(c) EventRinging ConnID=\(call) ThisQueue=8001 ThisDNRole=Destination OtherDN=\(a) OtherDNRole=Origination"
        + " CallState=OK",
      "\(a) EventEstablished ConnID=\(call) ThisDNRole=Origination OtherDN=\(c) OtherDNRole=Destination",
      "\(c) EventEstablished ConnID=\(call) ThisQueue=8001 ThisDNRole=Destination OtherDN=\(a)"
        + " OtherDNRole=Origination",
      "\(a) EventReleased ConnID=\(call) OtherDN=\(c) CallState=OK",
      "\(c) EventReleased ConnID=\(call) OtherDN=\(a) CallState=OK",
    ]
  }

  private static func log(_ lines: [String]) -> TypedLog { TypedLog(lines.joined(separator: "\n")) }

  // MARK: Calls that the models allow

  @Test func aCallThatTheManualPrintsHasNoFinding() {
    let (findings, summary) = Self.log(Self.callToACD()).judged()
    #expect(findings.isEmpty)
    #expect((summary.events, summary.calls, summary.openCalls) == (8, 1, 0))
  }

  /// Event by event in turn.
  @Test func callsAtOneQueueAreJudgedAsEachAlone() {
    let calls = (1...30).map { Self.callToACD($0, from: "7\($0)", agent: "6\($0)") }
    let (findings, summary) = Self.log((0..<8).flatMap { step in calls.map { $0[step] } }).judged()
    #expect(findings.isEmpty)
    #expect((summary.calls, summary.openCalls) == (30, 0))
    #expect(summary.mostHypotheses < 20)
  }

  /// What is set on a DN outlasts the calls in which it was set.
  @Test func settingsAreKeptForLaterCalls() {
    let forwarded = [
      "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
      "7003 EventRinging ConnID=1 OtherDN=7001 CallState=Forwarded",
    ]
    #expect(Self.log(["7002 EventForwardSet"] + forwarded).found.isEmpty)
    #expect(!Self.log(["7002 EventForwardSet", "7002 EventForwardCancel"] + forwarded).found.isEmpty)
  }

  // MARK: Faults

  @Test func aWrongAttributeIsNamed() throws {
    var lines = Self.callToACD()
    lines[5] = lines[5].replacing("OtherDN=7001", with: "OtherDN=8001")
    let log = Self.log(lines)
    let findings = log.judged().findings
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect((finding.level, finding.kind, finding.observation.position.line) == (.error, .differs, 6))
    #expect(finding.differences.map(\.attribute) == [.otherDN])
    #expect(finding.nearest.map { log.names[$0.otherDN] } == "7001")
    #expect(finding.rule?.source.contains("Call to ACD") == true)
    #expect(finding.inferred.map(\.verb) == [.makeCall, .divert, .ring, .answer])
    #expect(finding.parties.contains { log.names[$0.dn] == "7003" })
  }

  @Test func anEventTwiceIsOneFinding() {
    var lines = Self.callToACD()
    lines.insert(lines[3], at: 4)
    #expect(Self.log(lines).found == ["error repeated 5"])
  }

  @Test func aMissingEventIsOneFinding() throws {
    var lines = Self.callToACD()
    lines.remove(at: 4)
    let findings = Self.log(lines).judged().findings
    #expect(findings.map(\.kind) == [.missing])
    #expect(findings.first?.missing.map(\.type) == [.established])
  }

  @Test func aStepWithoutTraceIsOneFinding() {
    var lines = Self.callToACD()
    lines.remove(at: 3)
    let findings = Self.log(lines).judged().findings
    #expect(findings.map(\.kind) == [.notLogged])
    #expect(findings.first?.missing.map(\.type) == [.ringing])
  }

  @Test func eventsInAnotherOrderAreOneFinding() {
    var lines = Self.callToACD()
    lines.swapAt(3, 4)
    #expect(Self.log(lines).found == ["error outOfOrder 4"])
  }

  @Test func aCallDoesNotBeginTwice() {
    let lines = Self.callToACD()
    #expect(Self.log(lines + [lines[1]]).found == ["error repeated 9"])
  }

  // MARK: Calls whose beginning is not known

  /// As long as the log may have been cut within the step, what is missing at the end of a call is no fault.
  @Test(arguments: [1_000, 20 * 60_000]) func theLastEventOfACallIsMissing(_ time: Int64) {
    var log = TypedLog(
      """
      7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK
      7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination
      7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK
      7003 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7004 OtherDNRole=Destination
      """)
    log.wait(time, from: 5)
    let findings = log.judged().findings
    #expect(findings.map(\.kind) == [.incomplete] && findings.first?.observation.position.line == 5)
    #expect(findings.first?.level == (time > 600_000 ? .error : .note))
    #expect(findings.first?.missing.map(\.type) == [.released])
  }

  @Test func aCallThatBeganBeforeTheLogIsSetAside() {
    let early = Self.callToACD().dropFirst(4)
    let later = Self.callToACD(2, from: "7011", agent: "7013")
    let (findings, summary) = Self.log(Array(early) + later).judged()
    #expect(findings.map(\.level) == [.note] && findings.map(\.kind) == [.unknownPast])
    #expect(summary.notJudged == [.established: 1, .released: 2])
    #expect(summary.calls == 2)
  }

  /// What the login named is told with each event of the agent, also where the login was before the log.
  @Test func anAgentMayHaveLoggedInBeforeTheLog() {
    #expect(
      Self.log([
        "7003 EventAgentReady AgentID=4711 ThisQueue=8001", "7003 EventAgentLogout AgentID=4711 ThisQueue=8001",
      ]).found.isEmpty)
    #expect(!Self.log(["7003 EventAgentReady AgentID=4711", "7003 EventAgentLogout AgentID=4712"]).found.isEmpty)
  }

  /// What the other DNs of a call are told may explain what is odd, unless all DNs are seen.
  @Test func aCallOfWhichOneDNIsSeenIsSetAside() {
    let log = Self.log([
      "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
      "7001 EventRetrieved ConnID=1 OtherDN=7002 CallState=OK",
    ])
    #expect(log.judged().findings.map(\.level) == [.error])
    let listed = log.judged(Judge.hurried(presence: .listed)).findings
    #expect(listed.map(\.level) == [.note] && listed.map(\.kind) == [.unknownPast])
  }
}
