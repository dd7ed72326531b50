/// What a file holds before callsim writes or compares it.
enum FileContent: Equatable {
  case missing
  case bytes([UInt8])

  var bytes: [UInt8]? {
    switch self {
    case .missing: nil
    case .bytes(let bytes): bytes
    }
  }

  /// The lines that differ, beneath the two names.
  func difference(to new: [UInt8], _ path: String, _ newName: String, color: Bool) -> [UInt8] {
    let oldName = shown(path) + (self == .missing ? " (missing)" : "")
    return LineDifference(from: bytes ?? [], to: new).text(oldName, shown(newName), color: color)
  }
}
