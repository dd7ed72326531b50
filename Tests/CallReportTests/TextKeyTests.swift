import Testing

@testable import CallReport

@Suite struct TextKeyTests {
  /// Texts that differ in any byte are different, also where a `String` compares their characters.
  @Test func bytesAreCompared() throws {
    for length in 0...16 {
      let text = String(repeating: "a", count: length)
      let short = try #require(TextKey(short: text))
      #expect(short == TextKey(short: text))
      #expect(short != TextKey.none)
      #expect(short != TextKey(short: String(repeating: "a", count: (length + 1) % 17)))
      for place in 0..<length {
        var bytes = Array(text.utf8)
        bytes[place] = UInt8(ascii: "b")
        #expect(short != TextKey(short: String(decoding: bytes, as: UTF8.self)))
      }
    }
    #expect(TextKey(short: String(repeating: "a", count: 17)) == nil)
    #expect("\u{E9}" == "e\u{301}")
    #expect(TextKey(short: "\u{E9}") != TextKey(short: "e\u{301}"))
  }

  @Test func longTextsMayShareAKey() {
    let keys = ["12345678-a-12345678", "12345678-b-12345678", "12345678-c-12345679"].map {
      $0.withBytes { TextKey($0) }
    }
    #expect(keys[0] == keys[1])
    #expect(keys[0] != keys[2])
    #expect(!keys[0].isWhole)
  }
}
