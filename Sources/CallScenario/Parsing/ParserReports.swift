/// What may help against a mistake; worked out only if it is shown.
enum Suggestion {
  case none
  case text(String?)
  /// The word that a Genesys SDK name stands for, or the nearest of these words, or else the text of `otherwise`.
  case near(String, [String], otherwise: String? = nil)

  var resolved: String? {
    switch self {
    case .none: nil
    case .text(let text): text
    case .near(let word, let words, let otherwise):
      (ForeignNames.ourName(for: word, in: words) ?? words.nearest(to: word)).map { "did you mean \($0)?" } ?? otherwise
    }
  }
}

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

  /// Whether the bytes are a word; if not, reports what is wrong with them.
  mutating func isWord(_ range: Range<Int>, _ what: String) -> Bool {
    guard let wrong = source.firstNonWord(range) else {
      if range.isEmpty { report(range, "\(what) is missing") }
      return !range.isEmpty
    }
    let rest = source.text(wrong..<range.upperBound)
    let scalar = rest.unicodeScalars.first ?? "?"
    let character = scalar.isASCII ? String(Character(scalar)) : "U+" + scalar.value.hexadecimal(digits: 4)
    let rule =
      wrong == range.lowerBound ? "begins with a letter or digit" : "has only letters a to z, digits and - _ . +"
    report(range, "\(shown(range)) is not a word: it contains \(character), and a word \(rule)")
    return false
  }

  /// The bytes as a message quotes them: printable, and shortened if they are long.
  func shown(_ range: Range<Int>) -> String {
    let text = source.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 200)).printable()
    return text.count > 40 ? text.prefix(39) + "…" : text
  }

  /// Reports an undeclared party. If no declared name is near, the party is missing from the header, which is one
  /// mistake however often it is used.
  mutating func reportUnknownParty(_ range: Range<Int>, _ text: String) {
    guard !parties.isForgiven(text) else { return }
    guard source.isWord(range) else {
      _ = isWord(range, "a party's name")
      return
    }
    let near = mistakes.isFull ? nil : parties.names.nearest(to: text)
    if near == nil { parties.forgive(text) }
    if Keywords.reserved.contains(text) || Keywords.reservedForParties.contains(text) {
      report(range, "\(text) is a reserved word, not a party")
    } else {
      let suggestion = near.map { "did you mean \($0)?" } ?? "declare the party in the header: party NAME KIND"
      report(range, "unknown party \(shown(range))", .text(suggestion))
    }
  }
}

extension BinaryInteger {
  /// `0F`, `00A0`: with at least so many digits.
  func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
