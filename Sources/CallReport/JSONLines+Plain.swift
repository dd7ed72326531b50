// Text that is mostly written as it is, looked at eight bytes at a time.

extension JSONLines {
  /// Writes the bytes, for which there is room and for eight more, if `marks` finds nothing in them; or else returns
  /// false.
  ///
  /// `marks` returns 0 if each of the eight bytes of a word may be written as it is. It has nothing against a zero.
  @inline(__always)
  mutating func uncheckedPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ marks: (UInt64) -> UInt64) -> Bool {
    guard let source = bytes.baseAddress else { return true }
    let before = written
    unchecked(source, bytes.count)
    if hasNoMarks(from: before, marks) { return true }
    written = before
    return false
  }

  /// Whether `marks` finds nothing in what has been written since there were `place` bytes; there is room for eight
  /// more.
  @inline(__always)
  mutating func hasNoMarks(from place: Int, _ marks: (UInt64) -> UInt64) -> Bool {
    // The last word may end with these.
    UnsafeMutableRawPointer(start + written).storeBytes(of: Self.zeros, as: UInt64.self)
    var place = place
    while place < written {
      if marks(UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)) != 0 { return false }
      place &+= 8
    }
    return true
  }

  /// What has been written since the last time, as text.
  mutating func takeText() -> String {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: written), as: UTF8.self)
    removeAll()
    return text
  }
}

/// Tests of eight bytes at once: each returns 0 if none of them passes.
enum EightBytes {
  /// Control characters, with numbers below that of the blank.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 { (word &- 0x2020_2020_2020_2020) & ~word & tops }

  /// What is not ASCII, and the control character DEL.
  @inline(__always)
  static func aboveASCII(_ word: UInt64) -> UInt64 { (word &+ ones | word) & tops }

  /// This byte.
  @inline(__always)
  static func equal(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return (rest &- ones) & ~rest & tops
  }

  /// What is neither a letter nor a digit of ASCII.
  @inline(__always)
  static func othersThanWords(_ word: UInt64) -> UInt64 {
    let bytes = word & ~tops
    let letters = between(UInt8(ascii: "a"), UInt8(ascii: "z"), bytes | ones &* 0x20)
    return (~(letters | between(UInt8(ascii: "0"), UInt8(ascii: "9"), bytes)) | word) & tops
  }

  /// From the first byte to the last, if all are ASCII.
  @inline(__always)
  private static func between(_ first: UInt8, _ last: UInt8, _ bytes: UInt64) -> UInt64 {
    (bytes &+ ones &* UInt64(0x80 - first)) & ~(bytes &+ ones &* UInt64(0x7F - last)) & tops
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var tops: UInt64 { 0x8080_8080_8080_8080 }
}

extension String {
  /// Passes the bytes to `body`.
  ///
  /// Unlike `withUTF8`, it does not need a variable, which would be a copy of the text.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? withCopiedBytes(body)
  }

  @inline(never)
  private func withCopiedBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8(body)
  }
}
