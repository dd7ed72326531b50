import Testing

@testable import CallReport
@testable import CallScenario

@Suite struct DifferenceReportTests {
  let expected = ExpectedMessage(
    recipient: 2, name: "EventRinging",
    attributes: [
      .init(name: "ThisQueue", pattern: .oneOf(["B", "C"], isOptional: true), position: .nowhere),
      .init(name: "ThisDNRole", pattern: .absent, position: .nowhere),
      .init(name: "OtherDN", pattern: .any(isOptional: false), position: .nowhere),
      .init(name: "CallState", pattern: .oneOf(["Redirected"], isOptional: false), position: .nowhere),
      .init(name: "ReferenceID", pattern: .oneOf(["17"], isOptional: false), position: .nowhere),
    ], isOpen: false, position: .nowhere)

  @Test func attributeByAttribute() throws {
    let differences = [
      AttributeDifference(name: "ThisDNRole", expected: "absent", actual: "Destination"),
      AttributeDifference(name: "CallState", expected: "Redirected", actual: "OK"),
      AttributeDifference(name: "ReferenceID", expected: "17", actual: nil),
      AttributeDifference(name: "OtherDNRole", expected: nil, actual: "Origination"),
    ]
    let ringing = try step(4).messages[0]
    #expect(
      try text(.differs(expected, ringing, differences), at: 4) == """
        sample.scenario:17: C receives EventRinging with other attributes than expected
          flow main, step 3: C ring

            attribute    expected        actual
            ConnID                       1
            ThisDN                       C
            ThisQueue    B|C?            B
          > ThisDNRole   absent          Destination
            OtherDN      *               A
          > CallState    Redirected      OK
          > ReferenceID  17              (absent)
          > OtherDNRole  (not expected)  Origination

          rule      The rule
          source    The chapter, the row

        """)
  }

  @Test func missing() throws {
    #expect(
      try text(.missing(expected), at: 4) == """
        sample.scenario:17: C does not receive EventRinging
          flow main, step 3: C ring

          expected, but not sent:
            C  EventRinging  ThisQueue=B|C? !ThisDNRole OtherDN=* CallState=Redirected ReferenceID=17

        """)
  }

  @Test func unexpected() throws {
    #expect(
      try text(.unexpected(step(6).messages[1]), at: 6) == """
        sample.scenario:17: C receives EventEstablished, which is not expected
          flow main, step 4: C TAnswerCall

          sent, but not expected:
            C  EventEstablished  ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination

          rule      The rule
          source    The chapter, the row

        """)
  }

  @Test func refusals() throws {
    #expect(
      try text(.notRefused("not ringing"), at: 4) == """
        sample.scenario:17: C ring is carried out, but expected to be refused
          flow main, step 3: C ring

          expected  refused not ringing
          sent instead:
            C  EventRinging  ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK

          rule      The rule
          source    The chapter, the row

        """)
    #expect(
      try text(.refused("C is not ringing"), at: 6).hasPrefix(
        """
        sample.scenario:17: C TAnswerCall is refused, but not expected to be
          flow main, step 4: C TAnswerCall

          reason    C is not ringing
          sent:
            A  EventEstablished
        """))
    #expect(
      try text(.otherReason(expected: "busy", actual: "C is not ringing"), at: 6).contains(
        """

          expected  busy
          actual    C is not ringing

        """))
  }

  /// The report on a line that does not hold, in a scenario whose parties have DNs other than their names.
  private func report(_ line: String) throws(Mistakes) -> String {
    let text = """
      scenario T
      party Agent extension dn=7001
      party Boss extension dn=7002
      party Line extension dn="+49 30"
      Agent TMakeCall Boss
          ...
      Agent TAttachUserData Tier=Gold Name="Ann Lee"
          \(line)
      """
    let transcript = try Scenario(parsing: text, path: "x").replay()
    return transcript.differences().map { DifferenceReport().text($0, in: transcript) }.joined()
  }

  @Test(arguments: [
    // As the file writes it, even if the attribute is as expected.
    ("ThirdPartyDN=7001 UserData=*", "  ThirdPartyDN  7001      7001"),
    ("ThirdPartyDN=Agent UserData=*", "  ThirdPartyDN  Agent     Agent"),
    ("ThirdPartyDN=7001? UserData=*", "  ThirdPartyDN  7001?     7001"),
    ("ThirdPartyDN=\"7001\" UserData=*", "  ThirdPartyDN  \"7001\"    \"7001\""),
    ("ThirdPartyDN=Boss|Agent UserData=*", "  ThirdPartyDN  Boss|Agent  Agent"),
    ("ThirdPartyDN=Boss|7001 UserData=*", "  ThirdPartyDN  Boss|7001  7001"),
    ("ThirdPartyDN=* UserData=*", "  ThirdPartyDN  *         Agent"),
    // And if it is not as expected.
    ("ThirdPartyDN=7002 UserData=*", "> ThirdPartyDN  7002      7001"),
    ("ThirdPartyDN=Boss UserData=*", "> ThirdPartyDN  Boss      Agent"),
    ("ThirdPartyDN=Boss? UserData=*", "> ThirdPartyDN  Boss?     Agent"),
    ("ThirdPartyDN=Nobody UserData=*", "> ThirdPartyDN  Nobody    Agent"),
    ("ThirdPartyDN=\"+49 30\" UserData=*", "> ThirdPartyDN  \"+49 30\"  7001"),
    ("!ThirdPartyDN UserData=*", "> ThirdPartyDN  absent    Agent"),
    // A default that the file does not write is shown as a name, followed by the DN.
    ("UserData=*", "> ThirdPartyDN  (not expected)  Agent (7001)"),
    ("UserData=*", "  ThisDN                        Agent (7001)"),
    // User data is in quotes on both sides.
    (
      "UserData=\"Tier=Gold, Name=Ann Lee\"", "  UserData      \"Tier=Gold, Name=Ann Lee\"  \"Tier=Gold, Name=Ann Lee\""
    ),
    ("ThirdPartyDN=Agent UserData=Tier=Gold", "> UserData      Tier=Gold  \"Tier=Gold, Name=Ann Lee\""),
    ("ThirdPartyDN=Boss CallType=internal UserData=*", "  CallType      internal  internal"),
  ])
  func valuesAreSpelledAsInTheFile(_ attributes: String, _ row: String) throws {
    let text = try report("Agent  EventAttachedDataChanged  ErrorCode=1? PreviousConnID=7 \(attributes)")
    func words(_ line: some StringProtocol) -> [String] {
      line.split(separator: "  ").map { String($0.drop { $0 == " " }) }
    }
    #expect(text.split(separator: "\n").map(words).contains(words(row)), "\(text)")
  }

  @Test func linesAreSpelledAsInTheFile() throws {
    let missing = try report(
      "Boss  EventAttachedDataChanged  ThirdPartyDN=7001 OtherDN=Line|\"+49 30\" UserData=\"x\" !ANI ...")
    #expect(
      missing.contains(
        """
            Boss  EventAttachedDataChanged  ThirdPartyDN=7001 OtherDN=Line|"+49 30" UserData="x" !ANI ...

        """))
    #expect(
      missing.contains(
        """
            Agent  EventAttachedDataChanged  ThirdPartyDN=Agent

        """))
  }

  @Test func eachSentenceOfARefusalHasALine() throws {
    let reason =
      "C cannot TAnswerCall: it is talking; possible now: C THoldCall, C TReleaseCall; Incorrect object state"
    #expect(
      try text(.refused(reason), at: 6).contains(
        """

          reason    C cannot TAnswerCall: it is talking
                    possible now: C THoldCall, C TReleaseCall
                    Incorrect object state
          sent:

        """))
    #expect(
      try text(.otherReason(expected: "busy", actual: reason), at: 6).contains(
        """

          expected  busy
          actual    C cannot TAnswerCall: it is talking
                    possible now: C THoldCall, C TReleaseCall
                    Incorrect object state

        """))
  }

  @Test func longValuesAreWrapped() throws {
    let long = String(repeating: "0123456789", count: 30)
    let differences = [AttributeDifference(name: "CallState", expected: long, actual: long + "x")]
    let text = try text(.differs(expected, step(4).messages[0], differences), at: 4)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
  }

  @Test func colorsDoNotChangeTheText() throws {
    let differences = [AttributeDifference(name: "CallState", expected: "Redirected", actual: "OK")]
    let kind = try Difference.Kind.differs(expected, step(4).messages[0], differences)
    let colored = try text(kind, at: 4, color: true)
    #expect(colored.contains("\u{1B}[31mOK"))
    #expect(try colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == text(kind, at: 4))
  }

  /// The step at an entry of the ACD group's normal flow.
  private func step(_ entry: Int) throws -> Transcript.Step {
    guard case .step(let step) = Transcript.acd.flows[0].entries[entry] else { throw NoStep() }
    return step
  }

  private struct NoStep: Error {}

  private func text(_ kind: Difference.Kind, at entry: Int, color: Bool = false) throws -> String {
    let position = Position(line: 17, column: 5)
    return try DifferenceReport(color: color).text(
      Difference(flow: "main", step: step(entry), position: position, kind: kind), in: .acd)
  }
}
