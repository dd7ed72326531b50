import Testing

@testable import CallReport

@Suite struct TableBlockTests {
  /// The lines of a column that begins at this place, and of one 20 columns to the right of it.
  private func lines(_ block: borrowing TableBlock, _ count: Int, at start: Int = 0, color: Bool = false) -> [String] {
    (0..<count).map { line in
      var text = TextBuffer(capacity: 0)
      var written = 0
      block.write(line, of: 0, at: start, after: &written, color: color, to: &text)
      block.write(line, of: 1, at: start + 20, after: &written, color: color, to: &text)
      return text.take()
    }
  }

  /// `EventRinging` with two attributes in one column, and `EventReleased` in another.
  private func fill(_ block: inout TableBlock) {
    block.removeAll()
    block.beginColumn()
    block.add(wrapping: block.keep("EventRinging"), .bold, at: 0, width: 20)
    for (name, value) in [("ThisDN", "B"), ("CallState", "")] {
      block.add(block.keep(name, inBrackets: value.isEmpty), .plain, at: 2)
      block.add(block.keep(value), .dim, at: 14)
      block.endLine()
    }
    #expect(block.height == 3)
    block.beginColumn()
    #expect(block.height == 0)
    block.add(wrapping: block.keep("EventReleased"), .bold, at: 0, width: 20)
    #expect(block.height == 1)
  }

  @Test func columnsAreSideBySide() {
    var block = TableBlock()
    fill(&block)
    #expect(
      lines(block, 4, at: 1) == [
        " EventRinging        EventReleased", "   ThisDN      B", "   [CallState] \"\"", "",
      ])
  }

  @Test func filledAgainItForgets() {
    var block = TableBlock()
    fill(&block)
    fill(&block)
    #expect(lines(block, 4) == ["EventRinging        EventReleased", "  ThisDN      B", "  [CallState] \"\"", ""])
  }

  @Test func colorsAreAroundEachPiece() {
    var block = TableBlock()
    fill(&block)
    #expect(
      lines(block, 2, color: true) == [
        "\u{1B}[1mEventRinging\u{1B}[0m        \u{1B}[1mEventReleased\u{1B}[0m",
        "  ThisDN      \u{1B}[2mB\u{1B}[0m",
      ])
  }

  /// A piece without room begins at the end of the one before it.
  @Test func nothingIsOverwritten() {
    var block = TableBlock()
    block.beginColumn()
    block.add(block.keep("ThirdPartyDNRole"), .plain, at: 0)
    block.add(block.keep("AddedBy"), .plain, at: 4)
    block.endLine()
    block.beginColumn()
    #expect(lines(block, 1) == ["ThirdPartyDNRoleAddedBy"])
  }

  @Test func longTextsAreWrapped() {
    var block = TableBlock()
    block.beginColumn()
    block.add(wrapping: block.keep("Zoë and 東京オフィス"), .plain, at: 2, width: 7)
    block.beginColumn()
    #expect(block.height == 0)
    #expect(lines(block, 3) == ["  Zoë and", "  東京オフィス", ""])
  }

  @Test(arguments: [("A", 1), ("Zoë", 3), ("", 2), ("a\tb", 5), ("👩🏽‍💻", 1)])
  func columnsOfATextCountCharacters(_ text: String, _ columns: Int) {
    var block = TableBlock()
    #expect(block.keep(text).columns == columns)
    #expect(block.keep(text, inBrackets: true).columns == columns + 2)
  }

  @Test func linesOfOtherTables() {
    var block = TableBlock()
    fill(&block)
    var line = TextLine("1")
    block.add(0, of: 0, at: 3, to: &line)
    block.add(0, of: 1, at: 20, to: &line)
    block.add(7, of: 1, at: 40, to: &line)
    #expect([line].text(color: false) == "1  EventRinging     EventReleased\n")
  }
}
