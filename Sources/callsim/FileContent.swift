/// The bytes of a file before callsim writes or compares it, and the identity of that file.
struct FileContent {
  static let missing = FileContent(bytes: [], identity: nil)

  let bytes: [UInt8]
  /// Nil if there is no file.
  let identity: FileIdentity?

  var isMissing: Bool { identity == nil }

  func holds(_ other: [UInt8]) -> Bool { !isMissing && bytes == other }

  /// The lines that differ, below the two names.
  func difference(to new: [UInt8], _ path: String, _ newName: String, color: Bool) -> [UInt8] {
    let oldName = path.shown + (isMissing ? " (missing)" : "")
    return LineDifference(from: bytes, to: new).text(oldName, newName.shown, color: color)
  }
}
