import CallModel

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
      (ForeignNames.ourName(for: word, in: words) ?? words.nearest(to: word)
        ?? words.nearest(to: word.withoutForeignQuotes) ?? ForeignNames.nearName(for: word, in: words))
        .map { "did you mean \($0)?" } ?? otherwise
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

  /// Checks that the bytes are a word; if not, reports what is wrong with them.
  mutating func checkWord(_ range: Range<Int>, _ what: String, _ suggestion: Suggestion = .none) -> Bool {
    guard let wrong = source.firstNonWord(range) else {
      if range.isEmpty { report(range, "\(what) is missing") }
      return !range.isEmpty
    }
    let rest = source.text(wrong..<range.upperBound)
    let scalar = rest.unicodeScalars.first ?? "?"
    let character = scalar.isASCII ? "`\(scalar)`" : "U+" + scalar.value.hexadecimal(digits: 4) + scalar.nameOfBlank
    let rule =
      wrong == range.lowerBound ? "begins with a letter or digit" : "has only letters a to z, digits and - _ . +"
    report(range, "\(shown(range)) is not a word: it contains \(character), and a word \(rule)", suggestion)
    return false
  }

  /// The word in bytes that are one but for quotes, blanks or punctuation: `B` in `B;`, `Ann-Smith` in `"Ann Smith"`.
  func wordWithin(_ range: Range<Int>) -> String? {
    guard range.allSatisfy({ source.bytes[$0] < 0x80 }) else { return nil }
    let word = wordsWithin(range).joined(separator: "-").utf8.drop { !$0.isAlphanumeric }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  /// The runs of bytes that can be part of a word.
  func wordsWithin(_ range: Range<Int>) -> [String] {
    let runs = source.bytes[range].split { byte in
      !byte.isAlphanumeric && byte != .hyphen && byte != .underscore && byte != .dot && byte != .plus
    }
    return runs.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes as a message quotes them: printable, and shortened if they are long.
  func shown(_ range: Range<Int>) -> String {
    let text = source.text(range.lowerBound..<min(range.upperBound, range.lowerBound + 200)).printable()
    return text.count > 40 ? text.prefix(39) + "…" : text
  }

  /// Reports an undeclared party; that is one mistake, however often the name is used.
  mutating func reportUnknownParty(_ range: Range<Int>, _ text: String) {
    guard !parties.isIgnored(text), !reportDeclaredBelow(text, range) else { return }
    parties.ignoreUses(of: text)
    guard source.isWord(range) else {
      let within = mistakes.isFull ? nil : wordWithin(range).flatMap { parties.index($0) == nil ? nil : $0 }
      _ = checkWord(range, "a party's name", .text(within.map { "did you mean \($0)?" }))
      return
    }
    if Keywords.reserved.contains(text) || Keywords.reservedForParties.contains(text) {
      return report(range, "\(text) is a reserved word, not a party")
    }
    if mistakes.isFull { return report(range, "unknown party \(shown(range))") }
    let near = parties.names.nearest(to: text)
    let isNumber = text.utf8.allSatisfy(\.isDigit)
    let declaration = isNumber ? "party NAME external dn=\(text)" : "party \(shown(range)) KIND"
    report(
      range, "unknown party \(shown(range))",
      .text(near.map { "did you mean \($0)?" } ?? "\(listOfParties)declare it in the header: \(declaration)"))
  }

  /// `the parties are A, B and C; `, with the first of them if there are many.
  private var listOfParties: String {
    let names = parties.names
    if names.isEmpty { return "" }
    let most = 8
    let list = names.count > most ? names.prefix(most).joined(separator: ", ") + " …" : names.joined(by: "and")
    return (names.count == 1 ? "the only party is " : "the parties are ") + list + "; "
  }

  // MARK: Lists of words

  /// Lists the known words, if they are few enough to help; otherwise says what explains them.
  func known(_ words: [String], or topic: String? = nil) -> String? {
    if !words.isEmpty, words.count <= 12 { return "known: " + words.joined(by: "or") }
    return topic.map { "callsim explain \($0) lists them" }
  }

  /// Reports a word that the file's servers do not know, and suggests what callsim calls it, the server that it belongs
  /// to, the nearest word, or a list of the words.
  ///
  /// A file that uses several words of another server probably lacks its `server` statement, which is one mistake.
  mutating func reportUnknown(
    _ noun: String, _ range: Range<Int>, _ word: String, among words: [String], otherwise: String? = nil,
    in list: (Vocabulary) -> [String]
  ) {
    let message = "unknown \(noun) \(shown(range))"
    guard !mistakes.isFull, let servers = self.words?.servers else { return report(range, message) }
    if let ours = ForeignNames.ourName(for: word, in: words) {
      return report(range, message, .text("did you mean \(ours)?"))
    }
    if let other = vocabularies.first(where: { list($0).contains(word) })?.server {
      guard !reportedServers.contains(other) else { return }
      reportedServers.append(other)
      return report(
        range, message,
        .text("\(word) is \(noun.withArticle) of \(other): a file for it has `server \(other)` in its header"))
    }
    let explained = servers.map { "callsim explain \($0.server)" }.joined(by: "and")
    let verb = servers.count == 1 ? "lists" : "list"
    report(
      range, message, .near(word, words, otherwise: otherwise ?? known(words) ?? "\(explained) \(verb) the \(noun)s"))
  }
}

extension Unicode.Scalar {
  /// What it is, if it looks like a blank or like nothing.
  fileprivate var nameOfBlank: String {
    switch value {
    case 0xA0, 0x202F: " (a no-break space)"
    case 0x200B, 0xFEFF: " (a space without width)"
    case 0x2000...0x200A, 0x3000: " (a space that is not a blank)"
    default: ""
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
