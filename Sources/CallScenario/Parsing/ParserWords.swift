extension Parser {
  /// Checks that the bytes are a word; if not, reports what is wrong with them.
  mutating func checkWord(_ range: Range<Int>, _ what: String, _ suggestion: Suggestion = .none) -> Bool {
    guard let wrong = source.firstNonWord(range) else {
      if range.isEmpty { report(range, "\(what) is missing") }
      return !range.isEmpty
    }
    let rest = source.text(wrong..<range.upperBound)
    let scalar = rest.unicodeScalars.first ?? "?"
    let character = scalar.isASCII ? "`\(scalar)`" : "U+" + scalar.value.hexadecimal(digits: 4) + scalar.appearance
    let rule =
      wrong == range.lowerBound ? "begins with a letter or digit" : "has only letters a to z, digits and - _ . +"
    let meant = source.text(range).withoutLookAlikes.flatMap { isSpelledLikeWord($0) ? $0 : nil }
    report(
      range, "\(shown(range)) is not a word: it contains \(character), and a word \(rule)",
      meant.map { .text("did you mean \($0)?") } ?? suggestion)
    return false
  }

  private func isSpelledLikeWord(_ text: String) -> Bool {
    let text = SourceText(Array(text.utf8))
    return text.isWord(text.bytes.array.indices)
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
}

extension Unicode.Scalar {
  /// What it looks like, if that is a blank, nothing, or another letter.
  fileprivate var appearance: String {
    if let latin = LookAlikes.latin(self) { return ", which looks like \(latin)" }
    return switch value {
    case 0xA0, 0x202F: " (a no-break space)"
    case 0x200B, 0xFEFF: " (a space without width)"
    case 0x2000...0x200A, 0x3000: " (a space that is not a blank)"
    default: ""
    }
  }
}
