import CallModel

/// The components of a log: which calls must be judged together.
///
/// An open component is known by its place in the table.
struct ComponentTable: Sendable {
  private var components: [Component] = []
  private var free: [Int] = []
  /// How many components there have been.
  private var begun = 0
  private var owners = KeyTable<ConnID, Int>()
  /// By DN of the log.
  private var entries: [Entry] = []
  /// The components that were closed last: a late event of one of their calls is judged there.
  private var closed = [Component](repeating: Self.none, count: Self.closedLimit)
  private var nextClosed = 0
  private var closedCalls = KeyTable<ConnID, Int>()
  private static let closedLimit = 32
  /// What is at a place without a component.
  private static let none = Component()

  /// What is known of a DN.
  private struct Entry: Sendable {
    /// The open component in which it takes part, and others. Most DNs take part in one, and need no array.
    private(set) var component: Int?
    private(set) var others: [Int] = []
    /// Whether it has been told what only queues are told, and what only devices are.
    var isQueue = false
    var isDevice = false

    mutating func add(_ place: Int) {
      if component == nil { component = place } else { others.append(place) }
    }

    mutating func remove(_ place: Int) {
      if component == place {
        component = others.popLast()
      } else if let index = others.lastIndex(of: place) {
        others.remove(at: index)
      }
    }
  }

  subscript(place: Int) -> Component {
    _read { yield components[place] }
    _modify { yield &components[place] }
  }

  /// The places of the open components, in the order in which these began.
  var open: [Int] {
    let free = Set(free)
    return components.indices.filter { !free.contains($0) }.sorted { components[$0].number < components[$1].number }
  }

  /// How many places and calls it has, those of calls that have ended included.
  var size: Int { components.count + owners.count + closedCalls.count }

  /// The place of the component that the call belongs to; nil if it belongs to none that is open.
  func owner(of call: ConnID) -> Int? { call == .none ? nil : owners[call] }

  // MARK: Which component

  /// The place of the component that the event belongs to, joined from several where it connects them.
  mutating func place(for observed: Observation, by explainer: inout Explainer) -> Int {
    note(observed)
    let (first, second) = (owner(of: observed.connID), owner(of: observed.previousConnID))
    let dn = Int(observed.thisDN.rawValue)
    let joinsCalls = joinsCalls(observed.thisDN, explainer.terms.kinds)
    let third = joinsCalls ? entries[dn].component : nil
    guard
      let place = first ?? second ?? third ?? waiting(for: observed, explainer.memory)
        ?? calling(observed, explainer.terms.kinds)
    else { return begin() }
    // Mostly, there is one component, and no array is needed to say so.
    let isAlone = (second ?? place) == place && (third ?? place) == place
    if isAlone, !joinsCalls || entries[dn].others.isEmpty { return place }
    var others: [Int] = []
    if let second, second != place { others.append(second) }
    if let third, third != place { others.append(third) }
    if joinsCalls { others += entries[dn].others.filter { $0 != place } }
    return others.isEmpty ? place : join([place] + others, by: &explainer)
  }

  /// Whether the event's device takes part in components of other calls. Mostly, it does not.
  @inline(__always)
  func hasOthers(at observed: Observation) -> Bool {
    let dn = Int(observed.thisDN.rawValue)
    guard dn < entries.count, let first = entries[dn].component else { return false }
    return !entries[dn].others.isEmpty || components[first].participants.calls.first != observed.connID
  }

  /// The open components that are probably over, and that the event's device would join to its call: all DNs that were
  /// told of their calls have left these, and nothing has happened for a while.
  func probablyOver(at observed: Observation, _ explainer: borrowing Explainer) -> [Int] {
    let entry = entries[Int(observed.thisDN.rawValue)]
    if observed.isIgnored || !joinsCalls(observed.thisDN, explainer.terms.kinds) { return [] }
    let owners = [owner(of: observed.connID), owner(of: observed.previousConnID)]
    // A closure may not use the memory.
    var over: [Int] = []
    for place in [entry.component].compactMap(\.self) + entry.others where !owners.contains(place) {
      guard let last = components[place].history.last, observed.time - last.time > Self.silence else { continue }
      if components[place].isDeserted, components[place].isComplete(explainer.memory) { over.append(place) }
    }
    return over
  }

  /// How many milliseconds pass without an event until a call that all its DNs have left is probably over.
  private static let silence: Int64 = 5_000

