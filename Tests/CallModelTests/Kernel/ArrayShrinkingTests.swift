import CallModel
import Testing

@Suite struct ArrayShrinkingTests {
  @Test(arguments: [[], [0], [99], [0, 99], [3, 50, 51], [10, 20, 30, 40, 50, 60, 70, 80]])
  func onlyTheElementsThatMatterAreLeft(_ needed: [Int]) {
    #expect(Array(0..<100).shrunk { Set($0).isSuperset(of: needed) } == needed)
  }

  /// What matters may depend on what is left: here each element but one, as long as an even number of them is there.
  @Test func theResultIsMinimalEvenIfPiecesDependOnEachOther() {
    func holds(_ part: [Int]) -> Bool { part.contains(5) && part.count.isMultiple(of: 2) }
    let shrunk = Array(0..<16).shrunk(while: holds)
    #expect(holds(shrunk))
    for index in shrunk.indices {
      var rest = shrunk
      rest.remove(at: index)
      #expect(!holds(rest))
    }
  }

  @Test func fewPartsAreTriedIfFewElementsMatter() {
    var tried = 0
    _ = Array(0..<1024).shrunk {
      tried += 1
      return $0.contains(700)
    }
    #expect(tried < 100)
  }
}
