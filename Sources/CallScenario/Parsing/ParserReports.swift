extension Parser {
  /// Reports a mistake at these bytes of the current line.
  mutating func report(_ range: Range<Int>, _ message: String, _ suggestion: Suggestion = .none) {
    report(range, in: line, message, suggestion)
  }

  mutating func report(
    _ range: Range<Int>, in line: SourceText.SourceLine, _ message: String, _ suggestion: Suggestion = .none
  ) {
    let position = source.position(range, in: line)
    guard mistakes.counts(at: position) else { return }
    // Many mistakes in a long line share its text.
    if shownLine.number != line.number { shownLine = (line.number, source.shown(line)) }
    mistakes.insert(
      Diagnostic(
        path: path, position: position, message: message, suggestion: suggestion.resolved, line: shownLine.text))
  }

  /// The bytes as a message quotes them: printable, and shortened if they are long.
  func shown(_ range: Range<Int>) -> String {
    let text = source.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 200)).printable()
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}
