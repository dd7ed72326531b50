import Testing

@testable import CallCheck
@testable import CallModel

/// A table holds what a dictionary would hold.
@Suite struct KeyTableTests {
  /// A key whose place can be chosen.
  private struct Key: NumberedKey {
    let value: Int
    let number: UInt64
  }

  @Test func itHoldsWhatADictionaryHolds() {
    var random = SplitMix64(seed: 1)
    var table = KeyTable<ConnID, Int>()
    var known: [ConnID: Int] = [:]
    for step in 0..<20_000 {
      let call = ConnID(random.next() % 400 + 1)
      let value = random.next() % 3 == 0 ? nil : step
      (table[call], known[call]) = (value, value)
      #expect(table.count == known.count)
    }
    for call in 1...400 { #expect(table[ConnID(UInt64(call))] == known[ConnID(UInt64(call))]) }
  }

  /// A log cannot make a search long: keys for which there is no place nearby are in a dictionary.
  @Test func keysOfOnePlaceAreFound() {
    var table = KeyTable<Key, Int>()
    let keys = (0..<1_000).map { Key(value: $0, number: 7) }
    for key in keys { table[key] = key.value }
    #expect(table.count == 1_000 && table.others.count == 1_000 - KeyTable<Key, Int>.reach)
    #expect(keys.allSatisfy { table[$0] == $0.value })
    for key in keys.dropFirst(10) { table[key] = nil }
    #expect(table.count == 10 && table.others.isEmpty)
    #expect(keys.map { table[$0] } == keys.map { $0.value < 10 ? $0.value : nil })
  }

  @Test func aKeyBehindAFreedPlaceIsStillFound() {
    var table = KeyTable<Key, Int>()
    let keys = (0..<4).map { Key(value: $0, number: UInt64($0 / 2) << 58) }
    for key in keys { table[key] = key.value }
    table[keys[0]] = nil
    #expect(keys.map { table[$0] } == [nil, 1, 2, 3])
    table[keys[3]] = 5
    #expect(table.count == 3 && table[keys[3]] == 5)
  }
}
