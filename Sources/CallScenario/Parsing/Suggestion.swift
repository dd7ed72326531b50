import CallModel

/// What may help against a mistake; worked out only if it is shown.
enum Suggestion {
  case none
  case text(String?)
  /// The one of these words that another API's or tool's name stands for, or the nearest, or else the text of
  /// `otherwise`.
  case near(String, [String], as: ForeignNames.Noun? = nil, otherwise: String? = nil)

  var resolved: String? {
    switch self {
    case .none: nil
    case .text(let text): text
    case .near(let word, let words, let noun, let otherwise):
      Self.near(word, words, noun).map { "did you mean \($0)?" } ?? Self.alike(word, words) ?? otherwise
    }
  }

  /// For a word with a letter in it that only looks like the right one.
  private static func alike(_ word: String, _ words: [String]) -> String? {
    guard let latin = word.withoutLookAlikes, let letter = word.firstLookAlike,
      let meant = near(latin, words, nil)
    else { return nil }
    return "did you mean \(meant)? it contains \(letter)"
  }

  private static func near(_ word: String, _ words: [String], _ noun: ForeignNames.Noun?) -> String? {
    if let same = words.first(where: { Text.areSameWord($0, word) }) { return same }
    if let whole = words.completion(of: word) { return whole }
    if word.withoutLookAlikes != nil { return nil }
    if let ours = noun.flatMap({ ForeignNames.ourName(for: word, in: words, as: $0) }) { return ours }
    return words.nearest(to: word) ?? words.nearest(to: word.withoutForeignQuotes)
      ?? noun.flatMap { _ in ForeignNames.nearName(for: word, in: words) }
  }
}
