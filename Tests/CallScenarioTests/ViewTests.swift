import CallModel
import Testing

@testable import CallScenario

/// What a transcript shows to people who look on, if it is asked to.
@Suite struct ViewTests {
  /// What each party does before the first step and after each step of `main`: `A talking 1`.
  private func activities(_ text: String) throws -> [[String]] {
    let transcript = try Scenario(parsing: text).replay(.init(views: true))
    let flow = try #require(transcript.flows.first)
    let steps = flow.entries.compactMap { entry in
      if case .step(let step) = entry { step.view?.activities } else { nil }
    }
    return ([flow.opening] + steps).map { parties in
      zip(transcript.scenario.parties, parties).flatMap { party, list in
        list.map { "\(party.name) \($0.phase): \($0.words)" + ($0.call.isEmpty ? "" : " (\($0.call))") }
      }
    }
  }

  @Test func partiesOfATServer() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      party C extension
      party Q acd-group
      B TAgentLogin
          ...
      A TMakeCall Q
          ...
      Q divert B
          ...
      B ring
          ...
      B TAnswerCall
          ...
      B TInitiateTransfer C
          ...
      C TSetDNDOn
          ...
      """
    #expect(
      try activities(text) == [
        [],
        ["B other: an agent who is not ready"],
        ["A waiting: dialing (1)", "B other: an agent who is not ready", "Q waiting: queued (1)"],
        ["A waiting: dialing (1)", "B other: not ringing yet (1)", "B other: an agent who is not ready"],
        ["A waiting: dialing (1)", "B ringing: ringing (1)", "B other: an agent who is not ready"],
        ["A talking: talking (1)", "B talking: talking (1)", "B other: an agent who is not ready"],
        [
          "A talking: talking (1)", "B holding: holding (1)", "B waiting: dialing (2)",
          "B other: an agent who is not ready", "C other: not ringing yet (2)",
        ],
        [
          "A talking: talking (1)", "B holding: holding (1)", "B waiting: dialing (2)",
          "B other: an agent who is not ready", "C other: not ringing yet (2)", "C other: set to do-not-disturb",
        ],
      ])
  }

  @Test func partiesOfAnIVRServer() throws {
    let text = """
      scenario T
      server ivr-server
      party IVR ivr
      party Driver ivr-driver
      party Server ivr-server
      party X external
      party Y external
      IVR NewCall X
          ...
      IVR InitConf Y
          ...
      Y answer
          ...
      IVR CompleteConf
          ...
      """
    #expect(
      try activities(text) == [
        [],
        ["IVR talking: talking (IVR)", "X talking: talking (IVR)"],
        ["IVR waiting: calling Y (IVR)", "X holding: on hold (IVR)", "Y ringing: being called (IVR)"],
        ["IVR talking: talking to Y (IVR)", "X holding: on hold (IVR)", "Y talking: talking (IVR)"],
        [
          "IVR talking: in a conference (IVR)", "X talking: in a conference (IVR)", "Y talking: in a conference (IVR)",
        ],
      ])
  }

  @Test func partiesOfAnInteractionServer() throws {
    let text = """
      scenario T
      server interaction-server
      party Agent1 agent
      party Agent2 agent state=logged-out
      party Server interaction-server
      party Chat interaction
      Agent2 RequestAgentLogin
          ...
      Agent1 RequestTransfer Agent2
          ...
      Agent2 RequestAccept
          ...
      """
    #expect(
      try activities(text) == [
        ["Agent2 other: logged out"],
        [],
        [
          "Agent1 talking: a party of Chat (Chat)", "Agent1 other: inviting Agent2",
          "Agent2 ringing: invited to Chat (Chat)", "Chat talking: with Agent1 (Chat)",
        ],
        ["Agent2 talking: a party of Chat (Chat)", "Chat talking: with Agent2 (Chat)"],
      ])
  }

  @Test func partiesOfARecordedCall() throws {
    let text = """
      scenario T
      server recording
      party D1 device record=true
      party D2 device
      party D3 device
      party SIP sip-server
      party Media media-server
      D1 connect D2
          ...
      D1 consult D3
          ...
      """
    #expect(
      try activities(text) == [
        [], ["D1 talking: talking to D2 (1)", "D1 other: recorded", "D2 talking: talking to D1 (1)"],
        [
          "D1 talking: consulting D3 (1)", "D1 other: recorded", "D2 holding: on hold (1)",
          "D3 talking: consulted by D1 (1)",
        ],
      ])
  }

  @Test func valuesHaveOrigins() throws {
    let text = "scenario T\nparty A extension\nparty B extension\nA TMakeCall B\n    ...\n"
    let scenario = try Scenario(parsing: text)
    let steps = try scenario.replay(.init(views: true)).flows[0].entries
    guard case .step(let step)? = steps.first, let origin = step.view?.origins.first else {
      Issue.record("there is no origin")
      return
    }
    #expect(origin.recipient == "the actor")
    #expect(origin.attribute("OtherDN", isListed: true)?.origin == "the target")
    guard case .step(let plain)? = try scenario.replay().flows[0].entries.first else { return }
    #expect(plain.view == nil)
  }
}
