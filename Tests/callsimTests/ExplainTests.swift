import Testing

/// `callsim explain`, from the command line.
@Suite struct ExplainTests {
  private let scratch = Scratch()

  private func explain(_ words: String...) throws -> Invocation { try Invocation(["explain"] + words, in: scratch) }

  @Test func withoutATopicItListsAllTopics() throws {
    let list = try explain()
    #expect(list.status == 0)
    #expect(list.error == "")
    for name in ["t-server", "EventPartyChanged", "TSingleStepTransfer", "routing-point", "network-reached", "1163"] {
      #expect(list.output.contains(name), "\(name)")
    }
    #expect(list.output.contains("rules: see callsim rules\n"))
    #expect(list.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func severalWordsAreOneTopic() throws {
    let answer = try explain("call", "to", "acd")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("Call to ACD: section of t-server\n  Basic Call Models\n"))
  }

  @Test func aSharedNameIsExplainedForEachServer() throws {
    let answer = try explain("busy")
    #expect(answer.output.contains("busy: verb of t-server, not a request\n"))
    #expect(answer.output.contains("\nbusy: verb of ivr-server, not a request\n"))
    #expect(answer.output.hasSuffix("\nSee also\n  Busy, value of t-server\n"))
  }

  @Test func aDecisionIsPrinted() throws {
    let answer = try explain("D23").output
    #expect(
      answer.hasPrefix(
        """
        D23: decision about rules
          Where a call can go. `divert` and `route` work towards every kind of
          destination. The last hop decides what is listed.

        Chapter of the decisions
          What no table prints: one call

        Rules of t-server that cite it: 38

        """))
    #expect(answer.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aNameThatIsNotModelledIsNoTypingMistake() throws {
    #expect(
      try explain("TLoginMailBox").error == """
        callsim: error: callsim does not model TLoginMailBox (mailboxes)
            see callsim explain t-server

        """)
  }

  @Test func aForeignNameIsTranslatedFirst() throws {
    let answer = try explain("RequestAnswerCall")
    #expect(
      answer.output.hasPrefix("callsim calls RequestAnswerCall TAnswerCall.\n\nTAnswerCall: request of t-server\n"))
  }

  @Test func manyRulesAreListed() throws {
    let few = try explain("agent rings")
    #expect(
      few.output.hasPrefix("Rules that match agent rings; explain one by its name\n  The agent rings ("))
    #expect(few.output.contains("more: --all lists them\n"))
    let all = try explain("--all", "agent rings")
    #expect(!all.output.contains("--all names"))
    #expect(all.output.count > few.output.count)
  }

  @Test func allNamesEachRule() throws {
    #expect(try explain("EventReleased").output.contains("(--all lists the rules)"))
    #expect(try explain("EventReleased", "--all").output.contains("The caller gives up in the queue: "))
  }

  @Test func headingsAreBoldInColor() throws {
    let output = try explain("mark", "--color", "always").output
    #expect(output.hasPrefix("\u{1B}[1mmark: keyword of the language\u{1B}[0m\n"))
  }

  @Test func unknownTopicsAreErrors() throws {
    let unknown = try explain("EvntRinging")
    #expect(
      unknown
        == Invocation(
          status: 2,
          error: """
            callsim: error: unknown topic EvntRinging
                did you mean EventRinging? otherwise see callsim explain

            """))
    #expect(try explain("xyzzy").error.contains("\n    see callsim explain\n"))
    #expect(try explain("").error.contains("unknown topic ''"))
  }
}
