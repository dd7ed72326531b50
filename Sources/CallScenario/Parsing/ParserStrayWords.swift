import CallModel

// Words that stand in a line as other languages would have them: comments, blanks around `=`, values without quotes.

extension Parser {
  // MARK: Comments

  /// Skips a line that begins with a comment of another language, and the lines of a comment that begins with `/*`.
  mutating func skipForeignComment(at start: Int) {
    guard reportForeignComment(at: start), source.foreignComment(at: start, in: line) == "/*" else { return }
    var rest = source
    var end: SourceText.SourceLine? = line
    while let line = end {
      if isEndOfForeignComment(line) {
        if line.number != self.line.number { source = rest }
        return
      }
      end = rest.nextLine()
    }
  }

  /// `… */`
  private func isEndOfForeignComment(_ line: SourceText.SourceLine) -> Bool {
    line.fault == nil
      && zip(line.start..<line.end, (line.start..<line.end).dropFirst()).contains {
        source.bytes[$0] == .star && source.bytes[$1] == .slash
      }
  }

  /// Reports a comment of another language; the next one that begins in the same way is the same mistake.
  @discardableResult mutating func reportForeignComment(at start: Int) -> Bool {
    guard let opener = source.foreignComment(at: start, in: line), !reportedComments.contains(opener) else {
      return false
    }
    reportedComments.append(opener)
    report(start..<start + opener.utf8.count, "\(opener) does not begin a comment: a comment begins with #")
    return true
  }

  // MARK: Blanks around `=`

  /// Reports blanks around the `=` of this token, and takes the words that belong to it; returns false if there are none.
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

  // MARK: Values without quotes

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
      .text("write \(shown(key))=\"\(source.withoutForeignQuotes(shown(whole)))\""))
    return true
  }

  private func endsInComma(_ range: Range<Int>) -> Bool { source.bytes[range.upperBound - 1] == .comma }
}

extension SourceText {
  private static let foreignQuotes: KeyValuePairs<String, String> = [
    "'": "'", "\u{201C}": "\u{201D}", "\u{201D}": "\u{201D}", "\u{2018}": "\u{2019}", "\u{2019}": "\u{2019}",
    "\u{201E}": "\u{201C}", "\u{201A}": "\u{2018}", "\u{AB}": "\u{BB}", "\u{BB}": "\u{AB}", "`": "`",
  ]

  /// The quote that ends a value if one begins it that is not `"`: `'`, or the curly quotes of a word processor.
  func closingQuote(ofForeign value: Range<Int>) -> String? {
    guard let first = value.first.map({ bytes[$0] }), first == 0x27 || first == 0x60 || first >= 0x80 else {
      return nil
    }
    let text = text(value.prefix(4))
    return Self.foreignQuotes.first { text.hasPrefix($0.key) }?.value
  }

  /// The text without quotes that are not `"`, at its beginning and end.
  func withoutForeignQuotes(_ text: String) -> String {
    text.withoutForeignQuotes
  }
}

extension String {
  /// The text without quotes that are not `"`, at its beginning and end.
  var withoutForeignQuotes: String {
    func isForeign(_ character: Character?) -> Bool {
      character.map { "'`\u{201C}\u{201D}\u{2018}\u{2019}\u{201E}\u{201A}\u{AB}\u{BB}".contains($0) } ?? false
    }
    var text = Substring(self)
    if isForeign(text.first) { text.removeFirst() }
    if isForeign(text.last) { text.removeLast() }
    return String(text)
  }
}
