import Testing

@testable import CallReport

@Suite struct SVGFontTests {
  @Test func widths() {
    #expect(SVGFont.monospace.width(of: "EventDialing") == 12 * 602)
    #expect(SVGFont.monospace.width(of: "é…") == 2 * 602)
    #expect(SVGFont.monospace.width(of: "東京") == 4 * 602)
    #expect(SVGFont.sans.width(of: "iW") == 1_420 && SVGFont.bold.width(of: "iW") == 1_600)
  }

  @Test func abbreviations() {
    let font = SVGFont.monospace
    #expect(font.abbreviation(of: "EventDialing", room: 12 * 602) == nil)
    #expect(font.abbreviation(of: "EventDialing", room: 12 * 602 - 1) == "EventDialin…".replacing("in…", with: "i…"))
    #expect(font.abbreviation(of: "東京オフィス", room: 5 * 602) == "東京…")
    #expect(font.abbreviation(of: "👩🏽‍💻x", room: 602) == "…")
  }

  @Test(arguments: [
    ("", 4, [""]), ("a b", 3, ["a b"]), ("a b c", 3, ["a b", "c"]), ("abcdef", 4, ["abcd", "ef"]),
    ("ab cdefgh i", 4, ["ab", "cdef", "gh i"]), ("a  b", 4, ["a  b"]), (" ", 4, [" "]),
    ("ab   ", 3, ["ab ", " "]), ("東京 b", 4, ["東京", "b"]),
  ])
  func lines(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(SVGFont.monospace.lines(of: text, room: columns * 602).filter { $0 != "" || lines == [""] } == lines)
  }
}
