import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `callsim test --report`: what goes where, and what the files hold.
@Suite struct TestReportsTests {
  private let scratch = Scratch(["s/good.scenario": Scenes.passing, "s/bad.scenario": Scenes.failing])

  private func test(_ arguments: String..., environment: [String] = []) throws -> Invocation {
    try Invocation(["test"] + arguments, in: scratch, environment: environment)
  }

  private static let quiet =
    "s/bad.scenario:13: flow *, step 2: A TReleaseCall: A receives EventReleased with CallState=OK, not Busy\n"

  // MARK: Where reports go

  @Test func theOrdinaryOutputStays() throws {
    for options in [[], ["--quiet"], ["--fail-fast"], ["--flow", "main"]] {
      let plain = try Invocation(["test", "s"] + options, in: scratch)
      let reported = try Invocation(["test", "s", "--report", "junit=r.xml"] + options, in: scratch)
      #expect(reported == plain)
      #expect(scratch.read("r.xml")?.hasSuffix("</testsuites>\n") == true)
    }
    #expect(scratch.names(".").filter { !$0.hasPrefix(".std") } == ["r.xml", "s"])
  }

  @Test func aReportTakesStandardOutput() throws {
    let plain = try test("s")
    for (options, first, last) in [
      (["--report", "junit"], "<?xml", "</testsuites>\n"), (["--report=junit=-"], "<?xml", "</testsuites>\n"),
      (["--report", "tap"], "TAP version 14\n", "\n1..4\n# 3 passed, 1 failed\n"),
      (["--report", "jsonl"], "{\"file\":\"s/bad.scenario\"", "\"stopped\":false}\n"),
    ] {
      let reported = try Invocation(["test", "s"] + options, in: scratch)
      #expect(reported.status == 1)
      #expect(reported.output.hasPrefix(first) && reported.output.hasSuffix(last))
      #expect(reported.error == plain.output)
    }
  }

  @Test func onlyWhatIsAskedForIsWritten() throws {
    _ = try test("s", environment: ["CI=true"])
    #expect(scratch.names(".").filter { !$0.hasPrefix(".std") } == ["s"])
  }

