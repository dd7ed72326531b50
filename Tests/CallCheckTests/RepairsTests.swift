import CallModel
import Testing

@testable import CallCheck

/// An event that is missing may show only much later. It is reported where it belongs.
@Suite struct RepairsTests {
  private static func log(_ lines: [String]) -> TypedLog { TypedLog(lines.joined(separator: "\n")) }

  private static let dialing = "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination"
  private static let ringing =
    "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK"

  /// The other event of its step comes in between, and nothing else happens for long.
  @Test func aMissingEventIsReportedAtTheNextOneOfItsStep() throws {
    let findings = Self.log([
      Self.dialing, Self.ringing,
      "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "7002 EventHeld ConnID=1 OtherDN=7001", "7002 EventRetrieved ConnID=1 OtherDN=7001 CallState=OK",
      "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK", "7002 EventReleased ConnID=1 OtherDN=7001 CallState=OK",
    ]).judged().findings
    let finding = try #require(findings.first)
    #expect(findings.map(\.kind) == [.missing] && finding.missing.map(\.type) == [.established])
    #expect(finding.observation.position.line == 3)
  }

  /// The caller may hang up before it rings: only EventAbandoned shows that it had.
  @Test func aStepWithoutTraceIsReportedWhereItBelongs() throws {
    let findings = Self.log([
      Self.dialing,
      "7001 EventReleased ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination CallState=OK",
      "7002 EventAbandoned ConnID=1 OtherDN=7001 CallState=OK",
    ]).judged().findings
    let finding = try #require(findings.first)
    #expect(findings.map(\.kind) == [.notLogged] && finding.missing.map(\.type) == [.ringing])
    #expect(finding.observation.position.line == 2)
  }

  /// The caller may hang up on a party outside: only EventAbandoned shows that it had called a routing point.
  @Test func whatACallWasMadeToMayShowOnlyAtItsEnd() throws {
    let findings = Self.log([
      Self.dialing, "7001 EventReleased ConnID=1 OtherDN=7002 CallState=OK",
      "7002 EventAbandoned ConnID=1 OtherDN=7001 CallState=OK",
    ]).judged().findings
    let finding = try #require(findings.first)
    #expect(findings.map(\.kind) == [.missing])
    #expect(finding.observation.position.line == 2)
  }

  /// A device that has been told of a call can make another one only if it is told that, too.
  @Test func aConsultationOfWhichTheCallerIsNotToldIsAFinding() throws {
    let findings = Self.log([
      Self.dialing, Self.ringing,
      "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination",
      "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination",
      "7002 EventHeld ConnID=1 OtherDN=7001",
      "8001 EventQueued ConnID=2 ThisQueue=8001 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination",
      "8001 EventDiverted ConnID=2 ThisQueue=8001 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination"
        + " ThirdPartyDN=7003 ThirdPartyDNRole=Destination",
    ]).judged().findings.filter { $0.level == .error }
    let finding = try #require(findings.first)
    #expect(findings.map(\.kind) == [.missing] && finding.missing.map(\.type) == [.dialing])
    #expect(finding.observation.position.line == 6)
  }

  /// Do Not Disturb is on already, whichever DN forwards its calls to this one.
  @Test func whatIsSetOnADNIsKnownToTheDNThatForwardsThere() {
    #expect(Self.log(["7002 EventForwardSet", "7003 EventDNDOn", "7003 EventDNDOn"]).found.count == 1)
    #expect(Self.log(["7002 EventForwardSet", "7003 EventDNDOn", "7003 EventDNDOff"]).found.isEmpty)
  }
}
