import Testing

@testable import CallScenario

/// The possible actions at a point of a scenario, compared with what a file with these actions produces.
@Suite struct NextActionsTests {
  @Test func theGroupDivertsAndTheCallerGivesUp() throws {
    let asked = try Asked(Asked.callToACD)
    let point = try #require(asked.scenario.point(after: "*"))
    let ofAnyClient = ["UserData", "EventACK", "EventPartyInfo", "Address"]
    #expect(
      try asked.possible(at: point, for: "B").filter { action in !ofAnyClient.contains { action.contains($0) } }
        == [
          "B TMakePredictiveCall A: B EventDialing", "B TMakePredictiveCall C: B EventDialing",
          "B TReleaseCall: A EventReleased, B EventAbandoned", "B divert C: B EventDiverted",
        ].filter { !$0.contains("TReleaseCall") })
    let caller = try asked.possible(at: point, for: "A")
    #expect(caller.contains("A TReleaseCall: A EventReleased, B EventAbandoned"))
    #expect(caller.contains("A hangUp: A EventReleased, B EventAbandoned"))
    #expect(caller.contains("A THoldCall: A EventHeld"))
    #expect(!caller.contains { $0.hasPrefix("A TRetrieveCall") || $0.hasPrefix("A TMakeCall") })
  }

  @Test func aRequiredOptionIsTheShortest() throws {
    let asked = try Asked(Asked.callToACD)
    let agent = try asked.possible(for: "C")
    #expect(agent.contains("C TAttachUserData data.k=v: A EventAttachedDataChanged, C EventAttachedDataChanged"))
    #expect(agent.contains("C TUpdateUserData data.k=v: A EventAttachedDataChanged, C EventAttachedDataChanged"))
    #expect(!agent.contains { $0.hasPrefix("C TDeletePair") })
    let filled = try Asked(
      Asked.callToACD.replacing("after **", with: "A TAttachUserData \"Order=4 711\" n=1\nafter **")
        .replacing("\"Order=4 711\"", with: "Order=\"4 711\""))
    #expect(
      try filled.possible(for: "C").contains(
        "C TDeletePair Key=Order: A EventAttachedDataChanged, C EventAttachedDataChanged"))
    // `busy` is listed once, with its default.
    let offered = try #require(asked.scenario.point(after: "**"))
    #expect(
      try asked.possible(at: offered, for: "C").filter { $0.contains("busy") } == ["C busy: A EventDestinationBusy"])
  }

  private static let twoCalls = """
    scenario Two calls
    party A extension
    party B extension
    party C extension
    party G acd-group
    A TMakeCall B
    B ring
    B TAnswerCall
    B TInitiateTransfer C
    C ring
    C TAnswerCall
    """

  @Test func aCallIsNamedWhereItMatters() throws {
    let asked = try Asked(Self.twoCalls)
    let consulting = try asked.possible(for: "B")
    // Naming either of the two calls has the same result.
    #expect(
      consulting.filter { $0.contains("Complete") || $0.contains("Merge") }.map { String($0.prefix { $0 != ":" }) }
        == ["B TCompleteConference", "B TCompleteTransfer", "B TMergeCalls", "B TMergeCalls MergeType=Transfer"])
    #expect(
      consulting.filter { $0.contains("TReleaseCall") }.map { String($0.prefix { $0 != ":" }) }
        == ["B TReleaseCall on 1", "B TReleaseCall on 2"])
    // A party that is not in the call must name the call.
    #expect(try asked.possible(for: "G").contains { $0.hasPrefix("G TAttachUserData on 1 data.k=v") })
    // With a single call, it need not be named.
    #expect(try asked.possible(for: "C").contains { $0.hasPrefix("C TReleaseCall:") })
  }

  /// Checks the end of files of all servers.
  ///
  /// A file accepts each listed action with the predicted events, and refuses each action that is listed as refused.
  @Test(arguments: [
    "agents/agent-states", "basic-call-models/routing", "holding-transferring-conferencing/conference-grows-to-six",
    "predictive-dialing/answering-machine-answers", "monitoring-calls/observer-hears-what-the-others-hear",
    "user-data/attached-changed-and-deleted", "ivr-conference/conference-consult-call",
    "interaction-conference/whole-conference", "recording/calls/pause-resume-stop", "side-by-side",
  ])
  func aFileProducesWhatIsListed(_ name: String) throws {
    let files = ScenarioFile.all.filter { $0.path.hasPrefix("Scenarios/\(name)") }
    let file = try #require(files.first, "there is no \(name)")
    let scenario = try file.parsed()
    let asked = Asked(scenario)
    let answer = try asked.next(refused: true)
    #expect(!answer.possible.isEmpty && !answer.refused.isEmpty && !answer.isCutShort)
    let end = try #require(scenario.end(of: "main"))
    #expect(answer.point == end)
    var played = scenario
    played.flows[0].statements.append(.mark("here", Position(line: 1, column: 1)))
    for (number, step) in (answer.possible + answer.refused).enumerated() {
      // As a file would write it.
      var action = try scenario.action(scenario.spelling(of: step.action), path: "x")
      if step.refusal != nil { action.expectation = .refused(nil, action.position) }
      played.flows.append(
        Flow(name: "f\(number)", mark: "here", statements: [.action(action)], position: action.position))
    }
    let transcript = try played.replay()
    for (flow, step) in zip(
      transcript.flows.suffix(answer.possible.count + answer.refused.count),
      answer.possible + answer.refused)
    {
      guard case .step(let told)? = flow.entries.first else { continue }
      #expect(told.happens(like: step), "\(asked.text(step)), but \(asked.text(told))")
    }
    #expect(transcript.flows.count == played.flows.count)
  }

  @Test func askingChangesNothing() throws {
    let asked = try Asked(Self.twoCalls)
    #expect(try asked.possible() == asked.possible())
  }

  @Test func thereIsALimit() throws {
    let parties = (0..<101).map { "party P\($0) extension\n" }.joined()
    let asked = try Asked("scenario Many\n" + parties)
    let answer = try asked.next()
    #expect(answer.isCutShort && answer.possible.count == NextActions.limit)
    let one = try asked.next(for: "P7")
    #expect(!one.isCutShort && one.possible.count { asked.text($0).contains("TMakeCall") } == 100)
  }
}
