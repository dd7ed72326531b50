/// What may help against a mistake; worked out only if it is shown.
enum Suggestion {
  case none
  case text(String?)
  /// The one of these words that another API's or tool's name stands for, or the nearest, or else the text of `otherwise`.
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
