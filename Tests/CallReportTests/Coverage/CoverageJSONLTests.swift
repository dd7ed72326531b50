import CallScenario
import Testing

@testable import CallReport

@Suite struct CoverageJSONLTests {
  @Test func thereIsALineForEachSectionAndMissingItem() throws {
    let coverage = Coverage(of: ["ivr-server"])
    let missing = Array(coverage.missing.prefix(2))
    let text = String(
      decoding: CoverageJSONL.lines(coverage, named: [(missing[0], "scenario  \"It\"\n"), (missing[1], nil)]),
      as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == coverage.sections.count + 3)
    #expect(text.hasSuffix("\n"))
    #expect(lines.joined(separator: "\n") == "")
  }
}
