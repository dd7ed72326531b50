import CallLog

/// Finds values by their names without making a `String`. ASCII letters in either case are the same.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    let name: [UInt8]
    let value: Value
  }

  /// A table with open addressing, at most half full.
  private var entries: [Entry?]

  init(_ words: [(name: String, value: Value)]) {
    var size = 8
    while size < words.count * 2 { size *= 2 }
    entries = Array(repeating: nil, count: size)
    for word in words {
      let name = Array(word.name.utf8)
      var place = Self.hash(name[...]) & (size - 1)
      while entries[place] != nil { place = (place + 1) & (size - 1) }
      entries[place] = Entry(name: name, value: word.value)
    }
  }

  subscript(name: ArraySlice<UInt8>) -> Value? {
    var place = Self.hash(name) & (entries.count - 1)
    while let entry = entries[place] {
      if entry.name.count == name.count, zip(entry.name, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        return entry.value
      }
      place = (place + 1) & (entries.count - 1)
    }
    return nil
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 7)
  }
}
