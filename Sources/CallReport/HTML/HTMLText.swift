import CallScenario

extension TextBuffer {
  /// Makes what has been added since there were `start` bytes printable, and escapes what would be markup. Returns
  /// whether it was plain and has not changed.
  @inline(__always)
  @discardableResult
  mutating func escapeMarkup(from start: Int) -> Bool {
    if added(start, count).isPlainMarkup { return true }
    escapeAnyMarkup(from: start)
    return false
  }

  @inline(never)
  private mutating func escapeAnyMarkup(from start: Int) {
    let text = string(from: start)
    remove(from: start)
    guard text.isPrintableASCII else { return add(built: text.markup) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: "&"): add("&amp;")
      default: add(byte: byte)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether each byte is a printable character of ASCII, and none of them begins markup.
  @inline(__always)
  fileprivate var isPlainMarkup: Bool {
    guard count >= 8, let start = UnsafeRawPointer(baseAddress) else {
      return isPrintableASCII && !contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }
    // Eight bytes at a time, the last eight perhaps twice.
    var other = Self.marks(start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    for offset in stride(from: 0, to: count - 8, by: 8) {
      other |= Self.marks(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    return other == 0
  }

  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: "<"), word)
      | EightBytes.equal(UInt8(ascii: "&"), word)
  }
}

extension String {
  /// The text inside an element or a quoted attribute: printable, and with markup escaped.
  var markup: String { visible.escapedMarkup }

  /// The lines of a text as they are, with markup escaped; each line is printable already.
  var markupLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).markup }.joined(separator: "\n")
  }

  /// The text as a string of JSON inside a script element, which `<` could end.
  var json: String {
    var text = TextBuffer(capacity: 0)
    text.add(json: self)
    return text.take()
  }
}

extension TextBuffer {
  /// Adds a text as a string of JSON inside a script element, which `<` could end.
  mutating func add(json text: String) {
    add("\"")
    let start = count
    add(built: text)
    let isPlain = hasNoMarks(from: start) { word in
      EightBytes.controls(word) | EightBytes.aboveASCII(word) | EightBytes.equal(UInt8(ascii: "<"), word)
        | EightBytes.equal(UInt8(ascii: "\""), word) | EightBytes.equal(UInt8(ascii: "\\"), word)
    }
    if !isPlain {
      remove(from: start)
      add(escapedJSON: text)
    }
    add("\"")
  }

  private mutating func add(escapedJSON text: String) {
    for byte in text.visible.utf8 {
      switch byte {
      case UInt8(ascii: "\""): add("\\\"")
      case UInt8(ascii: "\\"): add("\\\\")
      case UInt8(ascii: "<"): add("\\u003c")
      default: add(byte: byte)
      }
    }
  }
}
