/// What clients have attached to a call: pairs of texts, each a number that whoever numbered it can spell.
public struct UserData: Hashable, Sendable {
  public struct Pair: Hashable, Sendable {
    public var key: UInt32
    public var value: UInt32
    public init(key: UInt32, value: UInt32) { (self.key, self.value) = (key, value) }
  }

  /// The most pairs that an action can bring, and that one can attach to a call; calls that are joined may have more
  /// between them.
  public static let limit = 1_000

  /// In the order in which their keys came; every key once.
  public private(set) var pairs: [Pair] = []

  public init(_ pairs: [Pair] = []) { attach(pairs) }

  func contains(_ key: UInt32) -> Bool { pairs.contains { $0.key == key } }

  /// There is room for those of the pairs whose keys are new; the others take the places of old ones.
  func hasRoom(for new: [Pair]) -> Bool {
    if pairs.count + new.count <= Self.limit { return true }
    var all = self
    all.attach(new)
    return all.pairs.count == pairs.count || all.pairs.count <= Self.limit
  }

  /// Adds the pairs; one whose key is there already takes its place.
  mutating func attach(_ new: [Pair]) {
    for pair in new {
      if let place = pairs.firstIndex(where: { $0.key == pair.key }) { pairs[place] = pair } else { pairs.append(pair) }
    }
  }

  /// Adds the pairs of a call that is joined to this one; where both have a key, what stands here stays.
  mutating func join(_ other: UserData) {
    for pair in other.pairs where !contains(pair.key) { pairs.append(pair) }
  }

  mutating func delete(_ key: UInt32) { pairs.removeAll { $0.key == key } }
}

extension Exchange {
  /// What is attached to the calls that have any user data.
  public var data: [ConnID: UserData] { office[0].data }

  public func userData(of call: ConnID) -> UserData { office[0].data[call] ?? UserData() }

  mutating func attach(_ pairs: [UserData.Pair], to slot: Int) {
    slots[slot].hasData = true
    office[0].data[slots[slot].connID, default: UserData()].attach(pairs)
  }

  @inline(never)
  mutating func forgetData(_ slot: Int) { office[0].data[slots[slot].connID] = nil }
}
