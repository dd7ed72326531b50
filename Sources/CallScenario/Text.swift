/// A text of the user's own as a key or in a comparison: two are equal where their UTF-8 is.
///
/// `String` takes canonically equal spellings for one text: U+00E9 for e with U+0301. DNs, user data and paths are
/// bytes to everyone else who handles them, so they are bytes here. Words of a vocabulary are ASCII, but what a file
/// writes in their place may be anything: it is looked up as a `Text` too.
package struct Text: Hashable, Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (one: Text, other: Text) -> Bool {
    // `==` of `String` is fast and holds for equal bytes. Beyond ASCII it may hold for other bytes too.
    one.string == other.string && one.string.utf8.count == other.string.utf8.count
      && (one.string.utf8Span.isKnownASCII || one.string.utf8.elementsEqual(other.string.utf8))
  }

  package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // What follows in the same hash is not the end of this text.
    hasher.combine(0xFF as UInt8)
  }
}

extension Text {
  /// Without regard to the case of ASCII letters, as names of values are compared.
  package static func areSameWord(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }
}
