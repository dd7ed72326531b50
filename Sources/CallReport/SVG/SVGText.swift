import CallScenario

/// The text of a picture, a piece at a time.
struct SVGText: ~Copyable {
  private var bytes = JSONLines(capacity: 48 << 10)

  /// So many bytes make a piece that is worth passing on.
  static let pieceSize = 32 << 10

  var count: Int { bytes.count }

  /// What has been added since the last time.
  mutating func take() -> String {
    let text = bytes.withBytes { piece in
      piece.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
    bytes.removeAll()
    return text
  }

  /// Adds markup as it is.
  @inline(__always)
  mutating func add(_ markup: StaticString) { bytes.literal(markup) }

  /// Adds markup that was built before.
  mutating func add(built markup: String) {
    var markup = markup
    markup.withUTF8 { add($0) }
  }

  private mutating func add(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress else { return }
    bytes.reserve(source.count)
    bytes.unchecked(start, source.count)
  }

  /// Adds a number in decimal digits.
  @inline(__always)
  mutating func add(_ number: Int) {
    bytes.reserve(32)
    if number < 0 { bytes.unchecked("-") }
    bytes.uncheckedDecimal(UInt64(number.magnitude))
  }

  /// Adds a text so that it is shown as it is: without what XML has no place for, and without markup.
  mutating func add(text: String) {
    if !add(plain: text) { add(built: text.visible.xmlAttribute) }
  }

  /// Adds a text if all its characters are printable ASCII and mean nothing in markup; or else returns false.
  mutating func add(plain text: String) -> Bool {
    var text = text
    return text.withUTF8 { source in
      for byte in source where !Self.isPlain(byte) { return false }
      add(source)
      return true
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: byte &- 0x20 < 0x5F
    }
  }

  /// Adds what an element says when the pointer rests on it.
  mutating func add(title: String) {
    add("<title>")
    add(text: title)
    add("</title>")
  }
}
