@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct LadderRowsTests {
  private static func transcript(_ entries: [Sample.Entry]) -> Transcript {
    Sample(parties: ["A extension", "B extension"]).transcript(entries).onTServer
  }

  private static let consultation = transcript([
    .step("A TMakeCall B", ["A EventDialing ConnID=1 ThisDN=A"]),
    .step("A TInitiateTransfer B", ["A EventHeld ConnID=1 ThisDN=A", "A EventDialing ConnID=2 ThisDN=A"]),
    .step("B ring", []),
    .step("A TReleaseCall", ["A EventReleased ConnID=2 ThisDN=A"]),
    .mark("*"),
  ])

  @Test func lifelineHasACharacterForEachCall() {
    #expect(
      Ladder(width: 60).document(Self.consultation).hasSuffix(
        """
          A        B        T-Server
          |        |        |
        1 |---------------->|          TMakeCall B
          :<----------------|          (1) EventDialing
          :        |        |
        2 :---------------->|          TInitiateTransfer B
          H<----------------|          (1) EventHeld
          :<----------------|          (2) EventDialing
          :H       |        |
        3 :H       o        |          B ring
          :H       |        |
        4 :---------------->|          TReleaseCall
          H<----------------|          (2) EventReleased
          H        |        |
          H........|........|          *

        """))
  }

  @Test func boxesReplaceAllThatIsDrawn() {
    #expect(
      Ladder(width: 60, unicode: true).document(Self.consultation).hasSuffix(
        """
          ┆H       │        │
        3 ┆H       ●        │          B ring
          ┆H       │        │
        4 ┆────────────────▶│          TReleaseCall
          H◀────────────────│          (2) EventReleased
          H        │        │
          H┄┄┄┄┄┄┄┄│┄┄┄┄┄┄┄┄│          *

        """))
  }

  @Test func numbersOfSeveralDigits() {
    let steps = Array(repeating: Sample.Entry.step("B ring", []), count: 10)
    #expect(
      Ladder(width: 60).document(Self.transcript(steps)).hasSuffix(
        """
        9  |        o        |          B ring
           |        |        |
        10 |        o        |          B ring

        """))
  }

  @Test func longTextContinuesBelow() {
    let value = String(repeating: "long_", count: 8)
    let long = Self.transcript([.step("A TMakeCall B", ["A EventDialing ConnID=1 OtherDN=B Reasons=\(value)"])])
    #expect(
      Ladder(width: 60).document(long).hasSuffix(
        """
          :<----------------|          EventDialing
          :        |        |            OtherDN=B Reasons="long
          :        |        |            long long long long long
          :        |        |            long long "

        """))
    #expect(
      Ladder(width: 60, color: true).document(long).hasSuffix(
        """
          :<----------------|          \u{1B}[1mEventDialing\u{1B}[0m
          :        |        |            OtherDN=B Reasons="long
          :        |        |            long long long long long
          :        |        |            long long "

        """))
  }

  @Test func colorIsOfTheHeadAlone() {
    let text = Ladder(color: true).document(
      Self.transcript([.step("A TMakeCall B", ["B EventRinging ConnID=1 OtherDN=A"])]))
    #expect(text.contains("R<-------|          \u{1B}[1mEventRinging\u{1B}[0m OtherDN=A\n"))
    #expect(text.contains("|---------------->|          TMakeCall B\n"))
  }

  @Test func charactersAreCountedAndNotBytes() {
    let name = String(repeating: "é", count: 12)
    let transcript = Self.transcript([.step("A TMakeCall B", ["B EventRinging OtherDN=\(name)"])])
    #expect(Ladder(width: 64).document(transcript).contains(" EventRinging OtherDN=\(name)\n"))
    #expect(Ladder(width: 63).document(transcript).contains(" EventRinging\n"))
  }

  @Test func markWithoutANameLeavesNoBlanks() {
    let text = Ladder(width: 60).document(Self.transcript([.mark("")]))
    #expect(text.hasSuffix("  |........|........|\n"))
  }
}
