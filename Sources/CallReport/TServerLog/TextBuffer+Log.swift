import CallScenario

// What records consist of: numbers with leading zeros, times, and values in quotes.

// MARK: - Numbers

extension TextBuffer {
  /// A number in decimal digits.
  @inline(__always)
  mutating func add(decimal number: UInt64) {
    bytes.reserve(26)
    bytes.uncheckedDecimal(number)
  }

  /// A number that is not negative, with leading zeros: at least so many digits, at most eight.
  @inline(__always)
  mutating func add(_ number: Int, digits: Int) {
    let number = UInt64(clamping: number)
    if number >= 100_000_000 { return add(decimal: number) }
    bytes.reserve(8)
    let word = JSONLines.eightDigits(number)
    let leading = min((word | 1 << 63).trailingZeroBitCount & ~7, 64 - 8 * digits)
    UnsafeMutableRawPointer(bytes.start + bytes.written)
      .storeBytes(of: ((word | JSONLines.zeros) &>> UInt64(leading)).littleEndian, as: UInt64.self)
    bytes.written &+= 8 - leading / 8
  }

  /// Digits of base 16 in lower case, or of base 32 in upper case, with leading zeros.
  mutating func add(_ number: UInt64, bits: UInt64, digits: Int) {
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

  mutating func add(hexadecimal number: UInt64, digits: Int) { add(number, bits: 4, digits: digits) }
}

// MARK: - Times

extension TextBuffer {
  /// The time of day: `00:00:00`.
  mutating func add(clock time: LogTime) {
    let (hour, minute, second) = time.clock
    add(hour, digits: 2)
    add(":")
    add(minute, digits: 2)
    add(":")
    add(second, digits: 2)
  }

  /// `2026-01-01T00:00:00`
  mutating func add(dateAndTime time: LogTime) {
    let date = time.date
    add(date.year, digits: 4)
    add("-")
    add(date.month, digits: 2)
    add("-")
    add(date.day, digits: 2)
    add("T")
    add(clock: time)
  }

  /// `20260101_000000_000`
  mutating func add(fileDate time: LogTime) {
    let (date, clock) = (time.date, time.clock)
    add(date.year, digits: 4)
    add(date.month, digits: 2)
    add(date.day, digits: 2)
    add("_")
    add(clock.hour, digits: 2)
    add(clock.minute, digits: 2)
    add(clock.second, digits: 2)
    add("_")
    add(time.fraction, digits: 3)
  }
}

// MARK: - Values

extension TextBuffer {
  /// The text in single quotes. A reader takes it from the first quote of the line's value to the last one, so quotes
  /// within it stay.
  mutating func add(quoted text: String) {
    text.withBytes { add(quoted: $0) }
  }

  /// The bytes of a text, in the same way.
  mutating func add(quoted text: UnsafeBufferPointer<UInt8>) {
    bytes.reserve(text.count + 10)
    bytes.unchecked("'")
    let isPlain = bytes.uncheckedPlain(text) { word in
      EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: "\\"), word)
    }
    if !isPlain { add(escaped: String(decoding: text, as: UTF8.self)) }
    add("'")
  }

  /// The text without line ends, tabs and whatever else could be taken for another line, or cannot be seen: these
  /// become `\u{A}`, with the number of the character. A backslash stays, except one that would be read as such a
  /// number.
  private mutating func add(escaped text: String) {
    let scalars = Array(text.unicodeScalars)
    for (index, (scalar, shown)) in zip(scalars, text.printable(tab: " ").unicodeScalars).enumerated() {
      let isEscape = scalar == "\\" && scalars[(index + 1)...].prefix(2).elementsEqual(["u", "{"])
      if scalar != shown || isEscape {
        add(built: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
      } else {
        add(built: String(scalar))
      }
    }
  }
}
