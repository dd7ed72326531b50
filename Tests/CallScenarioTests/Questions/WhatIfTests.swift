import Testing

@testable import CallScenario

/// An action at every point of a flow. The expectations come from the manual: from the flows after its marks.
@Suite struct WhatIfTests {
  @Test func theCallerHangsUpAtEveryPoint() throws {
    let asked = try Asked(Asked.callToACD)
    #expect(
      try asked.whatIf("A TReleaseCall") == [
        "0: A TReleaseCall refused", "1: A TReleaseCall: A EventReleased, B EventAbandoned",
        "2: A TReleaseCall: A EventReleased", "3: A TReleaseCall: A EventReleased, C EventAbandoned",
        "4: A TReleaseCall: A EventReleased, C EventReleased",
      ])
    #expect(
      try asked.whatIf("C ring") == [
        "0: C ring refused", "1: C ring refused", "2: C ring: C EventRinging", "3: C ring refused", "4: C ring refused",
      ])
  }

  @Test func aFlowBeginsAtItsMark() throws {
    let asked = try Asked(Asked.callToACD)
    #expect(
      try asked.whatIf("A TReleaseCall", flow: "busy") == [
        "2: A TReleaseCall: A EventReleased", "3: A TReleaseCall: A EventReleased",
      ])
  }

  @Test func eachOfSeveralCallsIsTried() throws {
    let asked = try Asked(
      """
      scenario Two
      party A extension
      party B extension
      party C extension
      A TMakeCall B
      B ring
      C TMakeCall B
      B ring
      """)
    #expect(
      try asked.whatIf("B TReleaseCall") == [
        "0: B TReleaseCall refused", "1: B TReleaseCall refused",
        "2: B TReleaseCall: A EventReleased, B EventAbandoned",
        "3: B TReleaseCall: A EventReleased, B EventAbandoned",
        "4: B TReleaseCall on 1: A EventReleased, B EventAbandoned",
        "4: B TReleaseCall on 2: C EventReleased, B EventAbandoned",
      ])
    #expect(try asked.whatIf("B TReleaseCall on 2").last == "4: B TReleaseCall on 2: C EventReleased, B EventAbandoned")
  }

  @Test func ofManyCallsTheOldestAreTried() throws {
    let calls = String(repeating: "X dial G\n", count: 10)
    let asked = try Asked("scenario Many\nparty X external\nparty G acd-group\n" + calls)
    let points = try asked.scenario.whatIf(try asked.scenario.action("X hangUp", path: "A"), path: "A").points
    #expect(points.map(\.outcomes.count) == [1, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8])
    #expect(points.map(\.hasMore) == [Bool](repeating: false, count: 9) + [true, true])
  }

  @Test func pointsKnowTheirMarksAndTheirActions() throws {
    let asked = try Asked(Asked.callToACD)
    let action = try asked.scenario.action("A hangUp", path: "ACTION")
    let points = try asked.scenario.whatIf(action, path: "ACTION").points
    #expect(points.map(\.marks) == [[], ["*"], ["**"], ["***"], []])
    #expect(points.map { $0.latest?.verb.name } == [nil, "TMakeCall", "divert", "ring", "TAnswerCall"])
  }

  @Test func anAmbiguousActionIsAMistake() throws {
    let asked = try Asked(Asked.callToACD)
    let action = try asked.scenario.action("A TReleaseCall on nowhere", path: "ACTION")
    let error = #expect(throws: Mistakes.self) { try asked.scenario.whatIf(action, path: "ACTION") }
    #expect(error?.description.hasPrefix("ACTION:1:19: error: `on nowhere` names no call") == true)
  }

  // MARK: As a scenario

  /// The written scenario passes for every server, whatever the action does.
  @Test(arguments: [
    ("basic-call-models/call-to-acd", "A TReleaseCall"), ("basic-call-models/call-to-acd", "C TAnswerCall"),
    ("profile-options/", "A hangUp"), ("predictive-dialing/", "A THoldCall"), ("side-by-side/", "Caller hangUp"),
    ("ivr-conference/conference-consult-call", "IVR CompleteConf"), ("monitoring-calls/", "A TReleaseCall"),
    ("interaction-conference/whole-conference", "Agent1 RequestLeaveInteraction"),
    ("recording/", "D1 hangUp"), ("user-data/attached", "A TAttachUserData data.k=\"a value\" other=1"),
    ("holding-transferring-conferencing/conference-grows", "B TReleaseCall"),
  ])
  func theWrittenScenarioPasses(_ folder: String, _ action: String) throws {
    for file in ScenarioFile.all.filter({ $0.path.hasPrefix("Scenarios/\(folder)") }).prefix(8) {
      let scenario = try file.parsed()
      guard let asked = try? scenario.action(action, path: "ACTION") else { continue }
      for flow in scenario.flows.prefix(4).map(\.name) {
        guard let answer = try? scenario.whatIf(asked, path: "ACTION", flow: flow) else { continue }
        let text = try #require(answer.scenarioText)
        let written = try Scenario(parsing: text, path: "w")
        let transcript = try written.replay(.toCompare)
        #expect(transcript.differences().isEmpty, "\(file.path), \(flow): \(action)\n\(text)")
        #expect(written.flows.count == 1 + answer.points.reduce(0) { $0 + $1.outcomes.count })
      }
    }
  }

  @Test func itReadsLikeAScenario() throws {
    let asked = try Asked(
      """
      scenario Busy # not heard
      profile optional=omitted
      party A extension dn=100
      party B extension
      A TMakeCall B
      mark *
      B busy
      """)
    let action = try asked.scenario.action("A TReleaseCall", path: "ACTION")
    #expect(
      try asked.scenario.whatIf(action, path: "ACTION").scenarioText == """
        scenario  Busy: what if A TReleaseCall
        profile   optional=omitted

        party     A  extension  dn=100
        party     B  extension

        mark step-0
        A TMakeCall B
            A  EventDialing          ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
        mark *
        B busy
            A  EventDestinationBusy  ThisDNRole=Origination CallState=Busy
        mark step-2

        after step-0
        A TReleaseCall
            refused

        after *
        A TReleaseCall
            A  EventReleased         ThisDNRole=Origination CallState=OK

        after step-2
        A TReleaseCall
            A  EventReleased         ThisDNRole=Origination CallState=OK

        """)
  }

  /// A wait keeps its place before or after the mark of its point.
  @Test func waitsStayInTheWrittenScenario() throws {
    let asked = try Asked(
      """
      scenario Slow
      party A extension
      party B extension
      wait 1s
      A TMakeCall B
      wait 2s
      mark *
      wait 3s
      mark **
      wait 4s
      B ring
      wait 5s
      after * as another
      wait 6s
      B busy
      """)
    let action = try asked.scenario.action("A TReleaseCall", path: "ACTION")
    func body(of flow: String) throws -> [Substring] {
      let answer = try asked.scenario.whatIf(action, path: "ACTION", flow: flow)
      return try #require(answer.scenarioText).split(separator: "\n").filter { !$0.hasPrefix(" ") }
    }
    #expect(
      try body(of: "main")[3..<14] == [
        "wait 1s", "mark step-0", "A TMakeCall B", "wait 2s", "mark *", "wait 3s", "wait 4s", "B ring", "wait 5s",
        "mark step-2", "after step-0",
      ])
    #expect(
      try body(of: "another")[3..<10] == [
        "wait 1s", "A TMakeCall B", "wait 2s", "mark *", "wait 6s", "B busy", "mark step-2",
      ])
  }

  @Test func tooManyFlowsDoNotFitIntoAScenario() throws {
    let held = String(repeating: "A THoldCall\nA TRetrieveCall\n", count: 500)
    let asked = try Asked("scenario Long\nparty A extension\nparty B extension\nA TMakeCall B\n" + held)
    let action = try asked.scenario.action("A hangUp", path: "ACTION")
    let answer = try asked.scenario.whatIf(action, path: "ACTION")
    #expect(answer.points.count == 1_002 && answer.scenarioText == nil)
  }
}
