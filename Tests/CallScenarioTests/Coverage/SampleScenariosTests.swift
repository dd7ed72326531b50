import Testing

@testable import CallScenario

@Suite struct SampleScenariosTests {
  @Test(arguments: zip(["t-server", "ivr-server", "interaction-server", "recording", "no-server"], [6, 1, 3, 2, 0]))
  func everySampleIsAScenario(_ server: String, _ count: Int) {
    let scenarios = SampleScenarios.of(server)
    #expect(scenarios.count == count)
    #expect(scenarios.allSatisfy { $0.servers.map(\.server) == [server] && $0.parties.count > 2 })
  }
}
