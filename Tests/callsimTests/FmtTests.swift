import Testing

/// `callsim fmt`: which files it changes, and what it says.
@Suite struct FmtTests {
  private static let rough = Scenes.passing.replacing("  A  Event", with: " A   Event").replacing("\n\n", with: "\n")
  private let scratch = Scratch(["s/rough.scenario": rough, "s/good.scenario": Scenes.passing])

  private func fmt(_ arguments: String..., input: String = "/dev/null") throws -> Invocation {
    try Invocation(["fmt"] + arguments, in: scratch, environment: ["CI=true"], input: input)
  }

  @Test func formatsTheFilesThatNeedIt() throws {
    let good = scratch.number("s/good.scenario")
    #expect(try fmt("s") == Invocation(status: 0, output: "s/rough.scenario\n1 formatted, 1 unchanged\n"))
    #expect(scratch.read("s/rough.scenario") == Scenes.passing)
    #expect(scratch.number("s/good.scenario") == good)
    #expect(try fmt("s") == Invocation(status: 0, output: "0 formatted, 2 unchanged\n"))
    #expect(scratch.names("s") == ["good.scenario", "rough.scenario"])
  }

  @Test func checksWithoutChangingAnything() throws {
    #expect(
      try fmt("--check", "s")
        == Invocation(
          status: 1, output: "s/rough.scenario\n1 to format, 1 unchanged\n",
          error: "callsim: to format them, run callsim fmt s\n"))
    #expect(scratch.read("s/rough.scenario") == Self.rough)
    #expect(
      try fmt("s/good.scenario", "--check") == Invocation(status: 0, output: "0 to format, 1 unchanged\n"))
  }

  @Test func standardInputGoesToStandardOutput() throws {
    #expect(
      try fmt("-", input: scratch.path("s/rough.scenario")) == Invocation(status: 0, output: Scenes.passing))
    #expect(
      try fmt("--check", "-", input: scratch.path("s/good.scenario"))
        == Invocation(status: 0, output: "0 to format, 1 unchanged\n"))
    #expect(
      try fmt("--check", "-", input: scratch.path("s/rough.scenario"))
        == Invocation(status: 1, output: "-\n1 to format, 0 unchanged\n"))
  }

  @Test(arguments: [[], ["--check"]])
  func filesWithMistakesAreLeftAlone(_ options: [String]) throws {
    scratch.write("s/bad.scenario", Scenes.mistaken)
    let invocation = try Invocation(["fmt", "s"] + options, in: scratch)
    #expect(invocation.status == 2)
    #expect(invocation.error.hasPrefix("s/bad.scenario:3:3: error: unknown verb TMakeCal\n"))
    #expect(invocation.output.hasPrefix("s/rough.scenario\n1 "))
    #expect(scratch.read("s/bad.scenario") == Scenes.mistaken)
    // Neither does a part of standard input come out.
    #expect(try fmt("-", input: scratch.path("s/bad.scenario")).output == "")
  }

  /// An editor that filters a file through `callsim fmt -` would put them into the text.
  @Test func givesNoWarnings() throws {
    let text = Self.warned
    scratch.write("s/warned.scenario", text)
    #expect(try Invocation(["test", "s/warned.scenario"], in: scratch).error.contains(": warning: 999 is neither"))
    #expect(try fmt("-", input: scratch.path("s/warned.scenario")) == Invocation(status: 0, output: text))
  }

  private static let warned = """
    scenario  A DN of no party

    party     A  extension
    party     B  extension

    A TMakeCall B
        A  EventDialing  OtherDN=999 ...
        ...

    """

  @Test func keepsLineEndsAndTheByteOrderMark() throws {
    let windows = "\u{FEFF}" + Self.rough.replacing("\n", with: "\r\n")
    scratch.write("s/rough.scenario", windows)
    #expect(try fmt("s").status == 0)
    let expected = "\u{FEFF}" + Scenes.passing.replacing("\n", with: "\r\n")
    #expect(scratch.read("s/rough.scenario")?.utf8.elementsEqual(expected.utf8) == true)
  }

  @Test func keepsTheModeAndTheLinksThatLeadToTheFile() throws {
    scratch.setMode("s/rough.scenario", 0o640)
    scratch.link("link.scenario", to: "s/rough.scenario")
    #expect(try fmt("link.scenario").output == "link.scenario\n1 formatted, 0 unchanged\n")
    #expect(scratch.mode("s/rough.scenario") == 0o640)
    #expect(scratch.read("link.scenario") == Scenes.passing)
  }

  @Test(.enabled(if: Ordinary.canRun, "nothing is forbidden to root, and setpriv is missing"))
  func aFileThatMayNotBeWrittenIsNotReplaced() throws {
    scratch.setMode("s/rough.scenario", 0o444)
    #expect(
      try Ordinary.run(["fmt", "s"], in: scratch)
        == Invocation(
          status: 3, output: "0 formatted, 1 unchanged\n",
          error: "callsim: error: cannot write s/rough.scenario: Permission denied\n    the file is unchanged\n"))
    #expect(scratch.read("s/rough.scenario") == Self.rough)
  }

  @Test func pipesAreNotReplaced() throws {
    let piped = try Invocation(["fmt", "/dev/stdin"], in: scratch, shell: "cat s/rough.scenario | \"$@\"")
    #expect(
      piped
        == Invocation(
          status: 3, output: "0 formatted, 0 unchanged\n",
          error: "callsim: error: cannot format /dev/stdin: it is not a file\n    give a regular file, or -\n"))
  }

  @Test func aLineThatWouldBecomeTooLongIsRefused() throws {
    let title = String(repeating: "t", count: 65_536 - "scenario ".utf8.count)
    scratch.write("s/rough.scenario", "scenario \(title)\nparty A extension\n")
    let invocation = try fmt("s")
    #expect(invocation.status == 2)
    #expect(
      invocation.error == """
        callsim: error: cannot format s/rough.scenario: line 1 would have 65537 bytes: at most 65536 are allowed
            split it into several scenarios

        """)
  }

  /// What `record` writes into files of any layout needs no formatting.
  @Test func recordedFilesAreFormatted() throws {
    scratch.write("s/new.scenario", "scenario  A call\nparty A extension\nparty   Bob extension\nA TMakeCall Bob\n\n\n")
    scratch.write("s/rough.scenario", Self.rough.replacing("CallState=OK", with: "CallState=Busy"))
    #expect(try Invocation(["record", "s"], in: scratch).output.hasSuffix("2 recorded, 1 unchanged\n"))
    #expect(try fmt("--check", "s") == Invocation(status: 0, output: "0 to format, 3 unchanged\n"))
    #expect(scratch.read("s/rough.scenario") == Scenes.passing)
  }

  /// Nor does what `what-if` writes.
  @Test func writtenScenariosAreFormatted() throws {
    #expect(
      try Invocation(["what-if", "s/good.scenario", "B busy", "-o", "s/asked.scenario"], in: scratch).status == 0)
    #expect(try fmt("--check", "s/asked.scenario").status == 0)
  }
}
