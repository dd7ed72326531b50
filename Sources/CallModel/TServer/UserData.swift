/// What clients have attached to a call: pairs of texts, each a number that whoever numbered it can spell.
public struct UserData: Hashable, Sendable {
  public struct Pair: Hashable, Sendable {
    public var key: UInt32
    public var value: UInt32
    public init(key: UInt32, value: UInt32) { (self.key, self.value) = (key, value) }
  }

  /// The most pairs that an action can bring, and the most that a call can hold.
  public static let limit = 1_000

  /// In pieces: a value that is kept while the call goes on shares those that have not changed since.
  private var pieces: [[Pair]] = []
  private static let pieceLimit = 32
  public private(set) var count = 0

  public init(_ pairs: [Pair] = []) { attach(pairs) }

  /// In the order in which their keys came; every key once.
  public var pairs: [Pair] { Array(pieces.joined()) }
  public var isEmpty: Bool { count == 0 }

  public static func == (one: UserData, other: UserData) -> Bool {
    one.count == other.count && one.pieces.joined().elementsEqual(other.pieces.joined())
  }

  public func hash(into hasher: inout Hasher) { for pair in pieces.joined() { hasher.combine(pair) } }

  func contains(_ key: UInt32) -> Bool { pieces.contains { $0.contains { $0.key == key } } }

  /// There is room for those of the pairs whose keys are new; the others take the places of old ones.
  func hasRoom(for new: [Pair]) -> Bool {
    if count + new.count <= Self.limit { return true }
    let newKeys = Set(new.map(\.key)).subtracting(pieces.joined().lazy.map(\.key))
    return newKeys.isEmpty || count + newKeys.count <= Self.limit
  }

  /// Adds the pairs; one whose key is there already takes its place.
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

  /// Adds the pairs of a call that is joined to this one; where both have a key, what stands here stays.
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

extension Exchange {
  /// What is attached to the calls that have any user data.
  public var data: [ConnID: UserData] { office[0].data }

  public func userData(of call: ConnID) -> UserData { office[0].data[call] ?? UserData() }

  /// What is attached to the call or, where the last action has ended it, what was.
  public func lastUserData(of call: ConnID) -> UserData? {
    office[0].data[call] ?? office[0].ended.last { $0.call == call }?.data
  }

  mutating func attach(_ pairs: [UserData.Pair], to slot: Int) {
    slots[slot].hasData = true
    office[0].data[slots[slot].connID, default: UserData()].attach(pairs)
  }

  @inline(never)
  mutating func forgetData(_ slot: Int) {
    let call = slots[slot].connID
    guard let data = office[0].data.removeValue(forKey: call) else { return }
    // An action ends two calls at most.
    if office[0].ended.count == 2 { office[0].ended.removeFirst() }
    office[0].ended.append((call, data))
  }
}
