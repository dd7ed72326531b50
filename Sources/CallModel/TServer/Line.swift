/// What a DN is, how it takes calls, and in which calls it is: a device by their slots, any other by their number.
struct Line: Sendable {
  static let limit = Exchange.lineLimit
  let kind: Kind
  var manner = Manner.open
  /// It is open to calls, and waits for none to observe it.
  var isPlain = true
  private var size: UInt8 = 0
  /// The ordinal of the event before which its last call ended, as far as it fits in here: a line is small.
  private(set) var freeSince: UInt32 = 0
  /// Of a DN that is no device, the first is the number of its calls.
  private var slots = InlineArray<8, UInt16>(repeating: 0)

  init(_ kind: Kind) { self.kind = kind }

  @inline(__always) var count: Int { Int(size) }
  @inline(__always) var isFull: Bool { count == Self.limit }
  @inline(__always) func slot(_ index: Int) -> Int { Int(slots[index]) }

  /// In how many calls it is, whatever it is.
  var callCount: Int { kind.isDevice ? count : Int(slots[0]) }

  @inline(__always)
  mutating func add(_ slot: Int) {
    guard kind.isDevice else { return slots[0] &+= 1 }
    slots[count] = UInt16(truncatingIfNeeded: slot)
    size &+= 1
  }

  @inline(__always)
  mutating func remove(_ slot: Int, _ now: UInt64) {
    guard kind.isDevice else { return slots[0] &-= 1 }
    freeSince = UInt32(truncatingIfNeeded: now)
    if size == 1, Int(slots[0]) == slot { size = 0 } else { removeAny(slot) }
  }

  /// Its place in one call is now one in another.
  mutating func move(from slot: Int, to other: Int) {
    for index in 0..<count where Int(slots[index]) == slot { slots[index] = UInt16(truncatingIfNeeded: other) }
  }

  @inline(never)
  private mutating func removeAny(_ slot: Int) {
    for index in 0..<count where Int(slots[index]) == slot {
      size &-= 1
      slots[index] = slots[count]
      return
    }
  }

  mutating func clear() { (size, freeSince, slots[0]) = (0, 0, 0) }
}
