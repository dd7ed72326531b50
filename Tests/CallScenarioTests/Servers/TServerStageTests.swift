import Testing

@testable import CallScenario

/// What the T-Server answers to a scenario's actions, apart from the events themselves.
struct TServerStageTests {
  private static let header = """
    scenario  Test
    party     A  extension
    party     B  extension
    party     C  extension  dn=3001
    party     G  acd-group
    party     X  external

    """

  private func replay(_ body: String) throws(Mistakes) -> Transcript {
    try Scenario.parse(Array((Self.header + body).utf8), path: "x", vocabularies: Servers.vocabularies).replay()
  }

  private func mistakes(_ body: String) -> [String] {
    do { _ = try replay(body) } catch { return error.diagnostics.map(\.description) }
    return []
  }

  private func step(_ body: String) throws -> Transcript.Step {
    try #require(
      try replay(body).flows.flatMap(\.entries).compactMap { if case .step(let step) = $0 { step } else { nil } }.last)
  }

  @Test(arguments: ["x", "0", "-1", "18446744073709551616", "1.5"])
  func onNamesACall(_ word: String) {
    guard word != "-1" else { return #expect(mistakes("A TReleaseCall on -1\n").count == 1) }
    #expect(
      mistakes("A TReleaseCall on \(word)\n") == [
        """
        x:7:19: error: `on \(word)` names no call
            A TReleaseCall on \(word)
                              ^\(String(repeating: "~", count: word.count - 1))
            calls have ConnIDs: 1, 2, 3 … in the order in which they begin
        """
      ])
  }

  @Test func severalCallsMustBeToldApart() {
    let calls = "A TMakeCall B\nC TMakeCall B\n"
    #expect(
      mistakes(calls + "B ring\n") == [
        """
        x:9:1: error: B cannot ring: it is possible in several calls
            B ring
            ^~~~~~
            say which call is meant: `on 1` or `on 2`
        """
      ])
    #expect(mistakes(calls + "B ring on 1\nB ring\n").isEmpty)
  }

  @Test func aRefusedVerbOfTheSwitchIsAMistake() {
    let text = mistakes("A TMakeCall B\nB answer\n").first ?? ""
    #expect(text.hasPrefix("x:8:1: error: B cannot answer: it is not ringing yet, and would have to be "))
    #expect(text.contains("\n    B answer\n    ^~~~~~~~\n    possible now: ") && text.contains("B ring") && text.hasSuffix(" …"))
    #expect(mistakes("G divert A\n").first?.hasSuffix("\n    nothing is possible for G now") == true)
  }

  /// FACTS of the library: SitInvalidnum is 11, Origination 1; what has no name stays a number.
  @Test func aNumberMeansTheNameThatHasIt() throws {
    let body = """
      A TMakeCall B
          A  EventDialing          ThisDNRole=1 CallType=1 ...
      B busy CallState=11
          A  EventDestinationBusy  ThisDNRole=1 CallState=11

      """
    #expect(try replay(body).differences().isEmpty)
  }

  @Test func aClientNumbersItsRequests() throws {
    func number(_ body: String) throws -> String? {
      try step(body).messages.first?.attributes.first { $0.name == "ReferenceID" }?.value
    }
    #expect(try number("A TAnswerCall\n") == "1")
    #expect(try number("A TMakeCall B\nA TMakeCall C\n") == "2")
    #expect(try number("A TMakeCall B ReferenceID=77\n") == "77")
    #expect(try number("A TReleaseCall ReferenceID=77\n") == "77")
    #expect(try number("A dial B\n") == nil)
    #expect(try step("A TReleaseCall\n").messages.first?.rule == nil)
  }

  @Test(arguments: [
    ("A TMakeCall B ReferenceID=0", "0 is no ReferenceID"), ("A TMakeCall B ReferenceID=4294967295", "4294967295 is no ReferenceID"),
    ("A TMakeCall B\nB busy CallState=65536", "65536 is no CallState"), ("A TReleaseCall on 0", "`on 0` names no call"),
  ])
  func aNumberBeyondItsRangeIsAMistake(_ body: String, _ message: String) {
    #expect(mistakes(body + "\n").first?.contains("error: " + message) == true)
  }

  @Test(arguments: [("Busy", "Busy"), ("busy", "Busy"), ("SitInvalidNum", "SitInvalidnum"), ("11", "SitInvalidnum"), ("1234", "1234")])
  func busySaysWhy(_ written: String, _ told: String) throws {
    let message = try step("A TMakeCall B\nB busy CallState=\(written)\n").messages.first
    #expect(message?.attributes.first { $0.name == "CallState" }?.value == told)
  }

  @Test func aDNIsWhatThePartySays() throws {
    let messages = try step("A TMakeCall C\n").messages
    #expect(messages.first?.attributes.first { $0.name == "OtherDN" }?.value == "3001")
    #expect(try step("A TMakeCall C\n    A EventDialing OtherDN=C ...\n").messages == messages)
  }

  @Test func flowsThatCannotBePlayedAreReportedTogether() {
    let body = "mark start\nB ring\nmark lost\nafter start as two\nG divert A\nafter lost\nB answer\nafter start as three\nA hold\n"
    #expect(mistakes(body).map { String($0.prefix(5)) } == ["x:8:1", "x:11:", "x:15:"])
  }

  @Test func statesCanBeExplored() throws {
    let scenario = try replay("A TMakeCall B\n").scenario
    var steps = 0
    let whole = scenario.explore(calls: 1) { _ in steps += 1 }
    #expect(whole.states > 50 && whole.transitions > whole.states && whole.depth > 4)
    #expect(!whole.isCutShort && whole.fault == nil)
    let part = scenario.explore(calls: 1, depth: 2)
    #expect(part.depth == 2 && part.isCutShort && part.states < whole.states)
  }

  @Test func everyRuleCanBeListed() {
    for rule in Servers.rules {
      #expect(rule.server == "t-server" && !rule.name.isEmpty && !rule.source.isEmpty)
      #expect(!rule.verbs.isEmpty && rule.verbs.allSatisfy { TServerWords.word($0) != nil })
    }
    #expect(Servers.rules.first?.verbs == ["TMakeCall", "dial"])
  }
}
