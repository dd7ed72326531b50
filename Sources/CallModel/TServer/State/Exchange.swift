/// The state of the T-Server model: all DNs and calls of one switch, in numbers.
///
/// `Switch` is the switch in texts. Of the exchange, a program that uses the library needs only the types of the fast
/// form.
public struct Exchange: Sendable {
  /// The most DNs of an exchange; `callLimit` is the most calls at a time.
  package static let dnLimit = 65_535
  package static let callLimit = 65_535
  /// The most calls of a device.
  package static let lineLimit = 8

  /// The calls, each in a slot; a slot without ConnID is free.
  var slots: [Call]
  /// The first free slot. Each free slot names the next one; `vacant` ends the list.
  private var firstFree = 0
  /// The slot of each ConnID, indexed by its last digits; of several such calls, the youngest.
  var index: [UInt16]
  private static let vacant = UInt16.max
  /// Indexed by DN; number 0 means no DN.
  var lines = [Line(.external)]
  /// State that few actions need; kept in an array of one, so that the exchange itself stays small.
  var cold = [ColdState()]
  private(set) var nextConnID: UInt64 = 1
  /// The ordinal of the last event, told or left out: the clock of the exchange.
  var sequenceNumber: UInt64 = 0
  /// Why any action may have to tell more than its rule does, or less.
  var reasonsToTellMore: ReasonsToTellMore = []
  /// False only while nothing is set on any DN that outlasts a step.
  var mayHaveSettings = false
  /// False only while no call has user data, a request that is answered later, or one for digits.
  private(set) var mayHaveData = false

  /// Makes an exchange without DNs that can have `capacity` calls at a time: at least 1, at most `callLimit`.
  package init(calls capacity: Int = 1_024) {
    let capacity = min(max(capacity, 1), Self.callLimit)
    var size = 4
    while size < 4 * capacity { size *= 2 }
    slots = .init(repeating: Call(), count: capacity)
    index = .init(repeating: 0, count: size)
    free(from: 0)
  }

  /// Adds a DN and returns it, or nil if the exchange is full.
  ///
  /// `group` makes the DN an agent of that ACD group, `agentID` is the number of the text of its AgentID: what a login
  /// takes that says nothing. A DN that is not `registered` is told nothing until it registers.
  package mutating func add(
    _ kind: Kind, agentOf group: DN = .none, agentID: UInt32 = 0, registered: Bool = true
  ) -> DN? {
    guard lines.count <= Self.dnLimit else { return nil }
    // Many exchanges with few DNs may be kept: they take no more room than they need.
    if lines.count < 64 {
      lines.reserveCapacity(lines.count + 1)
      cold[0].settings.reserveCapacity(lines.count + 1)
    }
    lines.append(Line(kind))
    // Its actions are about calls that it is not in.
    if kind == .virtualQueue { lines[lines.count - 1].isPlain = false }
    cold[0].settings.append(DNSettings(usual: AgentLogin(agentID: agentID, group: group)))
    let dn = DN(UInt16(lines.count - 1))
    if !registered, kind != .external { register(dn, as: nil) }
    return dn
  }

  package func kind(of dn: DN) -> Kind? { dn != .none && isKnown(dn) ? kind(dn) : nil }

  @inline(__always) func isKnown(_ dn: DN) -> Bool { Int(dn.rawValue) < lines.count }
  @inline(__always) func kind(_ dn: DN) -> Kind { lines[Int(dn.rawValue)].kind }
  @inline(__always) func line(_ dn: DN) -> Line { lines[Int(dn.rawValue)] }

  /// The calls, by age.
  package var calls: [Call] { slots.filter { $0.connID != .none }.sorted { $0.connID < $1.connID } }

  package subscript(_ connID: ConnID) -> Call? { slot(of: connID).map { slots[$0] } }

  /// The state of the DN in the call; `idle` if it is not in it.
  package func state(of dn: DN, in connID: ConnID) -> PartyState { party(dn, in: connID)?.state ?? .idle }

  /// What the DN is in the call, if it is in it.
  @inline(__always)
  func party(_ dn: DN, in connID: ConnID) -> Call.Party? { party(dn, at: slot(of: connID)) }

  /// What the DN is in the call in that slot, if it is in it. Read in place, because a call is too large to copy.
  @inline(__always)
  func party(_ dn: DN, at slot: Int?) -> Call.Party? {
    guard let slot else { return nil }
    let calls = slots.span
    guard let place = calls[slot].index(of: dn) else { return nil }
    return calls[slot][place]
  }

  @inline(__always) var hasRoom: Bool { firstFree != Int(Self.vacant) }

  @inline(__always)
  func slot(of connID: ConnID) -> Int? {
    let slot = Int(index[place(of: connID)])
    return slots[slot].connID == connID && connID != .none ? slot : search(for: connID)
  }

  /// The slot of the call, which is probably that one.
  @inline(__always)
  func slot(of connID: ConnID, near slot: Int) -> Int? {
    let calls = slots.span
    return slot < calls.count && calls[slot].connID == connID && connID != .none ? slot : self.slot(of: connID)
  }

  @inline(__always) private func place(of connID: ConnID) -> Int {
    Int(truncatingIfNeeded: connID.rawValue) & (index.count &- 1)
  }

