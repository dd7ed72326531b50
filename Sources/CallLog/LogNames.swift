/// Finds an attribute by its name, without comparing texts: names are told apart by their first and last eight bytes.
struct LogNames: Sendable {
  private struct Entry {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = 0
    var attribute = LogAttribute.connID
  }

  /// A table with open addressing; an entry without bytes is free.
  private var table = [Entry](repeating: Entry(), count: 256)

  static let all = LogNames()

  private init() {
    let names = LogAttribute.allCases.map { ($0.name, $0) } + LogAttribute.alternatives.map { ($0.name, $0.attribute) }
    for (name, attribute) in names {
      let bytes = Array("\(name)".utf8)
      let (first, last) = Self.words(bytes.span, 0..<bytes.count)
      var slot = Self.slot(first, last)
      while table[slot].count > 0 { slot = (slot + 1) & 255 }
      table[slot] = Entry(first: first, last: last, count: bytes.count, attribute: attribute)
    }
  }

  @inline(__always)
  private static func words(_ bytes: Span<UInt8>, _ name: Range<Int>) -> (UInt64, UInt64) {
    if name.count >= 8 { return (bytes.word(at: name.lowerBound), bytes.word(at: name.upperBound &- 8)) }
    var word: UInt64 = 0
    for place in name { word = word &<< 8 | UInt64(bytes[place]) }
    return (word, word)
  }

  @inline(__always)
  private static func slot(_ first: UInt64, _ last: UInt64) -> Int {
    Int(truncatingIfNeeded: ((first ^ last &* 31) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
  }

  /// The attribute with this name.
  @inline(__always)
  func attribute(_ bytes: Span<UInt8>, _ name: Range<Int>) -> LogAttribute? {
    // The names of 17 to 24 bytes are told apart by these words and their length.
    if name.isEmpty || name.count > 24 { return nil }
    let (first, last) = Self.words(bytes, name)
    var slot = Self.slot(first, last)
    while true {
      let entry = table[slot]
      if entry.count == 0 { return nil }
      if entry.first == first, entry.last == last, entry.count == name.count {
        return name.count <= 16 || Self.isWhole(entry.attribute, bytes, name) ? entry.attribute : nil
      }
      slot = (slot &+ 1) & 255
    }
  }

  private static func isWhole(_ attribute: LogAttribute, _ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    bytes.equals(attribute.name, name)
  }
}
