import Testing

@testable import CallScenario

@Suite struct TranscriptRepeatingTests {
  private let text =
    "scenario T\nparty A extension\nparty B extension\nA TMakeCall B\nB ring\nmark *\nafter *\nA TReleaseCall"

  @Test func stepsAreRepeatedAndNumbered() throws {
    let long = try Scenario(parsing: text, path: "t").replay().repeated(messages: 5)
    #expect(long.flows.count == 1)
    let steps = long.flows[0].entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
    #expect(steps.map(\.number) == [1, 2, 3, 4, 5])
    #expect(steps.map(\.action.verb.name) == ["TMakeCall", "ring", "TMakeCall", "ring", "TMakeCall"])
    #expect(steps.map(\.messages.count) == [1, 1, 1, 1, 1])
  }

  @Test func withoutMessagesItEnds() throws {
    let silent = try Scenario(parsing: "scenario T\nparty A extension\nA hangUp\n refused\n", path: "t").replay()
    #expect(silent.repeated(messages: 9).flows[0].entries.isEmpty)
  }
}
