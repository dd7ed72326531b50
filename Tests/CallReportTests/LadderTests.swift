@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct LadderTests {
  @Test func flowsWithMarks() {
    #expect(
      Ladder(width: 60).document(.calls) == """
        Two calls
        A extension, B extension
        Lifelines: : dialing or waiting, R ringing, # talking, H
        held

        Normal flow

          A        B        T-Server
          |        |        |
        1 |---------------->|          TMakeCall B
          :<----------------|          (1) EventDialing OtherDN=B
          :        |        |
        2 :        o        |          B ring
          :        R<-------|          (1) EventRinging OtherDN=A
          :        R        |
          :........R........|          *
          :        R        |
        3 :        R------->|          TAnswerCall
          :        R        |          refused: B is out of service
          :        R        |
        4 :---------------->|          TMakeCall B
          H<----------------|          (1) EventHeld
          :<----------------|          (2) EventDialing OtherDN=B

        After *, following step 2

          A        B        T-Server
          :        R        |
        3 :---------------->|          TReleaseCall
          |<----------------|          EventReleased
          |        R        |            OtherDN=B CallState=OK
          |        |<-------|          EventAbandoned
          |        |        |            OtherDN=A CallState=OK

        """)
  }
}

/// How ladders fit the width, and what stands on them.
@Suite struct LadderLayoutTests {
  @Test func boxDrawing() {
    let text = Ladder(width: 80, unicode: true).document(.calls, flows: ["*"])
    #expect(
      text.hasSuffix(
        """
          A        B        T-Server
          ┆        R        │
        3 ┆────────────────▶│          TReleaseCall
          │◀────────────────│          EventReleased OtherDN=B CallState=OK
          │        │◀───────│          EventAbandoned OtherDN=A CallState=OK

        """))
  }

  @Test func sendersHaveArrowsOfTheirOwn() {
    let text = Ladder(width: 80).document(.driver)
    #expect(text.contains("|------>|") && text.contains("NewCall CallID=1"))
    #expect(!text.contains("T-Server") && !text.contains("Lifelines"))
  }

  @Test func rulesAndUnlistedAttributes() {
    let text = Ladder(attributes: .all, why: true).document(.acd, flows: ["*"])
    #expect(text.contains("why: The rule (The chapter, the row)"))
    #expect(text.contains("[ThisDNRole=Origination]"))
  }

  @Test func contents() {
    #expect(
      Ladder().contents([Chapter(.acd, number: 1), Chapter(.calls, number: 2)]) == """
        Contents
        1  Internal or inbound call to an ACD group
           sample.scenario
        2  Two calls
           sample.scenario


        """)
  }

  @Test(arguments: [2, 4, 5, 8, 20, 200], [40, 80, 100]) func anyNumberOfPartiesFits(_ count: Int, _ width: Int) {
    let names = (1...count).map { "Party-with-a-long-name-\($0)" }
    let transcript = Sample(parties: names.map { "\($0) extension" }).transcript([
      .step("\(names[0]) TMakeCall \(names[1])", names.map { "\($0) EventDialing ConnID=1 ThisDN=\($0) OtherDN=x" }),
      .mark("*"), .step("\(names[1]) ring", []),
    ]).onTServer
    let lines = Ladder(width: width).document(transcript).split(separator: "\n")
    for line in lines { #expect(line.count <= width && line.last != " ", "\(line)") }
    #expect(count > 4 || width < 80 || lines.contains { $0.contains("<-----") })
  }

  @Test(arguments: Repository.scenarios) func everyScenarioFitsIn80Columns(_ path: String) throws {
    let transcript = try Repository.transcript(of: path)
    for unicode in [false, true] {
      let text = Ladder(width: 80, why: unicode, unicode: unicode).document(transcript)
      for line in text.split(separator: "\n") { #expect(line.count <= 80 && line.last != " ", "\(path): \(line)") }
    }
  }

  @Test(arguments: Transcript.hostileTexts) func namesAreEscaped(_ text: String) {
    let ladder = Ladder(why: true).document(.hostile(text))
    #expect(ladder.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!ladder.unicodeScalars.contains("\u{202E}"))
    #expect(ladder.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
