import Testing

/// `callsim redact` on files, folders and pipes; what it replaces is tested with `LogRedactor`.
@Suite struct RedactTests {
  private static func log(_ hour: String, _ dn: String) -> String {
    """
    Application name: SIPServer
    File: (1) SIPServer.20260101_\(hour)0000_000.log
    Local time: 2026-01-01T\(hour):00:00.000

    @\(hour):00:01.0000 [0] 8.1 distribute_event: message EventRinging
    \tAttributeThisDN\t'\(dn)'
    \tAttributeOtherDN\t'7001'

    7001 calls \(dn)

    """
  }

  private static func redacted(_ hour: String, _ dn: String, _ other: String) -> String {
    """
    Application name: name1
    File: (1) name1.20260101_\(hour)0000_000.log
    Local time: 2026-01-01T\(hour):00:00.000

    @\(hour):00:01.0000 [0] 8.1 distribute_event: message EventRinging
    \tAttributeThisDN\t'\(dn)'
    \tAttributeOtherDN\t'\(other)'

    \(other) text \(dn)

    """
  }

  private let scratch = Scratch(["b.log": log("09", "7002"), "a.log": log("10", "7001")])
  private static let first = redacted("09", "10001", "10002")
  private static let second = redacted("10", "10002", "10002")

  private func redact(_ arguments: String..., input: String = "/dev/null") throws -> Invocation {
    try Invocation(["redact"] + arguments, in: scratch, input: input)
  }

  @Test func aLog() throws {
    let expected = Invocation(status: 0, output: Self.first)
    #expect(try redact("b.log") == expected)
    #expect(try redact("-", input: scratch.path("b.log")) == expected)
    #expect(
      try Invocation(["-c", "cat b.log | exec \"$@\""], in: scratch, shell: "exec sh \"$2\" \"$3\" sh \"$1\" redact -")
        == expected)
    #expect(try redact("-o", "out.log", "b.log") == Invocation(status: 0))
    #expect(scratch.read("out.log") == Self.first)
  }

  /// Several logs are one, in the order of their times.
  @Test func severalLogs() throws {
    let expected = Invocation(status: 0, output: Self.first + Self.second)
    #expect(try redact("a.log", "b.log") == expected)
    #expect(try redact("b.log", "a.log") == expected)
    #expect(try redact("a.log", "b.log", "-o", "-") == expected)
  }

  @Test func aFolder() throws {
    let names = ["log-1.log", "log-2.log"]
    for folder in ["new/folder", "new/folder/"] {
      #expect(
        try redact("-o", folder, "a.log", "b.log")
          == Invocation(status: 0, output: names.map { "new/folder/\($0)\n" }.joined()))
    }
    #expect(scratch.names("new/folder") == names)
    #expect(scratch.read("new/folder/log-1.log") == Self.first)
    #expect(scratch.read("new/folder/log-2.log") == Self.second)
    // A folder that exists takes a single log, too.
    #expect(try redact("-o", "new", "b.log") == Invocation(status: 0, output: "new/log-1.log\n"))
    #expect(scratch.read("new/log-1.log") == Self.first)
  }

  @Test func noInputIsWrittenOver() throws {
    #expect(
      try redact("-o", "b.log", "b.log")
        == Invocation(
          status: 2,
          error: "callsim: error: -o b.log would write over the input b.log\n    give -o another path\n"))
    scratch.write("log-1.log", Self.log("08", "7003"))
    #expect(
      try redact("-o", ".", "log-1.log").error
        == "callsim: error: -o ./log-1.log would write over the input log-1.log\n    give -o another path\n")
    #expect(scratch.read("b.log") == Self.log("09", "7002") && scratch.read("log-1.log") == Self.log("08", "7003"))
  }

  @Test func whatCannotBeRead() throws {
    let missing =
      "callsim: error: cannot read c.log: No such file or directory\n    check the path: expected a readable log\n"
    #expect(try redact("c.log", "b.log") == Invocation(status: 3, output: Self.first, error: missing))
    // Nothing is written if nothing can be read.
    #expect(try redact("-o", "b.log", "c.log") == Invocation(status: 3, error: missing))
    #expect(scratch.read("b.log") == Self.log("09", "7002"))
    scratch.write("folder/x.log", "")
    #expect(
      try redact("folder")
        == Invocation(status: 3, error: "callsim: error: cannot read folder: Is a directory\n    name the logs in it\n")
    )
    #expect(
      try redact("-o", "a.log", "a.log", "b.log")
        == Invocation(
          status: 3,
          error: """
            callsim: error: -o needs a folder for several logs, and a.log is not one
                give -o a folder, or leave it out to print all logs

            """))
  }

  /// What callsim prints can be redacted, too.
  @Test func aTranscript() throws {
    scratch.write("s.scenario", Scenes.passing)
    let lines = try Invocation(["run", "--format", "jsonl", "--actions", "s.scenario"], in: scratch).output
    scratch.write("s.jsonl", lines)
    let redacted = try redact("s.jsonl")
    #expect(
      redacted.status == 0 && redacted.output.hasPrefix(#"{"flow":"main","step":1,"action":"name1 TMakeCall name2"}"#))
    #expect(redacted.output.split(separator: "\n").count == lines.split(separator: "\n").count)
    #expect(!redacted.output.contains("\"A\"") && redacted.output.contains("\"EventDialing\""))
  }
}
