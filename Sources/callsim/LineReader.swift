import CallScenario

/// Reads lines from a pipe, a file or a terminal, each as soon as it has come.
struct LineReader {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// A longer line is cut: it is a mistake anyway.
  private static let longest = 64 * Limits.line
  private static let pieceSize = 64 << 10

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its line feed; nil at the end.
  mutating func next() throws(SystemError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let rest = pending[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      line += rest[..<(end ?? rest.endIndex)].prefix(Self.longest - line.count)
      if let end {
        start = end + 1
        return line
      }
      start = pending.count
      if isAtEnd { return line.isEmpty ? nil : line }
      guard let piece = try Platform.readPiece(descriptor, atMost: Self.pieceSize) else { continue }
      (pending, start) = (piece, 0)
      isAtEnd = piece.isEmpty
    }
  }
}
