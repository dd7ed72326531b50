import CallModel

/// A key with a number of its own that is quick to compute.
protocol NumberedKey: Hashable, Sendable {
  /// The same for equal keys, and hardly ever the same for others. Its highest bits depend on all of the key.
  var number: UInt64 { get }
}

/// Values by keys that are looked up for each event of a log.
///
/// It is a table with open addressing, at most half full, in which a key is at most ``reach`` places behind its own. A
/// log may be made so that all its keys have one place: those for which none is free there are in a dictionary.
struct KeyTable<Key: NumberedKey, Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    let key: Key
    var value: Value
  }

  private var slots = [Slot?](repeating: nil, count: Self.leastSlots)
  /// How many slots have a key.
  private var used = 0
  private(set) var others: [Key: Value] = [:]

  /// The number of slots is a power of two.
  private static var leastSlots: Int { 64 }
  static var reach: Int { 16 }

  /// How many keys there are.
  var count: Int { used + others.count }

  @inline(__always)
  private func home(_ key: Key) -> Int {
    Int(truncatingIfNeeded: key.number &>> UInt64(64 &- slots.count.trailingZeroBitCount))
  }

  /// The slot of the key, or the free one that it would have; nil if there is neither.
  @inline(__always)
  private func slot(of key: Key) -> Int? {
    var place = home(key)
    for _ in 0..<Self.reach {
      guard let slot = slots[place], slot.key != key else { return place }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// The value of the key; nil if it has none, or is to have none.
  subscript(key: Key) -> Value? {
    get {
      if let place = slot(of: key), let slot = slots[place] { return slot.value }
      return others.isEmpty ? nil : others[key]
    }
    set {
      guard let newValue else { return remove(key) }
      add(key, newValue)
      if used * 2 > slots.count { grow() }
    }
  }

  private mutating func add(_ key: Key, _ value: Value) {
    guard others.isEmpty || others[key] == nil, let place = slot(of: key) else { return others[key] = value }
    if slots[place] == nil { used += 1 }
    slots[place] = Slot(key: key, value: value)
  }

  private mutating func remove(_ key: Key) {
    guard var place = slot(of: key), slots[place] != nil else { return others[key] = nil }
    used -= 1
    // A search ends at a free slot, so keys behind it move up, but not before their own places.
    var next = place
    while true {
      next = (next + 1) & (slots.count - 1)
      guard let slot = slots[next] else { break }
      if (next - home(slot.key)) & (slots.count - 1) < (next - place) & (slots.count - 1) { continue }
      slots[place] = slot
      place = next
    }
    slots[place] = nil
  }

  private mutating func grow() {
    let (known, further) = (slots, others)
    (slots, used, others) = (Array(repeating: nil, count: slots.count * 2), 0, [:])
    for case let slot? in known { add(slot.key, slot.value) }
    for (key, value) in further { add(key, value) }
  }
}

extension UInt64 {
  /// A number for this one and another word, whose highest bits depend on both.
  @inline(__always)
  func mixed(with word: UInt64) -> UInt64 {
    let product = (self ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 32
  }
}

extension ConnID: NumberedKey {
  var number: UInt64 { rawValue &* 0x9E37_79B9_7F4A_7C15 }
}
