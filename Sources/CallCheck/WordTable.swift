import CallLog

/// Finds values by their names without making a `String`. ASCII letters in either case are the same.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    let name: Range<Int>
    let value: Value
  }

  /// A table with open addressing, at most half full, and the bytes of all names.
  private var entries: [Entry?]
  private var names: [UInt8] = []

  init(_ words: [(name: String, value: Value)]) {
    var size = 8
    while size < words.count * 2 { size *= 2 }
    entries = Array(repeating: nil, count: size)
    for word in words {
      let name = names.count..<names.count + word.name.utf8.count
      names += word.name.utf8
      var place = slot(names.span, name)
      while entries[place] != nil { place = (place + 1) & (size - 1) }
      entries[place] = Entry(name: name, value: word.value)
    }
  }

  /// The value with the name that a range of the bytes is.
  func value(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Value? {
    var place = slot(bytes, name)
    while let entry = entries[place] {
      if bytes.equals(names.span, entry.name, name, ignoring: Self.cases) { return entry.value }
      place = (place + 1) & (entries.count - 1)
    }
    return nil
  }

  /// The bit in which the cases of letters differ, in each of eight bytes.
  private static var cases: UInt64 { 0x2020_2020_2020_2020 }

  @inline(__always)
  private func slot(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int {
    Int(truncatingIfNeeded: bytes.hash(name, ignoring: Self.cases)) & (entries.count - 1)
  }
}
