import CallScenario

/// `callsim fmt`: lays out scenario files.
struct FmtCommand: Command {
  static let name = "fmt"
  static let operands = "[OPTION…] PATH…"
  static let summary = "lay out scenario files, or check their layout"
  static let options = [
    Arguments.Option("--check", "change nothing; name the files that need formatting, and exit with 1 if there are any")
  ]
  static let about = """
    Gives each scenario file the one layout that they all share, names the files
    that change, and then prints N formatted, N unchanged. Standard input is written
    to standard output. Only blanks and blank lines change:

      header        words in ten columns; names, kinds and options aligned
      expectations  indented by four; recipients, messages, senders aligned
      blank lines   one between title, parties and flows, and before after;
                    elsewhere at most one in a row

    Comments stay where they are, those at the end of a line after two blanks. A
    byte-order mark stays, and all lines end like the first: in LF or CR LF.
    """
  static let notes = """
    A PATH is a file, - for standard input, or a folder: its .scenario files at any
    depth, in byte order of their paths, without hidden files and linked folders. A
    file with mistakes is reported and left as it is. callsim fmt gives no warnings:
    an editor that filters a file through it would put them into the text.
    """
  static let examples = ["callsim fmt --check Scenarios"]
  static let completion = Completion.scenarios

  private let paths: [String]
  private let onlyChecks: Bool

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.requireOperands(Self.usage)
    paths = arguments.operands
    onlyChecks = arguments.has("--check")
    if paths.contains(Inputs.standardInput), paths.count > 1, !onlyChecks {
      throw Failure(
        .badInput, "standard input cannot be formatted together with files",
        suggestion: "run callsim fmt once for - and once for the files")
    }
  }

  func perform(_ console: inout Console) throws(Failure) {
    let inputs = Inputs(paths, &console)
    if paths == [Inputs.standardInput], !onlyChecks { return try copy(paths[0], &console) }
    var unchanged = 0
    var notUnderstood = 0
    var changing: [String] = []
    for (index, file) in inputs.files.enumerated() {
      console.progress("\(index) of \(inputs.files.count) files")
      guard let old = Inputs.read(file, &console) else { continue }
      guard let new = formatted(old, file, &console) else {
        notUnderstood += 1
        continue
      }
      if old.bytes == new {
        unchanged += 1
      } else if onlyChecks || replace(old, file, with: new, &console) {
        changing.append(file)
        try console.print("\(file.printable())\n")
      }
    }
    let mistaken = notUnderstood > 0 ? ", \(notUnderstood) not understood" : ""
    try console.print(
      "\(changing.count) \(onlyChecks ? "to format" : "formatted"), \(unchanged) unchanged\(mistaken)\n")
    guard onlyChecks, !changing.isEmpty else { return }
    console.raise(.findings)
    let files = paths.filter { $0 != Inputs.standardInput }
    if files.isEmpty { return }
    console.note("to format them, run callsim fmt \(files.map(\.shown).joined(separator: " "))")
  }

  /// Prints standard input in its layout, and nothing if it has mistakes.
  private func copy(_ input: String, _ console: inout Console) throws(Failure) {
    guard let old = Inputs.read(input, &console), let new = formatted(old, input, &console) else { return }
    try console.print(new)
  }

  /// The file in its layout; nil, with a report, if it has mistakes or would be too large to be read.
  private func formatted(_ old: FileContent, _ file: String, _ console: inout Console) -> [UInt8]? {
    let new: [UInt8]
    do throws(Mistakes) {
      new = try Scenario.formatted(old.bytes, path: file)
    } catch {
      console.report(error)
      return nil
    }
    if let excess = Limits.excess(in: new) {
      console.report(
        Failure(.badInput, "cannot format \(file.shown): \(excess)", suggestion: "split it into several scenarios"))
      return nil
    }
    return new
  }

  /// Replaces the file; returns false, with a report, if it cannot be written.
  private func replace(_ old: FileContent, _ file: String, with new: [UInt8], _ console: inout Console) -> Bool {
    if let identity = try? Platform.identity(of: file), identity.kind != .file {
      console.report(
        Failure(.fileError, "cannot format \(file.shown): it is not a file", suggestion: "give a regular file, or -"))
      return false
    }
    do throws(Failure) {
      let replacement = try OpenFolder.replaceFile(at: file, old, with: new)
      if let failure = replacement.failure(file) { console.report(failure) }
      return true
    } catch {
      console.report(error)
      return false
    }
  }
}
