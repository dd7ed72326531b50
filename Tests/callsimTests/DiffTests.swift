import Testing

/// `callsim diff`: what it prints, and its exit status.
@Suite struct DiffTests {
  private let scratch = Scratch([
    "s/a.scenario": Scenes.passing, "old.jsonl": Scenes.lines,
    "new.jsonl": Scenes.lines.replacing("\"CallState\":\"OK\"", with: "\"CallState\":\"Busy\""),
  ])

  private func diff(_ arguments: String..., input: String? = nil) throws -> Invocation {
    try Invocation(["diff"] + arguments, in: scratch, input: input.map(scratch.path) ?? "/dev/null")
  }

  private static let changed = """
    --- old.jsonl
    +++ new.jsonl

    flow *, step 2
      changed  A  EventReleased  ConnID=1
        - CallState=OK
        + CallState=Busy

    0 added, 0 removed, 1 changed, 0 moved

    """

  @Test func twoTranscripts() throws {
    #expect(try diff("old.jsonl", "new.jsonl") == Invocation(status: 1, output: Self.changed))
    #expect(try diff("old.jsonl", "old.jsonl") == Invocation(status: 0, output: "no difference\n"))
    #expect(
      try diff("old.jsonl", "-", input: "new.jsonl")
        == Invocation(status: 1, output: Self.changed.replacing("+++ new.jsonl", with: "+++ -")))
    #expect(
      try diff("old.jsonl", "new.jsonl", "--format", "jsonl")
        == Invocation(
          status: 1,
          output: """
            {"difference":"changed","flow":"*","old":{"step":2},"new":{"step":2},"subject":"message","to":"A",\
            "message":"EventReleased","attributes":{"CallState":{"old":"OK","new":"Busy"}}}

            """))
    #expect(try diff("old.jsonl", "old.jsonl", "--format", "jsonl") == Invocation(status: 0))
    let page = try diff("old.jsonl", "new.jsonl", "--format", "html")
    #expect(page.status == 1 && page.output.hasPrefix("<!DOCTYPE html>") && page.output.hasSuffix("</html>\n"))
    #expect(try diff("old.jsonl", "old.jsonl", "--format", "html").status == 0)
  }

  @Test func color() throws {
    let colored = try diff("old.jsonl", "new.jsonl", "--color", "always").output
    #expect(colored.contains("\u{1B}[33mchanged\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == Self.changed)
  }

  /// What `run` writes after an edit, and the other way round.
  @Test func afterAnEdit() throws {
    scratch.write("s/b.scenario", Scenes.passing)
    func transcript(_ path: String) throws {
      scratch.write(path, try Invocation(["run", "--format", "jsonl", "s"], in: scratch).output)
    }
    try transcript("one")
    scratch.write("s/b.scenario", Scenes.passing.replacing("after *", with: "after * as gone"))
    scratch.write("s/c.scenario", Scenes.passing)
    scratch.remove("s/a.scenario")
    try transcript("two")
    #expect(
      try diff("one", "two").output == """
        --- one
        +++ two

        s/a.scenario
          removed  the file, with 2 flows and 2 messages

        s/b.scenario: flow *
          removed  the flow, with 1 message

        s/b.scenario: flow gone
          added    the flow, with 1 message

        s/c.scenario
          added    the file, with 2 flows and 2 messages

        2 added, 2 removed, 0 changed, 0 moved

        """)
  }

  @Test func output() throws {
    #expect(try diff("old.jsonl", "new.jsonl", "-o", "d.txt") == Invocation(status: 1))
    #expect(scratch.read("d.txt") == Self.changed)
    let refused = try diff("old.jsonl", "new.jsonl", "-o", "new.jsonl")
    #expect(refused.status == 2 && refused.error.contains("would write over the input new.jsonl"))
    #expect(scratch.read("new.jsonl")?.hasPrefix("{\"flow\"") == true)
    #expect(try diff("--profile", "generic", "--profile", "aspect-acd", "s", "-o", "s/a.scenario").status == 2)
    #expect(scratch.read("s/a.scenario") == Scenes.passing)
  }

  // MARK: Profiles

  private static let routed = """
    scenario  A routed call

    party     A  extension
    party     R  routing-point
    party     C  extension

    A TMakeCall R
        ...
    R TRouteCall C
    R route C
        ...

    """

  @Test func twoProfiles() throws {
    scratch.write("s/r.scenario", Self.routed)
    #expect(
      try diff("--profile", "generic", "--profile=aspect-acd", "s")
        == Invocation(
          status: 1,
          output: """
            --- profile generic
            +++ profile aspect-acd

            s/r.scenario:10: flow main, step 3: R route C
              changed  R  EventRouteUsed  ConnID=1
                - CallState=OK
                rule    The call is routed to a device
                source  Basic Call Models, Routing; D1, D23
                option  route-call-state: ok → absent

            0 added, 0 removed, 1 changed, 0 moved

            """))
    #expect(
      try diff("--profile", "hicom-300e-cs", "--profile", "aspect-acd", "s")
        == Invocation(status: 0, output: "no difference\n"))
  }

  /// A mistake in one file does not hide what the others do.
  @Test func aFileWithMistakes() throws {
    scratch.write("s/r.scenario", Self.routed)
    scratch.write("s/b.scenario", Scenes.mistaken)
    let found = try diff("--profile", "generic", "--profile", "aspect-acd", "s", "gone")
    #expect(found.status == 3)
    #expect(found.output.hasSuffix("\n0 added, 0 removed, 1 changed, 0 moved, 1 not understood\n"))
    #expect(found.error.contains("s/b.scenario:3:3: error: unknown verb TMakeCal"))
    #expect(found.error.contains("cannot read gone: "))
    #expect(
      try diff("--profile", "generic", "--profile", "aspect-acd", "s/b.scenario").output
        == "no difference, 1 not understood\n")
  }

  // MARK: Mistakes

  private func mistake(_ arguments: String...) throws -> String {
    let invocation = try Invocation(["diff"] + arguments, in: scratch)
    #expect(invocation.status == 2 && invocation.output == "", "\(arguments)")
    return invocation.error
  }

  @Test func whatIsNoTranscript() throws {
    scratch.write("bad.jsonl", Scenes.lines + "{\"flow\":\"main\",\"step\":one}\n")
    #expect(
      try mistake("old.jsonl", "bad.jsonl") == """
        bad.jsonl:3:23: error: a value of JSON cannot begin with o
            {"flow":"main","step":one}
                                  ^
            a transcript is what callsim run --format jsonl writes

        """)
    #expect(
      try mistake("s/a.scenario", "old.jsonl") == """
        s/a.scenario:1:1: error: this is a scenario, not a transcript
            write its transcript with callsim run --format jsonl, or compare profiles with --profile

        """)
    #expect(
      try mistake("s", "old.jsonl") == """
        callsim: error: s is a folder, not a transcript
            to compare what its scenarios do under two profiles, add --profile A --profile B

        """)
    // Both files are reported.
    #expect(try mistake("bad.jsonl", "s/a.scenario").split(separator: "\n").count { $0.contains(": error: ") } == 2)
    #expect(try diff("gone", "bad.jsonl").status == 3)
  }

  @Test func commandLines() throws {
    #expect(
      try mistake() == """
        callsim: error: no transcript is given
            usage: callsim diff [OPTION…] OLD NEW, or callsim diff --profile A --profile B PATH…; see callsim help diff

        """)
    #expect(try mistake("old.jsonl").hasPrefix("callsim: error: only one transcript is given\n"))
    #expect(try mistake("a", "b", "c").hasPrefix("callsim: error: unexpected argument c\n"))
    #expect(try mistake("-", "-").hasPrefix("callsim: error: both transcripts are standard input\n"))
    #expect(
      try mistake("--profile", "generic", "--profile", "aspect", "s") == """
        callsim: error: unknown profile aspect
            profiles: generic, aspect-acd, rockwell-spectrum, hicom-300e-cs, nortel-cs1000-sccs-mls, sip-server; see \
        callsim explain generic

        """)
    #expect(
      try mistake("--profile", "aspectacd", "--profile", "generic", "s").hasSuffix(
        "    did you mean aspect-acd? otherwise see callsim explain generic\n"))
    #expect(try mistake("--profile", "generic", "s").hasPrefix("callsim: error: --profile is given once, not twice\n"))
    #expect(try mistake("--profile", "generic", "--profile", "generic").hasPrefix("callsim: error: no PATH is given\n"))
    #expect(try mistake("--attributes", "all", "old.jsonl", "new.jsonl").contains("applies only to --profile"))
    #expect(try mistake("--format", "table", "old.jsonl", "new.jsonl").contains("takes text, jsonl or html, not table"))
  }

  /// No bytes stop it.
  @Test func anyBytes() throws {
    for (number, text) in ["\u{0}", "\u{FEFF}{}", "{}", "[[[[", "\"", "{\"flow\":{}}", "nul"].enumerated() {
      scratch.write("any", text)
      #expect(try diff("any", "old.jsonl").status == 2, "\(number)")
    }
    #expect(try diff("/dev/null", "old.jsonl").output.contains("  added    the flow, with 1 message\n"))
  }
}
