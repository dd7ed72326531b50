import CallScenario

/// The text of records, written byte by byte: a log has more text than any other format.
struct LogText: ~Copyable {
  private var bytes: JSONLines

  init(capacity: Int = 1 << 12) { bytes = JSONLines(capacity: capacity) }

  var count: Int { bytes.count }

  var text: String { String(decoding: UnsafeBufferPointer(start: bytes.start, count: count), as: UTF8.self) }

  /// What has been added since the last time.
  mutating func take() -> String { bytes.takeText() }

  mutating func removeAll() { bytes.removeAll() }

  mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  /// A text of the program, which costs less than a `String`.
  @inline(__always)
  mutating func append(literal text: StaticString) { bytes.literal(text) }

  @inline(__always)
  mutating func append(byte: Unicode.Scalar) {
    bytes.reserve(1)
    bytes.start[bytes.written] = UInt8(ascii: byte)
    bytes.written &+= 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress else { return }
    bytes.reserve(source.count)
    bytes.unchecked(start, source.count)
  }

  mutating func append(_ other: borrowing LogText) {
    append(UnsafeBufferPointer(start: other.bytes.start, count: other.count))
  }
}

// MARK: - Numbers

extension LogText {
  /// A number in decimal digits.
  @inline(__always)
  mutating func append(decimal number: UInt64) {
    bytes.reserve(26)
    bytes.uncheckedDecimal(number)
  }

  /// A number that is not negative, with leading zeros: at least so many digits, at most eight.
  @inline(__always)
  mutating func append(_ number: Int, digits: Int) {
    let number = UInt64(clamping: number)
    if number >= 100_000_000 { return append(decimal: number) }
    bytes.reserve(8)
    let word = JSONLines.eightDigits(number)
    let leading = min((word | 1 << 63).trailingZeroBitCount & ~7, 64 - 8 * digits)
    UnsafeMutableRawPointer(bytes.start + bytes.written)
      .storeBytes(of: ((word | JSONLines.zeros) &>> UInt64(leading)).littleEndian, as: UInt64.self)
    bytes.written &+= 8 - leading / 8
  }

  /// Digits of base 16 in lower case, or of base 32 in upper case, with leading zeros.
  mutating func append(_ number: UInt64, bits: UInt64, digits: Int) {
    bytes.reserve(digits + 8)
    let start = bytes.start + bytes.written
    for place in stride(from: 0, to: digits, by: 8) {
      UnsafeMutableRawPointer(start + place).storeBytes(of: JSONLines.zeros, as: UInt64.self)
    }
    bytes.written &+= digits
    let letter = bits == 4 ? UInt8(ascii: "a") : UInt8(ascii: "A")
    let mask = UInt64(1) << bits - 1
    var rest = number
    var place = digits
    while rest > 0, place > 0 {
      place -= 1
      let digit = UInt8(truncatingIfNeeded: rest & mask)
      start[place] = digit < 10 ? UInt8(ascii: "0") + digit : letter + digit - 10
      rest >>= bits
    }
  }

  mutating func append(hexadecimal number: UInt64, digits: Int) { append(number, bits: 4, digits: digits) }
}

// MARK: - Times

extension LogText {
  /// The time of day: `00:00:00`.
  mutating func append(clock time: LogTime) {
    let (hour, minute, second) = time.clock
    append(hour, digits: 2)
    append(byte: ":")
    append(minute, digits: 2)
    append(byte: ":")
    append(second, digits: 2)
  }

  /// `2026-01-01T00:00:00`
  mutating func append(dateAndTime time: LogTime) {
    let date = time.date
    append(date.year, digits: 4)
    append(byte: "-")
    append(date.month, digits: 2)
    append(byte: "-")
    append(date.day, digits: 2)
    append(byte: "T")
    append(clock: time)
  }

  /// `20260101_000000_000`
  mutating func append(fileDate time: LogTime) {
    let (date, clock) = (time.date, time.clock)
    append(date.year, digits: 4)
    append(date.month, digits: 2)
    append(date.day, digits: 2)
    append(byte: "_")
    append(clock.hour, digits: 2)
    append(clock.minute, digits: 2)
    append(clock.second, digits: 2)
    append(byte: "_")
    append(time.fraction, digits: 3)
  }
}

// MARK: - Values

extension LogText {
  /// The text in single quotes. A reader takes it from the first quote of the line's value to the last one, so quotes
  /// within it stay.
  mutating func append(quoted text: String) {
    append(byte: "'")
    let isPlain = text.withBytes { source in
      bytes.reserve(source.count + 8)
      return bytes.uncheckedPlain(source) { word in
        EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: "\\"), word)
      }
    }
    if !isPlain { append(escaped: text) }
    append(byte: "'")
  }

  /// The text without line ends, tabs and whatever else could be taken for another line, or cannot be seen: these
  /// become `\u{A}`, with the number of the character. A backslash stays, except one that would be read as such a
  /// number.
  private mutating func append(escaped text: String) {
    let scalars = Array(text.unicodeScalars)
    for (index, (scalar, shown)) in zip(scalars, text.printable(tab: " ").unicodeScalars).enumerated() {
      let isEscape = scalar == "\\" && scalars[(index + 1)...].prefix(2).elementsEqual(["u", "{"])
      if scalar != shown || isEscape {
        append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
      } else {
        append(String(scalar))
      }
    }
  }
}
