import CallModel
import Testing

@testable import CallScenario

/// What `print` shows of values that no report lays out.
@Suite struct DescriptionTests {
  private func differences(_ action: String) throws -> [String] {
    let text = """
      scenario  Test
      party     A  extension
      party     B  extension
      A TMakeCall B
          ...
      \(action)
      """
    return try Scenario(parsing: text, path: "x").replay().differences().map(\.description)
  }

  @Test func aDifferenceSaysWhereAndWhat() throws {
    #expect(
      try differences("B ring\n    A  EventRinging  ...\n    B  EventRinging  CallState=Busy ...") == [
        "line 7: flow main, step 2: B ring: EventRinging is not sent",
        "line 8: flow main, step 2: B ring: EventRinging differs in CallState",
      ])
    #expect(
      try differences("B ring\n    refused because") == ["line 7: flow main, step 2: B ring: it is not refused"])
    #expect(try differences("B ring") == ["line 6: flow main, step 2: B ring: EventRinging is not expected"])
  }

  @Test func aDifferenceSaysWhyAnActionIsRefused() throws {
    let refused = try differences("B TReleaseCall on 1\n    A  EventReleased  ...")
    #expect(refused.count == 1)
    #expect(refused[0].hasPrefix("line 6: flow main, step 2: B TReleaseCall on 1: it is refused: "))
    let other = try differences("B TReleaseCall on 1\n    refused \"on another day\"")
    #expect(other.count == 1)
    #expect(other[0].hasPrefix("line 7: flow main, step 2: B TReleaseCall on 1: it is refused: "))
    #expect(other[0].hasSuffix("; expected: on another day"))
  }

  @Test func aRuleSaysItsSource() throws {
    let rule = try #require(Servers.rules.first)
    #expect(rule.description == "\(rule.name) (\(rule.source))")
  }

  @Test func anExplorationSaysItsCounts() throws {
    let scenario = try Scenario(parsing: "scenario x\nparty A extension\nparty B extension\nA TMakeCall B\n    ...\n")
    let report = scenario.explore(calls: 1, depth: 1, verbs: ["TMakeCall"])
    #expect(
      report.description == "\(report.states) states, \(report.transitions) transitions, depth 1, cut short")
    let path = scenario.path(try [scenario.flows[0].action(0)], from: nil)
    let broken = ExplorationReport(
      states: 2, transitions: 3, depth: 1, isCutShort: false, fault: ("a call has no party", path), properties: [],
      stuck: nil)
    #expect(
      broken.description == "2 states, 3 transitions, depth 1\nbroken: a call has no party\n    A TMakeCall B")
  }
}
