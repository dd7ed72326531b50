import CallReport
import CallScenario
import Testing

// The example of the page about exploring, word for word.

func waysToBreak(_ text: String) throws(Mistakes) -> [String] {
  let scenario = try Scenario(parsing: text)
  let found = scenario.explore(calls: 1)
  return found.properties.filter { $0.verdict == .broken }.map { result in
    let actions = result.path?.actions ?? []
    return "\(result.property.text): \(actions.joined(separator: ", "))"
  }
}

@Suite struct ExploringPageTests {
  /// The code blocks of the page, without the names of their languages.
  private static let blocks = Repository.text(of: "Sources/CallScenario/CallScenario.docc/Exploring.md")
    .split(separator: "```", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
    .map { String($0.element.drop { $0 != "\n" }.dropFirst()) }

  @Test func thePageShowsTheAnswer() throws {
    try #require(Self.blocks.count == 5)
    let report = try Scenario(parsing: Self.blocks[0]).explore(calls: 1)
    #expect(ExplorationText().text(report) == Self.blocks[1])
    let repaired = Self.blocks[0].replacing(
      "EventEstablished ... before", with: "EventEstablished ThisDNRole=Destination ... before")
    #expect(try Scenario(parsing: repaired).explore(calls: 1).properties.allSatisfy { $0.verdict == .broken } == false)
  }

  @Test func thePageShowsThisCode() throws {
    let code = Self.blocks[4].replacing("import CallScenario\n\n", with: "")
    #expect(code.count > 200)
    #expect(Repository.text(of: "Tests/CallReportTests/ExploringPageTests.swift").contains(code))
    #expect(
      try waysToBreak(Self.blocks[0]) == [
        "never B EventEstablished ... before A EventDialing ...: B TMakeCall A, A ring on 1, A TAnswerCall on 1"
      ])
  }
}
