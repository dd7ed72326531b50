import Testing

@testable import CallScenario

@Suite struct FlowOriginsTests {
  private let text = """
    scenario T
    party A extension
    party B extension
    mark start
    A TMakeCall B
    mark *
    wait 5s
    B ring
    mark **
    B TAnswerCall
    after * as one
    A THoldCall
    mark deep
    A TRetrieveCall
    after deep as two
    A TReleaseCall
    after ** as three
    after start as four
    B TMakeCall A
    """

  private func outline(_ flow: Transcript.Flow) -> String {
    flow.entries.map { entry in
      switch entry {
      case .step(let step): "\(step.number) \(step.action.verb.name)"
      case .mark(let name): name
      case .wait(let wait): wait.duration
      }
    }.joined(separator: ", ")
  }

  private func origins(_ detail: Transcript.Detail = .everything) throws -> (Transcript, FlowOrigins) {
    let transcript = try Scenario(parsing: text, path: "t").replay(detail)
    return (transcript, FlowOrigins(transcript))
  }

  @Test func aWholeFlowGoesThroughItsMarks() throws {
    let (transcript, origins) = try origins()
    #expect(transcript.flows.map(origins.step) == [0, 1, 2, 2, 0])
    #expect(
      transcript.flows.indices.map { outline(origins.whole($0)) } == [
        "start, 1 TMakeCall, *, 5s, 2 ring, **, 3 TAnswerCall",
        "start, 1 TMakeCall, *, 2 THoldCall, deep, 3 TRetrieveCall",
        "start, 1 TMakeCall, *, 2 THoldCall, deep, 3 TReleaseCall",
        "start, 1 TMakeCall, *, 5s, 2 ring, **",
        "start, 1 TMakeCall",
      ])
    #expect(transcript.flows.indices.map { origins.whole($0).name } == transcript.flows.map(\.name))
  }

  /// What several flows have in common is there once.
  @Test func partsReachToTheLastMark() throws {
    let (_, origins) = try origins()
    #expect(origins.parts(of: [2]).map(outline) == ["start, 1 TMakeCall, *", "2 THoldCall, deep", "3 TReleaseCall"])
    #expect(
      origins.parts(of: [2, 3]).map(outline) == [
        "start, 1 TMakeCall, *, 5s, 2 ring, **", "2 THoldCall, deep", "3 TReleaseCall", "",
      ])
    #expect(origins.parts(of: []).isEmpty)
  }

  /// A decoded transcript can have any marks.
  @Test func aFlowThatBeginsInItselfEnds() throws {
    var (transcript, _) = try origins()
    transcript.flows[1].mark = "deep"
    let origins = FlowOrigins(transcript)
    #expect(outline(origins.whole(1)) == "2 THoldCall, deep, 3 TRetrieveCall")
    transcript.flows[1].mark = "nowhere"
    #expect(outline(FlowOrigins(transcript).whole(2)) == "2 THoldCall, deep, 3 TReleaseCall")
  }

  /// A whole flow shows calls from before its mark, and knows their conversations as they are at its end.
  @Test func conversationsOfTheWholeFlow() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      party C extension
      A TMakeCall B
      B ring
      B TAnswerCall
      B TInitiateTransfer C
      mark *
      after *
      A TReleaseCall on 1
      """
    let scenario = try Scenario(parsing: text, path: "t")
    #expect(try scenario.replay().flows[1].conversations == [:])
    let whole = try scenario.replay(.init(whole: true))
    #expect(whole.isWhole)
    #expect(whole.flows.map(\.conversations) == [["2": "1"], ["2": "1"]])
  }
}
