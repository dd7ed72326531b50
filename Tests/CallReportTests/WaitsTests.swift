import CallScenario
import Testing

@testable import CallReport

/// Where time passes, the formats for people show it; those for programs have only messages.
@Suite struct WaitsTests {
  private let transcript: Transcript

  init() throws {
    let text = """
      scenario  Slow
      party     A  extension
      party     B  extension

      wait 1h
      A TMakeCall B
      mark *
      wait 250ms
      B ring
      wait 5s
      """
    transcript = try Scenario(parsing: text, path: "t").replay()
  }

  private func check(_ format: some TranscriptFormat, _ waits: [String]) {
    let lines = format.document(transcript).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let places = waits.map { wait in lines.firstIndex { $0.hasSuffix(wait) || $0 == wait } }
    #expect(places.allSatisfy { $0 != nil }, "\(lines)")
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(lines.count { $0.contains("wait ") } == 3)
  }

  @Test func formatsForPeopleShowThem() {
    check(Table(), ["wait 1h", "wait 250ms", "wait 5s"])
    check(Ladder(), ["|          wait 1h", "|          wait 250ms", "|          wait 5s"])
    check(Mermaid(), ["Note over p1,p3: wait 1h", "Note over p1,p3: wait 250ms", "Note over p1,p3: wait 5s"])
    check(PlantUML(), ["... wait 1h ...", "... wait 250ms ...", "... wait 5s ..."])
    check(Markdown(), ["| | *wait 1h* | | |", "| | *wait 250ms* | | |", "| | *wait 5s* | | |"])
  }

  /// A wait is next to the marks of its moment, apart from the steps.
  @Test func theTableHasThemBetweenTheSteps() {
    #expect(
      Table().document(transcript).contains(
        """
             OtherDNRole  Destination

        *
        wait 250ms

        2
        """))
  }

  @Test func aNarrowLadderListsThem() throws {
    let names = (1...9).map { "party Extension\($0) extension\n" }.joined()
    let text = "scenario T\n" + names + "wait 5s\n" + (1...8).map { "Extension\($0) TMakeCall Extension9\n" }.joined()
    let wide = try Scenario(parsing: text, path: "t").replay()
    #expect(Ladder(width: 40).document(wide).contains("\nwait 5s\n"))
  }

  @Test func formatsForProgramsLeaveThemOut() throws {
    #expect(!CSV().document(transcript).contains("wait"))
    var lines = JSONLines()
    lines.append(transcript)
    #expect(!String(decoding: lines.bytes, as: UTF8.self).contains("wait"))
  }
}
