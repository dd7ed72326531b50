import Testing

@testable import callsim

/// Golden files are in DIR: nothing that a link below it leads to is read, printed or written.
@Suite struct GoldenTests {
  private let scratch = Scratch([
    "s/good.scenario": Scenes.passing, "secret/file": "a secret\n", "secret/good.scenario.jsonl": "another secret\n",
  ])

  private func run(_ command: String, _ arguments: String...) throws -> Invocation {
    try Invocation([command, "--golden", "g", "--format", "jsonl"] + arguments, in: scratch)
  }

  private func expectNothingHappened(_ command: String, _ invocation: Invocation, _ error: String) {
    let output = command == "test" ? "0 passed, 0 failed\n" : "0 recorded, 0 unchanged\n"
    #expect(invocation == Invocation(status: 3, output: output, error: "callsim: error: \(error)\n"))
    #expect(scratch.read("secret/file") == "a secret\n")
    #expect(scratch.read("secret/good.scenario.jsonl") == "another secret\n")
    #expect(scratch.names("secret") == ["file", "good.scenario.jsonl"])
  }

  @Test(arguments: ["test", "record"]) func aGoldenThatIsALink(_ command: String) throws {
    scratch.write("g/s/.keep", "")
    scratch.link("g/s/good.scenario.jsonl", to: "../../secret/file")
    expectNothingHappened(
      command, try run(command, "s"),
      """
      cannot read g/s/good.scenario.jsonl: it is a symbolic link
          callsim follows no links below g: replace the link with a folder or a file, or give its target as DIR
      """)
    // A broken link is a link too.
    scratch.remove("g/s/good.scenario.jsonl")
    scratch.link("g/s/good.scenario.jsonl", to: "../../secret/new")
    #expect(try run(command, "s").status == 3)
    #expect(scratch.read("secret/new") == nil)
  }

  @Test(arguments: ["test", "record"]) func aFolderThatIsALink(_ command: String) throws {
    scratch.write("g/.keep", "")
    scratch.link("g/s", to: "../secret")
    expectNothingHappened(
      command, try run(command, "s"),
      """
      cannot read g/s/good.scenario.jsonl: g/s is a symbolic link
          callsim follows no links below g: replace the link with a folder or a file, or give its target as DIR
      """)
  }

  @Test(arguments: ["test", "record"]) func aLinkedFolderFurtherDown(_ command: String) throws {
    scratch.write("a/b/c/deep.scenario", Scenes.passing)
    scratch.write("g/a/.keep", "")
    scratch.link("g/a/b", to: "../../secret")
    let invocation = try run(command, "a/b/c/deep.scenario")
    #expect(
      invocation.error.hasPrefix("callsim: error: cannot read g/a/b/c/deep.scenario.jsonl: g/a/b is a symbolic link\n"))
    #expect(invocation.status == 3)
    #expect(scratch.names("secret") == ["file", "good.scenario.jsonl"])
  }

  @Test func aLinkThatBelongsToNoScenario() throws {
    scratch.write("g/s/good.scenario.jsonl", Scenes.lines)
    scratch.link("g/s/old.scenario.jsonl", to: "../../secret/file")
    scratch.link("g/s/sub", to: "../../secret")
    scratch.link("g/s/readme", to: "../../secret/file")
    let invocation = try run("test", "s")
    #expect(
      invocation
        == Invocation(
          status: 3, output: "1 passed, 0 failed\n",
          error: """
            callsim: error: cannot read g/s/old.scenario.jsonl: it is a symbolic link
                callsim follows no links below g: replace the link with a folder or a file, or give its target as DIR
            callsim: error: cannot read g/s/sub: it is a symbolic link
                callsim follows no links below g: replace the link with a folder or a file, or give its target as DIR

            """))
  }

  @Test func theFolderItselfMayBeALink() throws {
    scratch.write("real/.keep", "")
    scratch.link("g", to: "real")
    #expect(try run("record", "s").status == 0)
    #expect(scratch.read("real/s/good.scenario.jsonl") == Scenes.lines)
    #expect(try run("test", "s") == Invocation(status: 0, output: "1 passed, 0 failed\n"))
    #expect(scratch.names("real/s") == ["good.scenario.jsonl"])
  }

  @Test func foldersAreMade() throws {
    scratch.write("a/b/c/deep.scenario", Scenes.passing)
    #expect(try Invocation(["record", "--golden", "x/y/z", "--format", "jsonl", "a"], in: scratch).status == 0)
    #expect(scratch.read("x/y/z/a/b/c/deep.scenario.jsonl") == Scenes.lines)
  }

  @Test func oldLinesAreSafeOnATerminal() throws {
    scratch.write("g/s/good.scenario.jsonl", "x\u{1B}]0;pwned\u{7}\u{1B}[2J\n" + Scenes.lines)
    scratch.write("g/s/old.scenario.jsonl", "\u{202E}y\r\n")
    for command in ["test", "record"] {
      let output = try run(command, "s").output
      #expect(output.contains("\n-x␛]0;pwned␇␛[2J\n"))
      #expect(!output.contains("\u{1B}"))
      #expect(command == "record" || output.contains("\norphaned: g/s/old.scenario.jsonl\n"))
    }
  }

  @Test(arguments: ["test", "record"]) func aGoldenThatIsTooLarge(_ command: String) throws {
    scratch.write("g/s/good.scenario.jsonl", "")
    scratch.extend("g/s/good.scenario.jsonl", to: Golden.limit + 1)
    let invocation = try run(command, "s")
    #expect(
      invocation.error
        == """
        callsim: error: cannot read g/s/good.scenario.jsonl: it has more than 536870912 bytes
            callsim writes no golden file that large: delete it

        """)
    #expect(invocation.status == 3)
  }
}
