import Testing

/// `callsim run`: what it reads, and where it writes.
@Suite struct RunTests {
  private let scratch = Scratch(["good.scenario": Scenes.passing])

  private func run(
    _ arguments: String..., input: String = "/dev/null", to destination: Invocation.Destination = .captured
  ) throws -> Invocation {
    try Invocation(["run", "--format", "jsonl"] + arguments, in: scratch, input: input, to: destination)
  }

  @Test func printsEachFlow() throws {
    #expect(try run("good.scenario") == Invocation(status: 0, output: Scenes.lines))
    #expect(try run("good.scenario", "--flow", "main", "--flow=*") == Invocation(status: 0, output: Scenes.lines))
    let last = "{" + Scenes.lines.split(separator: "{").suffix(2).joined(separator: "{")
    #expect(try run("good.scenario", "--flow", "*") == Invocation(status: 0, output: last))
  }

  @Test func wholeFlowsBeginAtTheBeginning() throws {
    let first = String(Scenes.lines.prefix { $0 != "\n" }) + "\n"
    let whole = Scenes.lines.replacing("{\"flow\":\"*\"", with: first.replacing("main", with: "*") + "{\"flow\":\"*\"")
    #expect(try run("--whole", "good.scenario") == Invocation(status: 0, output: whole))
    let last = String(whole.dropFirst(first.count))
    #expect(try run("--whole", "--flow", "*", "good.scenario") == Invocation(status: 0, output: last))
  }

  @Test func actionsHaveLinesOfTheirOwn() throws {
    let lines = Scenes.lines.split(separator: "\n").map { $0 + "\n" }
    let main = "{\"flow\":\"main\",\"step\":1,\"action\":\"A TMakeCall B\"}\n\(lines[0])"
    let mark = "{\"flow\":\"*\",\"step\":1,\"after\":\"*\"}\n"
    let end = "{\"flow\":\"*\",\"step\":2,\"action\":\"A TReleaseCall\"}\n\(lines[1])"
    #expect(try run("--actions", "good.scenario") == Invocation(status: 0, output: main + mark + end))
    let whole = main + mark + main.replacing("main", with: "*") + end
    #expect(try run("--actions", "--whole", "good.scenario") == Invocation(status: 0, output: whole))
    let named = try run("--actions", "good.scenario", "good.scenario").output
    #expect(named.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"file\":\"good.scenario\",\"flow\":") })
  }

