import CallLog
import CallScenario

/// The captured logs that the operands of a command line stand for, in the order in which they were begun.
struct LogFiles {
  struct File {
    let path: String
    let identity: FileIdentity
    /// The bytes of what can be read only once, such as a pipe; nil if it is read from where it is.
    let content: [UInt8]?
  }

  private(set) var files: [File] = []

  /// The most bytes of a pipe: 512 MiB.
  static let pipeLimit = 512 << 20
  /// The bytes at the beginning of a file that say when it was begun.
  private static let startSize = 64 << 10

  /// Opens the files. One that cannot be read is reported, and the others are still read.
  ///
  /// Standard input alone that is read once has no place to be found among others, and is not kept.
  init(_ paths: [String], areReadOnce: Bool = false, _ console: inout Console) {
    var starts: [LogStart] = []
    let streams = areReadOnce && paths == [Inputs.standardInput]
    for path in paths {
      do throws(SystemError) {
        let file = try Self.file(path, streams: streams)
        starts.append(LogStart(name: path.folderAndName.name, bytes: file.start.span))
        files.append(file.file)
      } catch {
        let hint = (try? Platform.identity(of: path))?.kind == .folder ? "name the logs in it" : nil
        console.report(.cannot("read", path, error, suggestion: hint ?? "check the path: expected a readable log"))
      }
    }
    files = LogStart.order(starts).map { files[$0] }
  }

  private static func file(_ path: String, streams: Bool) throws(SystemError) -> (file: File, start: [UInt8]) {
    var pieces = try FilePieces(path)
    let identity = pieces.identity
    if streams { return (File(path: path, identity: identity, content: nil), []) }
    // A pipe cannot be read again from its beginning.
    let isPipe = path == Inputs.standardInput || identity.kind != .file
    var bytes: [UInt8] = []
    while bytes.count < (isPipe ? pipeLimit : startSize), let piece = try pieces.next() { bytes += piece }
    if bytes.count >= pipeLimit { throw .tooLarge }
    return (File(path: path, identity: identity, content: isPipe ? bytes : nil), Array(bytes.prefix(startSize)))
  }

  /// Passes on the bytes of a file. If it cannot be read, that is reported.
  static func read(
    _ file: File, _ console: inout Console, _ body: ([UInt8], inout Console) throws(Failure) -> Void
  ) throws(Failure) {
    if let content = file.content { return try body(content, &console) }
    do {
      var pieces = try FilePieces(file.path)
      while let piece = try pieces.next() { try body(piece, &console) }
    } catch let failure as Failure {
      throw failure
    } catch let error as SystemError {
      console.report(.cannot("read", file.path, error))
    } catch {
      throw .internalError("reading a log failed with \(error)")
    }
  }

  /// Refuses an output that is also an input, since opening it would empty it.
  func refuse(output: String) throws(Failure) {
    guard output != "-", let written = try? Platform.identity(of: output), written.kind == .file,
      let file = files.first(where: { $0.identity == written })
    else { return }
    throw Failure(
      .badInput, "-o \(output.shown) would write over the input \(file.path.shown)", suggestion: "give -o another path")
  }
}
