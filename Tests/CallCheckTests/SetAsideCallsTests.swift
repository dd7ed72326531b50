import Testing

@testable import CallCheck

/// A call that began before the log is set aside with a note, and so are the calls that it explains.
@Suite struct SetAsideCallsTests {
  private static func found(_ lines: [String]) -> [String] { TypedLog(lines.joined(separator: "\n")).found }

  private static let established = [
    "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
    "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
  ]
  private static let held = "7002 EventHeld ConnID=1 OtherDN=7001"
  private static let consulting = [
    "7002 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=5550 OtherDNRole=Destination",
    "7002 EventReleased ConnID=1 CallState=Transferred", "7002 EventReleased ConnID=2 CallState=Transferred",
    "7001 EventPartyChanged ConnID=1 PreviousConnID=1 OtherDN=5550 ThirdPartyDN=7002 ThirdPartyDNRole=TransferredBy"
      + " CallState=Transferred",
    "7001 EventReleased ConnID=1 OtherDN=5550 CallState=OK",
  ]

  /// The first event of the call in the log cannot be explained, although only a later one shows it.
  @Test func theNoteStandsAtTheFirstEventThatIsNotExplained() {
    let ringing =
      "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK"
    #expect(Self.found([ringing] + Self.established) == ["note unknownPast 1"])
  }

  /// What should have come before the first event of the call came before the log.
  @Test func anEventOfItsFirstStepMayBeMissing() {
    let found = Self.found([
      "7001 EventRegistered",
      "8001 EventRouteRequest ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "8001 EventRouteUsed ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination ThirdPartyDN=7002"
        + " ThirdPartyDNRole=Destination CallState=OK",
    ])
    #expect(found == ["note unknownPast 2"])
  }

  /// What a routing point is told first is the second event of a route queue.
  @Test func aRouteQueueMayHaveBeenToldBefore() {
    let log = TypedLog(
      """
      8001 EventRouteRequest ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination
      8001 EventRouteUsed ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination \
      ThirdPartyDN=7002 ThirdPartyDNRole=Destination CallState=OK
      8001 EventDiverted ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination \
      ThirdPartyDN=7002 ThirdPartyDNRole=Destination
      7002 EventRinging ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=0041 OtherDNRole=Origination CallState=OK
      """)
    let findings = log.judged(Judge.hurried(presence: .listed)).findings
    #expect(findings.map { "\($0.level) \($0.kind) \($0.observation.position.line)" } == ["note unknownPast 3"])
  }

  /// The consultation began in the log, but its transfer cannot be explained without the main call.
  @Test func aConsultationFromSuchACallIsSetAside() {
    #expect(Self.found([Self.held] + Self.consulting) == ["note unknownPast 1", "note unknownPast 4"])
    let later = Self.found(Self.established + [Self.held] + Self.consulting)
    #expect(later == ["note unknownPast 1", "note unknownPast 6"])
  }

  /// Once the DN has left the call, its next call is judged as any other.
  @Test func theNextCallOfItsDNsIsJudged() {
    let found = Self.found(
      Self.established + [
        "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK",
        "7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK",
        "7002 EventDialing ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination",
        "7003 EventRinging ConnID=2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination CallState=Transferred",
      ])
    #expect(found == ["note unknownPast 1", "error differs 6"])
  }

  /// An EventError may be what the log has first of a call.
  @Test func aCallMayBeginWithAnError() {
    let found = Self.found([
      "7002 EventError ConnID=2", "7002 EventReleased ConnID=2 OtherDN=8001 CallState=OK",
    ])
    #expect(found == ["note unknownPast 2"])
  }

  /// What a DN is told first of a call begins it: this DN had been told of it before the log.
  @Test func aDNMayHaveBeenToldOfTheCallBefore() {
    let found = Self.found([
      "7002 EventAttachedDataChanged ConnID=1 ThirdPartyDN=7002", "7002 EventHeld ConnID=1 OtherDN=5551",
      "7002 EventRetrieved ConnID=1 OtherDN=5551 CallState=OK",
    ])
    #expect(found == ["note unknownPast 1"])
  }

  /// What the DN is told apart from calls, when it has just left such a call, may have to do with that.
  @Test func whatFollowsTheCallIsNotJudged() {
    let observer = "ThisDNRole=Observer OtherDN=5551 OtherDNRole=Origination"
    let found = Self.found([
      "7003 EventEstablished ConnID=1 \(observer) CallState=Bridged",
      "7002 EventPartyAdded ConnID=1 ThisDNRole=Destination OtherDN=7003 OtherDNRole=Observer CallState=Bridged",
      "7003 EventReleased ConnID=1 ThisDNRole=Observer OtherDN=5551 CallState=OK",
      "7002 EventReleased ConnID=1 ThisDNRole=Destination OtherDN=5551 CallState=OK", "7002 EventOnHook",
    ])
    #expect(found == ["note unknownPast 1"])
  }

  /// A DN is in a call until that call is released there, whatever else it is told, or until nothing is told for long.
  @Test func aDNLeavesEachCallByItself() {
    let log = TypedLog(
      """
      7001 EventHeld ConnID=1 OtherDN=7002
      7001 EventEstablished ConnID=2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination
      7001 EventReleased ConnID=2 OtherDN=7003 CallState=OK
      7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK
      7001 EventAttachedDataChanged ConnID=1 ThirdPartyDN=7001
      7001 EventDialing ConnID=3 ThisDNRole=Origination OtherDN=7004 OtherDNRole=Destination
      7001 EventOnHook
      """
    ).observations
    var calls = SetAsideCalls(idle: 1_000)
    for observed in log[..<3] { calls.follow(observed) }
    #expect(calls.mayExplain(log[5]))
    var late = log[5]
    late.time += 1_001
    #expect(!calls.mayExplain(late))
    for observed in log[3..<5] { calls.follow(observed) }
    #expect(!calls.mayExplain(log[5]) && calls.mayExplain(log[6]))
    calls.noteOtherCall(of: log[5])
    #expect(!calls.mayExplain(log[6]))
  }
}
