import Testing

@testable import CallScenario

/// The properties of the project's own scenarios.
@Suite struct ScenarioPropertiesTests {
  private static let files = ScenarioFile.all.filter { (try? $0.parsed().properties.isEmpty) == false }

  @Test func someScenariosHaveProperties() {
    #expect(Set(Self.files.compactMap { try? $0.parsed().servers[0].server }).count > 1)
  }

  @Test(arguments: files) func theyHold(_ file: ScenarioFile) throws {
    let report = try file.parsed().explore(calls: 1)
    #expect(!report.isCutShort && report.fault == nil)
    for result in report.properties {
      #expect(result.verdict == .holds && !result.isNeverAsked, "\(result.property.text)")
    }
  }
}
