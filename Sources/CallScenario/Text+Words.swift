package import CallModel

extension Text {
  /// Whether two names of values are the same, apart from the case of ASCII letters.
  package static func areSameWord(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
  }
}