  @Test func aLogIsWritten() throws {
    scratch.write("ivr.scenario", Self.otherServer)
    func log(_ words: String...) throws -> Invocation {
      try Invocation(["run", "--format", "tserver-log"] + words, in: scratch, input: "/dev/null", to: .captured)
    }
    let one = try log("--start", "2024-02-29T23:59:59.995Z", "good.scenario")
    #expect(one.status == 0)
    #expect(one.output.contains("\nUTC time:         2024-02-29T23:59:59.995\n"))
    #expect(one.output.contains("\n@23:59:59.9950 [0] 0.2.0 distribute_event: message EventDialing\n"))
    #expect(one.output.contains("\n# Flow: *, from 2024-03-01T00:59:59Z\n"))
    #expect(one.output.contains("\n@01:00:00.0050 [0] 0.2.0 distribute_event: message EventReleased\n"))
    #expect(one.output.contains("\tAttributeCallType\t1\n"))
    #expect(try !log("--attributes", "listed", "good.scenario").output.contains("CallType"))
    // Another server has none, and the others are written.
    let two = try log("ivr.scenario", "good.scenario")
    #expect(two.status == 2)
    #expect(two.output.contains("# Contents\n#   1. A call (good.scenario)\n\n# Scenario 1: A call (good.scenario)\n"))
    #expect(
      two.error == "callsim: error: ivr.scenario has no T-Server: only a T-Server has such a log, not ivr-server\n"
        + "    choose another --format for this file\n")
    // A golden is what run prints.
    let recorded = try Invocation(
      ["record", "--golden", "g", "--format", "tserver-log", "good.scenario", "ivr.scenario"], in: scratch)
    #expect(recorded.status == 2)
    #expect(scratch.read("g/good.scenario.log") == (try log("good.scenario").output))
    #expect(
      try Invocation(["test", "--golden", "g", "--format", "tserver-log", "good.scenario"], in: scratch).status == 0)
  }

  private static let otherServer = """
    scenario  A new call
    server    ivr-server
    party     Caller  external
    party     Port    ivr
    party     Driver  ivr-driver
    party     Server  ivr-server
    Port NewCall Caller
        ...

    """

  @Test func expectationsAreNotCompared() throws {
    scratch.write("bad.scenario", Scenes.failing)
    #expect(try run("bad.scenario") == Invocation(status: 0, output: Scenes.lines))
  }

  @Test func readsStandardInput() throws {
    #expect(try run("-", input: scratch.path("good.scenario")) == Invocation(status: 0, output: Scenes.lines))
    #expect(try run("/dev/stdin", input: scratch.path("good.scenario")) == Invocation(status: 0, output: Scenes.lines))
  }

  @Test func severalFilesAreNamedInByteOrder() throws {
    for path in [
      "f/b.scenario", "f/a/z.scenario", "f/a.scenario", "f/B.scenario", "f/.hidden.scenario", "f/.git/x.scenario",
      "f/readme.txt",
      "f/.scenario",
    ] {
      scratch.write(path, Scenes.passing)
    }
    scratch.link("f/a/circle", to: "..")
    scratch.link("f/linked.scenario", to: "../good.scenario")
    func named(_ path: String) -> String { Scenes.lines.replacing("{\"flow\"", with: "{\"file\":\"\(path)\",\"flow\"") }
    let names = ["f/B.scenario", "f/a.scenario", "f/a/z.scenario", "f/b.scenario", "f/linked.scenario"]
    #expect(try run("f/") == Invocation(status: 0, output: names.map(named).joined()))
    #expect(try run("f/a") == Invocation(status: 0, output: Scenes.lines))
    #expect(try run("good.scenario", "./good.scenario").output == named("good.scenario") + named("./good.scenario"))
  }

  @Test func oneFileDoesNotStopTheOthers() throws {
    scratch.write("bad.scenario", Scenes.mistaken)
    let all = try run("nowhere", "bad.scenario", "good.scenario", "empty.scenario")
    #expect(all.status == 3)
    #expect(all.output == Scenes.lines.replacing("{\"flow\"", with: "{\"file\":\"good.scenario\",\"flow\""))
    let some = try run("bad.scenario", "good.scenario")
    #expect(some.status == 2)
    #expect(some.error.hasPrefix("bad.scenario:3:"))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "."]) func strangeInputsEnd(_ path: String) throws {
    scratch.remove("good.scenario")
    let strange = try run(path)
    #expect(strange.status == 2)
    #expect(strange.output == "")
    #expect(strange.error.contains("error: "))
    if path == "/dev/zero" {
      #expect(strange.error.contains(" the file has more than 16777216 bytes, "))
    }
  }

  @Test func writesToAFileInItsPlace() throws {
    scratch.write("out", String(repeating: "long", count: 1000))
    scratch.link("link", to: "out")
    let number = scratch.number("out")
    #expect(try run("-o", "link", "good.scenario") == Invocation(status: 0))
    #expect(scratch.read("out") == Scenes.lines)
    #expect(scratch.number("out") == number)
    #expect(try run("-o", "-", "good.scenario") == Invocation(status: 0, output: Scenes.lines))
    #expect(try run("-o", "/dev/null", "good.scenario") == Invocation(status: 0))
    #expect(try run("-o", "/dev/stdout", "good.scenario") == Invocation(status: 0, output: Scenes.lines))
  }

  @Test func writesToAPipe() throws {
    let text = try scratch.throughPipe("pipe") {
      let written = try run("-o", "pipe", "good.scenario")
      #expect(written == Invocation(status: 0))
    }
    #expect(text == Scenes.lines)
  }

  @Test func neverWritesOverItsInput() throws {
    scratch.link("link", to: "good.scenario")
    #expect(try run("-o", "link", "good.scenario").status == 2)
    #expect(try run("-o", "good.scenario", "-", input: scratch.path("good.scenario")).status == 2)
    #expect(try run("-o", "good.scenario", ".").status == 2)
    #expect(scratch.read("good.scenario") == Scenes.passing)
  }

  @Test func aFullDiskIsReported() throws {
    let full = Invocation(
      status: 3,
      error:
        "callsim: error: cannot write standard output: No space left on device\n    the output is incomplete\n")
    #expect(try run("good.scenario", to: .path("/dev/full")) == full)
    // It is also reported if a message came in between.
    #expect(try run("good.scenario", "nowhere", to: .path("/dev/full")).error.hasSuffix(full.error))
    scratch.write("bad.scenario", Scenes.mistaken)
    #expect(try run("good.scenario", "bad.scenario", to: .path("/dev/full")).error.hasSuffix(full.error))
    let named = Invocation(status: 3, error: full.error.replacing("standard output", with: "/dev/full"))
    #expect(try run("good.scenario", "-o", "/dev/full") == named)
  }

  @Test func withoutAReaderItEndsSilently() throws {
    #expect(try run("good.scenario", to: .brokenPipe) == Invocation(status: 3))
    #expect(try Invocation(["help"], in: scratch, to: .brokenPipe) == Invocation(status: 3))
    let closed = Invocation(
      status: 3,
      error: "callsim: error: cannot write standard output: Bad file descriptor\n    the output is incomplete\n"
    )
    #expect(try run("good.scenario", to: .closed) == closed)
    // A file opened later must not take the place of the closed one.
    #expect(try run("good.scenario", "-o", "out", to: .closed) == Invocation(status: 0))
    #expect(scratch.read("out") == Scenes.lines)
  }

  @Test func colorIsNotForFiles() throws {
    let plain = try Invocation(["run", "good.scenario"], in: scratch)
    #expect(!plain.output.contains("\u{1B}"))
    #expect(try Invocation(["run", "good.scenario", "--color", "never"], in: scratch) == plain)
    #expect(
      try Invocation(["run", "good.scenario", "--color", "always"], in: scratch, environment: ["NO_COLOR=1"]).output
        .contains("\u{1B}"))
  }

  @Test func aNameThatIsNotUTF8IsNotSuggested() throws {
    let make =
      "mkdir -p f/sub && cp good.scenario \"$(printf 'f/bad\\377.scenario')\" && mkdir \"$(printf 'f/sub/\\377')\""
    #expect(
      try Invocation(["run", "f"], in: scratch, shell: "\(make) && exec \"$@\"")
        == Invocation(
          status: 3,
          error: """
            callsim: error: cannot read f/bad\u{FFFD}.scenario: its name is not UTF-8
                rename it
            callsim: error: cannot read f/sub/\u{FFFD}: its name is not UTF-8
                rename it

            """))
    #expect(
      try Invocation(["run"], in: scratch, shell: "exec \"$@\" \"$(printf 'f/bad\\377.scenario')\"").error
        == """
        callsim: error: cannot read f/bad\u{FFFD}.scenario: No such file or directory
            its name is not UTF-8: rename it

        """)
  }

  @Test func aLinkThatLeadsNowhereIsNotSuggested() throws {
    scratch.write("f/good.scenario", Scenes.passing)
    scratch.link("f/bad.scenario", to: "nowhere")
    for path in ["f", "f/bad.scenario"] {
      let invocation = try run(path)
      #expect(invocation.status == 3)
      #expect(
        invocation.error
          == """
          callsim: error: cannot read f/bad.scenario: No such file or directory
              it is a broken link

          """)
    }
  }
}

