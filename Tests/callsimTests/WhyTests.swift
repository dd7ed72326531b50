import Testing

/// `callsim why`: a line of a scenario explained.
@Suite struct WhyTests {
  private let scratch = Scratch([
    "good.scenario": Scenes.passing, "bad.scenario": Scenes.failing, "odd:7": Scenes.passing,
  ])

  private func why(_ arguments: String...) throws -> Invocation { try Invocation(["why"] + arguments, in: scratch) }

  @Test func anExpectationThatHolds() throws {
    #expect(
      try why("good.scenario:8")
        == Invocation(
          status: 0,
          output: """
            good.scenario:8
              step 1 of main: A TMakeCall B
              A receives EventDialing, as expected.

              A  EventDialing  to the actor
                rule        A call is made to a device
                source      Basic Call Models, Internal/Inbound Call

                ConnID       1            the call
                ThisDN       A            the recipient
                ThisDNRole   Origination  given by the rule
                OtherDN      B            the target, under dialed-number=known, *DIAL
                OtherDNRole  Destination  given by the rule, under dialed-number=known,
                                          *DIAL

            """))
  }

  @Test func anExpectationThatDoesNot() throws {
    let wrong = try why("bad.scenario")
    #expect(wrong.status == 0)
    #expect(
      wrong.output.hasPrefix(
        """
        bad.scenario:13
          step 2 of *: A TReleaseCall
          A receives EventReleased, but not as expected:
            CallState is OK, expected Busy

          A  EventReleased  to the caller

        """))
  }

  @Test func anExpectationInAnotherOrder() throws {
    let text = "scenario T\nparty A extension\nparty B extension\nparty C extension\nA TMakeCall B\n    ...\n"
    scratch.write(
      "order.scenario",
      text + "B ring\n    ...\nB TAnswerCall\n    ...\nA TInitiateTransfer C\n"
        + "    A  EventDialing  ConnID=2 ...\n    A  EventHeld  ConnID=1 CallState=OK\n")
    #expect(
      try why("order.scenario").output.hasPrefix(
        """
        order.scenario:13
          step 4 of main: A TInitiateTransfer C
          A receives EventHeld before EventDialing, not after.
            CallState is absent, expected OK
            OtherDN is B, which is not expected

          A  EventHeld  to the actor

        """))
  }

  @Test func aFileMayHaveAColonInItsName() throws {
    #expect(try why("odd:7").output.hasPrefix("odd:7:7\n  step 1 of main: A TMakeCall B\n"))
    #expect(try why("odd:7:8").output.hasPrefix("odd:7:8\n"))
  }

  @Test func otherLinesAreAMistake() throws {
    #expect(
      try why("good.scenario:2")
        == Invocation(
          status: 2,
          error: """
            callsim: error: line 2 of good.scenario is neither an action nor an expectation
                the nearest one is line 7

            """))
    #expect(try why("good.scenario:0").status == 3)
    #expect(try why("missing.scenario:3").status == 3)
  }
}
