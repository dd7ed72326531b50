import Testing

/// `callsim check`: what it prints for the log of the page about judging logs, and how it ends.
@Suite struct CheckTests {
  private static let package =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  private static let counts = "1 log, 8 events, 1 call: 1 error, 0 warnings, 0 notes"

  private let scratch = Scratch([:])
  /// The log of the page, and what it shows for it.
  private let faulty: String
  private let shown: String

  init() throws {
    scratch.link("page.md", to: Self.package + "/Sources/CallCheck/CallCheck.docc/JudgingLogs.md")
    let page = try #require(scratch.read("page.md"))
    func block(_ kind: String) throws -> String {
      let start = try #require(page.firstRange(of: "```\(kind)\n")).upperBound
      let end = try #require(page[start...].firstRange(of: "```")).lowerBound
      return String(page[start..<end])
    }
    (faulty, shown) = (try block("log"), try block("text"))
    scratch.write("srv.log", faulty)
    let (wrong, right) = ("OtherDN\t'8001'\n\tAttributeOtherDNRole\t1", "OtherDN\t'7001'\n\tAttributeOtherDNRole\t1")
    scratch.write("good.log", faulty.replacing(wrong, with: right))
  }

  private func check(_ arguments: String...) throws -> Invocation {
    try Invocation(["check"] + arguments, in: scratch)
  }

  @Test func thePageShowsWhatIsPrinted() throws {
    #expect(try check("srv.log") == Invocation(status: 1, output: shown))
  }

  @Test func aLogThatTheModelsAllow() throws {
    let expected = "1 log, 8 events, 1 call: 0 errors, 0 warnings, 0 notes\n"
    #expect(try check("good.log") == Invocation(status: 0, output: expected))
    #expect(try check("good.log", "-o", "out") == Invocation(status: 0))
    #expect(scratch.read("out") == expected)
  }

  @Test func oneLinePerFinding() throws {
    let lines = try check("srv.log", "--format", "jsonl").output.split(separator: "\n")
    #expect(lines.count == 2)
    let start =
      #"{"level":"error","file":"srv.log","line":46,"event":"EventEstablished","call":"006c02462a161006","text":""#
    #expect(lines.first?.hasPrefix(start) == true)
    #expect(lines.last == #"{"level":"summary","text":"\#(Self.counts)"}"#)
  }

