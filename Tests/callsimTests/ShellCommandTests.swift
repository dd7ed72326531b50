import Testing

/// `callsim shell`: lines in, answers out.
@Suite struct ShellCommandTests {
  private let scratch = Scratch(["a.scenario": Scenes.passing, "mistaken.scenario": Scenes.mistaken])

  private func shell(_ arguments: String..., lines: String) throws -> Invocation {
    scratch.write("lines", lines)
    return try Invocation(["shell"] + arguments, in: scratch, input: scratch.path("lines"))
  }

  private static let lines = """
    party A extension
    party B extension

    A TMakeCall B   # calls
    B rng
    B ring
    :undo
    A ring
    :nxt
    """

  @Test func aScriptedSession() throws {
    #expect(
      try shell(lines: Self.lines)
        == Invocation(
          status: 2,
          output: """
            A TMakeCall B
              A  EventDialing  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
              A is dialing (call 1); B is not ringing yet (call 1)
            B ring
              B  EventRinging  ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
              B is ringing (call 1)
            The last statement is taken back: after step 1 of main.
              B is not ringing yet (call 1)
            A ring
              refused: A cannot ring: the call is not on its way to it (it is calling B)
              possible now: THoldCall, TReleaseCall, TClearCall

            """,
          error: """
            -:5:3: error: unknown verb rng
                B rng
                  ^~~
                did you mean ring?
            -:9:1: error: unknown command :nxt
                :nxt
                ^~~~
                did you mean :next?

            """))
    let clean = try shell(lines: "party A extension\r\n:state\r\n")
    #expect(clean == Invocation(status: 0, output: "Session, at the start\n  A  extension  idle\n"))
  }

  @Test func aLineOfJSONForEveryLine() throws {
    let answers = try shell("--format", "jsonl", lines: Self.lines)
    #expect(answers.status == 2 && answers.error == "")
    let lines = answers.output.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[2] == #"{"ok":true,"step":0,"events":[]}"#)
    #expect(lines[4] == #"{"ok":false,"error":"5:3: unknown verb rng; did you mean ring?"}"#)
    #expect(lines[8] == #"{"ok":false,"error":"unknown command :nxt; did you mean :next?"}"#)
    // After :quit, nothing more is read.
    #expect(try shell("--format", "jsonl", lines: ":quit\nx\n").output == "{\"ok\":true,\"step\":0,\"events\":[]}\n")
    #expect(try shell("--format", "jsonl", lines: "").output == "")
  }

  @Test func aFileIsPlayedFirst() throws {
    let end = try shell("a.scenario", lines: "B ring\n")
    #expect(
      end.output.hasPrefix(
        "A call, after step 1 of main\n  A  extension  dialing (call 1)\n  B  extension  not ringing yet (call 1)\n  marks: *\nB ring\n"
      ))
    #expect(
      try shell("a.scenario", "--flow", "*", lines: "").output.hasPrefix(
        "A call, after step 2 of main\n  A  extension  idle"))
    #expect(try shell("a.scenario", "--after", "*", lines: ":undo 3\n").status == 2)
    #expect(
      try shell("a.scenario", "--format", "jsonl", lines: "after * as x\nA TReleaseCall\n").output.hasPrefix(
        "{\"ok\":true,\"step\":1,\"events\":[]}\n{\"ok\":true,\"step\":2,"))
    let mistaken = try shell("mistaken.scenario", lines: ":state\n")
    #expect(mistaken.status == 2 && mistaken.output == "" && mistaken.error.hasPrefix("mistaken.scenario:3:3: error:"))
    #expect(try shell("none.scenario", lines: "").status == 3)
  }

  @Test func savedSessionsPass() throws {
    let lines = """
      party X external
      party G acd-group
      party B extension group=G
      B TAgentLogin
      B TAgentSetReady
      X dial G
      :mark ringing
      wait 2s
      B TAnswerCall
      B TAnswerCall
      B TAttachUserData data."First name"="Ann \\"A\\" Lee" k=v
      after ringing
      X hangUp
      B TAnswerCall
      :save saved file.scenario
      """
    let answers = try shell("--auto", "--format", "jsonl", lines: lines)
    #expect(answers.output.hasSuffix("\"text\":\"saved: saved file.scenario\\n\"}\n"))
    let saved = scratch.read("saved file.scenario") ?? ""
    #expect(saved.contains("\nG distribute\n") && saved.contains("\nwait 2s\n") && saved.contains("    refused\n"))
    #expect(try Invocation(["test", "saved file.scenario"], in: scratch).output == "2 passed, 0 failed\n")
    #expect(try Invocation(["fmt", "--check", "saved file.scenario"], in: scratch).status == 0)
    // The file that the session began with is not written over.
    let own = try shell("a.scenario", "--format", "jsonl", lines: ":save a.scenario\n")
    #expect(own.status == 2 && own.output.hasPrefix("{\"ok\":false,\"error\":\"a.scenario is the scenario that"))
    #expect(scratch.read("a.scenario") == Scenes.passing)
    let nowhere = try shell("a.scenario", "--format", "jsonl", lines: ":save no/file\n")
    #expect(nowhere.status == 3 && nowhere.output.hasPrefix("{\"ok\":false,\"error\":\"cannot write no/file: "))
  }

  @Test func hostileLines() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let answers = try shell("--format", "jsonl", lines: "party A extension\n\(long)\n:\(long)\n\u{0}\u{1B}[2J\n:state")
    let lines = answers.output.split(separator: "\n")
    #expect(answers.status == 2 && lines.count == 5)
    #expect(lines[1].hasPrefix("{\"ok\":false,\"error\":\"2:1: the line has ") && lines[1].utf8.count < 300)
    #expect(lines[2].hasPrefix("{\"ok\":false,\"error\":\"3:1: the line has "))
    #expect(lines[4].contains("A  extension  idle"))
  }

  @Test func badArguments() throws {
    func fails(_ arguments: String..., saying message: String) throws {
      let invocation = try Invocation(["shell"] + arguments, in: scratch)
      #expect(invocation.status == 2 && invocation.error.hasPrefix("callsim: error: \(message)\n"), "\(arguments)")
    }
    try fails("--flow", "x", saying: "--flow needs a FILE")
    try fails("--after", "x", saying: "--after needs a FILE")
    try fails("a.scenario", "--after", "*", "--flow", "*", saying: "--after and --flow both name the point")
    try fails("a.scenario", "--after", "**", saying: "unknown mark **")
    try fails("a.scenario", "--flow", "mian", saying: "unknown flow mian")
    try fails("-", saying: "the lines come from standard input, so FILE cannot")
    try fails("a.scenario", "b", saying: "unexpected argument b")
    try fails("--format", "csv", saying: "--format takes table or jsonl, not csv")
  }

  @Test func aClosedReaderEndsIt() throws {
    scratch.write("lines", "party A extension\n:state\n")
    let invocation = try Invocation(["shell"], in: scratch, input: scratch.path("lines"), to: .brokenPipe)
    #expect(invocation.status == 3 && invocation.error == "")
  }
}
