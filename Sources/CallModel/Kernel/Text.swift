/// A user's text as a key or in a comparison: two texts are equal if their UTF-8 is.
///
/// `String` takes canonically equal spellings for one text: U+00E9 for e with U+0301. To all other programs, DNs, user
/// data and paths are bytes, so they are bytes here. The words of the documents are ASCII, but a file may have anything
/// in their place: it is looked up as a `Text` too.
package struct Text: Hashable, Sendable {
  package let string: String

  @inlinable package init(_ string: String) {
    self.string = string
  }

  @inlinable package static func == (one: Text, other: Text) -> Bool {
    // `==` of `String` is fast, and true for equal bytes. Beyond ASCII it may be true for other bytes too.
    one.string == other.string && one.string.utf8.count == other.string.utf8.count
      && (one.string.utf8Span.isKnownASCII || one.string.utf8.elementsEqual(other.string.utf8))
  }

  @inlinable package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // Separates this text from what follows in the same hash.
    hasher.combine(0xFF as UInt8)
  }
}
