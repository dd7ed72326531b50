import CallScenario
import Testing

@testable import CallReport

@Suite struct CoverageReportTests {
  private static func coverage() throws -> Coverage {
    var coverage = Coverage(of: ["ivr-server"])
    coverage.add(
      try Scenario(
        parsing: """
          scenario Only the T-Server
          party A extension
          party B extension
          A TMakeCall B
            ...
          """
      ).replay())
    return coverage
  }

  @Test func theTableHasChaptersAndIncompleteSections() throws {
    let coverage = try Self.coverage()
    let item = try #require(coverage.missing.first)
    #expect(
      CoverageReport().text(coverage, named: [(item, "scenario  It\n\nparty     I  ivr\n\nI do\n")], states: 5) == """
        ivr-server                       rules  decisions
        IVR Server                     0 of 26    0 of 11  0.0 %
          Conference Call Flow         0 of 15     0 of 7  0.0 %

        """)
  }

  @Test(arguments: [40, 60, 80])
  func onlyTheLastLineMayBeWider(_ width: Int) throws {
    let coverage = try Self.coverage()
    let named = coverage.missing.prefix(30).map { (item: $0, scenario: String?.none) }
    let text = CoverageReport(width: width).text(coverage, named: named, states: 100)
    let lines = text.split(separator: "\n")
    #expect(lines.count > 60 && lines.dropLast().allSatisfy { $0.count <= width }, "\(text)")
    #expect(lines.last == "\(coverage)")
    #expect(text.contains("no scenario found"))
    #expect(!CoverageReport(width: width).text(coverage, named: named).contains("no scenario found"))
  }
}
