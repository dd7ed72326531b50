/// The lines of a file, separate from their endings.
struct FileLines {
  struct FileLine {
    var text: ArraySlice<UInt8>
    /// LF or CR LF; for a last line without LF, empty or CR.
    var ending: [UInt8]

    var isEnded: Bool { ending.last == .lineFeed }
  }

  private(set) var lines: [FileLine] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .lineFeed)
      var text = bytes[start..<(end ?? bytes.count)]
      var ending: [UInt8] = end == nil ? [] : [.lineFeed]
      if text.last == .carriageReturn {
        text.removeLast()
        ending.insert(.carriageReturn, at: 0)
      }
      lines.append(FileLine(text: text, ending: ending))
      start = end.map { $0 + 1 } ?? bytes.count
    }
  }

  /// The index after the last line that belongs to the action. Comments after that line belong to what follows.
  func endOfExpectations(after action: Int) -> Int {
    var end = action + 1
    for index in lines.indices.dropFirst(action + 1) {
      if FileLines.isExpectation(lines[index].text) {
        end = index + 1
      } else if !FileLines.isSilent(lines[index].text) {
        break
      }
    }
    return end
  }

  static func isExpectation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first.isBlank else { return false }
    return !isSilent(line)
  }

  /// Whether the line is blank or a comment.
  static func isSilent(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !$0.isBlank }) else { return true }
    return first == .numberSign
  }

  /// The lines as a file, in which each line ends, in LF where it has no ending. The layout makes all endings alike.
  static func joined(_ lines: [FileLine]) -> [UInt8] {
    lines.flatMap { $0.text + ($0.isEnded ? $0.ending : [.lineFeed]) }
  }
}
