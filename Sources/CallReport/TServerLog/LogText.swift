import CallScenario

/// The text of records, written byte by byte into memory of its own: a log has more text than any other format.
struct LogText: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 12) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  mutating func removeAll() { count = 0 }

  private mutating func reserve(_ more: Int) {
    if count + more <= capacity { return }
    let larger = max(capacity * 2, count + more)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memory.initialize(from: start, count: count)
    start.deallocate()
    (start, capacity) = (memory, larger)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// A text of the program, which costs less than a `String`.
  mutating func append(literal text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(byte: Unicode.Scalar) {
    reserve(1)
    start[count] = UInt8(ascii: byte)
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ other: borrowing LogText) {
    append(UnsafeBufferPointer(start: other.start, count: other.count))
  }
}

// MARK: - Numbers

extension LogText {
  /// A number in decimal digits.
  mutating func append(decimal number: UInt64) {
    reserve(20)
    var digits = 1
    var rest = number / 10
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    write(number, digits: digits)
  }

  /// A number that is not negative, with leading zeros.
  mutating func append(_ number: Int, digits: Int) {
    let number = UInt64(clamping: number)
    var limit: UInt64 = 1
    for _ in 0..<digits { limit *= 10 }
    if number >= limit { return append(decimal: number) }
    reserve(digits)
    write(number, digits: digits)
  }

  private mutating func write(_ number: UInt64, digits: Int) {
    var rest = number
    var place = count + digits
    while place > count {
      place -= 1
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Digits of base 16 in lower case, or of base 32 in upper case, with leading zeros.
  mutating func append(_ number: UInt64, bits: UInt64, digits: Int) {
    reserve(digits)
    (start + count).update(repeating: UInt8(ascii: "0"), count: digits)
    count += digits
    let letter = bits == 4 ? UInt8(ascii: "a") : UInt8(ascii: "A")
    let mask = UInt64(1) << bits - 1
    var rest = number
    var place = count
    while rest > 0, place > count - digits {
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
    var text = text
    if !text.withUTF8({ appendPlain($0) }) { append(escaped: text) }
    append(byte: "'")
  }

  /// Appends the bytes if none of them has to be escaped.
  private mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    reserve(bytes.count)
    let place = start + count
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\\") { return false }
      place[index] = byte
    }
    count += bytes.count
    return true
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
