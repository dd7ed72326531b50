/// The words of the language, as opposed to those of a server's vocabulary.
enum Keywords {
  /// The words of the header.
  static let header = ["scenario", "source", "derived", "server", "profile", "party"] + properties
  /// The words of the header that begin a property.
  static let properties = ["never", "always", "sometimes"]
  /// The words of the header after which a text follows, with blanks as written.
  static let freeText = ["scenario", "source", "derived"]
  /// The words that begin a statement.
  static let statement = header + ["mark", "after", "wait"]
  /// No party, mark or flow can have one of these names.
  static let reserved = [
    "scenario", "source", "server", "profile", "party", "mark", "after", "on", "as", "refused", "main",
  ]
  /// The words that begin a statement only since 0.2.
  static let statementsSince02 = ["derived", "wait"] + properties
  /// No party can have one of these names either: since 0.2 they are words of the language. Marks and flows can.
  static let reservedForParties = ["derived", "wait", "never", "always", "sometimes", "before", "eventually", "or"]
}
