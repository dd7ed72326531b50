import CallReport
import CallScenario

/// `callsim diff`: compares two transcripts, or what scenarios do under two profiles.
struct DiffCommand: Command {
  static let name = "diff"
  static let operands = "[OPTION…] OLD NEW"
  static let summary = "compare two transcripts, or two profiles"
  static let options = [
    Arguments.Option(
      "--profile", "NAME", mayRepeat: true, completion: .words(Scenario.profileNames),
      "twice: compare what the scenarios of the PATHs do under these profiles"),
    Arguments.Option(
      "--format", Format.allCases.map(\.rawValue).joined(separator: "|"),
      "text (the default), one finding per line as JSON, or one page"),
    Arguments.Option(
      "--attributes", "listed|all",
      "with --profile: compare the attributes in the manual's cell (the default), or all that the server knows"),
    .widthOfText, .output,
  ]
  static let about = """
    Compares two transcripts, which callsim run --format jsonl has written, event by
    event, and prints each finding: an event that is added, removed, changed (the
    attributes differ) or moved (it stands elsewhere in its flow). Then N added,
    N removed, N changed, N moved, or no difference; the exit status is 1 or 0.

      callsim diff OLD NEW
      callsim diff --profile A --profile B PATH…

    With --profile, callsim plays the scenarios twice. Each profile replaces the
    name that a file gives; the single options of the file stay. A finding says
    which option makes the difference, if one alone does.
    """
  static let notes = """
    OLD or NEW may be - for standard input. Transcripts with --actions say more:
    actions that send nothing, and refusals. Those with --why name the rules. No
    order is expected between the recipients of one action, and none between flows
    and files. A flow or a file that only one transcript has is one finding, and so
    are ConnIDs of a flow that only have other numbers.
    """
  static let examples = [
    "callsim run --format jsonl flows > old.jsonl", "callsim diff old.jsonl new.jsonl",
    "callsim diff --profile generic --profile aspect-acd Scenarios",
  ]
  static let completion = Completion.files

  /// The values of `--format`.
  enum Format: String, CaseIterable { case text, jsonl, html }

  private enum Subject {
    case transcripts(old: String, new: String)
    case profiles(old: String, new: String, paths: [String])
  }

  private let subject: Subject
  private let format: Format
  private let attributes: AttributeChoice
  private let output: String?
  private let color: Color
  private let width: Int?

  init(_ arguments: Arguments) throws(Failure) {
    subject = try Self.subject(arguments)
    format = try arguments.choice("--format") ?? .text
    attributes = try arguments.choice("--attributes") ?? .listed
    if case .transcripts = subject, arguments.has("--attributes") {
      throw Failure(
        .badInput, "--attributes applies only to --profile: transcripts have the attributes that run wrote",
        suggestion: "leave out --attributes here, and give it to callsim run")
    }
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
  }

  private static func subject(_ arguments: Arguments) throws(Failure) -> Subject {
    let operands = arguments.operands
    let profiles = arguments.values("--profile")
    for name in profiles where !Scenario.profileNames.contains(name) {
      throw .unknown("profile", name, of: Scenario.profileNames, see: "callsim explain \(Scenario.profileNames[0])")
    }
    if !profiles.isEmpty {
      guard profiles.count == 2 else {
        throw Failure(
          .badInput, "--profile is given \(profiles.count == 1 ? "once" : "\(profiles.count) times"), not twice",
          suggestion: "write callsim diff --profile A --profile B PATH…; see callsim help diff")
      }
      try arguments.requireOperands("usage: callsim diff --profile A --profile B PATH…")
      return .profiles(old: profiles[0], new: profiles[1], paths: operands)
    }
    guard operands.count >= 2 else {
      throw Failure(
        .badInput, operands.isEmpty ? "no transcript is given" : "only one transcript is given",
        suggestion: "\(usage), or callsim diff --profile A --profile B PATH…; see callsim help diff")
    }
    try arguments.limitOperands(to: 2, "\(usage), or callsim diff --profile A --profile B PATH…")
    if operands == [Inputs.standardInput, Inputs.standardInput] {
      throw Failure(.badInput, "both transcripts are standard input", suggestion: "give a file for one of them")
    }
    return .transcripts(old: operands[0], new: operands[1])
  }

  func perform(_ console: inout Console) throws(Failure) {
    switch subject {
    case .transcripts(let old, let new): try compare(old, new, &console)
    case .profiles(let old, let new, let paths): try compare(old, new, paths, &console)
    }
  }

  private func compare(_ old: String, _ new: String, _ console: inout Console) throws(Failure) {
    let (one, other) = (Self.transcript(old, &console), Self.transcript(new, &console))
    guard let one, let other else { return }
    if let output {
      try Inputs([old, new], &console).refuse(output: output)
      try console.redirect(to: output)
    }
    var report = report(.init(old: old, new: new), console)
    try TranscriptComparison(one, other).each { difference throws(Failure) in
      try report.add(difference, &console)
    }
    try report.finish(&console)
  }

  /// Reads a transcript; returns nil and reports why, if it is none.
  private static func transcript(_ path: String, _ console: inout Console) -> WrittenTranscript? {
    if path != Inputs.standardInput, (try? Platform.identity(of: path))?.kind == .folder {
      console.report(
        Failure(
          .badInput, "\(path.shown) is a folder, not a transcript",
          suggestion: "to compare what its scenarios do under two profiles, add --profile A --profile B"))
      return nil
    }
    let content: FileContent
    do throws(Failure) {
      content = try Inputs.read(path, atMost: WrittenTranscript.sizeLimit + 1)
    } catch {
      console.report(error)
      return nil
    }
    do throws(Diagnostic) {
      return try WrittenTranscript(parsing: content.bytes, path: path)
    } catch {
      var mistake = error
      if (try? Scenario(parsing: content.bytes, path: path)) != nil {
        mistake = Diagnostic(
          path: path, position: error.position, message: "this is a scenario, not a transcript",
          suggestion: "write its transcript with callsim run --format jsonl, or compare profiles with --profile")
      }
      console.report(Mistakes(diagnostics: [mistake]))
      return nil
    }
  }

  private func compare(_ old: String, _ new: String, _ paths: [String], _ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    if let output {
      if inputs.files.isEmpty { return }
      try inputs.refuse(output: output)
      try console.redirect(to: output)
    }
    var report = report(.init(old: "profile \(old)", new: "profile \(new)"), console)
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      guard let content = Inputs.read(file, &console) else { continue }
      guard let differences = differences(content, file, old, new, &console) else {
        report.addNotUnderstood()
        continue
      }
      for difference in differences { try report.add(difference, &console) }
    }
    try report.finish(&console)
  }

  /// What the scenario does otherwise under the second profile; nil, with a report, if it has mistakes.
  private func differences(
    _ content: FileContent, _ file: String, _ old: String, _ new: String, _ console: inout Console
  ) -> [TranscriptDifference]? {
    guard let scenario = Inputs.scenario(content, file, &console) else { return nil }
    do throws(Mistakes) {
      return try ProfileComparison(scenario, old, new, attributes).differences()
    } catch {
      console.report(error)
      return nil
    }
  }

  private func report(_ sides: TranscriptDifference.Sides, _ console: borrowing Console) -> DifferencesReport {
    DifferencesReport(
      format: format, sides: sides, width: console.width(width, ofText: true), color: console.usesColor(color))
  }
}
