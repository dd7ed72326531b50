import CallLog
import CallScenario

/// `callsim redact`: replaces what logs say about people and places.
struct RedactCommand: Command {
  static let name = "redact"
  static let operands = "[OPTION…] LOG…"
  static let summary = "replace names and numbers in logs by pseudonyms"
  static let options = [
    Arguments.Option(
      "-o", "PATH", completion: .files, "write to a file, or to a folder that gets a file for each of several logs")
  ]
  static let about = """
    Prints captured logs with pseudonyms for DNs, ConnIDs, UUIDs, names, addresses,
    hosts, numbers, agents and user data, line for line. The same value has the same
    pseudonym in all logs of a command, so they still say what happened. Times,
    enumerations, error codes, reference IDs and the names of messages and
    attributes stay. In other text, every word is replaced: what is a value by its
    pseudonym, what is not by the word text.
    """
  static let notes = """
    A LOG is a file or - for standard input: the log of a T-Server or SIP Server, of
    a routing server or of a client, or JSON Lines of callsim run. All logs are read
    twice, in the order of their first time stamps. In a folder, files are called
    log-1, log-2 and so on, with the time in their old name; the names are printed.

    Read the result before you give it away: the times of calls stay.
    """
  static let examples = [
    "callsim redact srv-001.log > redacted.log", "callsim redact -o redacted srv-*.log",
  ]
  static let completion = Completion.files

  private let paths: [String]
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    if arguments.operands.isEmpty {
      throw Failure(.badInput, "no LOG is given", suggestion: "\(Self.usage); see callsim help \(Self.name)")
    }
    paths = arguments.operands
    output = arguments.text("-o")
  }

  func perform(_ console: inout Console) throws(Failure) {
    let logs = LogFiles(paths, &console)
    if logs.files.isEmpty { return }
    let folder = try folder(for: logs)
    if folder == nil, let output {
      try logs.refuse(output: output)
      try console.redirect(to: output)
    }
    var redactor = LogRedactor()
    for (index, file) in logs.files.enumerated() {
      console.progress("reading \(index) of \(logs.files.count) logs")
      try LogFiles.read(file, &console) { (bytes, _) throws(Failure) in redactor.collect(bytes.span) }
      redactor.endCollecting()
    }
    for (index, file) in logs.files.enumerated() {
      console.progress("writing \(index) of \(logs.files.count) logs")
      guard let folder else {
        try write(file, &redactor, &console) { (bytes, console) throws(Failure) in try console.print(bytes) }
        continue
      }
      let name = LogRedactor.fileName(file.path.folderAndName.name, number: index + 1)
      let path = "\(folder.withoutEndingSlashes)/\(name)"
      try logs.refuse(output: path)
      var written = try Output(path: path)
      try write(file, &redactor, &console) { (bytes, _) throws(Failure) in try written.write(bytes.span.bytes) }
      try written.finish()
      try console.print("\(path.printable())\n")
    }
  }

  private func write(
    _ file: LogFiles.File, _ redactor: inout LogRedactor, _ console: inout Console,
    _ sink: ([UInt8], inout Console) throws(Failure) -> Void
  ) throws(Failure) {
    try LogFiles.read(file, &console) { (bytes, console) throws(Failure) in
      try sink(redactor.rewrite(bytes.span), &console)
    }
    try sink(redactor.endRewriting(), &console)
  }

  /// The folder of `-o`, which is made if there are several logs; nil if the output is not a folder.
  private func folder(for logs: LogFiles) throws(Failure) -> String? {
    guard let output, output != "-" else { return nil }
    let kind = (try? Platform.identity(of: output))?.kind
    if kind == .folder { return output }
    if logs.files.count == 1 { return nil }
    if kind != nil {
      throw Failure(
        .fileError, "-o needs a folder for several logs, and \(output.shown) is not one",
        suggestion: "give -o a folder, or leave it out to print all logs")
    }
    do throws(SystemError) {
      try Platform.makeFolder(output.withoutEndingSlashes)
    } catch {
      throw .cannot("make", output, error, suggestion: "give -o a folder that can be written")
    }
    return output
  }
}
