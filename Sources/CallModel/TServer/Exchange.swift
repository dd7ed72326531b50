/// All DNs and calls of one switch: the state of the T-Server model.
public struct Exchange: Sendable {
  /// The most DNs, and the most calls at a time that an exchange can be made for.
  public static let dnLimit = 65_535
  public static let callLimit = 65_535

  /// In slots; a slot without ConnID is free.
  var slots: [Call]
  /// The free slots, each of which names the next one; `vacant` ends them.
  private var firstFree = 0
  /// ConnID → slot, by open addressing; `vacant` where there is none.
  private var index: [UInt16]
  private static let vacant = UInt16.max
  /// By DN; nobody is number 0.
  var lines = [Line(.external)]
  /// What only few actions ask for; alone in an array, to be out of the way.
  var office = [Office()]
  private(set) var nextConnID: UInt64 = 1
  var sequenceNumber: UInt64 = 0

  /// An exchange without DNs, for so many calls at a time.
  public init(calls capacity: Int = 1_024) {
    let capacity = min(max(capacity, 1), Self.callLimit)
    var size = 4
    while size < 4 * capacity { size *= 2 }
    slots = .init(repeating: Call(), count: capacity)
    index = .init(repeating: Self.vacant, count: size)
    free(from: 0)
  }

  /// Adds a DN, an agent of the group where one is named; none is left where it answers `nil`.
  public mutating func add(_ kind: Kind, agentOf group: DN = .none) -> DN? {
    guard lines.count <= Self.dnLimit else { return nil }
    lines.append(Line(kind))
    office[0].desks.append(Desk(group: group))
    return DN(UInt16(lines.count - 1))
  }

  public func kind(of dn: DN) -> Kind? { dn != .none && isKnown(dn) ? kind(dn) : nil }

  @inline(__always) func isKnown(_ dn: DN) -> Bool { Int(dn.rawValue) < lines.count }
  @inline(__always) func kind(_ dn: DN) -> Kind { lines[Int(dn.rawValue)].kind }
  @inline(__always) func line(_ dn: DN) -> Line { lines[Int(dn.rawValue)] }

  /// The calls, by age.
  public var calls: [Call] { slots.filter { $0.connID != .none }.sorted { $0.connID < $1.connID } }

  public subscript(_ connID: ConnID) -> Call? { slot(of: connID).map { slots[$0] } }

  /// Where the DN stands in the call.
  public func state(of dn: DN, in connID: ConnID) -> PartyState {
    guard let call = self[connID], let place = call.index(of: dn) else { return .idle }
    return call[place].state
  }

  @inline(__always) var hasRoom: Bool { firstFree != Int(Self.vacant) }

  /// Where a search for the ConnID begins. Neighbours in age are no neighbours here: in long runs every removal would be a long way.
  @inline(__always)
  private func home(of connID: ConnID) -> Int {
    Int(truncatingIfNeeded: (connID.rawValue &* 0x9E37_79B9_7F4A_7C15) &>> 40) & (index.count &- 1)
  }

  @inline(__always)
  func slot(of connID: ConnID) -> Int? {
    let mask = index.count &- 1
    var place = home(of: connID)
    while index[place] != Self.vacant {
      if slots[Int(index[place])].connID == connID { return Int(index[place]) }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// Takes a free slot for a new call.
  @inline(__always)
  mutating func open(from caller: DN, to called: DN, _ path: Path, _ type: CallType) -> (slot: Int, connID: ConnID) {
    let slot = firstFree
    firstFree = slots[slot].nextFree
    let connID = ConnID(nextConnID)
    nextConnID &+= 1
    slots[slot].begin(connID, from: caller, to: called, path, type)
    link(slot)
    return (slot, connID)
  }

  @inline(__always)
  private mutating func link(_ slot: Int) {
    let mask = index.count &- 1
    var place = home(of: slots[slot].connID)
    while index[place] != Self.vacant { place = (place &+ 1) & mask }
    index[place] = UInt16(truncatingIfNeeded: slot)
  }

  /// Frees the slot of a call that is over; what came to stand behind it in the index moves up.
  @inline(__always)
  mutating func close(_ slot: Int) {
    if slots[slot].hasData { forgetData(slot) }
    let mask = index.count &- 1
    var hole = home(of: slots[slot].connID)
    while Int(index[hole]) != slot { hole = (hole &+ 1) & mask }
    var place = hole
    while true {
      index[hole] = Self.vacant
      var home: Int
      repeat {
        place = (place &+ 1) & mask
        if index[place] == Self.vacant {
          slots[slot].end(nextFree: firstFree)
          firstFree = slot
          return
        }
        home = self.home(of: slots[Int(index[place])].connID)
      } while ((place &- home) & mask) < ((place &- hole) & mask)
      index[hole] = index[place]
      hole = place
    }
  }

  /// Only these calls, numbered from 1 in this order: a state as an exploration has packed it.
  mutating func replaceCalls(_ calls: [Call]) {
    for line in lines.indices { lines[line].clear() }
    for place in index.indices { index[place] = Self.vacant }
    for (slot, call) in calls.enumerated() {
      slots[slot] = call
      slots[slot].connID = ConnID(UInt64(slot + 1))
      link(slot)
      for place in 0..<call.count { lines[Int(call[place].dn.rawValue)].add(slot) }
    }
    free(from: calls.count)
    nextConnID = UInt64(calls.count + 1)
  }

  /// No calls from this slot on.
  private mutating func free(from first: Int) {
    for slot in first..<slots.count { slots[slot].end(nextFree: slot + 1 < slots.count ? slot + 1 : Int(Self.vacant)) }
    firstFree = first < slots.count ? first : Int(Self.vacant)
  }
}
