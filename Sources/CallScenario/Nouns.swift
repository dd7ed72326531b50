// Nouns in sentences.

extension String {
  /// `an extension`, `a route-queue`
  var withArticle: String { "aeiou".contains(first ?? " ") ? "an \(self)" : "a \(self)" }

  /// `1 rule`, `5 rules`
  package func withCount(_ count: Int) -> String { "\(count) \(self)\(count == 1 ? "" : "s")" }
}