  @Test func reportsForBuildServers() throws {
    let github = try check("srv.log", "--format", "github").output
    #expect(
      github.hasPrefix("::error file=srv.log,line=46,title=EventEstablished at 7003::EventEstablished at 7003 is"))
    #expect(github.hasSuffix("\n\(Self.counts)\n"))
    let junit = try check("srv.log", "--format", "junit").output
    #expect(junit.contains(#"<testsuites name="callsim" tests="1" failures="1" errors="0">"#))
    #expect(junit.contains(#"<testcase classname="srv.log" name="line 46: EventEstablished at 7003""#))
    #expect(try check("good.log", "--format", "junit").output.contains(#"tests="1" failures="0""#))
  }

  @Test func aPage() throws {
    scratch.write("<b>.log", faulty)
    let page = try check("<b>.log", "--format", "html")
    #expect(page.status == 1)
    #expect(page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("<h2>&lt;b&gt;.log</h2>"))
    #expect(page.output.contains("<dd>OtherDN is 8001, expected 7001</dd>"))
  }

  @Test func onlyAPart() throws {
    let since = try check("srv.log", "--since", "09:14:10")
    #expect(since.status == 0 && since.output.contains("srv.log:39: note: the call began before the log"))
    #expect(
      since.output.hasSuffix("1 log, 8 events, 0 calls: 0 errors, 0 warnings, 1 note; 8 events were not judged\n"))
    let until = try check("srv.log", "--until", "2026-01-01T09:14:10")
    let expected = "1 log, 8 events, 1 call (1 not over): 0 errors, 0 warnings, 0 notes; 4 events were not judged\n"
    #expect(until == Invocation(status: 0, output: expected))
    let whole = try check("srv.log", "--since", "09:14:07.513", "--until", "09:20")
    #expect(whole == Invocation(status: 1, output: shown))
  }

  /// What is not known is counted by name, and a file that is no log is not passed over in silence.
  @Test func whatIsNotUnderstood() throws {
    let strange =
      faulty.replacing("\tAttributeOtherDNRole\t1", with: "\tAttributeColor\t1\n\tAttributeOtherDNRole\t1")
      + "\n@09:15:00.0000 [0] 8.1.101.10 distribute_event: message EventWeather\n\tAttributeThisDN\t'7001'\n\n"
    scratch.write("strange.log", strange)
    let unknown = try check("strange.log").output
    #expect(unknown.contains("; 1 event was not judged; unknown: EventWeather (1), AttributeColor ("))
    scratch.write("notes.txt", "Nothing that a server has written.\n")
    let nothing =
      "1 log, 0 events, 0 calls: 0 errors, 0 warnings, 0 notes; "
      + "no line is part of a record\n"
    #expect(try check("notes.txt") == Invocation(status: 0, output: nothing))
  }

  @Test func silentCalls() throws {
    let idle = try check("good.log", "--idle", "1m")
    #expect(idle.status == 0 && idle.output.contains("good.log:46: note: nothing follows EventEstablished at 7003"))
    #expect(try check("good.log", "--idle", "3m") == check("good.log"))
  }

  @Test func replayedCalls() throws {
    let expected = "1 log, 8 events, 1 call: 0 errors, 0 warnings, 0 notes; 1 call verified\n"
    #expect(try check("good.log", "--verify") == Invocation(status: 0, output: expected))
    #expect(try check("srv.log", "--verify").output.hasSuffix("1 error, 0 warnings, 0 notes; 0 calls verified\n"))
  }

  @Test func oneCoreOrMany() throws {
    let many = try check("srv.log", "good.log", "--format", "jsonl")
    #expect(many.status == 1)
    let line = "if command -v taskset > .taskset; then exec taskset -c 0 \"$@\"; else exec \"$@\"; fi"
    let arguments = ["check", "srv.log", "good.log", "--format", "jsonl"]
    #expect(try Invocation(arguments, in: scratch, environment: ["PATH=/usr/bin:/bin"], shell: line) == many)
  }

  @Test func onlySomeFindings() throws {
    #expect(try check("srv.log", "--call", "006c02462a161006").status == 1)
    #expect(try check("srv.log", "--call", "006c02462a161007").status == 0)
    #expect(try check("srv.log", "--dn", "7003").status == 1)
    #expect(try check("srv.log", "--dn", "7001").status == 0)
  }

  @Test func aTranscript() throws {
    let scenario =
      "scenario A\nparty A extension\nparty B extension\nA TMakeCall B\nB ring\nB TAnswerCall\nA TReleaseCall\n"
    scratch.write("call.scenario", scenario)
    let transcript = try Invocation(["run", "--format", "jsonl", "call.scenario"], in: scratch).output
    scratch.write("good.jsonl", transcript)
    #expect(try check("good.jsonl").status == 0)
    // With no other attributes than those that are listed.
    scratch.write(
      "bad.jsonl", transcript.replacing(#""CallState":"OK","#, with: "").replacing(#","CallState":"OK""#, with: ""))
    let bad = try check("bad.jsonl")
    #expect(bad.status == 1 && bad.output.contains("CallState is missing, expected OK"))
    #expect(bad.output.contains("\n  call      1\n"))
    #expect(try check("bad.jsonl", "--presence", "ignore").status == 0)
  }

  @Test func whatCannotBeRead() throws {
    #expect(try check("missing.log").status == 3)
    #expect(try check("srv.log", "-o", "srv.log").status == 2)
    scratch.write("empty.log", "")
    #expect(
      try check("empty.log")
        == Invocation(status: 0, output: "1 log, 0 events, 0 calls: 0 errors, 0 warnings, 0 notes\n"))
    scratch.write("noise.log", String(repeating: "\u{0}\u{1B}[2Jé\n@\n", count: 500))
    #expect(try check("noise.log").status == 0)
  }
}
