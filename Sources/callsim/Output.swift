/// Standard output or the file of `-o`: one reused buffer of bytes, written in large pieces.
struct Output: ~Copyable {
  private static let pieceSize = 256 << 10

  let descriptor: Int32
  private let name: String
  private let isTerminal: Bool
  private var buffer: [UInt8] = []
  /// After a write has failed, nothing more is written: the output would have gaps.
  private var failure: Failure?

  init() {
    self.init(Platform.standardOutput, "standard output")
  }

  /// Opens the file; `-` is standard output.
  init(path: String) throws(Failure) {
    if path == "-" {
      self.init()
      return
    }
    do throws(SystemError) {
      self.init(try Platform.openForWriting(path), path)
    } catch {
      throw .cannot("write", path, error, suggestion: "give -o a writable file, pipe or device")
    }
  }

  private init(_ descriptor: Int32, _ name: String) {
    self.descriptor = descriptor
    self.name = name
    isTerminal = Platform.isTerminal(descriptor)
  }

  mutating func write(_ text: String) throws(Failure) {
    buffer.append(contentsOf: text.utf8)
    try flushIfDue()
  }

  /// Writes the bytes; large pieces bypass the buffer.
  mutating func write(_ bytes: RawSpan) throws(Failure) {
    if bytes.byteCount < Self.pieceSize {
      bytes.withUnsafeBytes { buffer.append(contentsOf: $0) }
      return try flushIfDue()
    }
    try flush()
    try send(bytes)
  }

  mutating func flush() throws(Failure) {
    if buffer.isEmpty && failure == nil { return }
    // Moved out during the call and put back empty, because `send` may change the rest of this value.
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    try send(pending.span.bytes)
    pending.removeAll(keepingCapacity: true)
    swap(&pending, &buffer)
  }

  /// Flushes, and closes the file that `init(path:)` opened.
  mutating func finish() throws(Failure) {
    try flush()
    guard descriptor > Platform.standardError else { return }
    do throws(SystemError) { try Platform.closeAfterWriting(descriptor) } catch { throw fail(error) }
  }

  /// On a terminal, flushes at once, so that the user sees results as they come.
  private mutating func flushIfDue() throws(Failure) {
    if buffer.count >= Self.pieceSize || isTerminal { try flush() }
  }

  private mutating func send(_ bytes: RawSpan) throws(Failure) {
    if let failure { throw failure }
    do throws(SystemError) { try Platform.write(bytes, to: descriptor) } catch { throw fail(error) }
  }

  /// If the reader closed the pipe, as `head` does, there is no message; the status alone says that the output is
  /// incomplete.
  private mutating func fail(_ error: SystemError) -> Failure {
    let incomplete = Failure.cannot("write", name, error, suggestion: "the output is incomplete")
    let failure = error.isClosedPipe ? Failure(.fileError, nil) : incomplete
    self.failure = failure
    return failure
  }
}
