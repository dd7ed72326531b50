import CallReport
import CallScenario

/// `callsim run`: replays scenarios and prints what happens.
struct RunCommand: Command {
  static let name = "run"
  static let operands = "[OPTION…] PATH…"
  static let summary = "replay scenarios and print who receives which event"
  static let options = [
    Format.option,
    Arguments.Option(
      "--flow", "NAME", mayRepeat: true, completion: .flows,
      "only this flow: main, or the name that after gives it; may be given several times"),
    Arguments.Option("--whole", "each flow from the beginning, not from its mark"),
    Arguments.Option("--actions", "also a line of JSON for each action, for each wait, and for the mark of each flow"),
    .attributes(#"; jsonl and csv then also have "conversation", to which the call belongs, and "endedBy""#),
    Arguments.Option("--why", "also the rule behind each message, and its source"),
    .width,
    Arguments.Option("--start", "TIME", "when a log begins (default: 2026-01-01T00:00:00Z)"),
    Arguments.Option("--unicode", "ladders with box-drawing characters"),
    .output,
  ]
  static let about = """
    Replays each scenario and prints its flows. Expectations are checked for
    mistakes but not compared; callsim test compares them.
    """
  static let notes = """
    A PATH is a file, - for standard input, or a folder: its .scenario files at any
    depth, in byte order of their paths, without hidden files and linked folders.
    If there are several files, each line of JSON begins with "file"; markdown,
    mermaid, plantuml, ladder, svg and tserver-log begin with the list of
    scenarios. A log has all attributes, unless --attributes chooses, and whole
    flows. A page of HTML refers to no other file; its script always shows all
    attributes and rules, and --attributes and --why are about what it has without
    scripts.
    """
  static let examples = [
    "callsim run --format jsonl --why Scenarios/basic-call-models",
    "callsim run --format ladder Scenarios/basic-call-models/call-to-acd.scenario",
    "callsim run --format svg -o releasing.svg Scenarios/releasing-calls",
    "callsim run --format html -o flows.html Scenarios",
  ]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let output: String?
  private let color: Color
  private let width: Int?
  private var printout = Printout()

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    output = arguments.text("-o")
    color = arguments.color
    width = try arguments.width()
    printout.format = try arguments.choice("--format") ?? .table
    printout.chosenAttributes = try arguments.choice("--attributes")
    printout.showsRules = arguments.has("--why")
    if printout.showsRules, !printout.format.showsRules {
      throw Failure(
        .badInput, "--why does not apply to \(printout.format.rawValue), which has no place for rules",
        suggestion: "leave out --why, or choose another format")
    }
    if let start = arguments.text("--start") { printout.start = try Self.time(start, printout.format) }
    printout.isUnicode = arguments.has("--unicode")
    if printout.isUnicode, printout.format != .ladder {
      throw Failure(
        .badInput, "--unicode applies only to --format ladder",
        suggestion: "leave out --unicode, or add --format ladder")
    }
    printout.showsActions = arguments.has("--actions")
    if printout.showsActions, printout.format != .jsonl {
      throw Failure(
        .badInput, "--actions applies only to --format jsonl",
        suggestion: "leave out --actions, or add --format jsonl")
    }
    printout.isWhole = arguments.has("--whole")
    printout.flows = arguments.has("--flow") ? arguments.values("--flow") : nil
  }

  /// What `--start` says.
  private static func time(_ text: String, _ format: Format) throws(Failure) -> LogTime {
    guard format == .tserverLog else {
      throw Failure(
        .badInput, "--start applies only to --format tserver-log: no other format shows the time",
        suggestion: "leave out --start, or add --format tserver-log")
    }
    if let time = LogTime(text) { return time }
    throw Failure(
      .badInput, "--start takes a time in UTC from 1970 to 9999, not \(text.shown)",
      suggestion: "write it like this: --start 2026-01-01T00:00:00Z")
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    if let output {
      // If a mistyped PATH leaves nothing to read, the old output stays.
      if inputs.files.isEmpty { return }
      try inputs.refuse(output: output)
      try console.redirect(to: output)
    }
    var printout = printout
    printout.usesColor = console.usesColor(color)
    printout.width = console.width(width)
    printout.namesFiles = inputs.files.count > 1
    var flows = FlowNames(wanted: printout.flows ?? [])
    var document = Document(printout)
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      guard let content = Inputs.read(file, &console),
        let transcript = Inputs.replay(content, file, printout.detail, &console)
      else {
        continue
      }
      let names = transcript.flows.map { $0.name }
      flows.add(names)
      if let failure = printout.failure(with: transcript) {
        console.report(failure)
        continue
      }
      if let wanted = printout.flows, !names.contains(where: { wanted.contains($0) }) { continue }
      try document.append(transcript) { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    }
    try document.finish { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    if let failure = flows.failure { console.report(failure) }
  }
}
