import CallModel
import Testing

@testable import CallScenario

/// What the T-Server answers to a scenario's actions, apart from the events themselves.
struct TServerReplayTests {
  private static let header = """
    scenario  Test
    party     A  extension
    party     B  extension
    party     C  extension  dn=3001
    party     G  acd-group
    party     X  external
    party     Y  external

    """

  private func replay(_ body: String) throws(Mistakes) -> Transcript {
    try Scenario(parsing: Self.header + body, path: "x").replay()
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
        x:8:19: error: `on \(word)` names no call
            A TReleaseCall on \(word)
                              ^\(String(repeating: "~", count: word.count - 1))
            calls have ConnIDs: 1, 2, 3 … in the order in which they begin
        """
      ])
  }

  @Test func oneOfSeveralCallsMustBeNamed() {
    let calls = "A TMakeCall B\nC TMakeCall B\n"
    #expect(
      mistakes(calls + "B ring\n") == [
        """
        x:10:1: error: B cannot ring: call 1 or call 2 could be meant
            B ring
            ^~~~~~
            say which call is meant: `on 1` or `on 2`
        """
      ])
    #expect(mistakes(calls + "B ring on 1\nB ring\n").isEmpty)
  }

  @Test func aRefusedVerbOfTheSwitchIsAMistake() {
    #expect(
      mistakes("A TMakeCall B\nB answer\n") == [
        """
        x:9:1: error: B cannot answer: it is not ringing (the call is still on its way to it); \
        if that is meant, write `refused` under it
            B answer
            ^~~~~~~~
            possible now: ring, busy, park, TMakeCall A|C|G|X|Y
        """
      ])
    #expect(mistakes("G divert A\n").first?.contains("\n    possible now: TMakePredictiveCall A|") == true)
    #expect(mistakes("X hangUp\n").first?.contains("\n    possible now: dial A|") == true)
  }

  // MARK: Calls and rules in the transcript

  @Test func everyStepNamesTheRuleThatAnswered() throws {
    let steps = try replay("A TMakeCall B\nB TRouteCall A\nB ring\nB TAnswerCall\nA TSingleStepConference C\n").steps
    #expect(
      steps.map { $0.rules.first?.name } == [
        "A call is made to a device", nil, "The called party rings", "The called party answers",
        "A device is invited into the conversation",
      ])
    #expect(steps.map { $0.messages.first?.rule } == [0, nil, 0, 0, nil])
  }

  private func endings(_ body: String) throws -> [String] {
    let transcript = try replay(body)
    return transcript.steps.flatMap(\.messages).filter { $0.endedBy != nil }.map { message in
      "\(transcript.scenario.parties[message.to].name) \(message.name) by \(transcript.scenario.parties[message.endedBy!].name)"
    }
  }

  @Test func aReleaseSaysWhichPartyActed() throws {
    let rings = "A TMakeCall B\nB ring\n"
    #expect(try endings(rings + "B hangUp\n") == ["A EventReleased by B", "B EventAbandoned by B"])
    #expect(try endings(rings + "B timeOut\n") == ["A EventReleased by B", "B EventAbandoned by B"])
    #expect(try endings(rings + "C pickUp B\n") == ["B EventAbandoned by C"])
    let talks = rings + "B answer\n"
    #expect(try endings(talks + "B TReleaseCall\n") == ["B EventReleased by B", "A EventReleased by B"])
    #expect(try endings(talks + "A THoldCall\nA TAlternateCall\nC TReleaseCall\n") == [])
    let conference = talks + "B TSingleStepConference C\nC ring\nC answer\n"
    #expect(try endings(conference + "A TDeleteFromConference C\n") == ["C EventReleased by A"])
  }

  /// In the order of the messages: `1` or, if the call belongs to an earlier one, `2 of 1`.
  private func conversations(_ body: String, flow: String = "main") throws -> [String] {
    let flow = try #require(try replay(body).flows.first { $0.name == flow })
    let messages = flow.entries.flatMap { if case .step(let step) = $0 { step.messages } else { [Message]() } }
    let named = messages.map { message in
      let call = message.attributes.first { $0.name == "ConnID" }?.value ?? "-"
      let conversation = flow.conversation(of: message)
      return call == conversation ? call : "\(call) of \(conversation ?? "-")"
    }
    return named.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private static let talking = "A TMakeCall B\nB ring\nB answer\n"

  @Test func aConsultationBelongsToItsMainCall() throws {
    #expect(try conversations("A TMakeCall B\nC TMakeCall B\n") == ["1", "2"])
    #expect(try conversations(Self.talking + "B TInitiateTransfer C\nC ring\n") == ["1", "2 of 1"])
    #expect(
      try conversations(Self.talking + "B TInitiateTransfer C\nC ring\nB TReleaseCall on 2\nC TMakeCall A\n") == [
        "1", "2 of 1", "3",
      ])
    #expect(try conversations("A TAgentLogin\n") == ["- of -"])
  }

  @Test func callsThatAreJoinedLaterBelongTogetherFromTheStart() throws {
    let two = Self.talking + "B THoldCall\nB TMakeCall C\nC ring\nC answer\n"
    #expect(try conversations(two) == ["1", "2"])
    #expect(try conversations(two + "B TMergeCalls\n") == ["1", "2 of 1", "1"])
    // Only B is notified, and only that it has left.
    let outside = "X dial B\nB ring\nB answer\nB THoldCall\nB TMakeCall Y\nY reachNetwork\nY answer\n"
    #expect(try conversations(outside) == ["1", "2"])
    #expect(try conversations(outside + "B TMergeCalls MergeType=Transfer\n") == ["1", "2 of 1", "1", "2 of 1"])
  }

  @Test func aFlowKnowsWhatWasJoinedBeforeItsMark() throws {
    let two =
      Self.talking
      + "B THoldCall\nB TMakeCall C\nC ring\nC answer\nmark apart\nB TMergeCalls\nmark together\nA TMakeCall G\n"
    let flows = two + "after apart\nC TReleaseCall\nafter together\nC TReleaseCall on 1\nC TMakeCall G\n"
    #expect(try conversations(flows, flow: "apart") == ["2"])
    #expect(try conversations(flows, flow: "together") == ["1", "3"])
    let held =
      Self.talking + "B TInitiateTransfer C\nC ring\nmark ringing\nA TReleaseCall on 1\nafter ringing\nC answer\n"
    #expect(try conversations(held, flow: "ringing") == ["2 of 1"])
  }

  // MARK: User data

  private func userData(_ body: String) throws -> [String?] {
    try replay("A TMakeCall B\n" + body).steps.dropFirst().map { step in
      step.messages.first?.attributes.first { $0.name == "UserData" }?.value
    }
  }

  @Test func userDataIsSpelledUnambiguously() throws {
    #expect(try userData("A TAttachUserData name=\"Ann Lee\" id=7\n") == ["name=Ann Lee, id=7"])
    #expect(
      try userData(#"A TAttachUserData list="a, b=c" say="a \"b\" \\" path=a\b"# + "\n") == [
        #"list="a, b=c", say="a \"b\" \\", path=a\b"#
      ])
  }

  @Test func deletedUserDataIsNotShown() throws {
    #expect(
      try userData("A TAttachUserData a=1 b=2\nA TDeletePair Key=a\nA TDeleteUserData\n") == ["a=1, b=2", "b=2", nil])
  }

  @Test func userDataIsShownToTheEndOfTheCall() throws {
    #expect(try userData("A TAttachUserData a=1\nA TReleaseCall\n") == ["a=1", "a=1"])
  }

  // MARK: Numbers

  /// From the library's header: SitInvalidnum is 11, Origination is 1; numbers without a name stay numbers.
  @Test func aNumberStandsForItsName() throws {
    let body = """
      A TMakeCall B
          A  EventDialing          ThisDNRole=1 CallType=1 ...
      B busy CallState=11
          A  EventDestinationBusy  ThisDNRole=1 CallState=11

      """
    #expect(try replay(body).differences().isEmpty)
  }

  /// C and D call B, which talks to C; `!` marks a message whose recipient has another call.
  @Test(arguments: [
    ("D TReleaseCall", "D EventReleased 2, B EventAbandoned 2!"),
    ("C TReleaseCall", "C EventReleased 1, B EventReleased 1!"),
    ("B THoldCall", "B EventHeld 1!"), ("B TReleaseCall on 1", "B EventReleased 1!, C EventReleased 1"),
    ("B TRetrieveCall on 9", "B EventError 9!"), ("C TRetrieveCall", "C EventError 1"),
    ("B TSetDNDOn", "B EventDNDOn -"),
    ("B TAttachUserData on 1 a=b", "C EventAttachedDataChanged 1, B EventAttachedDataChanged 1!"),
    ("A TMakeCall G", "A EventDialing 3, G EventQueued 3"),
    ("A TMakeCall G\nX dial G", "G EventQueued 4!"),
  ])
  func aRecipientWithSeveralCallsIsKnown(_ action: String, _ sent: String) throws {
    let calls = "C TMakeCall B\nB ring\nB TAnswerCall\nD TMakeCall B\nB ring\n"
    let text = Self.header + "party     D  extension\n" + calls + action + "\n"
    let transcript = try Scenario(parsing: text, path: "x").replay()
    let messages = try #require(transcript.steps.last).messages.map { message in
      let call = message.attributes.first { $0.name == "ConnID" }?.value ?? "-"
      return
        "\(transcript.scenario.parties[message.to].name) \(message.name) \(call)\(message.isOneOfSeveralCalls ? "!" : "")"
    }
    #expect(messages.joined(separator: ", ") == sent)
  }

  /// Leading zeros do not matter in a number, but they do in a DN and a text.
  @Test func leadingZerosOfANumberDoNotMatter() throws {
    let body = """
      A TMakeCall B ReferenceID=07
          A  EventDialing          ConnID=001 ThisDNRole=01 ReferenceID=7 OtherDN=B OtherDNRole=Destination
      B busy CallState=0006
          A  EventDestinationBusy  ConnID=01 CallState=06 ...
      A TRetrieveCall on 01 ReferenceID=007
          A  EventError            ConnID=1 ErrorCode=01164 ErrorMessage=* ReferenceID=0007

      """
    #expect(try replay(body).report == [])
    let differences = try replay("C TAttachUserData\n    C EventError ConnID=01 OtherDN=03001 ErrorMessage=01 ...\n")
      .report
    #expect(differences.first?.contains("ConnID 01/-, OtherDN 03001/-, ErrorMessage 01/") == true)
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
    ("A TMakeCall B ReferenceID=0", "0 is no ReferenceID"),
    ("A TMakeCall B ReferenceID=4294967295", "4294967295 is no ReferenceID"),
    ("A TMakeCall B\nB busy CallState=65536", "65536 is no CallState"), ("A TReleaseCall on 0", "`on 0` names no call"),
    ("A TCallSetForward B ForwardMode=255", "255 is no ForwardMode"),
    ("A TAgentLogin AgentWorkMode=256", "256 is no AgentWorkMode"),
  ])
  func aNumberBeyondItsRangeIsAMistake(_ body: String, _ message: String) {
    #expect(mistakes(body + "\n").first?.contains("error: " + message) == true)
  }

  @Test(arguments: [
    ("12a", "the digits are 0 to 9, * and #"), (String(repeating: "1", count: 65), "there are more than 64 digits"),
  ])
  func digitsThatNoCallerCanEnterAreAMistake(_ digits: String, _ message: String) {
    let mistakes = mistakes("G endTreatment CollectedDigits=\(digits)\n")
    #expect(mistakes.first?.contains("error: CollectedDigits is not possible: " + message) == true)
  }

  @Test(arguments: [
    ("Busy", "Busy"), ("busy", "Busy"), ("SitInvalidNum", "SitInvalidnum"), ("11", "SitInvalidnum"), ("1234", "1234"),
  ])
  func busyReportsItsCallState(_ written: String, _ told: String) throws {
    let message = try step("A TMakeCall B\nB busy CallState=\(written)\n").messages.first
    #expect(message?.attributes.first { $0.name == "CallState" }?.value == told)
  }

  @Test func aDNIsWhatThePartyDeclares() throws {
    let messages = try step("A TMakeCall C\n").messages
    #expect(messages.first?.attributes.first { $0.name == "OtherDN" }?.value == "3001")
    #expect(try step("A TMakeCall C\n    A EventDialing OtherDN=C ...\n").messages == messages)
  }

  @Test func flowsThatCannotBePlayedAreReportedTogether() {
    let body =
      "mark start\nB ring\nmark lost\nafter start as two\nG divert A\nafter lost\nB answer\nafter start as three\nA hold\n"
    #expect(mistakes(body).map { String($0.prefix(5)) } == ["x:9:1", "x:12:", "x:16:"])
  }

  @Test func statesCanBeExplored() throws {
    let text = "scenario T\nparty A extension\nparty B extension\nparty G acd-group\n"
    let scenario = try Scenario(parsing: text, path: "x")
    var steps = 0
    let whole = scenario.explore(calls: 1) { _ in steps += 1 }
    #expect(whole.states > 50 && whole.transitions > whole.states && whole.depth > 4)
    #expect(!whole.isCutShort && whole.fault == nil)
    let part = scenario.explore(calls: 1, depth: 2)
    #expect(part.depth == 2 && part.isCutShort && part.states < whole.states)
  }

  @Test func everyRuleCanBeListed() {
    for rule in TServerReplay.rules {
      #expect(!rule.name.isEmpty && !rule.source.isEmpty)
      #expect(rule.verbs.allSatisfy { TServerWords.word($0) != nil })
    }
    // These go with the events of others.
    let unasked = TServerReplay.rules.filter(\.verbs.isEmpty).map(\.name)
    #expect(
      unasked.contains("The phone goes off hook") && unasked == TServer.rules.filter { $0.occasion != nil }.map(\.name))
    #expect(Servers.rules.first?.verbs == ["TMakeCall", "dial"])
  }
}
