package import CallModel

extension Text {
  /// Compares names of values: the case of ASCII letters does not matter.
  package static func areSameWord(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
  }
}
