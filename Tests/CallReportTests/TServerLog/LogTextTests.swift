import Testing

@testable import CallReport

@Suite struct LogTextTests {
  /// It grows as it has to.
  @Test func longTexts() {
    let long = String(repeating: "é'", count: 10_000)
    #expect(written { $0.append(quoted: long) } == "'\(long)'")
    let number = written { text in
      var other = LogText(capacity: 1)
      other.append(literal: "1234567890")
      text.append(other)
    }
    #expect(number == "1234567890")
  }

  private func written(_ write: (inout LogText) -> Void) -> String {
    var text = LogText(capacity: 1)
    write(&text)
    return text.text
  }

  @Test func numbers() {
    #expect(written { $0.append(0, digits: 1) } == "0")
    #expect(written { $0.append(7, digits: 2) } == "07")
    #expect(written { $0.append(1234, digits: 2) } == "1234")
    #expect(written { $0.append(.max, digits: 1) } == "9223372036854775807")
    #expect(written { $0.append(decimal: .max) } == "18446744073709551615")
    #expect(written { $0.append(-1, digits: 2) } == "00")
    #expect(written { $0.append(37, bits: 5, digits: 32) } == String(repeating: "0", count: 30) + "15")
    #expect(written { $0.append(31, bits: 5, digits: 2) } == "0V")
    #expect(written { $0.append(hexadecimal: 0xABC, digits: 16) } == "0000000000000abc")
    #expect(written { $0.append(hexadecimal: .max, digits: 16) } == "ffffffffffffffff")
  }

  @Test(arguments: [
    ("", "''"), ("7001", "'7001'"), ("it's", "'it's'"), ("a\tb", #"'a\u{9}b'"#),
    ("a\nmessage EventRinging", #"'a\u{A}message EventRinging'"#), ("\r\n", #"'\u{D}\u{A}'"#),
    ("\0\u{7F}\u{85}", #"'\u{0}\u{7F}\u{85}'"#), ("\u{2028}\u{202E}", #"'\u{2028}\u{202E}'"#),
    (#"DOMAIN\user"#, #"'DOMAIN\user'"#), (#"\u{A}"#, #"'\u{5C}u{A}'"#), (#"\\u{"#, #"'\\u{5C}u{'"#),
    (#"\u"#, #"'\u'"#), ("\\", #"'\'"#), ("Zoë 東京 👩🏽‍💻", "'Zoë 東京 👩🏽‍💻'"),
  ]) func quotes(_ text: String, _ expected: String) {
    let quoted = written { $0.append(quoted: text) }
    #expect(quoted == expected)
    #expect(Array(LogReader.text(quoted).unicodeScalars) == Array(text.unicodeScalars))
  }
}
