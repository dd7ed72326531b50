import Testing

@testable import CallLog

@Suite struct LogSummaryTests {
  @Test func namesAreCounted() {
    var counts = NameCounts()
    let words = ["b", "a", "b", "a longer name of something", "a longer name of somethinG", "", "b"]
    for word in words {
      let bytes = Array(word.utf8)
      counts.count(bytes.span, 0..<bytes.count)
    }
    #expect(counts.all.map(\.name) == ["", "a", "a longer name of somethinG", "a longer name of something", "b"])
    #expect(counts.all.map(\.count) == [1, 1, 1, 1, 3])
  }

  /// A log may have any number of names; memory does not grow with them.
  @Test func onlySoManyNamesAreKept() {
    var counts = NameCounts()
    for number in 0..<10_000 {
      let bytes = Array("name \(number)".utf8)
      counts.count(bytes.span, 0..<bytes.count)
    }
    #expect(counts.all.count == 4_097)
    #expect(counts.all.last == LogCount(name: "others", count: 10_000 - 4_096))
    let long = Array(String(repeating: "x", count: 1_000).utf8)
    var longCounts = NameCounts()
    longCounts.count(long.span, 0..<long.count)
    #expect(longCounts.all == [LogCount(name: String(repeating: "x", count: 80), count: 1)])
  }

  @Test func repeatedEventsAreForgottenInTime() {
    var events = RepeatedEvents()
    var random = Random(1)
    let first = (0..<100).map { _ in random.next() }
    func areKnown() -> Int { (first + [0]).count { events.contains($0) } }
    #expect(areKnown() == 0)
    #expect(areKnown() == 101)
    for _ in 0..<32_000 { _ = events.contains(random.next()) }
    #expect(areKnown() == 101)
    for _ in 0..<100_000 { _ = events.contains(random.next()) }
    #expect(areKnown() == 0)
  }
}
