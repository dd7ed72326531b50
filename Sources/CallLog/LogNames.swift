/// Finds an attribute by its name: names are compared as words of eight bytes.
struct LogNames: Sendable {
  private struct Entry {
    var words = Words(first: 0, middle: 0, last: 0, count: 0)
    var attribute = LogAttribute.connID
  }

  /// All bytes of a name of up to 24, some of them twice.
  private struct Words: Equatable {
    var first: UInt64
    var middle: UInt64
    var last: UInt64
    var count: Int

    @inline(__always)
    init(first: UInt64, middle: UInt64, last: UInt64, count: Int) {
      (self.first, self.middle, self.last, self.count) = (first, middle, last, count)
    }

    @inline(__always)
    init(_ bytes: Span<UInt8>, _ name: Range<Int>) {
      precondition(name.lowerBound >= 0 && name.upperBound <= bytes.count, "the name is within the bytes")
      count = name.count
      (first, middle, last) = (0, 0, 0)
      if count >= 8 {
        first = bytes.word(uncheckedAt: name.lowerBound)
        last = bytes.word(uncheckedAt: name.upperBound &- 8)
        if count > 16 { middle = bytes.word(uncheckedAt: name.lowerBound &+ 8) }
      } else {
        for place in name { first = first &<< 8 | UInt64(bytes[unchecked: place]) }
      }
    }

    @inline(__always) var slot: Int {
      Int(truncatingIfNeeded: ((first ^ last &* 31) &* 0x9E37_79B9_7F4A_7C15) &>> 56)
    }
  }

  /// A table with open addressing; an entry without bytes is free.
  private var table = [Entry](repeating: Entry(), count: 256)

  static let all = LogNames()

  private init() {
    let names = LogAttribute.allCases.map { ($0.name, $0) } + LogAttribute.alternatives.map { ($0.name, $0.attribute) }
    for (name, attribute) in names {
      let bytes = Array("\(name)".utf8)
      let words = Words(bytes.span, 0..<bytes.count)
      var slot = words.slot
      while table[slot].words.count > 0 { slot = (slot + 1) & 255 }
      table[slot] = Entry(words: words, attribute: attribute)
    }
  }

  /// The attribute with this name.
  @inline(__always)
  func attribute(_ bytes: Span<UInt8>, _ name: Range<Int>) -> LogAttribute? {
    if name.isEmpty || name.count > 24 { return nil }
    let words = Words(bytes, name)
    var slot = words.slot
    while true {
      if table[slot].words == words { return table[slot].attribute }
      if table[slot].words.count == 0 { return nil }
      slot = (slot &+ 1) & 255
    }
  }
}