  /// The place of a component that an EventError without ConnID belongs to: a request at its DN has failed.
  func waiting(for observed: Observation, _ memory: borrowing Memory) -> Int? {
    if observed.type != .error || observed.connID != .none { return nil }
    let dn = Int(observed.thisDN.rawValue)
    let entry = dn < entries.count ? entries[dn] : Entry()
    return ([entry.component].compactMap(\.self) + entry.others).prefix(Self.closedLimit)
      .first { components[$0].awaitsError(at: observed.thisDN, memory) }
  }

  /// The place of a component in which the device takes part that has made the call, although it has not been told so.
  private func calling(_ observed: Observation, _ kinds: KindTable) -> Int? {
    let caller = Int(observed.otherDN.rawValue)
    guard [.ringing, .queued, .routeRequest].contains(observed.type), observed.connID != .none, caller < entries.count,
      entries[caller].isDevice, joinsCalls(observed.otherDN, kinds)
    else { return nil }
    return entries[caller].component
  }

  private mutating func note(_ observed: Observation) {
    let dn = Int(observed.thisDN.rawValue)
    while entries.count <= dn { entries.append(Entry()) }
    switch observed.type {
    case .queued, .routeRequest: entries[dn].isQueue = true
    case .ringing, .established, .held, .retrieved: entries[dn].isDevice = true
    default: break
    }
  }

  /// Whether the calls of the DN must be judged together.
  private func joinsCalls(_ dn: Observation.DN, _ kinds: KindTable) -> Bool {
    let place = Int(dn.rawValue)
    return dn != .none && (!entries[place].isQueue || entries[place].isDevice) && !kinds.isQueue(dn)
  }

  private mutating func begin() -> Int {
    begun += 1
    let place = freePlace()
    components[place].number = begun
    return place
  }

  private mutating func freePlace() -> Int {
    if let place = free.popLast() { return place }
    components.append(Self.none)
    return components.count - 1
  }

  /// Notes that the DN takes part in a call that is no longer judged, unless it is a queue.
  mutating func noteSetAside(_ dn: Observation.DN, at place: Int, _ kinds: KindTable) {
    if joinsCalls(dn, kinds) { components[place].meetsSetAside = true }
  }

  /// Judges the event in the component at that place.
  mutating func judge(_ observed: Observation, at place: Int, by explainer: inout Explainer) {
    let (dns, calls) = (components[place].participants.dns.count, components[place].participants.calls.count)
    components[place].judge(observed, by: &explainer)
    register(place, dns: dns, calls: calls)
  }

  /// The component takes part in what its DNs and calls are told, those before these numbers apart.
  private mutating func register(_ place: Int, dns: Int = 0, calls: Int = 0) {
    for number in dns..<components[place].participants.dns.count {
      let dn = Int(components[place].participants.dns[number].rawValue)
      while entries.count <= dn { entries.append(Entry()) }
      entries[dn].add(place)
    }
    for number in calls..<components[place].participants.calls.count {
      owners[components[place].participants.calls[number]] = place
    }
  }

  private mutating func unregister(_ place: Int) {
    for dn in components[place].participants.dns { entries[Int(dn.rawValue)].remove(place) }
    for call in components[place].participants.calls where owners[call] == place { owners[call] = nil }
  }

  private mutating func join(_ places: [Int], by explainer: inout Explainer) -> Int {
    let ordered = places.sorted { components[$0].number < components[$1].number }
    let others = ordered.dropFirst().map { take($0) }
    unregister(ordered[0])
    components[ordered[0]].join(others, by: &explainer)
    register(ordered[0])
    return ordered[0]
  }

  // MARK: Closing

  /// Takes the component out of the table.
  private mutating func take(_ place: Int) -> Component {
    unregister(place)
    free.append(place)
    var component = Self.none
    swap(&component, &components[place])
    return component
  }

  /// Closes the component. If it is kept, it can be opened again for a while.
  mutating func close(_ place: Int, isKept: Bool) {
    unregister(place)
    free.append(place)
    if isKept {
      for call in closed[nextClosed].participants.calls where closedCalls[call] == nextClosed {
        closedCalls[call] = nil
      }
      for call in components[place].participants.calls { closedCalls[call] = nextClosed }
      swap(&closed[nextClosed], &components[place])
      nextClosed = (nextClosed + 1) % Self.closedLimit
    }
    // What is at the place now is not needed any more.
    components[place].removeAll()
  }

  /// Opens the component again in which the call has ended: ConnIDs are never used twice.
  /// Returns how many calls it has.
  mutating func reopen(_ call: ConnID) -> Int {
    guard call != .none, owners[call] == nil, let place = closedCalls[call] else { return 0 }
    closedCalls[call] = nil
    let calls = closed[place].participants.calls.count
    if calls == 0 { return 0 }
    let open = freePlace()
    swap(&closed[place], &components[open])
    register(open)
    return calls
  }
}
