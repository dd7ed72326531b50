import Testing

@testable import CallModel

@Suite struct StateTableTests {
  @Test func statesAreFoundAgainHoweverManyThereAre() {
    var table = StateTable()
    for number in 0..<5_000 {
      let words = (0...(number % 4)).map { UInt64(number * 7 + $0) << 32 }
      let isNew = table.insert(words)
      #expect(isNew)
      let isNewAgain = table.insert(words)
      #expect(!isNewAgain)
    }
    #expect(table.count == 5_000)
    #expect(Array(table[9]) == [63 << 32, 64 << 32])
    // A state without words, and one that begins as another does, are states of their own.
    let areNew = [table.insert([]), table.insert([63 << 32]), table.insert([])]
    #expect(areNew == [true, true, false])
  }

  @Test(
    arguments: [
      [], [0], [0, 0], [1, 0, .max], [0x0102_0304_0506_0708, 0xFF00_0000_0000_00FF],
      Array(repeating: 1 << 63, count: 127), Array(repeating: .max, count: 300),
    ] as [[UInt64]])
  func aStateIsRestoredAsItWas(_ words: [UInt64]) {
    var table = StateTable()
    _ = table.insert([7])
    _ = table.insert(words)
    #expect(Array(table[1]) == words)
  }
}
