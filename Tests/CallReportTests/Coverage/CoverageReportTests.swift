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
    let scenario = "scenario  It\n\nparty     I  ivr\n\nI do\n"
    #expect(
      CoverageReport().text(coverage, named: [(item, scenario)], states: 5) == """
        ivr-server                                               rules  decisions
        IVR Server                                             0 of 26    0 of 11  0.0 %
          Conference Call Flow Diagrams, steps 1 to 3           0 of 1     0 of 1  0.0 %
          Conference Call Flow Diagrams, steps 4 and 5          0 of 1             0.0 %
          Conference Call Flow Diagrams, One-Step Conference    0 of 3     0 of 4  0.0 %
          Conference Call Flow Diagrams, Conference Consult     0 of 7             0.0 %
          Call
          derived                                              0 of 11     0 of 5  0.0 %
          Conference Call Flow Diagrams, One-Step Conference    0 of 1     0 of 1  0.0 %
          and Conference Consult Call
          Conference Call Flow Diagrams, Scenario 2             0 of 1             0.0 %
          Conference Call Flow Diagrams, the call ends          0 of 1             0.0 %

        missing: 37, the first 1
        rule A new call reaches the IVR
          IVR Server, Conference Call Flow Diagrams, steps 1 to 3, D70
            party     I  ivr
            I do

        not counted: 19 decisions that no rule cites, such as those about files
        coverage 0.0 %: 0 of 26 rules, 0 of 0 points, 0 of 11 decisions, 0 of 0 option values

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
