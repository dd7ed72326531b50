/// Finds an attribute by its name: names are compared as words of eight bytes.
struct LogNames: Sendable {
  /// A name as words: its first eight bytes, or all and a tab if it is shorter; the last eight; and those between them.
  private struct Entry {
    var first: UInt64 = 0
    var middle: UInt64 = 0
    var last: UInt64 = 0
    var count = 0
    var attribute = LogAttribute.connID

    /// Whether the name begins here with that first word; so many bytes are there.
    @inline(__always)
    func isName(_ first: UInt64, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
      guard self.first == first else { return false }
      if count <= 8 { return true }
      return bytes.word(uncheckedAt: start &+ count &- 8) == last
        && (count <= 16 || bytes.word(uncheckedAt: start &+ 8) == middle)
    }
  }

  /// A table with open addressing; an entry without bytes is free.
  private var table = [Entry](repeating: Entry(), count: 256)

  static let all = LogNames()

  /// No name is longer than three words.
  static let longest = 24

  private init() {
    let names = LogAttribute.allCases.map { ($0.name, $0) } + LogAttribute.alternatives.map { ($0.name, $0.attribute) }
    for (name, attribute) in names {
      let text = Array("\(name)".utf8)
      let bytes = text.span
      let first = Self.first(bytes.word(at: 0, to: min(text.count, 8)), text.count)
      var entry = Entry(first: first, count: text.count, attribute: attribute)
      if text.count > 8 { entry.last = bytes.word(at: text.count - 8, to: text.count) }
      if text.count > 16 { entry.middle = bytes.word(at: 8, to: 16) }
      var slot = Self.slot(entry.first)
      while table[slot].count > 0 { slot = (slot + 1) & 255 }
      table[slot] = entry
    }
  }

  /// With this factor, names with other first words have other slots: mostly, the first slot is the right one.
  @inline(__always)
  private static func slot(_ first: UInt64) -> Int {
    Int(truncatingIfNeeded: (first &* 0xF3C6_4AF7_75A8_9295) &>> 56)
  }

  /// The first word of a name of so many bytes.
  private static func first(_ word: UInt64, _ count: Int) -> UInt64 {
    count < 8 ? word | 0x09 &<< UInt64(count &* 8) : word
  }

  /// The attribute with this name.
  func attribute(_ bytes: Span<UInt8>, _ name: Range<Int>) -> LogAttribute? {
    if name.isEmpty || name.count > Self.longest { return nil }
    let first = Self.first(bytes.word(at: name.lowerBound, to: min(name.upperBound, name.lowerBound &+ 8)), name.count)
    var slot = Self.slot(first)
    while table[slot].count > 0 {
      let entry = table[slot]
      if entry.count == name.count, entry.isName(first, bytes, name.lowerBound) { return entry.attribute }
      slot = (slot &+ 1) & 255
    }
    return nil
  }

  /// The attribute whose name begins here and ends before a tab, and the length of the name.
  ///
  /// The caller has checked that there are as many bytes here as the longest name has, and one more.
  @inline(__always)
  func attributeBeforeTab(_ bytes: Span<UInt8>, at start: Int) -> (attribute: LogAttribute, length: Int)? {
    let first = bytes.word(uncheckedAt: start).bytes(through: 0x09)
    var slot = Self.slot(first)
    // A slot is one byte, and there is an entry for each.
    let table = table.span
    repeat {
      let entry = table[unchecked: slot]
      if entry.isName(first, bytes, start), bytes[unchecked: start &+ entry.count] == 0x09 {
        return (entry.attribute, entry.count)
      }
      slot = (slot &+ 1) & 255
    } while table[unchecked: slot].count > 0
    return nil
  }
}