  /// A warning is on its line of the scenario, too, and changes neither the result nor the status.
  @Test func warningsAreAnnotated() throws {
    scratch.write("w/w.scenario", Scenes.passing.replacing("CallState=OK", with: "CallState=OK|99"))
    let plain = try test("w")
    #expect(plain.status == 0 && plain.error.hasPrefix("w/w.scenario:13:"))
    let annotated = try test("w", environment: ["GITHUB_ACTIONS=true"])
    #expect(annotated.status == 0 && annotated.error == plain.error)
    #expect(
      annotated.output
        == "::warning file=w/w.scenario,line=13,col=59,title=warning::unknown value 99 of CallState%0A"
        + "callsim explain CallState lists them\n\(plain.output)")
  }

  @Test func aFileIsReplaced() throws {
    scratch.write("r.xml", "old")
    scratch.setMode("r.xml", 0o640)
    scratch.link("link.xml", to: "r.xml")
    let number = scratch.number("r.xml")
    #expect(try test("s", "--report", "junit=link.xml").status == 1)
    #expect(scratch.read("r.xml")?.hasPrefix("<?xml") == true)
    #expect(scratch.mode("r.xml") == 0o640)
    #expect(scratch.number("r.xml") != number)
    // Again, it holds what it should.
    #expect(try test("s", "--report", "junit=link.xml").error == "")
    #expect(scratch.names(".").filter { !$0.hasPrefix(".std") } == ["link.xml", "r.xml", "s"])
  }

  @Test func aPipeIsWrittenTo() throws {
    let text = try scratch.throughPipe("pipe") { _ = try test("s", "--report", "junit=pipe") }
    #expect(text?.hasSuffix("</testsuites>\n") == true)
  }

  @Test func whatCannotBeWritten() throws {
    scratch.link("broken.xml", to: "gone.xml")
    for path in ["no/r.xml", "s", "broken.xml"] {
      let failing = try test("s", "--report", "junit=\(path)", "--report", "junit=other.xml")
      #expect(failing.status == 3)
      #expect(failing.error.hasPrefix("callsim: error: cannot write \(path): "))
      #expect(failing.output.hasSuffix("\n3 passed, 1 failed\n"))
      // The other one is written.
      #expect(scratch.read("other.xml")?.hasPrefix("<?xml") == true)
    }
    #expect(scratch.read("gone.xml") == nil)
  }

  @Test func aFolderThatAllowsNoNewFile() throws {
    guard Ordinary.canRun else { return }
    scratch.write("closed/r.xml", "old")
    scratch.setMode("closed", 0o555)
    defer { scratch.setMode("closed", 0o755) }
    let refused = try Ordinary.run(["test", "s", "--report", "junit=closed/r.xml"], in: scratch)
    #expect(refused.status == 3)
    #expect(scratch.read("closed/r.xml") == "old")
  }

  @Test(arguments: [
    ["--report", "xml=r.xml"], ["--report", "junit="], ["--report"], ["--report", "junit", "--report", "junit=-"],
    ["--report", "junit=r.xml", "--report", "junit=r.xml"], ["--report", "junit=s/good.scenario"],
    ["--report", "junit=r.xml", "--golden", "g"], ["--times"], ["--report", "tap", "--report", "jsonl"],
    ["--report", "github", "--report", "github"],
  ])
  func requestsThatMakeNoSense(_ options: [String]) throws {
    let refused = try Invocation(["test", "s"] + options, in: scratch)
    #expect(refused.status == 2)
    #expect(refused.output == "")
    #expect(refused.error.hasPrefix("callsim: error: "))
    #expect(scratch.read("r.xml") == nil)
    #expect(scratch.read("s/good.scenario") == Scenes.passing)
  }

  @Test func severalReportsAtOnce() throws {
    let plain = try test("s")
    let reported = try test(
      "s", "--report", "junit=r.xml", "--report", "tap=r.tap", "--report", "jsonl", "--report", "jsonl=r.jsonl")
    #expect(reported.status == 1)
    #expect(reported.error == plain.output)
    #expect(reported.output == scratch.read("r.jsonl"))
    #expect(scratch.read("r.tap")?.contains("\nnot ok 2 - s/bad.scenario: *\n") == true)
    #expect(scratch.read("r.xml")?.contains(" failures=\"1\"") == true)
  }

  @Test func whatIsTestedIsReported() throws {
    scratch.write("s/wrong.scenario", Scenes.mistaken)
    let line = "{\"file\":\"s/bad.scenario\",\"flow\":\"main\",\"line\":1,\"result\":\"passed\"}\n"
    let stopped = try test("s", "--report", "jsonl", "--fail-fast", "--quiet")
    #expect(stopped.output.hasPrefix(line))
    #expect(
      stopped.output.hasSuffix(
        "{\"result\":\"summary\",\"passed\":1,\"failed\":1,\"notUnderstood\":0,\"notRead\":0,\"stopped\":true}\n"))
    #expect(stopped.output.contains("\"text\":\"s/bad.scenario:13: flow *, step 2: A TReleaseCall\\n  A receives"))
    #expect(stopped.error == Self.quiet + "1 passed, 1 failed (stopped at the first flow that failed)\n")
    let some = try test("s", "--report", "tap", "--flow", "*")
    #expect(
      some.output.matches(of: /ok [0-9] - (.*)/).map(\.1) == [
        "s/bad.scenario: *", "s/good.scenario: *", "s/wrong.scenario: not understood",
      ])
  }

  // MARK: GitHub

  private static let annotation =
    "::error file=s/bad.scenario,line=13,title=flow *%2C step 2%3A A TReleaseCall::"
    + "A receives EventReleased with CallState=OK, not Busy%0A%0A    A  EventReleased  ThisDNRole=Origination%0A"
    + "  -   CallState=Busy%0A  +   CallState=OK%0A%0A  rule"

  @Test func onGitHub() throws {
    scratch.write("summary.md", "# Before\n")
    let summary = "GITHUB_STEP_SUMMARY=" + scratch.path("summary.md")
    let plain = try test("s", environment: [summary])
    #expect(scratch.read("summary.md") == "# Before\n")
    let lines = plain.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (options, environment) in [
      ([], ["GITHUB_ACTIONS=true", summary]), (["--report", "github"], [summary]),
      (["--report", "github"], ["GITHUB_ACTIONS=true", summary]),
    ] {
      scratch.write("summary.md", "# Before\n")
      let reported = try Invocation(["test", "s"] + options, in: scratch, environment: environment)
      #expect(reported.status == 1 && reported.error == "")
      let all = reported.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(all.filter { !$0.hasPrefix("::") } == lines)
      #expect(all.filter { $0.hasPrefix("::") }.map { $0.hasPrefix(Self.annotation) } == [true])
      #expect(
        scratch.read("summary.md") == """
          # Before
          ### callsim test: 3 passed, 1 failed

          | folder | passed | failed | not understood |
          |---|---:|---:|---:|
          | s | 3 | 1 | 0 |

          | place | flow | what differs |
          |---|---|---|
          | s/bad.scenario&#58;13 | &#42; | A TReleaseCall&#58; A receives EventReleased with CallState=OK, not Busy |


          """)
    }
  }

  @Test func onlyTrueIsGitHub() throws {
    let plain = try test("s")
    #expect(try test("s", environment: ["GITHUB_ACTIONS=false"]) == plain)
    #expect(try test("s", environment: ["GITHUB_ACTIONS=1", "CI=true"]) == plain)
    // Goldens are not flows.
    #expect(try test("s", "--golden", "g", environment: ["GITHUB_ACTIONS=true"]) == test("s", "--golden", "g"))
  }

  @Test func annotationsStayOutOfAReport() throws {
    let reported = try test("s", "--report", "tap", environment: ["GITHUB_ACTIONS=true"])
    #expect(reported.output == (try test("s", "--report", "tap")).output)
    #expect(reported.error.contains("\n" + Self.annotation))
    let filed = try test("s", "--report", "github=r.txt", environment: ["GITHUB_ACTIONS=true"])
    #expect(filed == (try test("s")))
    #expect(scratch.read("r.txt")?.hasPrefix(Self.annotation) == true)
  }

  @Test func aSummaryThatCannotBeWritten() throws {
    let failing = try test("s", environment: ["GITHUB_ACTIONS=true", "GITHUB_STEP_SUMMARY=no/summary.md"])
    #expect(failing.status == 3)
    #expect(failing.error.hasPrefix("callsim: error: cannot write no/summary.md: "))
    #expect(failing.output.hasSuffix("\n3 passed, 1 failed\n"))
  }

  // MARK: Readers that callsim did not write

  /// Runs a program of Python; nil if there is no Python.
  private func python(_ program: String, _ file: String) throws -> String? {
    guard access("/usr/bin/python3", X_OK) == 0 || Self.hasPython else { return nil }
    let run = try Invocation(
      [scratch.path(file)], in: scratch, environment: Self.path, shell: "shift; exec python3 -c '\(program)' \"$@\"")
    #expect(run.error == "")
    return run.status == 0 ? run.output : nil
  }

  private static let path = [getenv("PATH").map { "PATH=" + String(cString: $0) } ?? "PATH=/usr/bin:/bin"]

  private static let hasPython: Bool = {
    let scratch = Scratch()
    let run = try? Invocation([], in: scratch, environment: path, shell: "exec python3 -c 'import xml.etree'")
    return run?.status == 0
  }()

  @Test func anotherProgramReadsTheXML() throws {
    let hostile = "s/\"><script>alert(1)<:]]>;#\u{202E}&'.scenario"
    scratch.write(hostile, Scenes.failing)
    scratch.write("s/wrong.scenario", "scenario \u{1}]]>\u{FFFE}\n]]>\n")
    scratch.write("s/none/readme", "")
    #expect(try test("s", "gone", "s/none", "--report", "junit=r.xml").status == 3)
    let program = """
      import sys, xml.etree.ElementTree as E
      r = E.parse(sys.argv[1]).getroot()
      print(r.tag, r.get("tests"), r.get("failures"), r.get("errors"), r.get("time"))
      for s in r:
        print(" ", s.tag, s.get("name"), s.get("tests"), s.get("failures"), s.get("errors"))
        for c in s:
          print("   ", c.get("name"), c.get("file"), c.get("line"), [(f.tag, f.get("type"), f.text.count("]]>")) for f in c])
      """
    guard Self.hasPython, let read = try python(program, "r.xml") else { return }
    #expect(
      read == """
        testsuites 9 2 3 None
          testsuite . 1 0 1
            not read gone None [('error', 'not read', 0)]
          testsuite s 8 2 2
            not read s/none None [('error', 'not read', 0)]
            main s/"><script>alert(1)<:]]>;#\u{FFFD}&'.scenario 1 []
            * s/"><script>alert(1)<:]]>;#\u{FFFD}&'.scenario 13 [('failure', 'difference', 1)]
            main s/bad.scenario 1 []
            * s/bad.scenario 13 [('failure', 'difference', 0)]
            main s/good.scenario 1 []
            * s/good.scenario 11 []
            not understood s/wrong.scenario 1 [('error', 'not understood', 3)]

        """)
  }

  @Test func anotherProgramReadsTheLines() throws {
    scratch.write("s/\"\u{202E}\t\\.scenario", Scenes.failing)
    scratch.write("s/wrong.scenario", "scenario \u{1}]]>\u{FFFE}\n]]>\n")
    _ = try test("s", "gone", "--report", "jsonl=r.jsonl")
    let program = """
      import sys, json
      for line in open(sys.argv[1], "rb").read().decode("utf-8").splitlines():
        d = json.loads(line)
        print(json.dumps(d.get("file")), d["result"], list(d))
      """
    guard Self.hasPython, let read = try python(program, "r.jsonl") else { return }
    let hostile = #""s/\"\u202e\t\\.scenario""#
    let (passed, failed) = ("['file', 'flow', 'line', 'result'", "'differences', 'actions']")
    #expect(
      read == """
        "gone" not read ['file', 'result', 'mistakes']
        \(hostile) passed \(passed)]
        \(hostile) failed \(passed), \(failed)
        "s/bad.scenario" passed \(passed)]
        "s/bad.scenario" failed \(passed), \(failed)
        "s/good.scenario" passed \(passed)]
        "s/good.scenario" passed \(passed)]
        "s/wrong.scenario" not understood ['file', 'line', 'result', 'mistakes']
        null summary ['result', 'passed', 'failed', 'notUnderstood', 'notRead', 'stopped']

        """)
  }

  @Test func timesAreOnlyThoseAskedFor() throws {
    _ = try test("s", "--report", "junit=r.xml")
    #expect(scratch.read("r.xml")?.contains("time=") == false)
    _ = try test("s", "--report", "junit=r.xml", "--times")
    #expect(scratch.read("r.xml")?.matches(of: /time="[0-9]+\.[0-9]{6}"/).count == 6)
  }
}
