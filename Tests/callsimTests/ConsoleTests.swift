import Testing

/// What callsim says on standard error: mistakes and warnings, in colour or without.
@Suite struct ConsoleTests {
  private static let mistaken = "scenario T\nparty A extension\nA hangup\n"
  private static let suspicious = """
    scenario T
    party A extension
    party B extension
    A TMakeCall B
        A EventDialing OtherDN=BB ...

    """
  private static let passing = suspicious.replacing("BB", with: "B|\"BB\"")

  @Test func mistakesAreColoredIfAsked() throws {
    let scratch = Scratch(["a.scenario": Self.mistaken])
    let plain = """
      a.scenario:3:3: error: unknown verb hangup
          A hangup
            ^~~~~~
          did you mean hangUp?

      """
    #expect(try Invocation(["run", "a.scenario"], in: scratch).error == plain)
    #expect(try Invocation(["run", "a.scenario", "--color", "never"], in: scratch).error == plain)
    #expect(
      try Invocation(["run", "a.scenario", "--color", "always"], in: scratch, environment: ["NO_COLOR=1"]).error
        == "\u{1B}[1ma.scenario:3:3: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1munknown verb hangup\u{1B}[0m\n"
        + "    A hangup\n\u{1B}[31m      ^~~~~~\u{1B}[0m\n    did you mean hangUp?\n")
    #expect(
      try Invocation(["run", "b.scenario", "--color=always"], in: scratch).error.hasPrefix(
        "\u{1B}[1mcallsim: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m"))
  }

  @Test func aWarningChangesNoStatusAndHidesNoFinding() throws {
    let scratch = Scratch(["a.scenario": Self.suspicious, "b.scenario": Self.passing])
    let warning = """
      a.scenario:5:28: warning: BB is neither a party nor a DN of this file
              A EventDialing OtherDN=BB ...
                                     ^~
          did you mean B? if not, quote the value: OtherDN="BB"

      """
    let test = try Invocation(["test", "a.scenario", "b.scenario"], in: scratch)
    #expect(test.error == warning)
    #expect(test.status == 1)
    #expect(test.output.contains("-   OtherDN=BB\n") && test.output.hasSuffix("1 passed, 1 failed\n"))
    let run = try Invocation(["run", "a.scenario"], in: scratch)
    #expect(run.error == warning)
    #expect(run.status == 0)
    #expect(
      try Invocation(["test", "b.scenario"], in: scratch) == Invocation(status: 0, output: "1 passed, 0 failed\n"))
  }
}
