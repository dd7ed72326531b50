import Testing

@testable import CallReport

@Suite struct HTMLTextsTests {
  @Test func eachTextHasOneNumber() {
    var texts = HTMLTexts()
    #expect(["A", "", "B", "A", ""].map { texts.number(of: $0) } == [0, 1, 2, 0, 1])
    #expect(texts.list == ["A", "", "B"])
  }

  /// They are equal as strings, and are other bytes.
  @Test func textsAreToldApartByTheirBytes() {
    var texts = HTMLTexts()
    #expect(["\u{E9}", "e\u{301}", "\u{E9}"].map { texts.number(of: $0) } == [0, 1, 0])
  }

  @Test func whatIsInABufferHasTheNumberOfItsText() {
    var texts = HTMLTexts()
    let all = ["A", "more than sixteen bytes", "more than sixteen Bytes", "A"]
    let numbers = all.map { text in
      var buffer = TextBuffer(capacity: 0)
      buffer.add(built: text)
      return texts.number(of: buffer)
    }
    #expect(numbers == [0, 1, 2, 0])
    #expect(all.map { texts.number(of: $0) } == numbers)
  }

  /// More texts than there are places for those that were looked up before, some of them alike at both ends.
  @Test func manyTexts() {
    var texts = HTMLTexts()
    let all = (0..<5_000).map { "\($0)" } + (0..<5_000).map { "12345678-\($0)-12345678" }
    for _ in 0..<2 { #expect(all.map { texts.number(of: $0) } == Array(all.indices)) }
    #expect(texts.list == all)
  }
}
