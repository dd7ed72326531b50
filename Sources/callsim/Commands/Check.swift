import CallCheck
import CallLog
import CallModel
import CallReport
import CallScenario

/// `callsim check`: judges captured logs by the call models.
struct CheckCommand: Command {
  static let name = "check"
  static let operands = "[OPTION…] LOG…"
  static let summary = "judge captured logs by the call models"
  static let options = [
    Arguments.Option(
      "--format", Format.allCases.map(\.rawValue).joined(separator: "|"),
      "text (the default), one finding per line as JSON, or a report for a build server or a browser"),
    presence, profile,
    Arguments.Option("--since", "TIME", "judge what comes after this time"),
    Arguments.Option("--until", "TIME", "judge what comes before this time"),
    Arguments.Option("--idle", "TIME", "close calls without an event for so long (4h)"),
    Arguments.Option("--slack", "N", "let N steps go on before an earlier one is complete (0)"),
    Arguments.Option("--verify", "replay the inferred actions and compare"),
    Arguments.Option("--call", "CONNID", "print only what is found in this call"),
    Arguments.Option("--dn", "DN", "print only what is found at this DN"),
    Arguments.Option("--strict", "exit with 1 for warnings, too"),
    .widthOfText, .output,
  ]
  static let presence = Arguments.Option(
    "--presence", Presence.allCases.map(\.rawValue).joined(separator: "|"),
    "the attributes of an event: exactly those of its table, at least those, or any (exact for transcripts without "
      + "--attributes all, listed for other logs)")
  static let profile = Arguments.Option(
    "--profile", "NAME", completion: .words(Scenario.profileNames), "the switch (what its events show)")
  static let about = """
    Reads logs of a T-Server, a client or a routing server, or transcripts of
    callsim run --format jsonl, and says of each call whether the call models allow
    what its DNs were told. Who did what is inferred; requests decide what events
    leave open. A finding names the event, what is wrong with it, the rule, what
    the parties were doing, and the actions that explain the events before.
    """
  static let notes = """
    Errors end the command with status 1. A warning is something that switches are
    known to do. A note says what was not judged, or which request has no answer.
    Several LOGs are one log; - is standard input. A TIME is one that the log could
    print: 09:14, 2026-01-01T09:14:07; for --idle, 30m or 90s.
    """
  static let examples = ["callsim check srv-001.log srv-002.log"]
  static let completion = Completion.files

  /// The values of `--format`.
  enum Format: String, CaseIterable { case text, jsonl, junit, html, github }

  private let paths: [String]
  private let format: Format
  private let terms: LogJudgement.Terms
  private let call: String?
  private let dn: String?
  private let isStrict: Bool
  private let output: String?
  private let color: Color
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    if arguments.operands.isEmpty {
      throw Failure(.badInput, "no LOG is given", suggestion: "\(Self.usage); see callsim help \(Self.name)")
    }
    paths = arguments.operands
    format = try arguments.choice("--format") ?? .text
    terms = try arguments.judgementTerms()
    call = arguments.text("--call")
    dn = arguments.text("--dn")
    isStrict = arguments.has("--strict")
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
  }

  func perform(_ console: inout Console) throws(Failure) {
    let logs = LogFiles(paths, areReadOnce: true, &console)
    if logs.files.isEmpty { return }
    if let output {
      try logs.refuse(output: output)
      try console.redirect(to: output)
    }
    var judgement = LogJudgement(terms)
    let files = logs.files.map(\.path)
    var report = FindingsReport(
      format: format, files: files, width: console.width(width, ofText: true),
      color: console.usesColor(color))
    for (index, file) in logs.files.enumerated() {
      console.progress("\(index) of \(logs.files.count) logs")
      judgement.beginFile(file.path.folderAndName.name)
      try LogFiles.read(file, &console) { (bytes, console) throws(Failure) in
        try print(judgement.read(bytes.span), judgement.words(files: files), &report, &console)
      }
    }
    try print(judgement.finish(), judgement.words(files: files), &report, &console)
    try report.finish(judgement, &console)
  }

  private func print(
    _ findings: [Finding], _ words: FindingWords, _ report: inout FindingsReport, _ console: inout Console
  ) throws(Failure) {
    for finding in findings where isWanted(finding, words) {
      if finding.kind == .unverified { console.raise(.internalError) }
      let fails = finding.level == .error || isStrict && finding.level == .warning
      if fails { console.raise(.findings) }
      try report.add(finding, words, fails: fails, &console)
    }
  }

  private func isWanted(_ finding: Finding, _ words: FindingWords) -> Bool {
    if let call, !words.isAbout(call, finding) { return false }
    if let dn, words.names[finding.observation.thisDN] != dn { return false }
    return true
  }
}