/// `callsim run --format F`: one document, whatever the number of files.
@Suite struct RunFormatTests {
  private let scratch = Scratch(["a.scenario": Scenes.passing, "b.scenario": Scenes.passing])

  private func run(_ format: String, _ arguments: String...) throws -> String {
    let invocation = try Invocation(["run", "--format", format] + arguments, in: scratch)
    #expect(invocation.status == 0 && invocation.error == "")
    return invocation.output
  }

  /// How often the text contains the word.
  private func count(_ word: String, in text: String) -> Int { text.split(separator: word).count - 1 }

  @Test func aDocumentHasOneBeginning() throws {
    let rows = try run("csv", "a.scenario", "b.scenario").split(separator: "\r\n")
    #expect(rows.count { $0.hasPrefix("file,flow,step,") } == 1 && rows[0].hasPrefix("file,"))
    #expect(rows.contains { $0.hasPrefix("a.scenario,main,1,") } && rows.contains { $0.hasPrefix("b.scenario,*,") })
    let diagram = try run("mermaid", "a.scenario", "b.scenario")
    #expect(diagram.hasPrefix("sequenceDiagram\n    %% 1. "))
    #expect(count("sequenceDiagram", in: diagram) <= 1 && count("box transparent", in: diagram) == 2)
  }

  @Test(arguments: ["markdown", "mermaid", "plantuml", "ladder", "svg"])
  func severalFilesHaveContents(_ format: String) throws {
    let alone = try run(format, "a.scenario")
    #expect(!alone.contains("a.scenario"))
    let together = try run(format, "a.scenario", "b.scenario")
    #expect(together.contains("a.scenario") && together.contains("b.scenario"))
    let flow = try run(format, "--flow", "*", "a.scenario")
    #expect(flow.utf8.count < alone.utf8.count && flow.contains("After "))
  }

  @Test func aPageHasOneBeginningAndOneEnd() throws {
    let page = try run("html", "a.scenario", "b.scenario")
    #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
    #expect(count("<html lang=en>", in: page) == 1 && count("</html>", in: page) == 1)
    #expect(page.contains("<details class=scenario id=\"a\">") && page.contains("<details class=scenario id=\"b\">"))
    #expect(try run("html", "a.scenario", "b.scenario") == page)
    #expect(try run("html", "a.scenario").contains("<div class=scenario id=\"a\">"))
    #expect(!(try run("html", "--flow", "*", "a.scenario").contains("Normal flow</h2>")))
  }

  @Test func widthAndLines() throws {
    #expect(try run("ladder", "--width", "40", "a.scenario").split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(try run("ladder", "--unicode", "a.scenario").contains("───"))
  }

  @Test(arguments: [
    ("csv", ".csv"), ("markdown", ".md"), ("mermaid", ".mmd"), ("plantuml", ".puml"), ("ladder", ".ladder.txt"),
    ("svg", ".svg"), ("html", ".html"),
  ])
  func goldens(_ format: String, _ ending: String) throws {
    func command(_ name: String) throws -> Invocation {
      try Invocation([name, "--golden", "g", "--format", format, "a.scenario"], in: scratch)
    }
    #expect(try command("record").status == 0)
    #expect(try scratch.read("g/a.scenario\(ending)") == run(format, "a.scenario"))
    #expect(try command("test") == Invocation(status: 0, output: "1 passed, 0 failed\n"))
  }
}
