/// The kind of a DN, how it takes calls, and its calls: a device lists their slots, any other DN their number.
struct Line: Sendable {
  static let limit = Exchange.lineLimit
  let kind: Kind
  var delivery = CallDelivery.open
  /// Whether it takes calls normally, does not wait to observe any, and may make requests.
  var isPlain = true
  private var size: UInt8 = 0
  /// The ordinal of the event before which its last call ended, cut to 32 bits to keep the line small.
  private(set) var freeSince: UInt32 = 0
  /// For a DN that is not a device, the first element is the number of its calls.
  private var slots = InlineArray<8, UInt16>(repeating: 0)

  init(_ kind: Kind) { self.kind = kind }

  @inline(__always) var count: Int { Int(size) }
  @inline(__always) var isFull: Bool { count == Self.limit }
  @inline(__always) func slot(_ index: Int) -> Int { Int(slots[index]) }

  /// The number of calls that it is in, for any kind of DN.
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

  /// Replaces its place in one call by a place in another.
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
