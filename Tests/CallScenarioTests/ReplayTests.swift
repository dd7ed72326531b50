import Testing

@testable import CallScenario

@Suite struct ReplayTests {
  private func mistakes(_ count: Int) throws -> [String] {
    let header = "scenario T\nparty A extension\nparty B extension\nA TMakeCall B\nmark *\n"
    let flows = (0..<count).map { "after * as f\($0)\nA ring\n" }.joined()
    let scenario = try Scenario.parse(Array((header + flows).utf8), path: "t", vocabularies: Servers.vocabularies)
    do throws(Mistakes) {
      _ = try scenario.replay()
      return []
    } catch {
      return error.diagnostics.map { "\($0.position.line) \($0.message)" }
    }
  }

  /// As those of the parser are.
  @Test func mistakesBeyondTheLimitAreCounted() throws {
    let all = try mistakes(Limits.mistakes)
    #expect(all.count == 100)
    #expect(all.first?.hasPrefix("7 A cannot") == true)
    #expect(all.last?.hasPrefix("205 A cannot") == true)
    #expect(try mistakes(101) == all + ["205 and 1 more mistake"])
    #expect(try mistakes(250) == all + ["205 and 150 more mistakes"])
  }
}
