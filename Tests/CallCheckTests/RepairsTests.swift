import CallModel
import Testing

@testable import CallCheck

/// An event that is missing may show only much later. It is reported where it belongs.
@Suite struct RepairsTests {
  private static func log(_ lines: [String]) -> TypedLog { TypedLog(lines.joined(separator: "\n")) }

  /// The line and the kind of each finding, and the events that are missing: `3 missing EventEstablished`.
  private static func findings(_ lines: [String]) -> [String] {
    log(lines).judged().findings.map { finding in
      (["\(finding.observation.position.line)", finding.kind.rawValue] + finding.missing.map { "\($0.type.name)" })
        .joined(separator: " ")
    }
  }

  private static let dialing = "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination"
  private static let ringing =
    "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK"

  /// The other event of its step comes in between, and nothing else happens for long.
  @Test func aMissingEventIsReportedAtTheNextOneOfItsStep() {
    let findings = Self.findings([
      Self.dialing, Self.ringing,
      "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "7002 EventHeld ConnID=1 OtherDN=7001", "7002 EventRetrieved ConnID=1 OtherDN=7001 CallState=OK",
      "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK", "7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK",
    ])
    #expect(findings == ["3 missing EventEstablished"])
  }

  /// The caller may hang up before it rings: only EventAbandoned shows that it had.
  @Test func aStepWithoutTraceIsReportedWhereItBelongs() {
    let findings = Self.findings([
      Self.dialing,
      "7001 EventReleased ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination CallState=OK",
      "7002 EventAbandoned ConnID=1 OtherDN=7001 CallState=OK",
    ])
    #expect(findings == ["2 not-logged EventRinging"])
  }

  /// The caller may hang up on a party outside: only EventAbandoned shows that it had called a routing point.
  @Test func whatACallWasMadeToMayShowOnlyAtItsEnd() {
    let findings = Self.findings([
      Self.dialing, "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK",
      "7002 EventAbandoned ConnID=1 OtherDN=7001 CallState=OK",
    ])
    #expect(findings.count == 1 && findings[0].hasPrefix("2 missing "))
  }

  /// A device that has been told of a call can make another one only if it is told that, too.
  @Test func aConsultationOfWhichTheCallerIsNotToldIsAFinding() {
    let findings = Self.findings([
      Self.dialing, Self.ringing,
      "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
      "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "7002 EventHeld ConnID=1 OtherDN=7001",
      "8001 EventQueued ConnID=2 ThisQueue=8001 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination",
      "8001 EventDiverted ConnID=2 ThisQueue=8001 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination"
        + " ThirdPartyDN=7003 ThirdPartyDNRole=Destination",
    ])
    #expect(findings == ["6 missing EventDialing"])
  }

  /// The first event of a call is possible as it is, too: only the next one shows that its DNs are exchanged.
  @Test func exchangedDNsAreOneFinding() {
    let findings = Self.findings([
      "9001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7001 OtherDNRole=Destination",
      "9001 EventRouteRequest ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "9001 EventRouteUsed ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination"
        + " ThirdPartyDN=7003 ThirdPartyDNRole=Destination CallState=OK",
      "7003 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
      "7001 EventReleased ConnID=1 OtherDN=7003 CallState=OK",
      "7003 EventAbandoned ConnID=1 OtherDN=7001 CallState=OK",
    ])
    #expect(findings == ["1 differs"])
  }

  /// The group may have diverted the call to that phone, too: only the next event shows that it has not.
  @Test func aWrongThirdPartyIsOneFinding() {
    let findings = Self.findings([
      "7009 EventRegistered",
      "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=8001 OtherDNRole=Destination",
      "8001 EventQueued ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "8001 EventDiverted ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination"
        + " ThirdPartyDN=7009 ThirdPartyDNRole=Destination",
      "7003 EventRinging ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination"
        + " CallState=OK",
      "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination",
      "7003 EventEstablished ConnID=1 ThisQueue=8001 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "7001 EventReleased ConnID=1 OtherDN=7003 CallState=OK", "7003 EventReleased ConnID=1 OtherDN=7001 CallState=OK",
    ])
    #expect(findings == ["4 differs"])
  }

  /// Do Not Disturb is on already, whichever DN forwards its calls to this one.
  @Test func whatIsSetOnADNIsKnownToTheDNThatForwardsThere() {
    #expect(Self.log(["7002 EventForwardSet", "7003 EventDNDOn", "7003 EventDNDOn"]).found.count == 1)
    #expect(Self.log(["7002 EventForwardSet", "7003 EventDNDOn", "7003 EventDNDOff"]).found.isEmpty)
  }
}
