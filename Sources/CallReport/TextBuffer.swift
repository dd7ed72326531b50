import CallScenario

/// The text of a document, written piece by piece into memory that is used again and again.
///
///     text.add("Note over ")
///     text.add(12)
///     if text.isPiece { try sink(text.take()) }
struct TextBuffer: ~Copyable {
  var bytes: JSONLines

  /// So many bytes make a piece that is worth passing on. It stays in the fastest memory until it is printed.
  static let pieceSize = 3 << 10

  init(capacity: Int = 8 << 10) { bytes = JSONLines(capacity: capacity) }

  /// The number of bytes since the last `take`.
  var count: Int { bytes.count }

  /// Whether there is enough text to pass on.
  var isPiece: Bool { bytes.count >= Self.pieceSize }

  /// What has been added since the last time.
  mutating func take() -> String { bytes.takeText() }

  /// Adds words of the program as they are.
  @inline(__always)
  mutating func add(_ words: StaticString) { bytes.literal(words) }

  /// Adds a text as it is.
  @inline(__always)
  mutating func add(built text: String) { text.withBytes { add($0) } }

  /// Adds a text as it is, in a style if there is `color`.
  mutating func add(built text: String, _ style: Style, color: Bool) {
    let code = color && !text.isEmpty ? style.code : ""
    add(built: code)
    add(built: text)
    if !code.isEmpty { add(built: Style.end) }
  }

  /// Adds bytes as they are.
  @inline(__always)
  mutating func add(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress else { return }
    bytes.reserve(source.count)
    bytes.unchecked(start, source.count)
  }

  /// Adds what another buffer has, which keeps it.
  @inline(__always)
  mutating func add(_ other: borrowing TextBuffer) {
    bytes.reserve(other.count)
    bytes.unchecked(other.bytes.start, other.count)
  }

  /// Adds a number in decimal digits.
  @inline(__always)
  mutating func add(_ number: Int) {
    // Most numbers have one digit.
    if number >= 0, number < 10 { return add(byte: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number)) }
    bytes.reserve(32)
    if number < 0 { bytes.unchecked("-") }
    bytes.uncheckedDecimal(UInt64(number.magnitude))
  }

  /// Adds so many blanks.
  @inline(__always)
  mutating func add(blanks count: Int) {
    guard count > 0 else { return }
    // Few are written at once, with some more for which there is room.
    bytes.reserve(count + 32)
    let place = bytes.start + bytes.written
    UnsafeMutableRawPointer(place).storeBytes(of: SIMD32(repeating: UInt8(ascii: " ")), as: SIMD32<UInt8>.self)
    if count > 32 { place.update(repeating: UInt8(ascii: " "), count: count) }
    bytes.written += count
  }

  /// Adds a text if it shows as it is, like most names and values, and has at most `longest` bytes; or else returns
  /// false.
  @inline(__always)
  mutating func add(plainValue text: String, longest: Int = .max) -> Bool {
    text.withBytes { source in
      guard source.count <= longest, source.isPlainValue else { return false }
      add(source)
      return true
    }
  }

  /// Adds a word of letters and digits of ASCII, which no format escapes; or else returns false.
  mutating func add(word text: String) -> Bool {
    text.withBytes { source in
      if source.isEmpty { return false }
      bytes.reserve(source.count + 8)
      return bytes.uncheckedPlain(source, EightBytes.othersThanWords)
    }
  }

  /// Adds a name or a value as a report shows it: in quotes if it would be ambiguous without them. It may be `longest`
  /// characters long.
  mutating func add(quotedIfNeeded text: String, longest: Int = .max) {
    if !add(plainValue: text, longest: longest) { add(built: text.abbreviated(to: longest).quotedIfNeeded) }
  }
}

// MARK: - What has been added

extension TextBuffer {
  /// Adds bytes of another text.
  @inline(__always)
  mutating func add(_ other: borrowing TextBuffer, from start: Int, to end: Int) { add(other.added(start, end)) }

  /// Forgets what has been added since there were `start` bytes.
  mutating func remove(from start: Int) { bytes.written = start }

  /// A copy of these bytes, or of all from `start` on.
  func string(from start: Int, to end: Int? = nil) -> String {
    String(decoding: added(start, end ?? count), as: UTF8.self)
  }

  /// Whether each of these bytes is a character that takes one column.
  func isPrintableASCII(from start: Int, to end: Int) -> Bool { added(start, end).isPrintableASCII }

  /// Whether each byte since there were `start` is plain; `isPlain` is given all of them and an index.
  @inline(__always)
  func isPlain(from start: Int, _ isPlain: (UnsafeBufferPointer<UInt8>, Int) -> Bool) -> Bool {
    let bytes = added(start, count)
    for index in bytes.indices where !isPlain(bytes, index) { return false }
    return true
  }

