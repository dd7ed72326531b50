import Testing

@testable import CallReport

@Suite struct ShortestDifferenceTests {
  /// `a-b+c`: keep a, remove b, insert c.
  private func edits(_ old: String, _ new: String, atMost limit: Int = 100) -> String? {
    let (old, new) = (Array(old), Array(new))
    return ShortestDifference(old[...], new[...], atMost: limit)?.edits.map { edit in
      switch edit {
      case .keep(let place, let other): old[place] == new[other] ? "\(old[place])" : "?"
      case .remove(let place): "-\(old[place])"
      case .insert(let place): "+\(new[place])"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""), ("ab", "", "-a-b"), ("", "ab", "+a+b"), ("abc", "abc", "abc"), ("abc", "axc", "a-b+xc"),
    ("abcd", "bcde", "-abcd+e"),
  ]) func editsInTheirOrder(_ old: String, _ new: String, _ expected: String) {
    #expect(edits(old, new) == expected)
  }

  @Test func nothingBeyondTheLimit() {
    #expect(edits("abc", "axc", atMost: 2) == "a-b+xc")
    #expect(edits("abc", "axc", atMost: 1) == nil)
    #expect(edits("aaaa", "a", atMost: 2) == nil)
  }

  @Test func indicesAreThoseOfTheSlices() {
    let difference = ShortestDifference([9, 1, 2, 9][1...2], [9, 9, 2, 3][2...3], atMost: 9)
    #expect(difference?.edits == [.remove(1), .keep(old: 2, new: 2), .insert(3)])
  }
}
