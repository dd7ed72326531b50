import CallScenario

/// The text of a picture, a piece at a time.
struct SVGText {
  private var bytes: [UInt8] = []

  /// So many bytes make a piece that is worth passing on.
  static let pieceSize = 32 << 10

  var count: Int { bytes.count }

  /// What has been added since the last time.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds markup as it is.
  mutating func add(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds markup that was built before.
  mutating func add(built markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds a number in decimal digits.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Adds a text so that it is shown as it is: without what XML has no place for, and without markup.
  mutating func add(text: String) {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
      default: (0x20..<0x7F).contains(byte)
      }
    }
    bytes.append(contentsOf: isPlain ? text.utf8 : text.visible.xmlAttribute.utf8)
  }

  /// Adds what an element says when the pointer rests on it.
  mutating func add(title: String) {
    add("<title>")
    add(text: title)
    add("</title>")
  }
}
