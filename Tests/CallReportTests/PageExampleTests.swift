import CallReport
import CallScenario
import Testing

// The example of the first page of CallScenario's documentation, word for word.

func callerGivesUp() throws(Mistakes) -> String {
  let scenario = try Scenario(
    parsing: """
      scenario  The caller gives up

      party     A  extension
      party     B  extension

      A TMakeCall B
          A  EventDialing    OtherDN=B ThisDNRole=Origination OtherDNRole=Destination
      B ring
          ...
      A TReleaseCall
          B  EventAbandoned  OtherDN=A CallState=Busy
          ...
      """)
  let transcript = try scenario.replay()
  var text = Table().text(transcript)
  for step in transcript.failedSteps() {
    text += "\n" + DifferenceReport().text(step, in: transcript)
  }
  return text
}

@Suite struct PageExampleTests {
  private static let page = Repository.text(of: "Sources/CallScenario/CallScenario.docc/CallScenario.md")

  /// The code blocks of the page, without blank lines and indentation.
  private static let blocks = page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
    .filter { $0.offset % 2 == 1 }.map { lines($0.element.drop { $0 != "\n" }) }

  private static func lines(_ text: some StringProtocol) -> [Substring] {
    Substring(text).split(separator: "\n").map { line in line.drop { $0 == " " } }.filter { !$0.isEmpty }
  }

  @Test func thePageShowsThisCode() throws {
    try #require(Self.blocks.count == 2)
    let code = Self.blocks[0].filter { !$0.hasPrefix("import ") }
    #expect(code.count > 20)
    let file = Self.lines(Repository.text(of: "Tests/CallReportTests/PageExampleTests.swift"))
    #expect(file.joined(separator: "\n").contains(code.joined(separator: "\n")))
  }

  @Test func thePageShowsWhatItPrints() throws {
    try #require(Self.blocks.count == 2)
    #expect(Self.blocks[1] == Self.lines(try callerGivesUp()))
  }

  @Test func thePageAboutGoldenFilesShowsAFailure() throws {
    let file = Repository.text(of: "Scenarios/basic-call-models/call-to-acd.scenario")
    let text = file.replacing("CallState=OK", with: "CallState=Redirected", maxReplacements: 1)
    let transcript = try Scenario(parsing: text, path: "acd.scenario").replay(.toCompare)
    let failed = transcript.failedSteps()
    try #require(failed.count == 1)
    let page = Repository.text(of: "Sources/CallScenario/CallScenario.docc/GoldenFiles.md")
    #expect(page.contains("```\n\(DifferenceReport().text(failed[0], in: transcript))```\n"))
  }

  @Test func thePageIsShort() {
    #expect(Self.page.split(separator: "\n", omittingEmptySubsequences: false).count <= 130)
  }
}
