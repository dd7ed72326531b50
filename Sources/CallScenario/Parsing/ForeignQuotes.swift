/// Quotes that are not `"`: `'`, and the curly ones of a word processor. In a scenario they are part of the value.
enum ForeignQuotes {
  /// Each quote that may begin a text, and the one that then ends it. Each that ends one may begin one too.
  private static let pairs: KeyValuePairs<Character, String> = [
    "'": "'", "\u{201C}": "\u{201D}", "\u{201D}": "\u{201D}", "\u{2018}": "\u{2019}", "\u{2019}": "\u{2019}",
    "\u{201E}": "\u{201C}", "\u{201A}": "\u{2018}", "\u{AB}": "\u{BB}", "\u{BB}": "\u{AB}", "`": "`",
  ]

  /// The quote that ends a text which this one begins; nil if it is not such a quote.
  static func closing(_ opening: Character) -> String? {
    pairs.first { $0.key == opening }?.value
  }
}

extension SourceText {
  /// The quote that ends a value if one begins it that is not `"`.
  func closingQuote(ofForeign value: Range<Int>) -> String? {
    guard let first = value.first.map({ bytes[$0] }), first == 0x27 || first == 0x60 || first >= 0x80 else {
      return nil
    }
    return text(value.prefix(4)).first.flatMap(ForeignQuotes.closing)
  }
}

extension String {
  /// The text without quotes that are not `"`, at its beginning and end.
  var withoutForeignQuotes: String {
    func isForeign(_ character: Character?) -> Bool { character.flatMap(ForeignQuotes.closing) != nil }
    var text = Substring(self)
    if isForeign(text.first) { text.removeFirst() }
    if isForeign(text.last) { text.removeLast() }
    return String(text)
  }
}
