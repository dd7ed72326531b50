import CallScenario

// Wrapping of text. All widths count characters (grapheme clusters).

extension String {
  /// The number of characters that the text takes on a line.
  var columns: Int {
    // Most text is plain ASCII, whose characters are its bytes.
    isPrintableASCII ? utf8.count : count
  }

  /// Splits the text into lines of at most `width`, at blanks; a word is split only if it is longer than a line.
  package func wrapped(to width: Int) -> [String] {
    let width = max(width, 1)
    if columns <= width { return [self] }
    var lines: [String] = []
    var rest = Substring(self)
    while let limit = rest.index(rest.startIndex, offsetBy: width, limitedBy: rest.endIndex), limit < rest.endIndex {
      let isWhole = rest[limit] == " "
      let end = isWhole ? limit : rest[..<limit].lastIndex(of: " ").map { rest.index(after: $0) } ?? limit
      var line = rest[..<end]
      rest = rest[end...]
      while line.last == " " { line.removeLast() }
      while rest.first == " " { rest.removeFirst() }
      if !line.isEmpty { lines.append(String(line)) }
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
    return lines
  }

  /// The text with everything escaped that would move the cursor, break the line or be invisible; tabs become visible.
  var visible: String { isPrintableASCII ? self : printable(tab: "␉") }

  /// Whether each byte is a character that takes one column.
  var isPrintableASCII: Bool { withBytes { $0.isPrintableASCII } }

  /// Whether the text shows as it is, without quotes: as characters of ASCII, none of them a blank at an end.
  var isPlainValue: Bool { withBytes { $0.isPlainValue } }

  /// A name or a value as a report shows it: in quotes if it would be ambiguous without them.
  var quotedIfNeeded: String {
    if isPlainValue { return self }
    let visible = visible
    let isPlain = !isEmpty && first != " " && last != " " && visible == self
    return isPlain ? self : "\"\(visible)\""
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether each byte is a character that takes one column.
  @inline(__always)
  var isPrintableASCII: Bool {
    guard count >= 8, let start = UnsafeRawPointer(baseAddress) else {
      for byte in self where byte &- 0x20 >= 0x5F { return false }
      return true
    }
    // Eight bytes at a time, the last eight perhaps twice.
    var other = Self.othersThanPrintable(start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    var offset = 0
    while offset < count - 8 {
      other |= Self.othersThanPrintable(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return other == 0
  }

  /// Zero if each of the eight bytes is printable ASCII: then no high bit is set, not even after subtracting a blank,
  /// which is the first such character, or after adding 1, which is missing from the last to 128.
  @inline(__always)
  private static func othersThanPrintable(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    return (bytes | (bytes &- (ones &* 0x20)) | (bytes &+ ones)) & high
  }

  /// Whether they are the bytes of the word, which has at least four.
  @inline(__always)
  func spell(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount, count >= 4, let start = UnsafeRawPointer(baseAddress) else { return false }
    return Self.areEqual(start, UnsafeRawPointer(word.utf8Start), count)
  }

  /// Whether both have the same bytes. Most of those that have lie at the same place.
  @inline(__always)
  func hasSameBytes(as other: Self) -> Bool {
    guard count == other.count else { return false }
    guard count >= 4, let one = UnsafeRawPointer(baseAddress), let other = UnsafeRawPointer(other.baseAddress) else {
      return elementsEqual(other)
    }
    return one == other || Self.areEqual(one, other, count)
  }

  /// Whether as many bytes are equal; there are at least four.
  @inline(__always)
  private static func areEqual(_ start: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
    if count < 8 {
      return equal(UInt32.self, start, other, 0) && equal(UInt32.self, start, other, count - 4)
    }
    // Eight bytes at a time, the last eight perhaps twice.
    var offset = 0
    while offset < count - 8 {
      if !equal(UInt64.self, start, other, offset) { return false }
      offset += 8
    }
    return equal(UInt64.self, start, other, count - 8)
  }

  @inline(__always)
  private static func equal<Word: BitwiseCopyable & Equatable>(
    _: Word.Type, _ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ offset: Int
  ) -> Bool {
    one.loadUnaligned(fromByteOffset: offset, as: Word.self)
      == other.loadUnaligned(fromByteOffset: offset, as: Word.self)
  }

  /// Whether the bytes are printable ASCII without a blank at an end, and not empty.
  @inline(__always)
  var isPlainValue: Bool {
    guard let first, first != UInt8(ascii: " "), self[count - 1] != UInt8(ascii: " ") else { return false }
    return isPrintableASCII
  }
}

extension [TextLine] {
  /// The text in lines of at most `width` that begin at a column.
  static func paragraph(_ text: String, _ style: Style = .plain, at place: Int = 0, width: Int) -> [TextLine] {
    text.visible.wrapped(to: width - place).map { TextLine($0, style, at: place) }
  }
}

extension [Int] {
  /// The widths of columns that want these widths and share a line's room: each gets what it wants or, if that is too
  /// much, an equal part of the rest.
  func shares(of room: Int) -> [Int] {
    var shares = self
    guard reduce(0, +) > room else { return shares }
    var left = room
    let ascending = indices.sorted { self[$0] < self[$1] }
    for (rank, column) in ascending.enumerated() {
      let others = ascending.count - rank
      shares[column] = Swift.max(1, Swift.min(self[column], left / others))
      left -= shares[column]
    }
    return shares
  }
}
