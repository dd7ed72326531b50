/// An indented line of a scenario file: its words, and the comment after them.
struct ExpectationLine {
  var words: [String]
  /// From its `#` to the end of the line.
  var comment: String?

  init(_ words: [String], comment: String? = nil) {
    self.words = words
    self.comment = comment
  }

  /// Parses a line without its ending. Words in quotes may contain blanks and `#`; the text after `refused` is one
  /// word.
  init(parsing line: some Collection<UInt8>) {
    self.init([])
    var source = SourceText(Array(line))
    guard let line = source.nextLine() else { return }
    let first = source.firstNonBlank(line, from: line.start)
    let word = source.firstWord(at: first, in: line)
    let rest = source.firstNonBlank(line, from: word.upperBound)
    let next: Int
    if source.equal(word, "refused"), rest < line.end, source.bytes[rest] != .quote {
      let text = source.freeText(from: rest, in: line)
      words = ["refused"] + (text.isEmpty ? [] : [source.text(text)])
      next = source.firstNonBlank(line, from: text.upperBound)
    } else if let (tokens, end) = source.tokens(from: first, in: line) {
      words = tokens.map { source.text($0.range) }
      next = end
    } else {
      // A quote does not end. The parser refuses the line, so it is only copied.
      words = [source.text(first..<line.end)]
      next = line.end
    }
    if next < line.end { comment = source.text(next..<line.end) }
  }

  var text: String { words.joined(separator: " ") + (comment.map { "  " + $0 } ?? "") }
}
