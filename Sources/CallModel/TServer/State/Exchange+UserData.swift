extension Exchange {
  /// The user data of a call in numbers: each key and each value stands for a text that the caller keeps.
  package struct UserData: Hashable, Sendable {
    package struct Pair: Hashable, Sendable {
      package var key: UInt32
      package var value: UInt32
      package init(key: UInt32, value: UInt32) { (self.key, self.value) = (key, value) }
    }

    /// The most pairs that an action can bring, and the most that a call can hold.
    package static let limit = 1_000

    /// In pieces, so that a stored copy shares those that have not changed since.
    private var pieces: [[Pair]] = []
    private static let pieceLimit = 32
    package private(set) var count = 0

    package init(_ pairs: [Pair] = []) { attach(pairs) }

    /// In the order in which the keys were added; every key once.
    package var pairs: [Pair] { Array(pieces.joined()) }
    package var isEmpty: Bool { count == 0 }

    package static func == (one: UserData, other: UserData) -> Bool {
      one.count == other.count && one.pieces.joined().elementsEqual(other.pieces.joined())
    }

    package func hash(into hasher: inout Hasher) { for pair in pieces.joined() { hasher.combine(pair) } }

    func contains(_ key: UInt32) -> Bool { pieces.contains { $0.contains { $0.key == key } } }

    /// Whether there is room for the pairs whose keys are new; the others replace old pairs.
    func hasRoom(for new: [Pair]) -> Bool {
      if count + new.count <= Self.limit { return true }
      let newKeys = Set(new.map(\.key)).subtracting(pieces.joined().lazy.map(\.key))
      return newKeys.isEmpty || count + newKeys.count <= Self.limit
    }

    /// Adds the pairs; a pair whose key already exists replaces the old one.
    mutating func attach(_ new: [Pair]) { for pair in new { attach(pair) } }

    private mutating func attach(_ pair: Pair) {
      for piece in pieces.indices {
        if let place = pieces[piece].firstIndex(where: { $0.key == pair.key }) { return pieces[piece][place] = pair }
      }
      append(pair)
    }

    private mutating func append(_ pair: Pair) {
      count += 1
      if let last = pieces.last, last.count < Self.pieceLimit {
        pieces[pieces.count - 1].append(pair)
      } else {
        pieces.append([pair])
      }
    }

    /// Adds the pairs of a call that is joined to this one; for a key of both, this call's value is kept.
    mutating func join(_ other: UserData) { for pair in other.pairs where !contains(pair.key) { append(pair) } }

    mutating func delete(_ key: UInt32) {
      for piece in pieces.indices {
        guard let place = pieces[piece].firstIndex(where: { $0.key == key }) else { continue }
        pieces[piece].remove(at: place)
        if pieces[piece].isEmpty { pieces.remove(at: piece) }
        count -= 1
        return
      }
    }
  }
}

extension Exchange {
  /// The user data of the calls that have any.
  package var data: [ConnID: UserData] { cold[0].data }

  package func userData(of call: ConnID) -> UserData { cold[0].data[call] ?? UserData() }

  /// The user data of the call or, if the last action has ended it, its last user data.
  package func lastUserData(of call: ConnID) -> UserData? {
    cold[0].data[call] ?? cold[0].ended.last { $0.call == call }?.data
  }

  /// The digits that the event reports, as the number of a text; nil if it reports none, or is not of the last action.
  package func digits(in event: Event) -> UInt32? {
    guard let collected = cold[0].collected, collected.event == event.sequenceNumber else { return nil }
    return event.type == .treatmentEnd ? collected.digits : nil
  }

  mutating func attach(_ pairs: [UserData.Pair], to slot: Int) {
    slots[slot].hasData = true
    cold[0].data[slots[slot].connID, default: UserData()].attach(pairs)
  }

  @inline(never)
  mutating func forgetData(_ slot: Int) {
    let call = slots[slot].connID
    guard let data = cold[0].data.removeValue(forKey: call) else { return }
    // An action ends at most two calls.
    if cold[0].ended.count == 2 { cold[0].ended.removeFirst() }
    cold[0].ended.append((call, data))
  }
}
