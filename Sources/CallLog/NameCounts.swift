/// How often each name has been seen. Only so many names are kept; others are counted together.
struct NameCounts: Sendable {
  private struct Entry {
    var hash: UInt64
    var name: [UInt8]
    var count: Int
  }

  /// The entries in the order of their first appearance, and for each hash the number of its entry, or -1.
  private var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 64)
  private(set) var others = 0
  private static let mostNames = 4_096

  /// Counts a name.
  mutating func count(_ bytes: Span<UInt8>, _ name: Range<Int>) { count(bytes, name, bytes.hash(name)) }

  /// Counts a name whose hash is known.
  @inline(__always)
  mutating func count(_ bytes: Span<UInt8>, _ name: Range<Int>, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash {
        entries[index].count &+= 1
        return
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    add(hash, bytes, name, slot)
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, _ bytes: Span<UInt8>, _ name: Range<Int>, _ slot: Int) {
    if entries.count == Self.mostNames {
      others += 1
      return
    }
    // Of a long name the beginning is enough.
    let kept = name.prefix(80)
    entries.append(Entry(hash: hash, name: kept.map { bytes[$0] }, count: 1))
    slots[slot] = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// The names with their counts, by name.
  var all: [LogCount] {
    entries.map { LogCount(name: String(decoding: $0.name, as: UTF8.self), count: $0.count) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      + (others > 0 ? [LogCount(name: "others", count: others)] : [])
  }

  var total: Int { entries.reduce(others) { $0 + $1.count } }
}

/// A name, and how often a log has it.
public struct LogCount: Hashable, Sendable {
  /// The name, or its first 80 bytes.
  public let name: String
  /// How often it was seen.
  public let count: Int

  /// Makes a count.
  public init(name: String, count: Int) { (self.name, self.count) = (name, count) }
}
