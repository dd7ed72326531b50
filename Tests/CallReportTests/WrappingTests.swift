import CallModel
import Testing

@testable import CallReport

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 5, [""]), ("abc", 5, ["abc"]), ("abc def", 7, ["abc def"]), ("abc def", 5, ["abc", "def"]),
    ("abc def", 3, ["abc", "def"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a bcdefg", 4, ["a", "bcde", "fg"]), ("a  b  c", 3, ["a", "b", "c"]),
    ("👩🏽‍💻👩🏽‍💻👩🏽‍💻", 2, ["👩🏽‍💻👩🏽‍💻", "👩🏽‍💻"]), ("ab", 0, ["a", "b"]),
  ])
  func wrapped(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test(arguments: [
    ("A", "A"), ("Zoë", "Zoë"), ("", "\"\""), (" a", "\" a\""), ("a b", "a b"), ("a\tb", "\"a␉b\""),
    ("\u{1B}[1m", "\"␛[1m\""),
    ("\u{202E}abc", "\"\u{FFFD}abc\""), ("a\u{2028}b", "\"a\u{FFFD}b\""), ("👩🏽‍💻", "👩🏽‍💻"),
    ("a\u{200B}b", "\"a\u{FFFD}b\""),
  ])
  func quotedIfNeeded(_ text: String, _ shown: String) {
    #expect(text.quotedIfNeeded == shown)
  }

  /// Texts of each length that differ in one byte, and some that are equal as strings.
  @Test func bytesAreCompared() {
    for length in 0...40 {
      let text = String(repeating: "a", count: length)
      #expect(text.hasSameBytes(as: text))
      #expect(text.hasSameBytes(as: String(Array(repeating: "a", count: length))))
      #expect(!text.hasSameBytes(as: text + "a"))
      for place in 0..<length {
        var bytes = Array(text.utf8)
        bytes[place] = UInt8(ascii: "b")
        #expect(!text.hasSameBytes(as: String(decoding: bytes, as: UTF8.self)))
      }
    }
    #expect("\u{E9}" == "e\u{301}")
    #expect(!"\u{E9}".hasSameBytes(as: "e\u{301}"))
  }

  @Test(arguments: [
    (100, [10, 20, 30], [10, 20, 30]), (30, [10, 20, 30], [10, 10, 10]), (50, [10, 100, 100], [10, 20, 20]),
    (51, [100, 10, 100], [20, 10, 21]), (2, [5, 5, 5], [1, 1, 1]), (10, [], []),
  ])
  func sharing(_ room: Int, _ wishes: [Int], _ widths: [Int]) {
    #expect(wishes.shares(of: room) == widths)
  }
}
