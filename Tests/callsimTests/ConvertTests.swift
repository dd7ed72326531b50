import Testing

/// `callsim convert`: the call of the page about judging logs as a scenario, and what cannot be converted.
@Suite struct ConvertTests {
  private static let package =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  private static let call = "006c02462a161006"

  private let scratch = Scratch([:])
  /// The scenario of the page, and what a test of it prints.
  private let scenario: String
  private let tested: String

  init() throws {
    scratch.link("page.md", to: Self.package + "/Sources/CallCheck/CallCheck.docc/JudgingLogs.md")
    let page = try #require(scratch.read("page.md"))
    func blocks(_ kind: String) -> [String] {
      page.split(separator: "```\(kind)\n").dropFirst().map {
        String($0[..<($0.firstRange(of: "```")?.lowerBound ?? $0.endIndex)])
      }
    }
    scratch.write("srv.log", try #require(blocks("log").first))
    let texts = blocks("text")
    try #require(texts.count == 3)
    // The first line is the command.
    scenario = texts[1].split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    tested = texts[2]
  }

  private func convert(_ arguments: String...) throws -> Invocation {
    try Invocation(["convert"] + arguments, in: scratch)
  }

  @Test func thePageShowsTheScenario() throws {
    #expect(try convert("srv.log", "--call", Self.call) == Invocation(status: 0, output: scenario))
    #expect(try convert("srv.log", "--call", "6C02462A161006").output == scenario)
    #expect(try convert("srv.log", "--call", Self.call, "-o", "call.scenario") == Invocation(status: 0))
    #expect(scratch.read("call.scenario") == scenario)
    #expect(try Invocation(["test", "call.scenario"], in: scratch) == Invocation(status: 1, output: tested))
    #expect(try Invocation(["fmt", "--check", "call.scenario"], in: scratch).status == 0)
  }

  @Test func correctedItPasses() throws {
    scratch.write("call.scenario", scenario)
    #expect(try Invocation(["record", "--force", "call.scenario"], in: scratch).status == 0)
    #expect(try Invocation(["test", "call.scenario"], in: scratch).output == "1 passed, 0 failed\n")
  }

  @Test func anotherCall() throws {
    let found = try convert("srv.log", "--call", "1")
    #expect(
      found
        == Invocation(
          status: 2,
          error: """
            callsim: error: no event that is judged names the call 1
                give one of the calls of the log, such as \(Self.call)

            """))
    scratch.write("empty.log", "")
    #expect(try convert("empty.log", "--call", "1").error.hasSuffix("    the log has no calls\n"))
  }

  @Test func aCallOfRefusedRequests() throws {
    scratch.write("t.scenario", "scenario T\nparty A extension\nA TReleaseCall on 4\n    ...\n")
    let run = ["run", "t.scenario", "--format", "tserver-log"]
    scratch.write("t.log", try Invocation(run, in: scratch).output)
    let found = try convert("t.log", "--call", "4")
    #expect((found.status, found.output) == (1, ""))
    #expect(found.error.hasSuffix("only EventErrors name it: all of its requests were refused\n"))
  }

  /// In another flow of the log, a request names the call before there is one.
  @Test func aCallThatIsRefusedInAnotherFlow() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      mark start
      A THoldCall on 1
      after start as later
      A TMakeCall B
      B ring
      B TAnswerCall
      A TReleaseCall
      """
    scratch.write("t.scenario", text + "\n")
    scratch.write("t.log", try Invocation(["run", "t.scenario", "--format", "tserver-log"], in: scratch).output)
    let found = try convert("t.log", "--call", "1")
    #expect(found.status == 0 && found.output.contains("\nA TReleaseCall\n"))
  }

  /// The requests say how the data were changed, which the events leave open.
  @Test func theActionsAreThoseThatWereRequested() throws {
    let requests =
      ["A TMakeCall B", "B ring", "B TAnswerCall", "B TAttachUserData on 1 key=value"]
      + ["C TUpdateUserData on 1 key=value", "B TDeletePair on 1 Key=key", "A TDeleteUserData on 1", "B TClearCall"]
    let parties = ["A", "B", "C"].map { "party \($0) extension" }
    scratch.write("t.scenario", (["scenario T"] + parties + requests).joined(separator: "\n") + "\n")
    scratch.write("t.log", try Invocation(["run", "t.scenario", "--format", "tserver-log"], in: scratch).output)
    let found = try convert("t.log", "--call", "1")
    let actions = found.output.split(separator: "\n").filter { $0.first.map { "ABC".contains($0) } ?? false }
    #expect(found.status == 0 && actions.map(String.init) == requests, "\(found)")
    scratch.write("call.scenario", found.output)
    #expect(try Invocation(["test", "call.scenario"], in: scratch).output == "1 passed, 0 failed\n")
  }

  /// As `check` does, it takes the options of the switch from the log.
  @Test func aCallOfAnotherSwitch() throws {
    let text = """
      scenario T
      profile divert-on-ringing=false
      party A extension
      party P routing-point
      party B extension
      A TMakeCall P
      P TRouteCall B
      P route B
      B ring
      """
    scratch.write("t.scenario", text + "\n")
    let run = ["run", "t.scenario", "--format", "tserver-log"]
    scratch.write("t.log", try Invocation(run, in: scratch).output)
    let found = try convert("t.log", "--call", "1")
    #expect(found.status == 0 && found.output.contains("\nprofile   divert-on-ringing=false\n"))
    scratch.write("call.scenario", found.output)
    #expect(try Invocation(["test", "call.scenario"], in: scratch).output == "1 passed, 0 failed\n")
  }

  @Test func aCallThatBeganBefore() throws {
    let log = try #require(scratch.read("srv.log"))
    let start = try #require(log.firstRange(of: "@09:14:12.2400")).lowerBound
    scratch.write("late.log", String(log[start...]))
    let found = try convert("late.log", "--call", Self.call)
    #expect((found.status, found.output) == (1, ""))
    #expect(found.error.contains("began before the log"))
  }

  @Test func aTranscript() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      A TMakeCall B
      B ring
      mark *
      B TAnswerCall
      A TReleaseCall
      after *
      A TReleaseCall
      """
    scratch.write("t.scenario", text + "\n")
    let run = ["run", "t.scenario", "--format", "jsonl", "--whole"]
    scratch.write("both.jsonl", try Invocation(run, in: scratch).output)
    let both = try convert("both.jsonl", "--call", "1")
    #expect(both.status == 2 && both.error.contains("several flows have a call 1\n"))
    scratch.write("one.jsonl", try Invocation(run + ["--flow", "main"], in: scratch).output)
    let one = try convert("one.jsonl", "--call", "1")
    #expect(one.status == 0 && one.output.contains("\nparty     A  extension\nparty     B  extension\n"))
    scratch.write("call.scenario", one.output)
    #expect(try Invocation(["test", "call.scenario"], in: scratch).output == "1 passed, 0 failed\n")
  }

  @Test func anOutputThatIsTheLog() throws {
    #expect(try convert("srv.log", "--call", Self.call, "-o", "srv.log").status == 2)
  }
}
