extension Parser {
  /// Reports an unexpected token that belongs to the value before it, which needs quotes, and takes the rest of the
  /// value; returns false for any other token.
  mutating func reportUnquotedValue(_ token: Token, isText: (String) -> Bool) -> Bool {
    guard next > 1, let value = tokens[next - 2].value, !value.isEmpty, source.bytes[value.lowerBound] != .quote else {
      return false
    }
    let key = tokens[next - 2].key
    let closing = source.closingQuote(ofForeign: value)
    guard closing != nil || endsInComma(value) || (token.equals == nil && isText(source.text(key))) else {
      return false
    }
    var end = token.end
    while next < tokens.count {
      let last = tokens[next - 1].range
      if let closing, source.text(last).hasSuffix(closing) { break }
      guard closing != nil || endsInComma(last) || isLooseValue(tokens[next]) else { break }
      end = tokens[next].end
      next += 1
    }
    let whole = value.lowerBound..<end
    report(
      whole, "a value with a blank in it needs quotes: \"…\"",
      .text("write \(shown(key))=\"\(shown(whole).withoutForeignQuotes)\""))
    return true
  }

  private func endsInComma(_ range: Range<Int>) -> Bool { source.bytes[range.upperBound - 1] == .comma }
}
