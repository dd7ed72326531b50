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

  @Test func mistakesHaveColors() throws {
    scratch.write("wrong.scenario", Scenes.mistaken)
    let plain = try test("nowhere", "wrong.scenario").error
    let colored = try test("nowhere", "wrong.scenario", "--color", "always").error
    #expect(colored.hasPrefix("\u{1B}[1mcallsim: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1mcannot read nowhere: "))
    #expect(
      colored.contains(
        "\n\u{1B}[1mwrong.scenario:3:3: \u{1B}[0m\u{1B}[31merror: \u{1B}[0m\u{1B}[1munknown verb "))
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test func textsAreAsWideAsAsked() throws {
    let more = "C extension\nparty D extension\nA TMakeCall B\n    "
    scratch.write(
      "wide.scenario",
      "scenario T\nparty A extension\nparty B extension\nparty \(more)"
        + "A  EventDialing  ThisDNRole=Destination OtherDN=C OtherDNRole=Origination CallState=Busy\n")
    let sentence = "A receives EventDialing, but ThisDNRole, OtherDN, OtherDNRole and CallState differ"
    #expect(try test("wide.scenario").output.contains("\n  \(sentence)\n"))
    let narrow = try test("wide.scenario", "--width", "60").output
    #expect(
      narrow.contains("\n  A receives EventDialing, but ThisDNRole, OtherDN,\n    OtherDNRole and CallState differ\n"))
    #expect(try test("wide.scenario", "--width", "39").status == 2)
    let golden = try test("wide.scenario", "--width", "60", "--golden", "g")
    #expect(golden.status == 2 && golden.error.contains("--width does not apply to golden files"))
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
    #expect(all.output == "0 passed, 1 failed, 2 not understood\n")
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

  // MARK: Options

  private static let quiet =
    "s/bad.scenario:13: flow *, step 2: A TReleaseCall: A receives EventReleased with CallState=OK, not Busy\n"

  @Test func onlySomeFlows() throws {
    scratch.write("s/bad.scenario", Scenes.failing + "\nafter * as later\nA TReleaseCall\n    ...\n")
    #expect(try test("s", "--flow", "main") == Invocation(status: 0, output: "2 passed, 0 failed\n"))
    let both = try test("s", "--flow=*", "--flow", "later")
    #expect(both.status == 1)
    #expect(both.output.hasSuffix("\n2 passed, 1 failed\n"))
    // One file that has the flow is enough.
    #expect(try test("s", "--flow", "later") == Invocation(status: 0, output: "1 passed, 0 failed\n"))
    #expect(
      try test("s", "--flow", "lter", "--flow", "main")
        == Invocation(
          status: 2, output: "2 passed, 0 failed\n",
          error: "callsim: error: unknown flow lter\n    did you mean later? otherwise see the scenario's marks\n"))
    #expect(try test("s", "--flow", "**").status == 2)
    #expect(
      try test("s", "--flow", "main", "--golden", "g")
        == Invocation(
          status: 2,
          error: """
            callsim: error: --flow does not apply to golden files, which hold all flows
                leave out --flow or --golden

            """))
  }

  @Test func oneLineForEachFlow() throws {
    let surplus = "    B  EventRinging  CallState=OK\n"
    scratch.write(
      "s/bad.scenario", Scenes.failing + surplus + "\nafter * as w\nB ring\n\nafter * as x\nB ring\n    ...\n")
    #expect(
      try test("s", "--quiet")
        == Invocation(
          status: 1,
          output: Self.quiet.replacing("\n", with: " (and 1 more)\n")
            + "s/bad.scenario:17: flow w, step 2: B ring: B receives EventRinging, which is not expected\n"
            + "4 passed, 2 failed\n"))
  }

  @Test func stopsAtTheFirstFailure() throws {
    scratch.write("s/bad.scenario", Scenes.failing + "\nafter * as w\nB ring\n\nafter * as x\nB ring\n    ...\n")
    scratch.write("s/wrong.scenario", Scenes.mistaken)
    #expect(
      try test("s", "--quiet", "--fail-fast", "--flow", "w", "--flow", "*", "--flow", "main", "--flow", "no")
        == Invocation(
          status: 1, output: Self.quiet + "1 passed, 1 failed (stopped at the first flow that failed)\n"))
    // All that differs in the flow is shown, and nothing of the next.
    scratch.write("s/bad.scenario", Scenes.failing + "A TAgentLogin\n\nafter * as w\nB ring\n")
    let full = try test("s", "--fail-fast")
    #expect(full.output.hasSuffix("\n1 passed, 1 failed (stopped at the first flow that failed)\n"))
    let places = full.output.split(separator: "\n").filter { $0.hasPrefix("s/bad.scenario:") }
    #expect(places.map { $0.prefix(19) } == ["s/bad.scenario:13: ", "s/bad.scenario:14: "])
    // A mistake is not a flow that fails.
    scratch.write("s/a.scenario", Scenes.mistaken)
    #expect(
      try test("s", "--fail-fast").output.hasSuffix(
        "1 passed, 1 failed, 1 not understood (stopped at the first flow that failed)\n"))
    #expect(
      try test("s/good.scenario", "--fail-fast") == Invocation(status: 0, output: "2 passed, 0 failed\n"))
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

    scratch.write("g/.keep", "")
    #expect(
      try golden()
        == Invocation(
          status: 1,
          output: """
            missing: g/s/good.scenario.jsonl
            0 passed, 1 failed

            """))

    scratch.write("g/s/good.scenario.jsonl", Scenes.lines)
    scratch.write("g/s/other.txt", "not ours")
    scratch.write("g/elsewhere/old.scenario.jsonl", "not below the PATH")
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
            orphaned: g/s/sub/old.scenario.jsonl
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
