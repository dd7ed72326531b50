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
    Arguments.Option(
      "--presence", Presence.allCases.map(\.rawValue).joined(separator: "|"),
      "the attributes that an event has: exactly those of its table, at least those, or any (default: exact for "
        + "transcripts without --attributes all, listed for other logs)"),
    Arguments.Option(
      "--profile", "NAME", completion: .words(Scenario.profileNames), "the switch that wrote the log (generic)"),
    Arguments.Option("--call", "CONNID", "print only what is found in this call"),
    Arguments.Option("--dn", "DN", "print only what is found at this DN"),
    Arguments.Option("--strict", "exit with 1 for warnings, too"),
    .widthOfText, .output,
  ]
  static let about = """
    Reads logs of a T-Server, a client or a routing server, or transcripts that
    callsim run --format jsonl has written, and says of each call whether the call
    models allow what its DNs were told. Nothing but the events counts: callsim
    infers who did what, and which of the DNs are queues. A finding names the event,
    what is wrong with it, the rule and its place in the manual, what the parties
    were doing, and the actions that explain the events before. The last line has
    the counts.
    """
  static let notes = """
    An error is something that the call models do not allow, a warning something
    that switches are known to do, and a note says what was not judged. Errors end
    the command with status 1. A call that began before the log is judged up to its
    first event that nothing explains. Several LOGs are one log, in the order of
    their first time stamps; - is standard input.
    """
  static let examples = ["callsim check srv-001.log srv-002.log", "callsim check --format github server.log"]
  static let completion = Completion.files

  /// The values of `--format`.
  enum Format: String, CaseIterable { case text, jsonl, junit, html, github }

  private let paths: [String]
  private let format: Format
  private let presence: Presence?
  private let profile: SwitchProfile
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
    presence = try arguments.choice("--presence")
    let name = arguments.text("--profile") ?? Scenario.profileNames[0]
    guard let named = SwitchProfile.named.first(where: { $0.name == name }) else {
      throw .unknown("profile", name, of: Scenario.profileNames, see: "callsim explain \(Scenario.profileNames[0])")
    }
    profile = named.profile
    call = arguments.text("--call")
    dn = arguments.text("--dn")
    isStrict = arguments.has("--strict")
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
  }

  func perform(_ console: inout Console) throws(Failure) {
    let logs = LogFiles(paths, &console)
    if logs.files.isEmpty { return }
    if let output {
      try logs.refuse(output: output)
      try console.redirect(to: output)
    }
    var judgement = LogJudgement(profile: profile, presence: presence)
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
      if finding.level == .error || isStrict && finding.level == .warning { console.raise(.findings) }
      try report.add(finding, words, &console)
    }
  }

  private func isWanted(_ finding: Finding, _ words: FindingWords) -> Bool {
    if let call, words.call(finding.observation.connID) != call { return false }
    if let dn, words.names[finding.observation.thisDN] != dn { return false }
    return true
  }
}
