import Testing

@testable import CallReport

@Suite struct KeptLinesTests {
  /// What is added for a value, after the values before it have been kept.
  private func added(_ value: String, after kept: [String], attribute: Int = 1) throws -> String? {
    var lines = KeptLines(attributes: 3)
    for value in kept {
      var text = TextBuffer(capacity: 0)
      text.add("before")
      text.add(built: "<\(value)>")
      lines.keep(1, try #require(TextKey(short: value)), text, from: 6)
    }
    var text = TextBuffer(capacity: 0)
    return lines.add(attribute, try #require(TextKey(short: value)), to: &text) ? text.string(from: 0) : nil
  }

  @Test func aValueHasTheLineOfItsAttribute() throws {
    #expect(try added("7001", after: ["7001"]) == "<7001>")
    #expect(try added("7001", after: ["7001"], attribute: 0) == nil)
    #expect(try added("7001", after: ["7001"], attribute: 2) == nil)
    #expect(try added("", after: []) == nil)
    #expect(try added("", after: [""]) == "<>")
  }

  @Test func theOldestLineIsReplaced() throws {
    let values = ["1", "2", "3", "4", "5"]
    #expect(try values.map { try added($0, after: values) } == [nil, "<2>", "<3>", "<4>", "<5>"])
  }

  @Test func noLineIsLeftAfterRemoval() throws {
    var lines = KeptLines(attributes: 1)
    var text = TextBuffer(capacity: 0)
    text.add("x")
    let value = try #require(TextKey(short: "1"))
    lines.keep(0, value, text, from: 0)
    lines.removeAll()
    let isAdded = lines.add(0, value, to: &text)
    #expect(!isAdded)
    #expect(text.count == 1)
  }

  @Test(arguments: [(64, true), (65, false)]) func longLinesAreNotKept(_ length: Int, _ isKept: Bool) throws {
    var lines = KeptLines(attributes: 1)
    let value = try #require(TextKey(short: "1"))
    let line = String(repeating: "x", count: length)
    var text = TextBuffer(capacity: 0)
    text.add(built: line)
    lines.keep(0, value, text, from: 0)
    let isAdded = lines.add(0, value, to: &text)
    #expect(isAdded == isKept)
    #expect(text.string(from: 0) == (isKept ? line + line : line))
  }
}
