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

extension String {
  /// Whether both texts have the same bytes, each in one piece, as those of all texts are that Swift makes.
  ///
  /// It borrows them: to count references takes longer than to compare.
  @inlinable @inline(__always)
  package borrowing func hasSameBytes(as other: borrowing String) -> Bool {
    // A short text lies in the two words of its string, and copies of a longer one refer to the same memory.
    unsafeBitCast(self, to: SIMD2<UInt64>.self) == unsafeBitCast(other, to: SIMD2<UInt64>.self)
      || hasEqualBytes(other)
  }

  @usableFromInline @inline(never)
  func hasEqualBytes(_ other: String) -> Bool {
    utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { one.count == $0.count && one.elementsEqual($0) } ?? false
    } ?? false
  }

  /// Whether it is what a scenario takes as a word: letters, digits and, behind the first, some marks.
  package var isWord: Bool {
    guard let first = utf8.first else { return false }
    let isAlphanumeric = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return isAlphanumeric(first) && utf8.allSatisfy { isAlphanumeric($0) || "-_.+".utf8.contains($0) }
  }

  /// The value as a scenario writes it: bare, or in quotes where it would be read differently.
  package func spelled(inQuotes: Bool = false) -> String {
    let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let isBare = !utf8.contains { $0 == UInt8(ascii: " ") || $0 == 0x09 || $0 == quote || $0 == UInt8(ascii: "|") }
    if isBare, !inQuotes, let last = utf8.last, last != UInt8(ascii: "?"), last != UInt8(ascii: "*") { return self }
    var quoted = [quote]
    for byte in utf8 {
      if byte == quote || byte == backslash { quoted.append(backslash) }
      quoted.append(byte)
    }
    return String(decoding: quoted + [quote], as: UTF8.self)
  }
}
