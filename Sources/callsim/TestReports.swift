import CallModel
import CallReport
import CallScenario

/// The reports of a test run that the command line asks for.
struct TestReports {
  /// The words of `--report`.
  enum Kind: String, CaseIterable {
    case junit, tap, github, jsonl

    fileprivate var report: any TestReport {
      switch self {
      case .junit: JUnitReport()
      case .tap: TAPReport()
      case .github: GitHubReport()
      case .jsonl: JSONLReport()
      }
    }
  }

  private enum Destination: Equatable {
    case output
    /// Among the ordinary output, where GitHub reads the lines that are meant for it.
    case ordinaryOutput
    case file(String)
  }

  private struct Part {
    let destination: Destination
    var report: any TestReport
    /// What waits for the end, when the file is written.
    var pending: [UInt8] = []
  }

  private var parts: [Part] = []
  /// What GitHub says to this step of a workflow.
  private let isOnGitHub = Platform.environment("GITHUB_ACTIONS") == "true"
  private let summaryFile = Platform.environment("GITHUB_STEP_SUMMARY")

  static let option = Arguments.Option(
    "--report", "KIND[=FILE]", mayRepeat: true, completion: .words(Kind.allCases.map(\.rawValue)),
    "also a report for a build server, on standard output or in a file; may be given several times. KIND: "
      + Kind.allCases.map(\.rawValue).joined(by: "or"))
  static let times = Arguments.Option("--times", "with --report: also how long each flow took")

  var isEmpty: Bool { parts.isEmpty }

  /// Reads the values of `--report`. On GitHub, its report is made without being asked for.
  init(_ words: [String]) throws(Failure) {
    for word in words {
      let (kind, file) = try Self.request(word)
      let output = kind == .github ? Destination.ordinaryOutput : .output
      let destination = file.map { $0 == "-" ? output : .file($0) } ?? output
      if parts.contains(where: { Self.areSame($0.destination, destination) }) {
        let place = if case .file(let path) = destination { path.shown } else { "standard output" }
        throw Failure(
          .badInput, "two reports go to \(place)",
          suggestion: "give each report a file of its own: --report KIND=FILE")
      }
      parts.append(Part(destination: destination, report: kind.report))
    }
    if isOnGitHub, !parts.contains(where: { $0.report is GitHubReport }) {
      parts.append(Part(destination: .ordinaryOutput, report: GitHubReport()))
    }
  }

  private static func request(_ word: String) throws(Failure) -> (kind: Kind, file: String?) {
    let parts = word.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let (name, file) = (String(Substring(parts[0])), parts.count > 1 ? String(Substring(parts[1])) : nil)
    guard let kind = Kind(rawValue: name) else {
      throw .unknown("kind of report", name, of: Kind.allCases.map(\.rawValue), see: "callsim help test")
    }
    if file?.isEmpty == true {
      throw Failure(.badInput, "--report \(name)= needs a file", suggestion: "write --report \(name)=FILE")
    }
    return (kind, file)
  }

  private static func areSame(_ one: Destination, _ other: Destination) -> Bool {
    guard case (.file(let one), .file(let other)) = (one, other) else { return one == other }
    if Array(one.utf8) == Array(other.utf8) { return true }
    guard let identity = try? Platform.identity(of: one), identity.kind == .file else { return false }
    return identity == (try? Platform.identity(of: other))
  }

  /// Keeps standard output for the report that needs it, and refuses a file that is a scenario.
  func prepare(_ inputs: Inputs, _ console: inout Console) throws(Failure) {
    for part in parts {
      switch part.destination {
      case .output: console.reserveOutput()
      case .ordinaryOutput: break
      case .file(let path): try inputs.refuse(output: path, of: "--report")
      }
    }
  }

  // MARK: Results

  mutating func add(_ result: FlowResult, _ console: inout Console) throws(Failure) {
    for index in parts.indices { parts[index].report.add(result) }
    try pass(on: &console)
  }

  mutating func add(_ problem: FileProblem, _ console: inout Console) throws(Failure) {
    for index in parts.indices { parts[index].report.add(problem) }
    try pass(on: &console)
  }

  mutating func add(warnings: [Diagnostic], _ console: inout Console) throws(Failure) {
    for index in parts.indices { parts[index].report.add(warnings: warnings) }
    try pass(on: &console)
  }

  /// Writes the files and GitHub's summary. One that cannot be written is reported, and the others are still written.
  mutating func finish(_ tally: TestTally, _ console: inout Console) throws(Failure) {
    for index in parts.indices { parts[index].report.finish(tally) }
    try pass(on: &console)
    for part in parts {
      guard case .file(let path) = part.destination else { continue }
      do throws(Failure) {
        if let failure = try Self.write(part.pending, path) { console.report(failure) }
      } catch {
        console.report(error)
      }
    }
    let summary = parts.lazy.compactMap { $0.report as? GitHubReport }.first?.summaryBytes
    if let summary, let summaryFile {
      do throws(SystemError) {
        try Self.write(summary, Platform.openForWriting(summaryFile, isAppending: true))
      } catch {
        console.report(
          .cannot("write", summaryFile, error, suggestion: "GITHUB_STEP_SUMMARY must name a writable file"))
      }
    }
  }

  private mutating func pass(on console: inout Console) throws(Failure) {
    for index in parts.indices {
      let bytes = parts[index].report.takeBytes()
      switch parts[index].destination {
      case .output: try console.print(report: bytes)
      case .ordinaryOutput: if !bytes.isEmpty { try console.print(bytes) }
      case .file: parts[index].pending += bytes
      }
    }
  }

  // MARK: Files

  /// Replaces a regular file, and opens anything else. Returns what to report although the file is written.
  private static func write(_ bytes: [UInt8], _ path: String) throws(Failure) -> Failure? {
    let (folder, name) = path.folderAndName
    let old: FileContent
    let opened: OpenFolder
    do throws(SystemError) {
      guard let content = try content(of: path) else {
        try write(bytes, Platform.openForWriting(path))
        return nil
      }
      old = content
      opened = try OpenFolder(folder.isEmpty ? "." : folder)
    } catch {
      throw .cannot("write", path, error, suggestion: "give --report a file in a writable folder")
    }
    if !old.isMissing { return try OpenFolder.replaceFile(at: path, old, with: bytes).failure(path) }
    do throws(ReplacementFailure) {
      return try opened.replace(name, old, with: bytes).failure(path)
    } catch {
      throw error.failure(path)
    }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) throws(SystemError) {
    do throws(SystemError) { try Platform.write(bytes.span.bytes, to: descriptor) } catch {
      try? Platform.closeAfterWriting(descriptor)
      throw error
    }
    try Platform.closeAfterWriting(descriptor)
  }

  /// What a regular file holds, which may be missing; nil if the path leads to something else.
  private static func content(of path: String) throws(SystemError) -> FileContent? {
    let kind: FileIdentity.Kind
    do throws(SystemError) { kind = try Platform.identity(of: path).kind } catch {
      // A link that leads nowhere is not replaced.
      if error.isMissingFile, (try? Platform.identity(of: path, followingLinks: false)) == nil { return .missing }
      throw error
    }
    return kind == .file ? try Platform.read(path, atMost: Golden.limit) : nil
  }
}
