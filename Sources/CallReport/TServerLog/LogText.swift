import CallScenario

/// The text of a record, made of bytes: a log has much more text than other formats.
struct LogText {
  private(set) var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// A number that is not negative, with leading zeros.
  mutating func append(_ number: Int, digits: Int) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    if number >= power * 10 { return append(String(number)) }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  /// Hexadecimal digits in lower case, with leading zeros.
  mutating func append(hexadecimal number: UInt64, digits: Int) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(place) & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// The time of day: `00:00:00`.
  mutating func append(clock time: LogTime) {
    let (hour, minute, second) = time.clock
    append(hour, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    append(minute, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    append(second, digits: 2)
  }

  /// `2026-01-01T00:00:00`
  mutating func append(dateAndTime time: LogTime) {
    let date = time.date
    append(date.year, digits: 4)
    bytes.append(UInt8(ascii: "-"))
    append(date.month, digits: 2)
    bytes.append(UInt8(ascii: "-"))
    append(date.day, digits: 2)
    bytes.append(UInt8(ascii: "T"))
    append(clock: time)
  }

  /// `20260101_000000_000`
  mutating func append(fileDate time: LogTime) {
    let (date, clock) = (time.date, time.clock)
    append(date.year, digits: 4)
    append(date.month, digits: 2)
    append(date.day, digits: 2)
    append("_")
    append(clock.hour, digits: 2)
    append(clock.minute, digits: 2)
    append(clock.second, digits: 2)
    append("_")
    append(time.fraction, digits: 3)
  }

  /// The text in single quotes. A reader takes it from the first quote of the line's value to the last one, so quotes
  /// within it stay.
  mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "'"))
    append(escaped: text)
    bytes.append(UInt8(ascii: "'"))
  }

  /// The text without line ends, tabs and whatever else could be taken for another line, or cannot be seen: these
  /// become `\u{A}`, with the number of the character. A backslash stays, except one that would be read as such a number.
  private mutating func append(escaped text: String) {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }) { return append(text) }
    let scalars = Array(text.unicodeScalars)
    for (index, (scalar, shown)) in zip(scalars, text.printable(tab: " ").unicodeScalars).enumerated() {
      let isEscape = scalar == "\\" && scalars[(index + 1)...].prefix(2).elementsEqual(["u", "{"])
      if scalar != shown || isEscape {
        append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
  }
}
