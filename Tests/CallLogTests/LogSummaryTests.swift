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

  /// Events come in their order, in none, or in an order that says nothing.
  @Test(arguments: [0, 1, UInt64.max]) func repeatedEventsAreForgottenInTime(_ ordered: UInt64) {
    var events = RepeatedEvents()
    var random = Random(1)
    let first = (0..<100).map { _ in random.next() }
    func areKnown() -> Int { (first + [0]).count { events.contains($0, order: $0 & ordered) } }
    func addOthers(_ count: UInt64) {
      for number in 0..<count {
        _ = events.contains(random.next(), order: ordered == .max ? random.next() : number & ordered)
      }
    }
    #expect(areKnown() == 0)
    #expect(areKnown() == 101)
    addOthers(32_000)
    #expect(areKnown() == 101)
    addOthers(100_000)
    #expect(areKnown() == 0)
  }

  @Test func repeatedEventsOfSeveralServers() {
    var events = RepeatedEvents()
    let all = (0..<15_000).map { (event: UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15, order: UInt64($0 / 3)) }
    func known() -> Int { all.count { events.contains($0.event, order: $0.order) } }
    #expect(known() == 0)
    #expect(known() == 15_000)
  }
}
