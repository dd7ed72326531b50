import Testing

@testable import CallScenario

@Suite struct PrintableTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("Größe 東京 👩🏽‍💻 ❤️", "Größe 東京 👩🏽‍💻 ❤️"), ("می‌خواهم", "می‌خواهم"),
    ("\u{0}\u{1B}[2J\r\n\u{7F}", "␀␛[2J␍␊␡"),
    // C1 controls, direction marks, separators, and characters without width.
    ("a\u{9B}b", "a\u{FFFD}b"), ("a\u{202E}b\u{2067}c\u{200F}d\u{61C}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
    ("a\u{85}b\u{2028}c", "a\u{FFFD}b\u{FFFD}c"),
    ("a\u{200B}b\u{2060}c\u{FEFF}d\u{AD}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"),
    ("a\u{E0041}", "a\u{FFFD}"),
    // A joiner that joins nothing is invisible.
    ("a\u{200D}b", "a\u{FFFD}b"), ("a\u{FE0F}", "a\u{FFFD}"), ("\u{200B}\u{200D}", "\u{FFFD}\u{FFFD}"),
  ])
  func isSafeOnATerminal(_ text: String, _ shown: String) {
    #expect(Array(text.printable().unicodeScalars) == Array(shown.unicodeScalars))
    #expect(text.printable().printable() == text.printable())
  }

  @Test func tabs() {
    #expect("a\tb".printable() == "a b")
    #expect("a\tb".printable(tab: "␉") == "a␉b")
    #expect("a\tb".printable(tab: "\t") == "a\tb")
  }
}
