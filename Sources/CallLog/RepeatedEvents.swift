/// The latest events, by what tells them apart, to notice when one comes again.
///
/// It remembers 32,768 events at least and twice as many at most, in half a mebibyte.
struct RepeatedEvents {
  /// The numbers of events: 0 is a free place. When one table is half full, the older one is emptied.
  private var newer: [UInt64] = []
  private var older: [UInt64] = []
  private var count = 0
  private static let mask = (1 << 16) - 1

  /// Whether this event has been there; if not, it is remembered.
  ///
  /// Events with consecutive orders are mostly close together, so that the processor has them at hand: it would wait
  /// longer for another place in memory than all else takes that is done for an event.
  mutating func contains(_ event: UInt64, order: UInt64) -> Bool {
    let event = event == 0 ? 1 : event
    if newer.isEmpty {
      newer = [UInt64](repeating: 0, count: Self.mask + 1)
      older = newer
    }
    if older[Self.place(of: event, order, in: older)] == event { return true }
    let place = Self.place(of: event, order, in: newer)
    if newer[place] == event { return true }
    newer[place] = event
    count &+= 1
    if count > Self.mask / 2 {
      swap(&newer, &older)
      for place in newer.indices { newer[place] = 0 }
      count = 0
    }
    return false
  }

  /// The place of the event, or the free one that it would have: one of eight for its order, if one is left.
  @inline(__always)
  private static func place(of event: UInt64, _ order: UInt64, in table: [UInt64]) -> Int {
    let eight = Int(truncatingIfNeeded: ((order &>> 3) &* 0x9E37_79B9_7F4A_7C15) &>> 51) &<< 3
    for step in 0..<UInt64(8) {
      let place = eight | Int(truncatingIfNeeded: (order &+ step) & 7)
      if table[place] == event || table[place] == 0 { return place }
    }
    var place = Int(truncatingIfNeeded: event &>> 20) & mask
    while table[place] != 0, table[place] != event { place = (place &+ 1) & mask }
    return place
  }
}
