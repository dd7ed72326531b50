import Testing

/// `callsim test`: with expectations, and with golden files.
@Suite struct TestTests {
  private let scratch = Scratch(["s/good.scenario": Scenes.passing])

  private func test(_ arguments: String...) throws -> Invocation { try Invocation(["test"] + arguments, in: scratch) }

  @Test func countsFlows() throws {
    #expect(try test("s") == Invocation(status: 0, output: "2 passed, 0 failed\n"))
    scratch.write("s/bad.scenario", Scenes.failing)
    let failing = try test("s")
    #expect(failing.status == 1)
    #expect(failing.error == "")
    #expect(failing.output.contains("s/bad.scenario:13"))
    #expect(failing.output.hasSuffix("\n3 passed, 1 failed\n"))
  }

  @Test func theHighestStatusApplies() throws {
    scratch.write("bad.scenario", Scenes.failing)
    scratch.write("wrong.scenario", Scenes.mistaken)
    #expect(try test("s", "bad.scenario").status == 1)
    let both = try test("bad.scenario", "wrong.scenario")
    #expect(both.status == 2)
    #expect(both.output.hasSuffix("\n1 passed, 1 failed, 1 not understood\n"))
    #expect(try test("nowhere", "bad.scenario", "wrong.scenario").status == 3)
  }

  @Test func whatIsNotUnderstoodIsCounted() throws {
    scratch.write("s/a.scenario", Scenes.mistaken)
    // A mistake that only playing finds.
    scratch.write("s/b.scenario", Scenes.passing + "\nafter *\nB TAnswerCall\n    refused\nA ring\n")
    #expect(try test("s").output == "2 passed, 0 failed, 2 not understood\n")
    // A file that cannot be read is not counted.
    let all = try test("s", "nowhere", "--golden", "g")
    #expect(all.output.hasSuffix("\n0 passed, 1 failed, 2 not understood\n"))
    #expect(all.status == 3)
  }

  @Test(arguments: [[], ["--golden", "g"]]) func aScenarioWithoutAnActionIsNotUnderstood(_ options: [String]) throws {
    let header = "# Nothing happens.\nscenario  Nothing\n\nparty     A  extension\n"
    for text in [header, header + "mark m\nafter m\n"] {
      scratch.write("nothing.scenario", text)
      #expect(
        try Invocation(["test", "nothing.scenario"] + options, in: scratch)
          == Invocation(
            status: 2, output: "0 passed, 0 failed, 1 not understood\n",
            error: """
              nothing.scenario:1:1: error: the scenario has no action
                  below the parties, write who does what: ACTOR VERB [TARGET]

              """))
    }
    // The other commands accept it.
    #expect(try Invocation(["explore", "nothing.scenario"], in: scratch).status == 0)
    #expect(try Invocation(["run", "nothing.scenario"], in: scratch).status == 0)
    #expect(try Invocation(["record", "nothing.scenario"], in: scratch).status == 0)
  }

  @Test func aFlowWithoutAnActionIsNotCounted() throws {
    scratch.write("s/good.scenario", Scenes.passing + "\nafter * as empty\n")
    #expect(try test("s") == Invocation(status: 0, output: "2 passed, 0 failed\n"))
  }

  @Test func itNeverWrites() throws {
    scratch.write("s/bad.scenario", Scenes.failing)
    _ = try test("s")
    _ = try test("s", "--golden", "g")
    #expect(scratch.read("s/bad.scenario") == Scenes.failing)
    #expect(scratch.read("g/s/good.scenario.txt") == nil)
  }

  @Test func goldenFiles() throws {
    func golden() throws -> Invocation { try test("s", "--golden=g/", "--format", "jsonl") }
    let lines = Scenes.lines.split(separator: "\n")

    #expect(
      try golden()
        == Invocation(
          status: 1,
          output: """
            --- g/s/good.scenario.jsonl (missing)
            +++ s/good.scenario
            @@ -0,0 +1,2 @@
            +\(lines[0])
            +\(lines[1])
            0 passed, 1 failed

            """))

    scratch.write("g/s/good.scenario.jsonl", Scenes.lines)
    scratch.write("g/s/other.txt", "not ours")
    scratch.write("g/elsewhere/old.scenario.jsonl", "not beneath the PATH")
    #expect(try golden() == Invocation(status: 0, output: "1 passed, 0 failed\n"))

    scratch.write("g/s/good.scenario.jsonl", "\(lines[0])\nold\n")
    scratch.write("g/s/sub/old.scenario.jsonl", "gone\n")
    #expect(
      try golden()
        == Invocation(
          status: 1,
          output: """
            --- g/s/good.scenario.jsonl
            +++ s/good.scenario
            @@ -1,2 +1,2 @@
             \(lines[0])
            -old
            +\(lines[1])
            --- g/s/sub/old.scenario.jsonl
            +++ (no such scenario)
            @@ -1,1 +0,0 @@
            -gone
            0 passed, 2 failed

            """))
    // Orphans are only searched for below folders.
    scratch.write("g/s/good.scenario.jsonl", Scenes.lines)
    #expect(
      try test("./s//good.scenario", "--golden=g", "--format=jsonl")
        == Invocation(status: 0, output: "1 passed, 0 failed\n"))
  }

  @Test func goldensHaveOnePlaceEach() throws {
    #expect(try test("../x/s", "s/../s", "--golden", "g").status != 0)
    #expect(
      try test("s/../s/good.scenario", "--golden", "g")
        == Invocation(
          status: 2,
          error: """
            callsim: error: s/../s/good.scenario contains .., so its golden file would be outside g
                run callsim in a folder above the scenarios, and give paths relative to it

            """))
  }

  @Test func aGoldenThatIsAFolder() throws {
    scratch.write("g/s/good.scenario.txt/x", "")
    #expect(
      try test("s", "--golden", "g")
        == Invocation(
          status: 3, output: "0 passed, 0 failed\n",
          error:
            "callsim: error: cannot read g/s/good.scenario.txt: it is not a file\n    a golden must be a regular file: remove what is there\n"
        ))
  }
}
