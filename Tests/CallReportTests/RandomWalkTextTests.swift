@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct RandomWalkTextTests {
  private let scenario = try? Scenario(parsing: "scenario Walk\nparty A extension\nparty B extension\n")

  @Test func aWalkIsOneLine() throws {
    let scenario = try #require(scenario)
    let walk = scenario.randomWalk(seed: 3, steps: 1, verbs: ["TMakeCall"])
    #expect(RandomWalkText().text(walk) == "seed 3: 1 step, 1 message, 1 rule, nothing broken\n")
    let stuck = scenario.randomWalk(seed: 3, steps: 10, verbs: ["TAnswerCall"])
    #expect(
      RandomWalkText().text(stuck)
        == "seed 3: 0 steps, 0 messages, 0 rules, nothing broken; it ends where no action is possible\n")
  }

  @Test(arguments: [false, true])
  func theWayToWhatIsBrokenFollows(_ isCutShort: Bool) throws {
    let scenario = try #require(scenario)
    let walk = scenario.randomWalk(seed: 3, steps: 1, verbs: ["TMakeCall"])
    let broken = RandomWalkReport(
      walk, fault: .init(sentence: "calls are short", property: nil, path: walk.path, isCutShort: isCutShort))
    let limit = isCutShort ? " (shrinking stopped at a limit: fewer actions may be enough)" : ""
    #expect(
      RandomWalkText().text(broken)
        == """
        seed 3: 1 step, 1 message, 1 rule
        broken: calls are short\(limit)
            \(walk.path.actions[0])

        """)
  }
}

extension RandomWalkReport {
  fileprivate init(_ walk: RandomWalkReport, fault: Fault) {
    self.init(
      scenario: walk.scenario, seed: walk.seed, steps: walk.steps, messages: walk.messages, rules: walk.rules,
      isStuck: walk.isStuck, fault: fault, actions: walk.actions)
  }
}
