// Lines are looked at eight bytes at a time where that is possible.

extension Span<UInt8> {
  /// Eight bytes, the first one lowest. The caller has checked that they are there.
  @inline(__always)
  func word(uncheckedAt place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }

  /// The place of the first such byte; `end` if there is none.
  @inline(__always)
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count, "the line is within the bytes")
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var place = start
    while place &+ 8 <= end {
      let difference = word(uncheckedAt: place) ^ pattern
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return place &+ zeros.trailingZeroBitCount &>> 3 }
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
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
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

// MARK: - Numbers

extension Span<UInt8> {
  /// The decimal number that the whole range is; nil for anything else, and for one that is too large.
  func decimal(_ range: Range<Int>) -> Int? {
    if range.isEmpty || range.count > 19 { return nil }
    var number = 0
    for place in range {
      guard self[place].isDigit else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isStillTooLarge) = tens.addingReportingOverflow(Int(self[place] &- 0x30))
      if isTooLarge || isStillTooLarge { return nil }
      number = sum
    }
    return number
  }

  /// The hexadecimal number that the whole range is, in either case; nil for anything else.
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
  private static func eightDigits(_ word: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Bytes below 0x80 do not carry into the next one.
    guard word & (ones &* 0x80) == 0 else { return nil }
    let lower = word | ones &* 0x20
    let isDigit = ((word &+ ones &* (0x80 - 0x30)) & ~(word &+ ones &* (0x80 - 0x3A))) & (ones &* 0x80)
    let isLetter = ((lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x67))) & (ones &* 0x80)
    guard isDigit | isLetter == ones &* 0x80 else { return nil }
    var digits = (word & (ones &* 0x0F)) &+ (isLetter &>> 7) &* 9
    // Pairs of digits, of bytes, and of pairs of bytes are joined; the first digit is the highest.
    digits = (digits &<< 4 | digits &>> 8) & 0x00FF_00FF_00FF_00FF
    digits = (digits &<< 8 | digits &>> 16) & 0x0000_FFFF_0000_FFFF
    return (digits &<< 16 | digits &>> 32) & 0xFFFF_FFFF
  }

  /// A number by which short texts are told apart: the same text has the same one, others hardly ever have.
  @inline(__always)
  func hash(_ range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "the text is within the bytes")
    var hash = UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
    var place = range.lowerBound
    while place &+ 8 <= range.upperBound {
      hash = (hash ^ word(uncheckedAt: place)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash &>> 32
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < range.upperBound {
      rest = rest &<< 8 | UInt64(self[unchecked: place])
      place &+= 1
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash &>> 29
  }
}
