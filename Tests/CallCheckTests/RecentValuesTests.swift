import Testing

@testable import CallCheck

@Suite struct RecentValuesTests {
  @Test func valuesAreFoundUntilOthersTakeTheirPlaces() {
    var values = RecentValues<Int>()
    for key in [UInt64.min, 1, .max] {
      #expect(values[key] == nil)
      values[key] = Int(truncatingIfNeeded: key)
      #expect(values[key] == Int(truncatingIfNeeded: key))
    }
    for key in UInt64(2)..<10_000 { values[key] = Int(key) }
    let left = (UInt64.min..<10_000).filter { values[$0] != nil }
    // Whatever is there is the value of its own key.
    #expect(left.count <= 256 && left.allSatisfy { values[$0] == Int($0) })
    values[9_999] = nil
    #expect(values[9_999] == nil)
  }
}
