extension Parser {
  /// Reports blanks around the `=` of this token, and takes the words that belong to it; returns false if there are
  /// none.
  mutating func reportBlanksAroundEquals(_ token: Token) -> Bool {
    guard next < tokens.count else { return false }
    var value = tokens[next].range
    if token.equals == nil {
      guard tokens[next].equals == tokens[next].start else { return false }
      next += 1
      value = value.dropFirst()
      if value.isEmpty, next < tokens.count, isLooseValue(tokens[next]) {
        value = tokens[next].range
        next += 1
      }
    } else {
      guard token.equals == token.end - 1, isLooseValue(tokens[next]) else { return false }
      next += 1
    }
    let written = value.isEmpty ? "VALUE" : shown(value)
    report(
      token.start..<tokens[next - 1].end, "there must be no blank around =",
      .text("write \(shown(token.key))=\(written)"))
    return true
  }

  /// Whether a token can only be the value of what is before it.
  func isLooseValue(_ token: Token) -> Bool {
    token.equals == nil && !source.equal(token.range, "...") && !source.equal(token.range, "on")
  }

  /// Takes the words after a reported one that are the same mistake.
  mutating func takeLooseWords() {
    while next < tokens.count, isLooseValue(tokens[next]) { next += 1 }
  }
}
