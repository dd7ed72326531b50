import CallModel
import Testing

@testable import CallCheck

/// What counts where a log may list more attributes than the manual's tables, or fewer.
@Suite struct PresenceTests {
  /// A call as real servers print it: with attributes that its tables do not list.
  private static let lines = [
    "7001 EventDialing ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination CallState=OK",
    "7002 EventRinging ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
    "7001 EventEstablished ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination CallState=OK",
    "7002 EventEstablished ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
    "7001 EventReleased ConnID=1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination CallState=OK",
    "7002 EventReleased ConnID=1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK",
  ]

  private static func found(_ lines: [String], _ presence: Presence) -> [String] {
    TypedLog(lines.joined(separator: "\n")).judged(Judge.hurried(presence: presence)).findings
      .map { "\($0.level) \($0.kind) \($0.observation.position.line)" }
  }

  private static func changed(_ line: Int, _ old: String, _ new: String) -> [String] {
    var changed = lines
    changed[line - 1] = changed[line - 1].replacing(old, with: new)
    return changed
  }

  @Test func moreAttributesAreAllowed() {
    #expect(Self.found(Self.lines, .listed) == [])
    #expect(Self.found(Self.lines, .ignore) == [])
    #expect(!Self.found(Self.lines, .exact).isEmpty)
  }

  @Test func fewerAreOnlyIgnored() {
    let fewer = Self.changed(3, " ThisDNRole=Origination", "")
    #expect(Self.found(fewer, .listed) == ["error differs 3"])
    #expect(Self.found(fewer, .ignore) == [])
  }

  @Test(arguments: [Presence.listed, .ignore])
  func valuesCount(_ presence: Presence) {
    #expect(Self.found(Self.changed(2, "OtherDN=7001", "OtherDN=7009"), presence) == ["error differs 2"])
    #expect(
      Self.found(Self.changed(4, "OtherDNRole=Origination", "OtherDNRole=Destination"), presence) == ["error differs 4"]
    )
    // Also those of attributes that the table does not list, where the model knows them.
    #expect(
      Self.found(Self.changed(5, "ThisDNRole=Origination", "ThisDNRole=Destination"), presence) == ["error differs 5"])
  }

  @Test(arguments: [Presence.listed, .ignore])
  func missingEventsCount(_ presence: Presence) {
    var lines = Self.lines
    lines.remove(at: 1)
    #expect(Self.found(lines, presence).first?.hasPrefix("error") == true)
  }

  @Test func whatNoTableListsIsAWarning() {
    #expect(
      Self.found(Self.changed(2, "CallState=OK", "CallState=OK ThirdPartyDN=7003"), .listed) == [
        "warning neverListed 2"
      ])
    #expect(Self.found(Self.changed(3, " OtherDN=7002", ""), .listed).contains("warning neverListed 3"))
    #expect(!Self.found(Self.changed(3, " OtherDN=7002", ""), .ignore).contains { $0.contains("neverListed") })
  }

  /// Real servers know the queue of a third party wherever there is a queue; and of a message that the switch does not
  /// send, no table says what it has.
  @Test func whatIsKnownIsNoWarning() {
    #expect(Self.found(Self.changed(2, "CallState=OK", "CallState=OK ThirdPartyQueue=8001"), .listed) == [])
    #expect(Self.found(["7001 EventOnHook"], .listed) == ["note unknownPast 1"])
  }

  /// What is copied from a log may not be whole.
  @Test func anEventThatSaysNeitherItsDNNorItsCallIsNotJudged() {
    var log = TypedLog(Self.lines.joined(separator: "\n"))
    log.remove([.thisDN, .connID], from: 2)
    let (findings, summary) = log.judged(Judge.hurried(presence: .listed))
    #expect(findings.map { "\($0.level)" } == ["error"])
    #expect(summary.notJudged == [.established: 1])
    let unnamed = ["7001 EventReleased OtherDN=7002 CallState=OK"]
    #expect(Self.found(unnamed, .listed) == ["note unknownPast 1"])
    #expect(Self.found(unnamed, .exact) == ["error misplaced 1"])
  }

  @Test func aWarningNamesTheAttribute() throws {
    let lines = Self.changed(2, "CallState=OK", "CallState=OK ThirdPartyDN=7003")
    let log = TypedLog(lines.joined(separator: "\n"))
    let (findings, summary) = log.judged(Judge.hurried(presence: .listed))
    let warning = try #require(findings.first)
    #expect(warning.differences.map(\.attribute) == [.thirdPartyDN])
    #expect(summary.findings == [.neverListed: 1])
  }
}
