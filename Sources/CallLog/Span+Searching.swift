// Lines are looked at eight bytes at a time where that is possible.

extension Span<UInt8> {
  /// Eight bytes, the first one lowest. The caller has checked that they are there.
  @inlinable @inline(__always)
  package func word(uncheckedAt place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }

  /// The bytes from here to the end, at most eight, the first one lowest.
  @inlinable @inline(__always)
  package func word(at start: Int, to end: Int) -> UInt64 {
    precondition(start >= 0 && start <= end && end <= count && end &- start <= 8, "the word is within the bytes")
    if start == end { return 0 }
    // One load is enough where there are eight bytes up to the end: those before the start are shifted out.
    if end >= 8 { return word(uncheckedAt: end &- 8) &>> UInt64(64 &- (end &- start) &* 8) }
    var word: UInt64 = 0
    var place = end
    while place > start {
      place &-= 1
      word = word &<< 8 | UInt64(self[unchecked: place])
    }
    return word
  }

  /// The place of the first such byte; `end` if there is none.
  @inline(__always)
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count, "the line is within the bytes")
    var place = start
    while place &+ 8 <= end {
      let found = word(uncheckedAt: place).marks(of: byte)
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < end, self[unchecked: place] != byte { place &+= 1 }
    return place
  }

  /// The place of the last such byte; nil if there is none.
  func last(_ byte: UInt8, in range: Range<Int>) -> Int? {
    var place = range.upperBound
    while place > range.lowerBound {
      place -= 1
      if self[place] == byte { return place }
    }
    return nil
  }

  /// Whether the range begins with this text.
  @inline(__always)
  func starts(with text: StaticString, _ range: Range<Int>) -> Bool {
    let length = text.utf8CodeUnitCount
    return range.count >= length && holds(text, length, at: range.lowerBound)
  }

  /// Whether the range ends with this text.
  func ends(with text: StaticString, _ range: Range<Int>) -> Bool {
    let length = text.utf8CodeUnitCount
    return range.count >= length && holds(text, length, at: range.upperBound - length)
  }

  /// Whether the range is this text.
  @inline(__always)
  func equals(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && holds(text, range.count, at: range.lowerBound)
  }

  @inline(__always)
  private func holds(_ text: StaticString, _ length: Int, at start: Int) -> Bool {
    precondition(start >= 0 && start <= count &- length, "the text is within the bytes")
    let other = UnsafeRawPointer(text.utf8Start)
    var place = 0
    while place &+ 8 <= length {
      if word(uncheckedAt: start &+ place)
        != UInt64(littleEndian: other.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        return false
      }
      place &+= 8
    }
    while place < length {
      if self[unchecked: start &+ place] != other.load(fromByteOffset: place, as: UInt8.self) { return false }
      place &+= 1
    }
    return true
  }

  /// The range without the blanks, tabs and carriage returns at its end.
  @inline(__always)
  func withoutBlanksAtEnd(_ range: Range<Int>) -> Range<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the line is within the bytes")
    var end = range.upperBound
    while end > range.lowerBound, self[unchecked: end &- 1].isBlank { end &-= 1 }
    return Range(uncheckedBounds: (range.lowerBound, end))
  }

  /// The range without the blanks, tabs and carriage returns around it.
  @inline(__always)
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the line is within the bytes")
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[unchecked: start].isBlank { start &+= 1 }
    while start < end, self[unchecked: end &- 1].isBlank { end &-= 1 }
    return Range(uncheckedBounds: (start, end))
  }

  /// The place of the first byte that is no blank.
  @inline(__always)
  func afterBlanks(_ start: Int, _ end: Int) -> Int {
    precondition(start >= 0 && end <= count, "the line is within the bytes")
    var place = start
    while place < end, self[unchecked: place].isBlank { place &+= 1 }
    return place
  }

  /// The place behind the word that begins here: letters, digits, `_` and `#`.
  @inline(__always)
  func afterWord(_ start: Int, _ end: Int) -> Int {
    precondition(start >= 0 && end <= count, "the line is within the bytes")
    var place = start
    while place &+ 8 <= end, word(uncheckedAt: place).areLetters { place &+= 8 }
    // The last letters are looked at once more together with those before them, rather than one after the other.
    if place > start, word(uncheckedAt: end &- 8).areLetters, end &- place < 8 { return end }
    while place < end, self[unchecked: place].isWord { place &+= 1 }
    return place
  }

  /// The word that ends here.
  func word(endingAt end: Int, _ start: Int) -> Range<Int> {
    var place = end
    while place > start, self[place - 1].isWord { place -= 1 }
    return place..<end
  }
}

