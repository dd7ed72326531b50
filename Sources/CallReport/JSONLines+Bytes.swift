// Writes bytes into the buffer, fast enough for millions of lines.

extension JSONLines {
  /// Makes room for `more` bytes.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if written &+ more > capacity { (start, capacity) = Self.grown(start, capacity, written, more) }
  }

  /// Takes and returns values: if it took `self`, then `self` could not stay in registers for a whole line.
  @usableFromInline @inline(never)
  static func grown(
    _ start: UnsafeMutablePointer<UInt8>, _ capacity: Int, _ written: Int, _ more: Int
  ) -> (start: UnsafeMutablePointer<UInt8>, capacity: Int) {
    let larger = max(capacity * 2, written + more)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memory.initialize(from: start, count: written)
    start.deallocate()
    return (memory, larger)
  }

  /// Words of JSON, for which it makes room.
  @inlinable @inline(__always)
  mutating func literal(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    unchecked(text)
  }

  @inlinable @inline(__always)
  mutating func unchecked(_ text: StaticString) {
    unchecked(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Bytes for which there is room: short ones as two loads that overlap, which is cheaper than calling `memcpy`.
  @inlinable @inline(__always)
  mutating func unchecked(_ source: UnsafePointer<UInt8>, _ count: Int) {
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(start + written)
    if count > 32 {
      to.copyMemory(from: from, byteCount: count)
    } else if count >= 16 {
      Self.move(SIMD16<UInt8>.self, from, to, count)
    } else if count >= 8 {
      Self.move(UInt64.self, from, to, count)
    } else if count >= 4 {
      Self.move(UInt32.self, from, to, count)
    } else if count >= 2 {
      Self.move(UInt16.self, from, to, count)
    } else if count == 1 {
      start[written] = source.pointee
    }
    written &+= count
  }

  /// The first and the last bytes of a text that is one to two `Word`s long.
  @inlinable @inline(__always)
  static func move<Word: BitwiseCopyable>(
    _: Word.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int
  ) {
    let last = count - MemoryLayout<Word>.size
    let head = from.loadUnaligned(as: Word.self)
    let tail = from.loadUnaligned(fromByteOffset: last, as: Word.self)
    to.storeBytes(of: head, as: Word.self)
    to.storeBytes(of: tail, toByteOffset: last, as: Word.self)
  }

  /// At most 20 digits, for which there is room; fewer than eight take room for eight.
  @inlinable @inline(__always)
  mutating func uncheckedDecimal(_ number: UInt64) {
    written &+=
      number < 100_000_000 ? Self.shortDecimal(number, start + written) : Self.longDecimal(number, start + written)
  }

  /// Writes a number of nine digits or more: its last eight after the others. Returns how many they are.
  @usableFromInline @inline(never)
  static func longDecimal(_ number: UInt64, _ place: UnsafeMutablePointer<UInt8>) -> Int {
    let (rest, last) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let count = rest < 100_000_000 ? shortDecimal(rest, place) : longDecimal(rest, place)
    UnsafeMutableRawPointer(place + count).storeBytes(of: (eightDigits(last) | zeros).littleEndian, as: UInt64.self)
    return count &+ 8
  }

  /// Writes a number below 10⁸, without its leading zeros. Returns how many digits they are.
  @inlinable @inline(__always)
  static func shortDecimal(_ number: UInt64, _ place: UnsafeMutablePointer<UInt8>) -> Int {
    let digits = eightDigits(number)
    // The last digit is written even if it is a zero.
    let leading = (digits | 1 &<< 63).trailingZeroBitCount & ~7
    UnsafeMutableRawPointer(place).storeBytes(of: ((digits | zeros) &>> UInt64(leading)).littleEndian, as: UInt64.self)
    return 8 &- leading &>> 3
  }

  /// Eight times the character `0`.
  @inlinable static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The digits of a number below 10⁸, with its leading zeros, a byte each, the first in the lowest.
  ///
  /// The number is halved into two of four digits, these at once into four of two, and these at once into the digits.
  /// 10,486 / 2²⁰ is close enough to 1/100 for numbers below 10⁴, and 103 / 2¹⁰ to 1/10 for those below 100.
  @inlinable @inline(__always)
  static func eightDigits(_ number: UInt64) -> UInt64 {
    let first = number / 10_000
    let fours = first | (number &- first &* 10_000) &<< 32
    let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) &<< 16
    let tens = (twos &* 103) &>> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) &<< 8
  }
}
