/// The words of the language, as opposed to those of a server's vocabulary.
enum Keywords {
  /// The words of the header.
  static let header = ["scenario", "source", "server", "profile", "party"]
  /// The words of the header after which a text follows, with blanks as written.
  static let freeText = ["scenario", "source", "derived"]
  /// The words that begin a statement.
  static let statement = header + ["mark", "after"]
  /// No party, mark or flow can have one of these names.
  static let reserved = statement + ["on", "as", "refused", "main"]
}
