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
    #expect(
      lines.first == #"""
        {"server":"ivr-server","chapter":"IVR Server","section":"Conference Call Flow Diagrams, steps 1 to 3",\#
        "percent":0.0,"rules":{"exercised":0,"all":1},"points":{"exercised":0,"all":0},\#
        "decisions":{"exercised":0,"all":1},"options":{"exercised":0,"all":0}}
        """#)
    #expect(
      lines.suffix(3).joined(separator: "\n") == #"""
        {"missing":"rule","server":"ivr-server","chapter":"IVR Server",\#
        "section":"Conference Call Flow Diagrams, steps 1 to 3","name":"A new call reaches the IVR",\#
        "source":"IVR Server, Conference Call Flow Diagrams, steps 1 to 3, D70","scenario":"scenario  \"It\"\n"}
        {"missing":"decision","server":"ivr-server","chapter":"IVR Server",\#
        "section":"Conference Call Flow Diagrams, steps 1 to 3","name":"D70",\#
        "source":"Decisions, The other servers: IVR Server"}
        {"percent":0.0,"rules":{"exercised":0,"all":26},"points":{"exercised":0,"all":0},\#
        "decisions":{"exercised":0,"all":11},"options":{"exercised":0,"all":0},"uncitedDecisions":19}
        """#)
  }
}