extension UInt8 {
  /// A blank, a tab or a carriage return.
  @inline(__always) var isBlank: Bool { self <= 0x20 && (self == 0x20 || self == 0x09 || self == 0x0D) }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// A letter, a digit, `_` or `#`, as in `attr_#12`.
  @inline(__always) var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "#") }

  /// The value of a hexadecimal digit in either case.
  @inline(__always) var hexadecimalDigit: UInt64? {
    if isDigit { return UInt64(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt64(letter) &+ 10 : nil
  }
}

// MARK: - Eight bytes at a time

extension UInt64 {
  /// The lowest bit and the highest one of each byte.
  static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// The highest bit of the first such byte, and perhaps of others behind it; 0 if there is none.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let difference = self ^ (UInt64(byte) &* Self.lowBits)
    return (difference &- Self.lowBits) & ~difference & Self.highBits
  }

  /// The bytes up to the first such ASCII character, or all if there is none.
  @inline(__always)
  func bytes(through character: UInt8) -> UInt64 {
    let marks = marks(of: character)
    // The bits below the first mark, which is the highest bit of its byte: an ASCII character does not have it.
    return self & ((marks &- 1) & ~marks)
  }

  /// The highest bit of each byte that is one of these; all bytes are below 0x80, so that none carries into the next.
  @inline(__always)
  func marks(from first: UInt8, to last: UInt8) -> UInt64 {
    (self &+ Self.lowBits &* UInt64(0x80 - first)) & ~(self &+ Self.lowBits &* UInt64(0x7F - last)) & Self.highBits
  }

  /// How many decimal digits are at the beginning.
  @inline(__always)
  var digitCount: Int {
    // A byte that is no digit is marked. What it carries changes only the marks behind it.
    let values = self ^ Self.lowBits &* 0x30
    let marks = (values &+ Self.lowBits &* 0x76 | values) & Self.highBits
    return marks.trailingZeroBitCount &>> 3
  }

  /// The number that so many decimal digits at the beginning are.
  @inline(__always)
  func decimal(of count: Int) -> UInt64 {
    // With zeros before them there are eight digits.
    count == 0 ? 0 : ((self ^ Self.lowBits &* 0x30) &<< UInt64(64 &- count &* 8)).joinedDigits
  }

  /// The number that so many decimal digits at the beginning are with zeros behind them, eight digits in all.
  @inline(__always)
  func decimalFraction(of count: Int) -> UInt64 {
    count == 0 ? 0 : ((self ^ Self.lowBits &* 0x30) & (~0 &>> UInt64(64 &- count &* 8))).joinedDigits
  }

  /// The number that the values of eight digits are, the first and highest one in the lowest byte.
  @inline(__always)
  private var joinedDigits: UInt64 {
    // Pairs of digits, of pairs, and of those are joined.
    var digits = (self &* 10 &+ self &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &* 100 &+ digits &>> 16) & 0x0000_FFFF_0000_FFFF
    return (digits &* 10_000 &+ digits &>> 32) & 0xFFFF_FFFF
  }

  /// Whether all bytes are ASCII letters.
  @inline(__always)
  var areLetters: Bool {
    self & Self.highBits == 0 && (self | Self.lowBits &* 0x20).marks(from: 0x61, to: 0x7A) == Self.highBits
  }
}

// MARK: - Numbers

extension Span<UInt8> {
  /// The decimal number that the whole range is; nil for anything else, and for one that is too large.
  func decimal(_ range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the number is within the bytes")
    // More digits do not fit into a word.
    if range.isEmpty || range.count > 19 { return nil }
    let (number, end) = number(at: range)
    return end == range.upperBound ? Int(exactly: number) : nil
  }