  /// Finds a call whose place in the index a younger one has taken; nil if there is no such call.
  @inline(never)
  private func search(for connID: ConnID) -> Int? {
    let (number, places) = (connID.rawValue, UInt64(index.count))
    if connID == .none || number >= nextConnID || nextConnID - number <= places { return nil }
    return slots.firstIndex { $0.connID == connID }
  }

  /// Takes a free slot for a new call.
  @inline(__always)
  mutating func open(from caller: DN, to called: DN, _ hop: Hop, _ type: CallType) -> (slot: Int, connID: ConnID) {
    let slot = firstFree
    firstFree = slots[slot].nextFree
    let connID = ConnID(nextConnID)
    nextConnID &+= 1
    slots[slot].begin(connID, from: caller, to: called, hop, type)
    index[place(of: connID)] = UInt16(truncatingIfNeeded: slot)
    return (slot, connID)
  }

  /// Notes that something is kept about the call that must be removed when it ends.
  mutating func noteData(_ slot: Int) {
    slots[slot].hasData = true
    mayHaveData = true
  }

  /// Frees the slot of an ended call.
  @inline(__always)
  mutating func close(_ slot: Int) {
    if slots[slot].hasData { forgetData(slot) }
    slots[slot].end(nextFree: firstFree)
    firstFree = slot
  }

  /// Replaces all calls by these, numbered from 1 in this order, to restore a state that an exploration has packed.
  mutating func replaceCalls(_ calls: [Call]) { replaceCalls(calls.count) { $0 = calls[$1] } }

  /// Replaces all calls by so many, numbered from 1 in this order. Each is filled in place, because it is too large to
  /// copy.
  @inline(__always)
  mutating func replaceCalls(_ count: Int, with fill: (inout Call, Int) -> Void) {
    mayHaveData = false
    for line in lines.indices { lines[line].clear() }
    for slot in 0..<count {
      fill(&slots[slot], slot)
      slots[slot].connID = ConnID(UInt64(slot + 1))
      index[place(of: slots[slot].connID)] = UInt16(slot)
      for place in 0..<slots[slot].count { lines[Int(slots[slot][place].dn.rawValue)].add(slot) }
    }
    free(from: count)
    nextConnID = UInt64(count + 1)
  }

  /// Takes the calls of the other exchange, which has the same DNs, in the memory that this one has.
  @inline(__always)
  mutating func takeCalls(of other: borrowing Exchange) {
    slots.overwrite(with: other.slots)
    index.overwrite(with: other.index)
    lines.overwrite(with: other.lines)
    (firstFree, nextConnID, sequenceNumber) = (other.firstFree, other.nextConnID, other.sequenceNumber)
    reasonsToTellMore = other.reasonsToTellMore
    (mayHaveSettings, mayHaveData) = (other.mayHaveSettings, other.mayHaveData)
  }

  /// Makes room for twice as many calls, of at most `limit`, if there is none for another one.
  package mutating func makeRoom(upTo limit: Int) {
    let first = slots.count
    guard !hasRoom, first < limit else { return }
    slots += [Call](repeating: Call(), count: min(2 * first, limit, Self.callLimit) - first)
    free(from: first)
    while index.count < 4 * slots.count { index += index }
    for slot in (0..<first).sorted(by: { slots[$0].connID < slots[$1].connID }) {
      index[place(of: slots[slot].connID)] = UInt16(truncatingIfNeeded: slot)
    }
  }

  /// Frees all slots from this one on.
  private mutating func free(from first: Int) {
    for slot in first..<slots.count { slots[slot].end(nextFree: slot + 1 < slots.count ? slot + 1 : Int(Self.vacant)) }
    firstFree = first < slots.count ? first : Int(Self.vacant)
  }
}

extension Exchange {
  /// What may make any action tell more than its rule does, or less.
  struct ReasonsToTellMore: OptionSet, Sendable {
    let rawValue: UInt8

    /// See `isStaffed`.
    static let staff = ReasonsToTellMore(rawValue: 1 << 0)
    /// A call from a queue has been handed on; its device knows the queue in all its events.
    static let queuesOfDevices = ReasonsToTellMore(rawValue: 1 << 1)
    /// A call waits at a virtual queue.
    static let virtualQueues = ReasonsToTellMore(rawValue: 1 << 2)
    /// A party is muted or does not listen, which ends when it leaves.
    static let voices = ReasonsToTellMore(rawValue: 1 << 4)
    /// A call that has observers was handed on before the answer; they must be told if it ends.
    static let waitingObservers = ReasonsToTellMore(rawValue: 1 << 5)
    /// A DN is not registered, so that an action may tell less; or events have been left out, so that the numbers of
    /// events are lower than the ordinals that the exchange counts.
    static let unregistered = ReasonsToTellMore(rawValue: 1 << 3)
  }
}

extension Array {
  /// Takes the elements of an array of the same length without allocating memory.
  @inline(__always)
  mutating func overwrite(with other: borrowing [Element]) {
    if count != other.count { return self = copy other }
    withUnsafeMutableBufferPointer { own in
      other.withUnsafeBufferPointer { other in _ = own.update(fromContentsOf: other) }
    }
  }
}
