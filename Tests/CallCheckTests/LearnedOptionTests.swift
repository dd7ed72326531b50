import CallModel
import CallScenario
import Testing

@testable import CallCheck

/// Logs of switches that differ from the generic one in an option, judged without a word about them.
@Suite struct LearnedOptionTests {
  /// A judge that knows no option. To make what all options need takes long: it learns those of these tests.
  private static let judge: Judge = {
    var judge = Judge(profile: nil)
    judge.hurry()
    judge.prepareToLearn([
      .acdAgents, .optional, .routeCallState, .dialedNumber, .monitorScope, .hookEvents, .errata,
    ])
    return judge
  }()

  private static func flow(_ name: String, of scenario: String) throws -> LoggedFlow {
    let path = "Scenarios/profile-options/\(scenario).scenario"
    let flows = try LoggedFlow.flows(of: Scenario(parsing: Repository.bytes(of: path), path: path), path: path)
    return try #require(flows.first { $0.title.hasSuffix("#\(name)") })
  }

  private static func judged(_ observations: [Observation]) -> (findings: [Finding], options: [String]) {
    var judge = Self.judge
    let findings = observations.flatMap { judge.judge($0) } + judge.finish()
    return (findings, judge.summary.options.map { "\($0.option.rawValue)=\($0.value)" })
  }

  @Test(arguments: [
    ("outbound", "dialed-number-unknown", "dialed-number=unknown"),
    ("main", "optional-omitted", "optional=omitted"),
    ("observer-leaves", "monitor-scope-call", "monitor-scope=call"),
    ("outbound", "aspect-acd", "route-call-state=absent"),
    ("busy", "hook-events-reported", "hook-events=reported"),
    ("second-group-diverts", "errata-corrected", "errata=corrected"),
    ("abandoned", "acd-agents-secondary", "acd-agents=secondary"),
  ])
  func anOptionIsLearned(_ flow: String, _ scenario: String, _ option: String) throws {
    let (findings, options) = Self.judged(try Self.flow(flow, of: scenario).observations)
    #expect(findings.filter { $0.level == .error }.isEmpty)
    #expect(options == [option])
    let note = try #require(findings.first { $0.kind == .learnedOption })
    #expect(note.level == .note)
    #expect(note.option.map { "\($0.option.rawValue)=\($0.value)" } == option)
  }

  /// The dialed number is told in one call and not in the other.
  @Test(arguments: [true, false]) func callsThatNeedDifferentValuesAreAFinding(_ isUnknownFirst: Bool) throws {
    let unknown = try Self.flow("outbound", of: "dialed-number-unknown").observations
    let known = TypedLog(
      """
      7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK
      7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination
      7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK
      7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK
      """
    ).observations
    let logs = isUnknownFirst ? [unknown, known] : [known, unknown]
    let (findings, _) = Self.judged(logs[0] + logs[1].map(\.later))
    #expect(findings.filter { $0.level == .error }.map(\.kind) == [.contradictedOption])
  }

  /// A switch that does not know what the event says would explain it, too.
  @Test(arguments: ["OtherDN=7009", "OtherDN=7002 OtherDNRole=Origination"])
  func aWrongValueTeachesNothing(_ wrong: String) {
    let log = TypedLog(
      """
      7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK
      7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
      7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination
      7001 EventReleased ConnID=1 \(wrong) CallState=OK
      7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK
      """)
    var judge = Judge(profile: nil, presence: .listed)
    judge.hurry()
    judge.prepareToLearn([.optional, .dialedNumber])
    let (findings, summary) = log.judged(judge)
    #expect(findings.map { "\($0.level) \($0.kind) \($0.observation.position.line)" } == ["error differs 5"])
    #expect(summary.options.isEmpty)
  }

  /// A profile that is given is not doubted.
  @Test func aProfileThatIsGivenIsKept() throws {
    var judge = Judge(profile: SwitchProfile())
    let flow = try Self.flow("outbound", of: "dialed-number-unknown")
    let findings = flow.observations.flatMap { judge.judge($0) } + judge.finish()
    #expect(!findings.isEmpty)
    #expect(judge.summary.options.isEmpty)
  }
}

extension Observation {
  /// The event in a later call of other DNs.
  fileprivate var later: Observation {
    var later = self
    func other(_ dn: DN) -> DN { dn == .none ? dn : DN(dn.rawValue + 1_000) }
    if connID != .none { later.connID = ConnID(connID.rawValue + 1_000) }
    if previousConnID != .none { later.previousConnID = ConnID(previousConnID.rawValue + 1_000) }
    (later.thisDN, later.otherDN, later.thirdPartyDN) = (other(thisDN), other(otherDN), other(thirdPartyDN))
    (later.thisQueue, later.thirdPartyQueue) = (other(thisQueue), other(thirdPartyQueue))
    later.position.line += 1_000
    return later
  }
}
