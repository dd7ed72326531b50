import CallReport
import CallScenario
import Testing

/// How an exploration is answered.
@Suite struct ExplorationTextTests {
  private func report(_ properties: String, verbs: [String]) throws -> ExplorationReport {
    let text = "scenario T\nparty A extension\nparty B extension\n" + properties
    return try Scenario(parsing: text).explore(calls: 1, verbs: verbs)
  }

  @Test func everyKindOfAnswer() throws {
    let report = try report(
      """
      never A EventReleased ... before B EventEstablished ...
      never B EventHeld ...
      sometimes A EventHeld ...
      always after A EventHeld ... eventually A EventRetrieved ...
      """, verbs: ["TMakeCall", "ring", "TAnswerCall", "TReleaseCall"])
    #expect(
      ExplorationText(width: 60).text(report) == """
        7 states, 16 transitions, depth 3
        broken: never A EventReleased ... before B EventEstablished ...
            A TMakeCall B
                A  EventDialing   ThisDNRole=Origination OtherDN=B
                                  OtherDNRole=Destination
            A TReleaseCall on 1
                A  EventReleased  ThisDNRole=Origination
                                  CallState=OK
        broken: sometimes A EventHeld ...: it is never sent
        not tested: always after A EventHeld ... eventually A EventRetrieved ...: its first message is never sent
        2 properties hold

        """)
    #expect(
      report.description == """
        7 states, 16 transitions, depth 3
        broken: never A EventReleased ... before B EventEstablished ...
            A TMakeCall B
            A TReleaseCall on 1
        broken: sometimes A EventHeld ...
        2 properties hold
        """)
  }

  @Test func stuckStatesHaveAPath() throws {
    let report = try report("never B EventHeld ...", verbs: ["TMakeCall"])
    #expect(
      ExplorationText().text(report) == """
        3 states, 2 transitions, depth 1
        1 property holds
        stuck: nothing can be done in 2 states, although not everything is over
            A TMakeCall B
                A  EventDialing  ThisDNRole=Origination OtherDN=B
                                 OtherDNRole=Destination

        """)
    #expect(ExplorationText.sentence(1) == "nothing can be done in 1 state, although not everything is over")
  }

  @Test func whatIsUndecidedIsNamed() throws {
    let text = "scenario T\nparty A extension\nparty B extension\nnever A EventRinging ...\n"
    let report = try Scenario(parsing: text).explore(calls: 1, depth: 1, verbs: ["TMakeCall", "ring"])
    #expect(
      ExplorationText(color: true).text(report)
        == "3 states, 2 transitions, depth 1\n\u{1B}[33mundecided: \u{1B}[0mnever A EventRinging ...\n")
  }
}
