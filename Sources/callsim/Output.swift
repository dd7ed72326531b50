/// Standard output, or the file of `-o`: one reused buffer of bytes, written in large pieces.
struct Output: ~Copyable {
  private static let pieceSize = 256 << 10

  let descriptor: Int32
  private let name: String
  private let isTerminal: Bool
  private var buffer: [UInt8] = []
  /// Once writing has failed nothing more is tried: the rest would only leave gaps.
  private var failure: Failure?

  init() {
    self.init(Platform.standardOutput, "standard output")
  }

  /// `-` is standard output.
  init(path: String) throws(Failure) {
    if path == "-" {
      self.init()
      return
    }
    do throws(SystemError) {
      self.init(try Platform.openForWriting(path), path)
    } catch {
      throw .cannot("write", path, error, wayOut: "give -o a file, a pipe or a device that can be written")
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

  /// Large pieces go past the buffer.
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
    // Taken out for the while, and put back empty: `send` may change the rest of this value.
    var pending: [UInt8] = []
    swap(&pending, &buffer)
    try send(pending.span.bytes)
    pending.removeAll(keepingCapacity: true)
    swap(&pending, &buffer)
  }

  /// Flushes, and closes what it opened itself.
  mutating func finish() throws(Failure) {
    try flush()
    guard descriptor > Platform.standardError else { return }
    do throws(SystemError) { try Platform.closeAfterWriting(descriptor) } catch { throw fail(error) }
  }

  /// Whoever looks at a terminal wants to see what is known already.
  private mutating func flushIfDue() throws(Failure) {
    if buffer.count >= Self.pieceSize || isTerminal { try flush() }
  }

  private mutating func send(_ bytes: RawSpan) throws(Failure) {
    if let failure { throw failure }
    do throws(SystemError) { try Platform.write(bytes, to: descriptor) } catch { throw fail(error) }
  }

  /// A reader that has seen enough, as `head` has, is told nothing; the status alone says that not all was written.
  private mutating func fail(_ error: SystemError) -> Failure {
    let incomplete = Failure.cannot("write", name, error, wayOut: "what was written is not complete")
    let failure = error.isClosedPipe ? Failure(.unreachable, nil) : incomplete
    self.failure = failure
    return failure
  }
}
