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
              flow main, step 1: A TMakeCall B
              A receives EventDialing, as expected.

              A  EventDialing  to the actor
                rule        A call is made to a device
                source      Basic Call Models, Internal/Inbound Call

                ConnID       1            the call
                ThisDN       A            the recipient
                ThisDNRole   Origination  the recipient's role, Origination unless the call
                                          was handed on
                OtherDN      B            the target, under dialed-number=known, *DIAL
                OtherDNRole  Destination  the other party's role, Destination unless the
                                          call was handed on, under dialed-number=known,
                                          *DIAL

            """))
  }

  /// A long description of the recipient continues below itself.
  @Test func linesFitEightyColumns() throws {
    scratch.write(
      "data.scenario",
      """
      scenario T
      party The-supervisor-of-all-the-groups extension
      party B extension
      The-supervisor-of-all-the-groups TMakeCall B
      B ring
      B TAnswerCall
      B TAttachUserData k=v

      """)
    let lines = try why("data.scenario:7").output.split(separator: "\n")
    #expect(lines.contains("  B  EventAttachedDataChanged  to each party or observer that had been told of"))
    #expect(lines.contains("                               the call"))
    #expect(lines.contains("  The-supervisor-of-all-the-groups  EventAttachedDataChanged"))
    #expect(lines.contains("    to each party or observer that had been told of the call"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func anExpectationThatDoesNot() throws {
    let wrong = try why("bad.scenario")
    #expect(wrong.status == 0)
    #expect(
      wrong.output.hasPrefix(
        """
        bad.scenario:13
          flow *, step 2: A TReleaseCall
          A receives EventReleased with CallState=OK, not Busy.

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
          flow main, step 4: A TInitiateTransfer C
          A receives EventHeld before EventDialing, not after, with another CallState
          and OtherDN.
            CallState is absent, expected OK
            OtherDN is B, which is not expected

          A  EventHeld  to the actor

        """))
  }

  private static let transfer = """
    scenario  T
    party A extension
    party B extension
    party C extension
    A TMakeCall B
        ...
    B ring
        ...
    B TAnswerCall
        ...
    A TInitiateTransfer C
        ...
    C ring
        ...
    C TAnswerCall
        ...
    A TCompleteTransfer
        A  EventReleased  ConnID=1 CallState=Transferred
        A  EventReleased  ConnID=2 CallState=Transferred
        ...

    """

  /// What `test` says about the lines, and `why` about the one at `line`, without the first two lines.
  private func found(_ text: String, _ line: Int) throws -> (test: [Substring], why: [Substring]) {
    scratch.write("t.scenario", text)
    let test = try Invocation(["test", "t.scenario"], in: scratch).output.split(separator: "\n")
    return (test, Array(try why("--width", "120", "t.scenario:\(line)").output.split(separator: "\n").dropFirst(2)))
  }

  @Test func exchangedLinesAreAsTheTestSays() throws {
    let exchanged = Self.transfer.replacing("ConnID=1 CallState=T", with: "ConnID=3 CallState=T")
      .replacing("ConnID=2 CallState=T", with: "ConnID=1 CallState=T")
      .replacing("ConnID=3 CallState=T", with: "ConnID=2 CallState=T")
    let sentence = "A receives EventReleased with ConnID=1 before EventReleased with ConnID=2, not after"
    let (test, first) = try found(exchanged, 18)
    #expect(test.dropFirst().first == "  \(sentence)")
    #expect(first.first == "  A receives EventReleased, as expected.")
    #expect(try found(exchanged, 19).why.first == "  \(sentence).")
  }

  @Test func anotherRecipientIsAsTheTestSays() throws {
    let other = Self.transfer.replacing("    A  EventReleased  ConnID=2", with: "    B  EventReleased  ConnID=2")
    let (test, why) = try found(other, 19)
    #expect(test.dropFirst().first == "  EventReleased goes to A, not to B")
    #expect(why.first == "  EventReleased goes to A, not to B.")
    #expect(why.dropFirst().first == "  A  EventReleased  to the actor")
  }

  @Test func aFileMayHaveAColonInItsName() throws {
    #expect(try why("odd:7").output.hasPrefix("odd:7:7\n  flow main, step 1: A TMakeCall B\n"))
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
