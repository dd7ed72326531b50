#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file, a pipe or a device that is read piece by piece.
struct FilePieces: ~Copyable {
  private static let pieceSize = 256 << 10

  let identity: FileIdentity
  private let descriptor: Int32

  /// Opens it; `-` is standard input.
  init(_ path: String) throws(SystemError) {
    let opened = path == Inputs.standardInput ? Platform.standardInput : open(path, O_RDONLY | O_CLOEXEC)
    if opened < 0 { throw .last }
    let found: FileIdentity
    do throws(SystemError) {
      found = try Platform.identity(of: opened)
      if found.kind == .folder { throw SystemError(code: EISDIR) }
    } catch {
      if opened != Platform.standardInput { close(opened) }
      throw error
    }
    (identity, descriptor) = (found, opened)
  }

  deinit { if descriptor != Platform.standardInput { close(descriptor) } }

  /// The next bytes; nil at the end.
  mutating func next() throws(SystemError) -> [UInt8]? {
    while true {
      guard let piece = try Platform.readPiece(descriptor, atMost: Self.pieceSize) else { continue }
      return piece.isEmpty ? nil : piece
    }
  }
}
