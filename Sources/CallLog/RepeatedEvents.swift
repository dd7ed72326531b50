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
  mutating func contains(_ event: UInt64) -> Bool {
    let event = event == 0 ? 1 : event
    if newer.isEmpty {
      newer = [UInt64](repeating: 0, count: Self.mask + 1)
      older = newer
    }
    var place = Int(truncatingIfNeeded: event &>> 20) & Self.mask
    var old = place
    while older[old] != 0 {
      if older[old] == event { return true }
      old = (old &+ 1) & Self.mask
    }
    while newer[place] != 0 {
      if newer[place] == event { return true }
      place = (place &+ 1) & Self.mask
    }
    newer[place] = event
    count &+= 1
    if count > Self.mask / 2 {
      swap(&newer, &older)
      for place in newer.indices { newer[place] = 0 }
      count = 0
    }
    return false
  }
}
