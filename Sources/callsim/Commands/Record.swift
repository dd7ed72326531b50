import CallScenario

/// `callsim record`: writes expectations or golden files anew. The only command that changes files of the user's own.
struct RecordCommand: Command {
  static let name = "record"
  static let operands = "[OPTION…] PATH…"
  static let summary = "write the expectations, or golden files, anew"
  static let options = [Arguments.Option("--force"), Golden.option, Format.option]
  static let help = """
    Writes what each scenario expects anew, from what happens, keeping its words,
    comments and ? marks. Shows the lines that change, then N recorded, N unchanged.
    Look at them: what is recorded is what callsim does, be it right or wrong.

      --force               also scenarios with a source: of those it is the manual
                            that says what they expect
      --golden DIR          write what is printed to DIR/<the path>.txt instead, and
                            leave the scenarios alone
      --format table|jsonl  how goldens are printed; those of jsonl end in .jsonl

    A PATH is a file or a folder: its .scenario files at any depth, in byte order of
    their paths, without hidden ones and linked folders. A file is written in one
    piece after everything in it was computed and verified, or not at all.
    Where CI is set nothing is recorded: there a test must not mend itself.

    Example:
      callsim record my.scenario
    """

  private let paths: [String]
  private let isForced: Bool
  private let golden: Golden?
  private let color: Color

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    golden = try Golden(arguments)
    isForced = arguments.has("--force")
    color = arguments.color
    if paths.contains(Inputs.standardInput) {
      throw Failure(.misunderstood, "standard input cannot be recorded", wayOut: "give the PATH of a file or a folder")
    }
    if golden != nil && isForced {
      throw Failure(.misunderstood, "--force says nothing about golden files", wayOut: "leave out --force or --golden")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    if Platform.environment("CI") != nil {
      throw Failure(
        .misunderstood, "nothing is recorded where CI is set",
        wayOut: "record where you work, look at the changes, and commit them")
    }
    let inputs = Inputs(paths, &console)
    var tally = Tally(color: console.usesColor(color))
    if let golden {
      try record(inputs, in: golden, &tally, &console)
    } else {
      try recordExpectations(inputs, &tally, &console)
    }
    try console.print("\(tally.recorded) recorded, \(tally.unchanged) unchanged\n")
  }

  private struct Tally {
    let color: Bool
    var recorded = 0
    var unchanged = 0
  }

  private func recordExpectations(_ inputs: Inputs, _ tally: inout Tally, _ console: inout Console) throws(Failure) {
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      if let identity = try? Platform.identity(of: file), identity.kind != .file {
        console.report(
          Failure(
            .unreachable, "cannot record \(shown(file)): it is not a file",
            wayOut: "give a file that can keep what is recorded"))
        continue
      }
      guard let (old, transcript) = Inputs.replay(file, &console) else { continue }
      if transcript.scenario.source != nil && !isForced {
        console.report(
          Failure(
            .misunderstood, "\(shown(file)) has a source: the manual says what it expects",
            wayOut: "mend the rule, or give --force"))
        continue
      }
      let new = Scenario.recorded(old, transcript)
      if let excess = Limits.excess(in: new) {
        console.report(
          Failure(
            .misunderstood, "cannot record \(shown(file)): \(excess)", wayOut: "divide it into several scenarios"))
        continue
      }
      try verify(new, file)
      try write(file, .bytes(old), new, "\(file) (recorded)", &tally, &console)
    }
  }

  private func record(_ inputs: Inputs, in golden: Golden, _ tally: inout Tally, _ console: inout Console)
    throws(Failure)
  {
    let paths = try golden.paths(of: inputs)
    for (index, (file, path)) in zip(inputs.files, paths).enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      guard let (_, transcript) = Inputs.replay(file, &console), let old = golden.read(path, &console) else { continue }
      try write(path, old, golden.printed(transcript), file, &tally, &console)
    }
    for orphan in golden.orphans(inputs, paths, &console) {
      console.note("\(shown(orphan)) belongs to no scenario: delete it")
    }
  }

  /// What is recorded must be what the same replay passes. Anything else is our bug, and the file stays as it is.
  private func verify(_ bytes: [UInt8], _ file: String) throws(Failure) {
    let differences: [Difference]
    do throws(Mistakes) {
      differences = try Scenario.parse(bytes, path: file, vocabularies: Servers.vocabularies).replay().differences()
    } catch {
      throw .ourBug(
        "\(shown(file)) stays as it is; recorded, it would not be understood: \(error.diagnostics.first?.message ?? "")"
      )
    }
    if let first = differences.first {
      throw .ourBug("\(shown(file)) stays as it is; recorded, it would differ at line \(first.position.line)")
    }
  }

  /// Writes the file where it changes, and shows how. A file that cannot be written does not stop the others.
  private func write(
    _ path: String, _ old: FileContent, _ new: [UInt8], _ newName: String, _ tally: inout Tally,
    _ console: inout Console
  ) throws(Failure) {
    if old == .bytes(new) {
      tally.unchanged += 1
      return
    }
    do throws(SystemError) {
      if old == .missing { try Platform.makeFolder(withoutEndingSlashes(folderAndName(path).folder)) }
      try Platform.overwrite(path, with: new, old: old.bytes)
    } catch {
      return console.report(.cannot("write", path, error, wayOut: "it is as it was before"))
    }
    tally.recorded += 1
    try console.print(old.difference(to: new, path, newName, color: tally.color))
  }
}
