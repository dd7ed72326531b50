import Testing

@testable import CallModel

@Suite struct TextTableTests {
  @Test func textsAreNumberedInTheirOrder() {
    var table = TextTable()
    #expect(["", "b", "a", "b", ""].map { table.add($0) } == [0, 1, 2, 1, 0])
    #expect(table.count == 3 && table[1] == "b" && table.number(of: "a") == 2 && table.number(of: "c") == nil)
  }

  @Test func textsCanBeForgotten() {
    var table = TextTable()
    for text in ["a", "b", "c"] { _ = table.add(text) }
    table.removeAll(from: 1)
    #expect(table.count == 1 && table.number(of: "b") == nil && table.number(of: "a") == 0)
    #expect(table.add("c") == 1 && table[1] == "c")
    table.removeAll(from: 2)
    #expect(table.count == 2)
  }
}
