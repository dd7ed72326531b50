/// An indented line of a scenario file: its words, and the comment after them.
struct ExpectationLine {
  var words: [String]
  /// From its `#` to the end of the line.
  var comment: String?

  init(_ words: [String], comment: String? = nil) {
    self.words = words
    self.comment = comment
  }

  /// Parses a line without its ending. Words in quotes may contain blanks and `#`.
  init(parsing line: some Collection<UInt8>) {
    let bytes = Array(line)
    var next = 0
    func skipBlanks() { while next < bytes.count, bytes[next].isBlank { next += 1 } }
    skipBlanks()
    words = []
    var isFree = false
    while next < bytes.count, bytes[next] != .numberSign {
      let start = next
      var isQuoted = false
      while next < bytes.count, isQuoted || !bytes[next].isBlank {
        // In the text after `refused`, a quote is a character like any other, unless the text begins with one.
        if bytes[next] == .quote, !isFree { isQuoted.toggle() }
        // An escaped quote ends nothing.
        if isQuoted, bytes[next] == .backslash, next + 1 < bytes.count { next += 1 }
        next += 1
      }
      words.append(String(decoding: bytes[start..<next], as: UTF8.self))
      skipBlanks()
      if words == ["refused"] { isFree = next < bytes.count && bytes[next] != .quote }
    }
    if next < bytes.count { comment = String(decoding: bytes[next...], as: UTF8.self) }
  }

  var text: String { words.joined(separator: " ") + (comment.map { "  " + $0 } ?? "") }
}
