import Testing

@testable import CallReport

/// What two sequences have in common.
@Suite struct SequenceAlignmentTests {
  /// The common elements, as letters.
  private func common(_ old: String, _ new: String) -> String {
    let (a, b) = (old.utf8.map(Int.init), new.utf8.map(Int.init))
    let pairs = SequenceAlignment(a, b).pairs
    #expect(pairs.allSatisfy { a[$0.old] == b[$0.new] })
    return String(decoding: pairs.map { UInt8(a[$0.old]) }, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "", ""), ("abc", "", ""), ("", "abc", ""), ("abc", "abc", "abc"), ("abc", "abxc", "abc"),
    ("abxc", "abc", "abc"),
    ("abc", "cab", "ab"), ("abcd", "acbd", "abd"), ("aaa", "aa", "aa"), ("abc", "xyz", ""), ("axb", "ayb", "ab"),
  ])
  func commonElements(_ old: String, _ new: String, _ expected: String) {
    #expect(common(old, new).count == expected.count)
    if expected.count == min(old.count, new.count) { #expect(common(old, new) == expected) }
  }

  /// The pairs ascend on both sides, and are as many as the textbook's table says.
  @Test func asLongAsCanBe() {
    var random = SameNumbers(seed: 7)
    for _ in 0..<300 {
      let old = (0..<Int(random.next(12))).map { _ in Int(random.next(4)) }
      let new = (0..<Int(random.next(12))).map { _ in Int(random.next(4)) }
      let alignment = SequenceAlignment(old, new)
      #expect(alignment.isLongest)
      #expect(alignment.pairs.count == Self.longest(old, new))
      for (one, next) in zip(alignment.pairs, alignment.pairs.dropFirst()) {
        #expect(one.old < next.old && one.new < next.new)
      }
    }
  }

  private static func longest(_ a: [Int], _ b: [Int]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (place, y) in b.enumerated() {
        let above = row[place + 1]
        row[place + 1] = x == y ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Beyond the limit, what is unique on both sides still finds its partner.
  @Test func beyondTheLimit() {
    let old = Array(0..<3_000)
    var new = old
    // More edits than a shortest difference may have: every fifth element is another one.
    for place in stride(from: 0, to: new.count, by: 5) { new[place] = -place - 1 }
    let alignment = SequenceAlignment(old, new)
    #expect(!alignment.isLongest)
    #expect(alignment.pairs.count == 2_400)
    #expect(alignment.pairs.allSatisfy { $0.old == $0.new })
  }

  @Test func beyondTheLimitWithoutUniqueElements() {
    let old = (0..<3_000).map { $0 % 7 }
    let new = (0..<3_000).map { ($0 * $0) % 7 }
    let alignment = SequenceAlignment(old, new)
    #expect(!alignment.isLongest)
    #expect(alignment.pairs.count > 500)
    for (one, next) in zip(alignment.pairs, alignment.pairs.dropFirst()) {
      #expect(one.old < next.old && one.new < next.new)
    }
  }
}

/// A small generator of numbers that are the same in every run.
struct SameNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below the bound.
  mutating func next(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
}