  /// Whether `marks`, which is given eight bytes at a time, returns 0 for all bytes since there were `start`.
  @inline(__always)
  mutating func hasNoMarks(from start: Int, _ marks: (UInt64) -> UInt64) -> Bool {
    bytes.reserve(8)
    return bytes.hasNoMarks(from: start, marks)
  }

  /// The byte with this index.
  @inline(__always)
  func byte(at index: Int) -> UInt8 { bytes.start[index] }

  func added(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.start + start, count: end - start)
  }
}

// MARK: - Drawing

extension TextBuffer {
  /// A byte that has been added.
  subscript(index: Int) -> UInt8 {
    get { bytes.start[index] }
    set { bytes.start[index] = newValue }
  }

  /// Replaces bytes that have been added.
  mutating func fill(_ range: Range<Int>, with byte: UInt8) {
    (bytes.start + range.lowerBound).update(repeating: byte, count: range.count)
  }

  /// Replaces a byte that has been added by words.
  mutating func replace(_ index: Int, by words: StaticString) {
    bytes.reserve(words.utf8CodeUnitCount)
    let place = bytes.start + index
    (place + words.utf8CodeUnitCount).update(from: place + 1, count: count - index - 1)
    place.update(from: words.utf8Start, count: words.utf8CodeUnitCount)
    bytes.written += words.utf8CodeUnitCount - 1
  }

  /// Forgets the blanks that have been added last.
  mutating func removeBlanksAtEnd() {
    while count > 0, self[count - 1] == UInt8(ascii: " ") { bytes.written -= 1 }
  }
}

// MARK: - Escaping

extension TextBuffer {
  /// Escapes what has been added since there were `start` bytes, so that it shows as it is.
  ///
  /// Characters outside ASCII and those of `plain` stay. For each other one, `escape` adds what stands for it, given
  /// all bytes and an index.
  @inline(__always)
  mutating func escape(
    from start: Int, plain: ASCIISet, _ escape: (UnsafeBufferPointer<UInt8>, Int, inout TextBuffer) -> Void
  ) {
    if added(start, count).allSatisfy(plain.contains) { return }
    var shown = string(from: start).visible
    remove(from: start)
    shown.withUTF8 { source in
      for (index, byte) in source.enumerated() {
        if byte >= 0x80 || plain.contains(byte) { add(byte: byte) } else { escape(source, index, &self) }
      }
    }
  }

  /// Adds a byte as it is.
  @inline(__always)
  mutating func add(byte: UInt8) {
    bytes.reserve(1)
    bytes.start[bytes.written] = byte
    bytes.written += 1
  }
}

extension String {
  /// The text as `escape` changes it; plain words stay as they are.
  func escaped(_ escape: (inout TextBuffer) -> Void) -> String {
    if isPlainWords { return self }
    var text = TextBuffer(capacity: 0)
    text.add(built: self)
    escape(&text)
    return text.take()
  }
}

/// Some of the characters of ASCII.
struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    for index in 0..<characters.utf8CodeUnitCount { insert(characters.utf8Start[index]) }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
  }

  /// Whether the byte is one of these characters.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1
  }

  /// Letters and digits of ASCII, and these characters.
  static func wordsAnd(_ characters: StaticString) -> ASCIISet {
    let words = ASCIISet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let others = ASCIISet(characters)
    var all = words
    all.low |= others.low
    all.high |= others.high
    return all
  }
}

// MARK: - What reports share

extension TextBuffer {
  /// Adds the action of a step as a scenario with these parties spells it: `A TMakeCall B`. Options may be `longest`
  /// characters long.
  ///
  /// It takes the step and not its action, because that would be copied.
  mutating func add(
    actionOf step: borrowing Transcript.Step, _ parties: [Scenario.Party], withActor: Bool = true, longest: Int = .max
  ) {
    if withActor {
      add(built: parties[step.action.actor].name)
      add(" ")
    }
    add(built: step.action.verb.name)
    if let target = step.action.target {
      add(" ")
      add(built: parties[target].name)
    }
    if let call = step.action.on {
      add(" on ")
      add(built: call)
    }
    for option in step.action.options {
      add(" ")
      add(option, longest: longest)
    }
  }

  /// Adds an option as a scenario spells it: `key=value`. It may be `longest` characters long.
  private mutating func add(_ option: Option, longest: Int) {
    let start = count
    add(built: option.key)
    let middle = count
    add("=")
    add(built: option.value)
    // Most options are spelled as they are, but what is behind a point may be in quotes.
    let isPlain =
      middle > start && byte(at: start) != UInt8(ascii: ".") && count > middle + 1 && count - start <= longest
      && added(start, middle).allSatisfy(Self.plainOption.contains)
      && added(middle + 1, count).allSatisfy(Self.plainOption.contains)
    if isPlain { return }
    remove(from: start)
    add(built: option.spelling.abbreviated(to: longest))
  }

  private static let plainOption = ASCIISet.wordsAnd(".")
}