  /// The hexadecimal number that the whole range is, in either case; nil for anything else.
  @inline(__always)
  func hexadecimal(_ range: Range<Int>) -> UInt64? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the number is within the bytes")
    if range.isEmpty || range.count > 16 { return nil }
    var number: UInt64 = 0
    var place = range.lowerBound
    while place &+ 8 <= range.upperBound {
      guard let digits = Self.eightDigits(word(uncheckedAt: place)) else { return nil }
      number = number &<< 32 | digits
      place &+= 8
    }
    while place < range.upperBound {
      guard let digit = self[unchecked: place].hexadecimalDigit else { return nil }
      number = number &<< 4 | digit
      place &+= 1
    }
    return number
  }

  /// The value of eight hexadecimal digits, the first one in the lowest byte; nil if one of them is none.
  @inline(__always)
  private static func eightDigits(_ word: UInt64) -> UInt64? {
    guard word & UInt64.highBits == 0 else { return nil }
    let isLetter = (word | UInt64.lowBits &* 0x20).marks(from: 0x61, to: 0x66)
    guard word.marks(from: 0x30, to: 0x39) | isLetter == UInt64.highBits else { return nil }
    var digits = (word & (UInt64.lowBits &* 0x0F)) &+ (isLetter &>> 7) &* 9
    // Pairs of digits, of bytes, and of pairs of bytes are joined; the first digit is the highest.
    digits = (digits &<< 4 | digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &<< 8 | digits &>> 16) & 0x0000_FFFF_0000_FFFF
    return (digits &<< 16 | digits &>> 32) & 0xFFFF_FFFF
  }

  /// The number that the decimal digits at the beginning of the range are, and the place behind them.
  @inline(__always)
  func number(at range: Range<Int>) -> (number: UInt64, end: Int) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the number is within the bytes")
    var number: UInt64 = 0
    var place = range.lowerBound
    while place < range.upperBound {
      let word = word(at: place, to: min(place &+ 8, range.upperBound))
      let length = word.digitCount
      if number > 0 { for _ in 0..<length { number = number &* 10 } }
      number = number &+ word.decimal(of: length)
      place &+= length
      if length < 8 { break }
    }
    return (number, place)
  }

  /// A number by which short texts are told apart: the same text has the same one, others hardly ever have. Texts that
  /// differ only in the bits to be ignored have the same one.
  @inlinable @inline(__always)
  package func hash(_ range: Range<Int>, ignoring ignored: UInt64 = 0) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the text is within the bytes")
    var hash = UInt64(truncatingIfNeeded: range.upperBound &- range.lowerBound) &* 0x9E37_79B9_7F4A_7C15
    var place = range.lowerBound
    while place &+ 8 < range.upperBound {
      hash = (hash ^ (word(uncheckedAt: place) | ignored)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash &>> 32
      place &+= 8
    }
    hash = (hash ^ (lastWord(range) | ignored)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash &>> 29
  }

  /// Whether the range is a range of other bytes, but for the bits to be ignored.
  @inlinable @inline(__always)
  package func equals(
    _ other: Span<UInt8>, _ otherRange: Range<Int>, _ range: Range<Int>, ignoring ignored: UInt64 = 0
  ) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the text is within the bytes")
    precondition(otherRange.lowerBound >= 0 && otherRange.upperBound <= other.count, "the text is within the bytes")
    let distance = otherRange.lowerBound &- range.lowerBound
    if range.upperBound &+ distance != otherRange.upperBound { return false }
    var place = range.lowerBound
    while place &+ 8 < range.upperBound {
      if word(uncheckedAt: place) | ignored != other.word(uncheckedAt: place &+ distance) | ignored { return false }
      place &+= 8
    }
    return lastWord(range) | ignored == other.lastWord(otherRange) | ignored
  }

  /// The last eight bytes of the range, or all of them if there are fewer.
  @inlinable @inline(__always)
  package func lastWord(_ range: Range<Int>) -> UInt64 {
    range.lowerBound &+ 8 <= range.upperBound
      ? word(uncheckedAt: range.upperBound &- 8) : word(at: range.lowerBound, to: range.upperBound)
  }
}
