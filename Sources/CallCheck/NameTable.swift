import CallLog

/// The texts of a log as numbers: its DNs and the AgentIDs of its agents.
///
/// Observations hold numbers, so that they are small and quick to compare.
public struct NameTable: Sendable {
  private struct Entry {
    var start = 0
    /// The last eight bytes, or all if there are fewer: most names are no longer.
    var last: UInt64 = 0
    var count: UInt32 = 0
    var hash: UInt32 = 0

    var range: Range<Int> { start..<start + Int(count) }
  }

  /// The bytes of all texts, one after the other, and where each of them is. Number 0 is the empty text.
  private var bytes: [UInt8] = []
  private var entries = [Entry()]
  /// For each hash the number of its text, or 0: open addressing, at most half full.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// Makes a table without texts.
  public init() {}

  /// The number of a text, the same each time; 0 for the empty text.
  public mutating func number(of text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return number(of: bytes.span, 0..<bytes.count)
  }

  /// The number of the text that a range of the bytes is.
  @inline(__always)
  mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if range.isEmpty { return 0 }
    let last = text.lastWord(range)
    let mixed = range.count <= 8 ? last.mixed(with: UInt64(truncatingIfNeeded: range.count)) : text.hash(range)
    let hash = UInt32(truncatingIfNeeded: mixed)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let known = entries[Int(slots[slot])]
      if known.hash == hash, known.last == last, known.count == range.count,
        range.count <= 8 || isText(known, text, range)
      {
        return slots[slot]
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return add(hash, text, range, slot)
  }

  @inline(never)
  private func isText(_ known: Entry, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text.equals(bytes.span, known.range, range)
  }

  @inline(never)
  private mutating func add(_ hash: UInt32, _ text: Span<UInt8>, _ range: Range<Int>, _ slot: Int) -> UInt32 {
    let number = UInt32(entries.count)
    let start = bytes.count
    for place in range { bytes.append(text[place]) }
    entries.append(Entry(start: start, last: text.lastWord(range), count: UInt32(range.count), hash: hash))
    slots[slot] = number
    if entries.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated().dropFirst() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  /// The DN with this text.
  public mutating func dn(_ text: String) -> Observation.DN { Observation.DN(number(of: text)) }

  /// The text with this number; empty if there is none.
  public subscript(number: UInt32) -> String {
    guard Int(number) < entries.count else { return "" }
    return String(decoding: bytes[entries[Int(number)].range], as: UTF8.self)
  }

  /// The text of a DN; empty for none.
  public subscript(dn: Observation.DN) -> String { self[dn.rawValue] }
}
