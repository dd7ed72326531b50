import Testing

/// `callsim shrink`: what is printed, and the exit status.
@Suite struct ShrinkTests {
  private let scratch = Scratch([
    "good.scenario": Scenes.passing, "mistaken.scenario": Scenes.mistaken,
    "failing.scenario": """
    scenario Failing
    party A extension
    party B extension
    party C extension
    C TCallSetForward B
        ...
    A TMakeCall B
        A EventReleased
    """,
  ])

  private func shrink(_ arguments: String...) throws -> Invocation {
    try Invocation(["shrink"] + arguments, in: scratch)
  }

  private let shrunk = """
    scenario  Failing

    party     A  extension
    party     B  extension

    # failing.scenario, line 7: flow main, step 2: A TMakeCall B: EventDialing is not expected
    A TMakeCall B
        A  EventReleased

    """

  @Test func theSmallestScenarioIsPrinted() throws {
    #expect(
      try shrink("failing.scenario")
        == Invocation(status: 1, output: shrunk, error: "callsim: shrunk from 2 actions to 1\n"))
  }

  @Test func itIsWrittenToAFile() throws {
    #expect(try shrink("failing.scenario", "-o", "small.scenario").status == 1)
    #expect(scratch.read("small.scenario") == shrunk)
    #expect(
      try Invocation(["test", "small.scenario", "--quiet"], in: scratch).output.hasSuffix("0 passed, 1 failed\n"))
    #expect(try shrink("failing.scenario", "-o", "failing.scenario").status == 2)
  }

  @Test func nothingIsPrintedIfNothingFails() throws {
    #expect(
      try shrink("good.scenario")
        == Invocation(status: 0, error: "callsim: nothing fails in good.scenario: there is nothing to shrink\n"))
    #expect(try shrink("failing.scenario", "--flow", "other").status == 2)
  }

  @Test func mistakesAreReported() throws {
    #expect(try shrink("mistaken.scenario").status == 2)
    #expect(try shrink("missing.scenario").status == 3)
    #expect(try shrink().status == 2)
  }
}
