/// A text between the quotes of a JSON string.
@usableFromInline
package protocol JSONText {
  /// The most bytes that `write` touches.
  var room: Int { get }
  /// Writes the text into `room`.
  func write(to lines: inout JSONLines)
}

/// A number, as decimal digits.
extension UInt64: JSONText {
  /// Up to 20 digits; the digits are written eight at a time.
  @inlinable @inline(__always)
  package var room: Int { 26 }

  @inlinable @inline(__always)
  package func write(to lines: inout JSONLines) {
    lines.uncheckedDecimal(self)
  }
}

/// A word of the program: it has no quote, no backslash and no control character.
extension StaticString: JSONText {
  @inlinable @inline(__always)
  package var room: Int { utf8CodeUnitCount }

  @inlinable @inline(__always)
  package func write(to lines: inout JSONLines) {
    lines.unchecked(self)
  }
}

/// Any text; it is escaped.
extension String: JSONText {
  /// A control character becomes six bytes; `uncheckedPlain` needs eight more.
  @usableFromInline
  package var room: Int { utf8.count * 6 + 8 }

  @usableFromInline
  package func write(to lines: inout JSONLines) {
    withBytes { bytes in
      let isPlain = lines.uncheckedPlain(bytes) { word in
        EightBytes.controls(word) | EightBytes.equal(UInt8(ascii: "\""), word)
          | EightBytes.equal(UInt8(ascii: "\\"), word)
      }
      if !isPlain { lines.uncheckedEscaped(bytes) }
    }
  }
}

extension JSONLines {
  /// Bytes for which there is room, escaped one after the other.
  @inline(never)
  fileprivate mutating func uncheckedEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(UInt8(ascii: "\\"), byte)
      case 0x08: put(UInt8(ascii: "\\"), UInt8(ascii: "b"))
      case 0x09: put(UInt8(ascii: "\\"), UInt8(ascii: "t"))
      case 0x0A: put(UInt8(ascii: "\\"), UInt8(ascii: "n"))
      case 0x0C: put(UInt8(ascii: "\\"), UInt8(ascii: "f"))
      case 0x0D: put(UInt8(ascii: "\\"), UInt8(ascii: "r"))
      case 0..<0x20:
        put(UInt8(ascii: "\\"), UInt8(ascii: "u"))
        put(UInt8(ascii: "0"), UInt8(ascii: "0"))
        let low = byte & 15
        put(UInt8(ascii: "0") + byte >> 4, low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
      default: put(byte)
      }
    }
  }

  /// A byte, for which there is room.
  fileprivate mutating func put(_ byte: UInt8) {
    start[written] = byte
    written += 1
  }

  fileprivate mutating func put(_ first: UInt8, _ second: UInt8) {
    put(first)
    put(second)
  }
}
