import Testing

@testable import CallLog

@Suite struct SpanSearchingTests {
  private func hexadecimal(_ text: String) -> UInt64? {
    let bytes = Array("x\(text)y".utf8)
    return bytes.span.hexadecimal(1..<bytes.count - 1)
  }

  @Test(arguments: [
    "0", "f", "00000001", "12345678", "9abcdef0", "006c02462a161006", "ffffffffffffffff", "0123456789abcdef",
  ])
  func hexadecimalNumbers(_ text: String) {
    #expect(hexadecimal(text) == UInt64(text, radix: 16))
    #expect(hexadecimal(text.uppercased()) == UInt64(text, radix: 16))
  }

  /// Any byte that is no digit is noticed at any place.
  @Test func whatIsNotHexadecimal() {
    for byte in UInt8.min ... .max {
      for place in 0..<16 {
        var bytes = Array("0123456789abcdef".utf8)
        bytes[place] = byte
        let expected = byte < 0x80 ? UInt64(String(decoding: bytes, as: UTF8.self), radix: 16) : nil
        #expect(bytes.span.hexadecimal(0..<16) == (byte == UInt8(ascii: "+") && place == 0 ? nil : expected))
      }
    }
    #expect(hexadecimal("") == nil && hexadecimal("00000000000000001") == nil)
  }

  @Test(arguments: 0..<40) func bytesAreFoundAnywhere(_ length: Int) {
    for place in 0...length {
      var bytes = [UInt8](repeating: 0x61, count: length)
      if place < length { bytes[place] = 0x0A }
      #expect(bytes.span.first(0x0A, from: 0, to: length) == place)
      #expect(bytes.span.last(0x0A, in: 0..<length) == (place < length ? place : nil))
      if place < length { bytes[place] = 0 }
      #expect(bytes.span.hasZero == (place < length))
    }
  }

  @Test(arguments: 0..<40) func lineEndsAreFoundAnywhere(_ length: Int) {
    for place in 0...length {
      // Tabs and what is beyond ASCII may come before the end of a line.
      var bytes = (0..<length).map { [0x61, 0x09, 0xE9, 0x20, 0x61][$0 % 5] as UInt8 }
      for end in place..<length { bytes[end] = 0x0A }
      #expect(bytes.span.first(0x0A, from: 0, to: length) == place)
    }
  }

  @Test func wordsEndAnywhere() {
    for byte in UInt8.min ... .max {
      for place in 0..<20 {
        var bytes = Array("anEventOfATServerToo".utf8)
        bytes[place] = byte
        #expect(bytes.span.afterWord(0, 20) == (byte.isWord ? 20 : place))
      }
    }
  }

  @Test(arguments: 0...20) func textsAreCompared(_ length: Int) {
    let text = (0..<length).map { UInt8(0x61 + $0) }
    // The text is also at another place, and at the end of its bytes.
    let other = Array("xy".utf8) + text
    func equals(_ text: [UInt8], _ count: Int, ignoring ignored: UInt64 = 0) -> Bool {
      text.span.equals(other.span, 2..<count + 2, 0..<length, ignoring: ignored)
    }
    func hashesAlike(_ text: [UInt8], ignoring ignored: UInt64 = 0) -> Bool {
      text.span.hash(0..<length, ignoring: ignored) == other.span.hash(2..<length + 2, ignoring: ignored)
    }
    let cases: UInt64 = 0x2020_2020_2020_2020
    #expect(equals(text, length) && hashesAlike(text))
    for place in 0..<length {
      #expect(!equals(text, place))
      var changed = text
      changed[place] ^= 0x20
      #expect(!equals(changed, length) && !hashesAlike(changed))
      #expect(equals(changed, length, ignoring: cases) && hashesAlike(changed, ignoring: cases))
      changed[place] ^= 0x01
      #expect(!equals(changed, length, ignoring: cases))
    }
  }

  @Test(arguments: ["", "7", "1234567", "12345678", "123456789", "1234567890123456", "12345678901234567"])
  func digitsAtTheBeginning(_ digits: String) {
    for rest in ["", " ", "x1234567", "\u{E9}1234567"] {
      let bytes = Array((digits + rest).utf8)
      let (number, end) = bytes.span.number(at: 0..<bytes.count)
      #expect(number == UInt64(digits) ?? 0 && end == digits.utf8.count)
    }
  }

  @Test(arguments: ["", "0", "1", "42", "9223372036854775807"]) func decimalNumbers(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.decimal(0..<bytes.count) == Int(text))
  }

  @Test(arguments: ["9223372036854775808", "99999999999999999999", "-1", "+1", "1x", " 1"]) func whatIsNotDecimal(
    _ text: String
  ) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.decimal(0..<bytes.count) == nil)
  }

  @Test func beginningsAndEnds() {
    let bytes = Array("distribute_event: message".utf8)
    let whole = 0..<bytes.count
    #expect(bytes.span.starts(with: "distribute", whole) && bytes.span.starts(with: "", whole))
    #expect(
      !bytes.span.starts(with: "distributed", whole) && !bytes.span.starts(with: "distribute_event: message ", whole))
    #expect(bytes.span.ends(with: ": message", whole) && !bytes.span.ends(with: "; message", whole))
    #expect(
      bytes.span.equals("distribute_event: message", whole) && !bytes.span.equals("distribute_event: messagE", whole))
  }
}
