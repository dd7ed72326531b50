import Testing

@testable import CallScenario

@Suite struct ExploredPathTests {
  /// What an action has to bring is on the path, too: a pair of user data, digits. At a DN that is not registered, a
  /// person acts.
  @Test(arguments: [
    ("never A EventAttachedDataChanged ...", ["A TMakeCall B", "A TAttachUserData on 1 data.k=v"]),
    (
      "always after A EventAttachedDataChanged ... eventually A EventReleased ...",
      ["A TMakeCall B", "A TAttachUserData on 1 data.k=v"]
    ),
    (
      "never A EventDTMFSent ...", ["A TMakeCall B", "B ring on 1", "B answer on 1", "A TSendDTMF on 1 Digits=1"]
    ),
  ])
  func withSettingsItIsCarriedOut(_ property: String, _ actions: [String]) throws {
    let scenario = try Scenario(
      parsing: "scenario Two\nparty A extension\nparty B extension registered=no\n\(property)\n")
    let verbs = ["TMakeCall", "ring", "TAnswerCall", "TAttachUserData", "TSendDTMF"]
    let report = scenario.explore(calls: 1, verbs: verbs, settings: true)
    let path = try #require(report.properties[0].path)
    #expect(path.actions == actions)
    #expect(path.steps.compactMap(\.refusal) == [])
    let parsed = try Scenario(parsing: path.scenarioText(title: "A path"))
    #expect(parsed.flows.map(\.actions.count) == [actions.count])
    #expect(try parsed.replay(.toCompare).differences().isEmpty)
  }
}
