import Testing

@testable import CallScenario

/// The history of a flow, and the points in it.
@Suite struct FlowPointTests {
  private let asked: Asked

  init() throws {
    asked = try Asked(
      Asked.callToACD + """

        mark heard
        A TReleaseCall
        after heard as redialed
        A TReleaseCall
        A TMakeCall C
        """)
  }

  @Test func aFlowEndsAfterEverythingThatLeadsToIt() {
    #expect(asked.scenario.end(of: "main") == FlowPoint(flow: "main", step: 4))
    #expect(asked.scenario.end(of: "busy") == FlowPoint(flow: "busy", step: 4))
    #expect(asked.scenario.end(of: "redialed") == FlowPoint(flow: "redialed", step: 5))
    #expect(asked.scenario.end(of: "none") == nil)
  }

  @Test func aMarkIsAPointOfItsFlow() {
    #expect(asked.scenario.markNames == ["*", "**", "***", "heard"])
    #expect(asked.scenario.point(after: "*") == FlowPoint(flow: "main", step: 1))
    #expect(asked.scenario.point(after: "heard") == FlowPoint(flow: "busy", step: 3))
    #expect(asked.scenario.point(after: "unheard") == nil)
  }

  @Test func theWayLeadsThroughEarlierFlows() throws {
    let history = try #require(asked.scenario.history(of: "redialed"))
    #expect(
      history.actions.map { asked.scenario.spelling(of: $0) } == [
        "A TMakeCall B", "B divert C", "C busy", "A TReleaseCall", "A TMakeCall C",
      ])
    #expect(history.start == 3)
    #expect(history.marks.map(\.name) == ["*", "**", "heard"] && history.marks.map(\.step) == [1, 2, 3])
  }

  // MARK: Mistakes of a program

  private static let short = """
    scenario Two parties
    party A extension
    party B extension
    A TMakeCall B
    """

  @Test func aPointThatIsNotThere() async {
    await #expect(processExitsWith: .failure) {
      _ = try Scenario(parsing: FlowPointTests.short).next(at: FlowPoint(flow: "main", step: 2))
    }
    await #expect(processExitsWith: .failure) {
      _ = try Scenario(parsing: FlowPointTests.short).next(at: FlowPoint(flow: "main", step: -1))
    }
    await #expect(processExitsWith: .failure) {
      _ = try Scenario(parsing: FlowPointTests.short).next(at: FlowPoint(flow: "none", step: 0))
    }
  }

  @Test func aPartyAFlowOrAVerbThatIsNotThere() async {
    await #expect(processExitsWith: .failure) {
      _ = try Scenario(parsing: FlowPointTests.short).next(at: FlowPoint(flow: "main", step: 0), for: 2)
    }
    await #expect(processExitsWith: .failure) {
      let scenario = try Scenario(parsing: FlowPointTests.short)
      _ = try scenario.whatIf(scenario.action("A TReleaseCall", path: "x"), path: "x", flow: "none")
    }
    await #expect(processExitsWith: .failure) {
      _ = try Scenario(parsing: FlowPointTests.short).explore(verbs: ["nothing"])
    }
  }

  @Test func whatIsThereIsAnswered() throws {
    let scenario = try Scenario(parsing: Self.short)
    #expect(try !scenario.next(at: FlowPoint(flow: "main", step: 1), for: 1).possible.isEmpty)
    #expect(scenario.explore(calls: 1, verbs: ["TMakeCall"]).states > 1)
  }
}
