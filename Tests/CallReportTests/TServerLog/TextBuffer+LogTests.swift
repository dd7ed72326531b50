import Testing

@testable import CallReport

@Suite struct TextBufferLogTests {
  /// It grows as it has to.
  @Test func longTexts() {
    let long = String(repeating: "é'", count: 10_000)
    #expect(written { $0.add(quoted: long) } == "'\(long)'")
    let number = written { text in
      var other = TextBuffer(capacity: 1)
      other.add("1234567890")
      text.add(other)
    }
    #expect(number == "1234567890")
  }

  private func written(_ write: (inout TextBuffer) -> Void) -> String {
    var text = TextBuffer(capacity: 1)
    write(&text)
    return text.string(from: 0)
  }

  @Test func numbers() {
    #expect(written { $0.add(0, digits: 1) } == "0")
    #expect(written { $0.add(7, digits: 2) } == "07")
    #expect(written { $0.add(1234, digits: 2) } == "1234")
    #expect(written { $0.add(.max, digits: 1) } == "9223372036854775807")
    #expect(written { $0.add(decimal: .max) } == "18446744073709551615")
    #expect(written { $0.add(-1, digits: 2) } == "00")
    #expect(written { $0.add(37, bits: 5, digits: 32) } == String(repeating: "0", count: 30) + "15")
    #expect(written { $0.add(31, bits: 5, digits: 2) } == "0V")
    #expect(written { $0.add(hexadecimal: 0xABC, digits: 16) } == "0000000000000abc")
    #expect(written { $0.add(hexadecimal: .max, digits: 16) } == "ffffffffffffffff")
  }

  @Test(arguments: [
    ("", "''"), ("7001", "'7001'"), ("it's", "'it's'"), ("a\tb", #"'a\u{9}b'"#),
    ("a\nmessage EventRinging", #"'a\u{A}message EventRinging'"#), ("\r\n", #"'\u{D}\u{A}'"#),
    ("\0\u{7F}\u{85}", #"'\u{0}\u{7F}\u{85}'"#), ("\u{2028}\u{202E}", #"'\u{2028}\u{202E}'"#),
    (#"DOMAIN\user"#, #"'DOMAIN\user'"#), (#"\u{A}"#, #"'\u{5C}u{A}'"#), (#"\\u{"#, #"'\\u{5C}u{'"#),
    (#"\u"#, #"'\u'"#), ("\\", #"'\'"#), ("Zoë 東京 👩🏽‍💻", "'Zoë 東京 👩🏽‍💻'"),
  ]) func quotes(_ text: String, _ expected: String) {
    let quoted = written { $0.add(quoted: text) }
    #expect(quoted == expected)
    #expect(Array(LogReader.text(quoted).unicodeScalars) == Array(text.unicodeScalars))
  }
}
