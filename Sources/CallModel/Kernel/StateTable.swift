/// All states seen, numbered in their order, and where each was first reached from. Open addressing finds them.
struct StateTable: ~Copyable {
  /// The compact states, one after the other; for each state, its place there; and the number of its parent.
  private var units = Pile<UInt32>()
  private var places = Pile<UInt32>()
  private var parents = Pile<UInt32>()
  /// The numbers of states by their hashes, and a part of the hash that few others have.
  private var slots: UnsafeMutableBufferPointer<UInt32>
  private var tags: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  private static var vacant: UInt32 { .max }

  /// Large enough that most searches never move it: that takes time.
  init() { (slots, tags) = Self.slots(1 << 16) }

  deinit {
    slots.deallocate()
    tags.deallocate()
  }

  /// Whether there may be no room for another state.
  var isFull: Bool { count >= Int(Self.vacant) - 1 || units.count >= Int(UInt32.max) - 2 << 20 }

  /// The number of the state from which the state was first reached.
  func parent(_ state: Int) -> Int { Int(parents[state]) }

  func restore(_ state: Int, into words: inout [UInt64]) {
    CompactState.restore(units.pointer(to: Int(places[state])), into: &words)
  }

  /// The number of the state, if it is there.
  func find(_ state: UnsafeBufferPointer<UInt32>, _ hash: UInt64) -> Int? {
    let found = slots[slot(of: state, hash)]
    return found == Self.vacant ? nil : Int(found)
  }

  /// Adds the state unless it is there already, and returns its number and whether it was new.
  mutating func insert(
    _ state: UnsafeBufferPointer<UInt32>, _ hash: UInt64, from parent: Int
  ) -> (number: Int, isNew: Bool) {
    let slot = slot(of: state, hash)
    if slots[slot] != Self.vacant { return (Int(slots[slot]), false) }
    slots[slot] = UInt32(count)
    tags[slot] = Self.tag(hash)
    places.append(UInt32(units.append(state)))
    parents.append(UInt32(parent))
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return (count - 1, true)
  }

  /// The words of the state.
  subscript(state: Int) -> ArraySlice<UInt64> {
    var words: [UInt64] = []
    restore(state, into: &words)
    return words[...]
  }

  /// Adds the state unless it is there already, and returns whether it was new.
  mutating func insert(_ words: [UInt64]) -> Bool {
    var compact = CompactState()
    compact.replace(with: words)
    return insert(compact.contents, compact.hash, from: 0).isNew
  }

  /// The slot in which the state is, or to which it belongs.
  @inline(__always)
  private func slot(of state: UnsafeBufferPointer<UInt32>, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.vacant {
      if tags[slot] == tag, isSame(state, as: Int(slots[slot])) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  /// Ends at the first difference, because no state is the beginning of another one.
  @inline(__always)
  private func isSame(_ state: UnsafeBufferPointer<UInt32>, as number: Int) -> Bool {
    let stored = units.pointer(to: Int(places[number]))
    for unit in 0..<state.count where stored[unit] != state[unit] { return false }
    return true
  }

  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 56) }

  private static func slots(
    _ count: Int
  ) -> (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt8>) {
    let slots = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    slots.initialize(repeating: vacant)
    let tags = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: count)
    tags.initialize(repeating: 0)
    return (slots, tags)
  }

  private mutating func grow() {
    slots.deallocate()
    tags.deallocate()
    (slots, tags) = Self.slots(slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      let hash = CompactState.hash(CompactState.stored(at: units.pointer(to: Int(places[number]))))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != Self.vacant { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number)
      tags[slot] = Self.tag(hash)
    }
  }
}
