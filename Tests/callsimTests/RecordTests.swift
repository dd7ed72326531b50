import Testing

/// `callsim record`: what it writes, and when it refuses to.
@Suite struct RecordTests {
  private let scratch = Scratch(["s/bad.scenario": Scenes.failing])

  private func record(_ arguments: String..., environment: [String] = []) throws -> Invocation {
    try Invocation(["record"] + arguments, in: scratch, environment: environment)
  }

  @Test func rewritesExpectations() throws {
    scratch.write("s/good.scenario", Scenes.passing)
    #expect(
      try record("s")
        == Invocation(
          status: 0,
          output: """
            --- s/bad.scenario
            +++ s/bad.scenario (recorded)
            @@ -10,4 +10,4 @@
             
             after *
             A TReleaseCall
            -    A  EventReleased  ThisDNRole=Origination CallState=Busy
            +    A  EventReleased  ThisDNRole=Origination CallState=OK
            1 recorded, 1 unchanged

            """))
    #expect(scratch.read("s/bad.scenario") == Scenes.passing)
    #expect(try record("s") == Invocation(status: 0, output: "0 recorded, 2 unchanged\n"))
  }

  @Test func refusesDerivedScenarios() throws {
    let derived = Scenes.sourced.replacing("source    The manual", with: "derived   D14")
    scratch.write("s/a.scenario", derived)
    let refusal = try record("s")
    #expect(refusal.status == 2)
    #expect(
      refusal.error
        == "callsim: error: s/a.scenario is derived: its expectations follow from the manual and the decisions\n"
        + "    copy the file and change the copy, or use --force\n")
    #expect(try record("s", "--force").status == 0)
    #expect(scratch.read("s/a.scenario") == derived.replacing("Busy", with: "OK"))
  }

  @Test func refusesScenariosWithASource() throws {
    scratch.write("s/a.scenario", Scenes.sourced)
    let refusal = try record("s")
    #expect(refusal.status == 2)
    #expect(
      refusal.error
        == "callsim: error: s/a.scenario has a source: its expectations come from the manual\n    copy the file and change the copy, or use --force\n"
    )
    #expect(refusal.output.hasSuffix("1 recorded, 0 unchanged\n"))
    #expect(scratch.read("s/a.scenario") == Scenes.sourced)
    #expect(try record("s", "--force").status == 0)
    #expect(scratch.read("s/a.scenario") == Scenes.sourced.replacing("Busy", with: "OK"))
  }

  /// The ReferenceID of a refusal is unlisted, and no line of the file names it, but it is written.
  @Test func writesTheReferenceIDOfARefusal() throws {
    scratch.write("s/bad.scenario", "scenario T\nparty A extension\nA TRetrieveCall\nA TRetrieveCall ReferenceID=9\n")
    #expect(try record("s").status == 0)
    let error = "    A  EventError  ErrorCode=1164 ErrorMessage=\"No held call\" ReferenceID="
    #expect(
      scratch.read("s/bad.scenario")
        == "scenario  T\n\nparty     A  extension\n\n"
        + "A TRetrieveCall\n\(error)*\nA TRetrieveCall ReferenceID=9\n\(error)9\n")
  }

  /// Every line can be parsed, but the recorded expectation would be too long a line.
  @Test func refusesTooLongLines() throws {
    let name = String(repeating: "n", count: 65_490)
    let text = "scenario T\nparty \(name) extension\nparty B extension\n\(name) TMakeCall B\n"
    scratch.write("s/long.scenario", text)
    let refusal = try record("s")
    #expect(refusal.status == 2)
    #expect(
      refusal.error == """
        callsim: error: cannot record s/long.scenario: line 7 would have 65566 bytes: at most 65536 are allowed
            split it into several scenarios

        """)
    #expect(refusal.output.hasSuffix("1 recorded, 0 unchanged\n"))
    #expect(scratch.read("s/long.scenario") == text)
  }

  @Test(arguments: [[], ["--force"], ["--golden", "g"]])
  func refusesIfCIIsSet(_ options: [String]) throws {
    #expect(
      try Invocation(["record", "s"] + options, in: scratch, environment: ["CI=true"])
        == Invocation(
          status: 2,
          error:
            "callsim: error: callsim does not record if CI is set\n    record on your own machine, review the changes and commit them\n"
        ))
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
    #expect(try Invocation(["record", "s"] + options, in: scratch, environment: ["CI="]).status == 0)
  }

  @Test func filesWithMistakesAreLeftAlone() throws {
    scratch.write("s/a.scenario", Scenes.mistaken)
    #expect(try record("s").status == 2)
    #expect(scratch.read("s/a.scenario") == Scenes.mistaken)
    #expect(scratch.read("s/bad.scenario") == Scenes.passing)
  }

  @Test func writesGoldens() throws {
    scratch.write("g/s/old.scenario.jsonl", "gone\n")
    #expect(
      try record("--golden", "g", "--format", "jsonl", "s")
        == Invocation(
          status: 0,
          output: """
            new: g/s/bad.scenario.jsonl
            1 recorded, 0 unchanged

            """, error: "callsim: g/s/old.scenario.jsonl belongs to no scenario: delete it, or record with --prune\n"))
    #expect(scratch.read("g/s/bad.scenario.jsonl") == Scenes.lines)
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
    #expect(try record("--golden", "g", "--format", "jsonl", "./s").output == "0 recorded, 1 unchanged\n")

    // A shorter text leaves nothing of the longer one.
    scratch.write("g/s/bad.scenario.jsonl", Scenes.lines + Scenes.lines)
    #expect(try record("--golden", "g", "--format", "jsonl", "s").status == 0)
    #expect(scratch.read("g/s/bad.scenario.jsonl") == Scenes.lines)
  }

  @Test func namesOnlyTheFiles() throws {
    scratch.write("g/s/bad.scenario.txt", "old\n")
    scratch.write("s/good.scenario", Scenes.passing)
    #expect(
      try record("s", "--quiet", "--golden", "g").output
        == "changed: g/s/bad.scenario.txt\nnew: g/s/good.scenario.txt\n2 recorded, 0 unchanged\n")
    #expect(try record("s", "--quiet").output == "changed: s/bad.scenario\n1 recorded, 1 unchanged\n")
    #expect(scratch.read("s/bad.scenario") == Scenes.passing)
  }

  @Test func filesWithMistakesAreCounted() throws {
    let scratch = Scratch([
      "s/a.scenario": "scenario T\nparty A extension\nA hangup\n", "s/b.scenario": "scenario T\n",
      "s/good.scenario": Scenes.passing,
    ])
    let recorded = try Invocation(["record", "s"], in: scratch)
    #expect(recorded.output == "0 recorded, 2 unchanged, 1 not understood\n")
    #expect(recorded.status == 2)
    let golden = try Invocation(["record", "--golden", "g", "--quiet", "s"], in: scratch)
    #expect(golden.output == "new: g/s/good.scenario.txt\n1 recorded, 0 unchanged, 2 not understood\n")
  }

  // MARK: Standard input

  private func filter(_ text: String, _ options: [String] = []) throws -> Invocation {
    scratch.write("input", text)
    return try Invocation(["record", "-"] + options, in: scratch, input: scratch.path("input"))
  }

  @Test func isAFilter() throws {
    #expect(try filter(Scenes.failing) == Invocation(status: 0, output: Scenes.passing))
    #expect(try filter(Scenes.passing, ["--quiet"]) == Invocation(status: 0, output: Scenes.passing))
    #expect(try filter(Scenes.sourced, ["--force"]).output == Scenes.sourced.replacing("Busy", with: "OK"))
    // In case of a mistake, there is no text that an editor could take for the file.
    let mistaken = try filter(Scenes.mistaken)
    #expect(mistaken.status == 2 && mistaken.output == "" && mistaken.error.hasPrefix("-:3:3: error: "))
    let sourced = try filter(Scenes.sourced)
    #expect(sourced.status == 2 && sourced.output == "")
    #expect(
      sourced.error
        == "callsim: error: - has a source: its expectations come from the manual\n    copy the file and change the copy, or use --force\n"
    )
  }

  @Test func standardInputGoesAlone() throws {
    #expect(
      try record("-", "s")
        == Invocation(
          status: 2,
          error: """
            callsim: error: standard input cannot be recorded with other files
                give - as the only PATH: the scenario is written to standard output

            """))
    #expect(try record("-", "--golden", "g").status == 2)
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
  }

  // MARK: Pruning

  @Test func prunesGoldensWithoutAScenario() throws {
    scratch.write("g/s/old.scenario.txt", "gone\n")
    scratch.write("g/s/sub/older.scenario.txt", "gone\n")
    scratch.write("g/s/old.scenario.jsonl", "of another format\n")
    scratch.write("g/s/notes.txt", "not ours\n")
    scratch.write("g/other/old.scenario.txt", "not below the PATH\n")
    scratch.link("g/s/link.scenario.txt", to: "notes.txt")
    let pruned = try record("s", "--golden", "g", "--prune")
    #expect(
      pruned.output == """
        new: g/s/bad.scenario.txt
        pruned: g/s/old.scenario.txt
        pruned: g/s/sub/older.scenario.txt
        1 recorded, 0 unchanged, 2 pruned

        """)
    #expect(pruned.status == 3 && pruned.error.contains("g/s/link.scenario.txt: it is a symbolic link"))
    #expect(
      scratch.names("g/s") == ["bad.scenario.txt", "link.scenario.txt", "notes.txt", "old.scenario.jsonl", "sub"])
    #expect(scratch.names("g/s/sub") == [])
    #expect(scratch.names("g/other") == ["old.scenario.txt"])
  }

  @Test func prunesNothingIfThePathsDoNotFit() throws {
    scratch.write("g/deep/s/bad.scenario.txt", "old\n")
    scratch.write("g/s/other.scenario.txt", "old\n")
    let message = """
      the paths do not fit the golden files: g/s/bad.scenario.txt is missing, but there is g/deep/s/bad.scenario.txt
          a golden is named after the path as it is given: run callsim in the folder where they were recorded

      """
    #expect(
      try record("s", "--golden", "g", "--prune") == Invocation(status: 2, error: "callsim: error: \(message)"))
    #expect(scratch.names("g/s") == ["other.scenario.txt"])
    // Without --prune, the goldens are written where they were asked for.
    #expect(
      try record("s", "--golden", "g")
        == Invocation(
          status: 0, output: "new: g/s/bad.scenario.txt\n1 recorded, 0 unchanged\n", error: "callsim: \(message)"))
  }

  @Test(arguments: [
    (["s", "--prune"], "--prune needs --golden"),
    (["s/bad.scenario", "--prune", "--golden", "g"], "--prune needs a PATH that is a folder"),
  ])
  func pruningNeedsFolders(_ arguments: [String], _ message: String) throws {
    let invocation = try Invocation(["record"] + arguments, in: scratch)
    #expect(invocation.status == 2 && invocation.error.hasPrefix("callsim: error: \(message)\n"))
    #expect(scratch.names("g") == [])
  }

  // MARK: Files that cannot be written

  @Test func unwritableFilesAreReported() throws {
    scratch.write("g/s", "a file where a folder should be\n")
    #expect(
      try record("--golden", "g", "s")
        == Invocation(
          status: 3, output: "0 recorded, 0 unchanged\n",
          error:
            "callsim: error: cannot read g/s/bad.scenario.txt: Not a directory\n    make the golden file readable\n"))
    #expect(scratch.read("g/s") == "a file where a folder should be\n")
  }

  @Test func keepsTheModeAndTheLinksThatLeadToTheFile() throws {
    scratch.setMode("s/bad.scenario", 0o640)
    scratch.link("link.scenario", to: "s/second")
    scratch.link("s/second", to: "bad.scenario")
    scratch.hardLink("s/other", to: "s/bad.scenario")
    #expect(try record("link.scenario").status == 0)
    #expect(scratch.read("s/bad.scenario") == Scenes.passing)
    #expect(scratch.read("link.scenario") == Scenes.passing)
    #expect(scratch.mode("s/bad.scenario") == 0o640)
    // Another hard link to the file keeps the old content.
    #expect(scratch.read("s/other") == Scenes.failing)
    #expect(scratch.names("s") == ["bad.scenario", "other", "second"])
  }

  @Test(arguments: [[], ["--golden", "s"]]) func aFileThatMayNotGrowStaysAsItIs(_ options: [String]) throws {
    let padded = Scenes.failing + String(repeating: "# A comment.\n", count: 100)
    scratch.write("s/bad.scenario", padded)
    scratch.write("s/s/bad.scenario.txt", "old\n")
    // In blocks of 512 bytes. A coverage build writes a file at the end, which would not fit either.
    let invocation = try Invocation(
      ["record", "s/bad.scenario"] + options, in: scratch, environment: ["LLVM_PROFILE_FILE=/dev/null"],
      shell: "ulimit -f 1; exec \"$@\"")
    let path = options.isEmpty ? "s/bad.scenario" : "s/s/bad.scenario.txt"
    #expect(
      invocation
        == Invocation(
          status: 3, output: "0 recorded, 0 unchanged\n",
          error: "callsim: error: cannot write \(path): File too large\n    the file is unchanged\n"))
    #expect(scratch.read("s/bad.scenario") == padded)
    #expect(scratch.read("s/s/bad.scenario.txt") == "old\n")
    #expect(scratch.names("s") == ["bad.scenario", "s"])
    #expect(scratch.names("s/s") == ["bad.scenario.txt"])
  }

  @Test(.enabled(if: Ordinary.canRun, "nothing is forbidden to root, and setpriv is missing"))
  func aFileThatMayNotBeWrittenIsNotReplaced() throws {
    scratch.setMode("s/bad.scenario", 0o444)
    #expect(
      try Ordinary.run(["record", "s"], in: scratch)
        == Invocation(
          status: 3, output: "0 recorded, 0 unchanged\n",
          error: "callsim: error: cannot write s/bad.scenario: Permission denied\n    the file is unchanged\n"))
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
  }

  @Test(.enabled(if: Ordinary.canRun, "nothing is forbidden to root, and setpriv is missing"))
  func aFolderThatMayNotBeWrittenIsLeftAlone() throws {
    scratch.setMode("s/bad.scenario", 0o666)
    scratch.setMode("s", 0o555)
    defer { scratch.setMode("s", 0o755) }
    #expect(
      try Ordinary.run(["record", "s"], in: scratch)
        == Invocation(
          status: 3, output: "0 recorded, 0 unchanged\n",
          error: """
            callsim: error: cannot write s/bad.scenario: its folder does not let callsim replace it: Permission denied
                the file is unchanged; make its folder writable

            """))
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
    #expect(scratch.names("s") == ["bad.scenario"])
  }

  @Test func temporaryFilesAreNoScenarios() throws {
    scratch.write("s/.callsim-0.tmp", Scenes.failing)
    #expect(try record("s").output.hasSuffix("1 recorded, 0 unchanged\n"))
    #expect(scratch.read("s/.callsim-0.tmp") == Scenes.failing)
  }

  @Test func aRefusalThatIsRecordedIsAWarning() throws {
    scratch.write(
      "r.scenario", "scenario R\nparty A extension\nparty B extension\nA TMakeCall B\nB TAnswerCall\n")
    let recorded = try Invocation(["record", "r.scenario"], in: scratch)
    #expect(recorded.status == 0)
    #expect(
      recorded.error == """
        r.scenario:5:1: warning: the request is refused: B cannot answer: it is not ringing (the call is still on its way to it)
            if that is not what you test, look for an action that is missing before it

        """)
    // Once it is in the file, it is expected.
    #expect(try Invocation(["record", "r.scenario"], in: scratch).error.isEmpty)
  }
}
