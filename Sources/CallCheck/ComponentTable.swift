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
    var place = first ?? second
    var others: [Int] = []
    if let second, second != place { others.append(second) }
    if joinsCalls(observed.thisDN, explainer.terms.kinds) {
      let entry = entries[Int(observed.thisDN.rawValue)]
      if place == nil { place = entry.component }
      if let component = entry.component, component != place { others.append(component) }
      if !entry.others.isEmpty { others += entry.others.filter { $0 != place } }
    }
    if place == nil, observed.type == .error, observed.connID == .none {
      let entry = entries[Int(observed.thisDN.rawValue)]
      place = ([entry.component].compactMap(\.self) + entry.others).prefix(Self.closedLimit)
        .first { components[$0].awaitsError(at: observed.thisDN, explainer.memory) }
    }
    guard let place else { return begin() }
    return others.isEmpty ? place : join([place] + others, by: &explainer)
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
    let entry = entries[Int(dn.rawValue)]
    return dn != .none && (!entry.isQueue || entry.isDevice) && !kinds.isQueue(dn)
  }

  private mutating func begin() -> Int {
    begun += 1
    return add(Component(number: begun))
  }

  private mutating func add(_ component: Component) -> Int {
    guard let place = free.popLast() else {
      components.append(component)
      return components.count - 1
    }
    components[place] = component
    return place
  }

  /// Judges the event in the component at that place.
  mutating func judge(_ observed: Observation, at place: Int, by explainer: inout Explainer) {
    let (dns, calls) = (components[place].participants.dns.count, components[place].participants.calls.count)
    components[place].judge(observed, by: &explainer)
    register(place, dns: dns, calls: calls)
  }

  /// The component takes part in what its DNs and calls are told, those before these numbers apart.
  private mutating func register(_ place: Int, dns: Int = 0, calls: Int = 0) {
    let known = components[place].participants
    if known.dns.count == dns, known.calls.count == calls { return }
    for dn in known.dns[dns...] {
      while entries.count <= Int(dn.rawValue) { entries.append(Entry()) }
      entries[Int(dn.rawValue)].add(place)
    }
    for call in known.calls[calls...] { owners[call] = place }
  }

  private mutating func unregister(_ place: Int) {
    for dn in components[place].participants.dns { entries[Int(dn.rawValue)].remove(place) }
    for call in components[place].participants.calls where owners[call] == place { owners[call] = nil }
  }

  private mutating func join(_ places: [Int], by explainer: inout Explainer) -> Int {
    let ordered = places.sorted { components[$0].number < components[$1].number }
    let others = ordered.dropFirst().map { close($0) }
    unregister(ordered[0])
    components[ordered[0]].join(others, by: &explainer)
    register(ordered[0])
    return ordered[0]
  }

  // MARK: Closing

  /// Takes the component out of the table.
  mutating func close(_ place: Int) -> Component {
    unregister(place)
    free.append(place)
    var component = Self.none
    swap(&component, &components[place])
    return component
  }

  /// Keeps a component that was closed, for a while.
  mutating func keepClosed(_ component: consuming Component) {
    for call in closed[nextClosed].participants.calls where closedCalls[call] == nextClosed { closedCalls[call] = nil }
    for call in component.participants.calls { closedCalls[call] = nextClosed }
    closed[nextClosed] = component
    nextClosed = (nextClosed + 1) % Self.closedLimit
  }

  /// Opens the component again in which the call has ended: ConnIDs are never used twice.
  /// Returns how many calls it has.
  mutating func reopen(_ call: ConnID) -> Int {
    guard call != .none, owners[call] == nil, let place = closedCalls[call] else { return 0 }
    closedCalls[call] = nil
    var component = Self.none
    swap(&component, &closed[place])
    let calls = component.participants.calls.count
    if calls > 0 { register(add(component)) }
    return calls
  }
}
