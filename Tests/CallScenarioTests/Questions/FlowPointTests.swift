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
}
