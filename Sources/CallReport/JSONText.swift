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
  /// A control character becomes six bytes.
  @usableFromInline
  package var room: Int { utf8.count * 6 }

  @usableFromInline
  package func write(to lines: inout JSONLines) {
    var text = self
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): lines.put(UInt8(ascii: "\\"), byte)
        case 0x08: lines.put(UInt8(ascii: "\\"), UInt8(ascii: "b"))
        case 0x09: lines.put(UInt8(ascii: "\\"), UInt8(ascii: "t"))
        case 0x0A: lines.put(UInt8(ascii: "\\"), UInt8(ascii: "n"))
        case 0x0C: lines.put(UInt8(ascii: "\\"), UInt8(ascii: "f"))
        case 0x0D: lines.put(UInt8(ascii: "\\"), UInt8(ascii: "r"))
        case 0..<0x20:
          lines.put(UInt8(ascii: "\\"), UInt8(ascii: "u"))
          lines.put(UInt8(ascii: "0"), UInt8(ascii: "0"))
          let low = byte & 15
          lines.put(UInt8(ascii: "0") + byte >> 4, low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: lines.put(byte)
        }
      }
    }
  }
}

extension JSONLines {
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
