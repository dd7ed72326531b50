import CallModel
import Testing

@testable import CallScenario

/// What the library prints of an action is a line of a scenario.
@Suite struct PrintedActionsTests {
  private static func office() throws -> Switch {
    var office = Switch()
    for number in ["7001", "7002", "7003", "Front"] { office.add(.extension, number) }
    office.add(.acdGroup, "Sales")
    office.add(.extension, "7004", agentOf: "Sales")
    office.add(.routingPoint, "P")
    office.add(.external, "X")
    return office
  }

  private static let scenario = """
    scenario Printed actions
    party 7001 extension
    party 7002 extension
    party 7003 extension
    party Front extension
    party Sales acd-group
    party 7004 extension group=Sales
    party P routing-point
    party X external
    """

  /// Where these actions lead, all that is possible there.
  private static let situations: [[Action]] = [
    [], [.makeCall(from: "7001", to: "7002")],
    [.makeCall(from: "X", to: "Sales"), .agentLogin("7004"), .agentReady("7004")],
    [.makeCall(from: "X", to: "P")],
    [.makeCall(from: "7001", to: "7002"), .ring("7002"), .answer("7002"), .attachUserData("7001", ["on": "a b"])],
    [
      .makeCall(from: "7001", to: "7002"), .ring("7002"), .answer("7002"), .initiateTransfer("7002", to: "7003"),
      .ring("7003"), .answer("7003"),
    ],
  ]

  @Test func whatIsPossibleIsPrintedAsAScenarioReadsIt() throws {
    let scenario = try Scenario(parsing: Self.scenario, path: "x")
    var seen: Set<String> = []
    for actions in Self.situations {
      var office = try Self.office()
      for action in actions { try office.apply(action) }
      for possible in office.dns.filter({ $0 != "X" }).flatMap({ office.possibleActions(of: $0) }) {
        let text = "\(possible)"
        let action = try scenario.action(text, path: "ACTION")
        #expect(scenario.spelling(of: action) == text)
        seen.insert(action.verb.name)
      }
    }
    #expect(seen.isSuperset(of: ["TMergeCalls", "TDeletePair", "TAttachUserData", "TRouteCall", "busy", "divert"]))
  }

  @Test(
    arguments: [
      .mergeForTransfer("7001", on: 2), .mergeForConference("7001"), .deletePair("7001", key: "Language", on: 1),
      .attachUserData("7001", ["Who": "Ann B.", "on": "1", "ReferenceID": "7", "data.x": "\"|?"]),
      .agentReady("7004", mode: .autoIn).requested(as: 5), .busy("7002", state: .noAnswer),
      .forward("7001", to: "Front", mode: .onBusy), .observe("7001", by: "7002"),
      .initiateConference("7001", with: "X"),
      .routeCall("P", to: nil, type: .reject, on: 1), .applyTreatment("P", type: .music),
    ] as [Action])
  func anActionIsPrintedAsAScenarioReadsIt(_ action: Action) throws {
    let scenario = try Scenario(parsing: Self.scenario, path: "x")
    let read = try scenario.action("\(action)", path: "ACTION")
    #expect(scenario.spelling(of: read) == "\(action)")
    let pairs = action.verb == .deletePair ? [] : action.userData.pairs
    let data = read.options.filter { option in pairs.contains { $0.key == TServerWords.pairKey(option.key) } }
    #expect(data.map(\.value) == pairs.map(\.value))
  }
}
