import CallScenario
import Testing

@testable import CallReport

/// `--whole`: each flow from the beginning, in every format.
@Suite struct WholeFlowsTests {
  private let transcript: Transcript

  init() throws {
    let text = """
      scenario  Two ends
      party     A  extension
      party     B  extension
      party     C  extension

      A TMakeCall B
      mark *
      B ring
      after *
      A TReleaseCall
      """
    transcript = try Scenario(parsing: text, path: "t").replay(.init(unlisted: false, whole: true))
  }

  @Test func theTableBeginsWithTheFirstStep() {
    let flow = Table().text(transcript, flows: ["*"])
    #expect(flow.contains("After *, from the start\n"))
    #expect(flow.contains("\n1  A TMakeCall B"))
    #expect(flow.contains("\n*\n\n2  A TReleaseCall"))
    #expect(!flow.contains("B ring"))
  }

  @Test func theLadderBeginsWithNoCall() {
    let ladder = Ladder(width: 80).document(transcript, flows: ["*"])
    #expect(
      ladder.hasSuffix(
        """
        After *, from the start

          A        B        C        T-Server
          |        |        |        |
        1 |------------------------->|          TMakeCall B
          :<-------------------------|          EventDialing OtherDN=B
          :        |        |        |
          :........|........|........|          *
          :        |        |        |
        2 :------------------------->|          TReleaseCall
          |<-------------------------|          EventReleased CallState=OK

        """))
  }

  @Test func othersHaveTheFirstStepInEachFlow() {
    #expect(CSV().document(transcript).split(separator: "\r\n").count { $0.contains(",1,A TMakeCall B,") } == 2)
    let action = "1 TMakeCall B"
    #expect(Mermaid().document(transcript).split(separator: "\n").count { $0.hasSuffix(action) } == 2)
    #expect(PlantUML().document(transcript).split(separator: "\n").count { $0.hasSuffix(action) } == 2)
    #expect(
      Markdown().document(transcript).split(separator: "\n").count { $0.hasPrefix("| 1 | **A TMakeCall B**") } == 2)
  }

  /// The layout is that of what is printed.
  @Test func onlyPartiesThatTakePartAreNamed() throws {
    let parties = (1...9).map { "party P\($0) extension\n" }.joined()
    let text = "scenario T\n\(parties)P1 TMakeCall P2\nmark *\nP3 TMakeCall P4\nafter *\nP2 ring\n"
    let many = try Scenario(parsing: text, path: "t").replay(.init(whole: true))
    #expect(Mermaid().document(many, flows: ["*"]).split(separator: "\n").count { $0.contains("participant") } == 3)
  }
}
