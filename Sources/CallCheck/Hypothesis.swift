import CallModel

/// One way in which the events so far may have come about: an exchange that has taken certain actions.
///
/// A DN of the exchange stands for a DN of the log from the first event on that names it. Before, it is open which one
/// it is. The same goes for calls.
struct Hypothesis: Sendable {
  /// An event of a step that has not been observed yet.
  struct Owed: Sendable {
    var event: Exchange.Event
    /// The number of its step.
    let step: UInt32
    /// The calls of its step: until all events have come, nothing else can happen there.
    let calls: CallPair
    /// How many steps of these calls have begun since.
    var passed = 0
    /// Where an event of its step stands that comes after it in the manual; nil as long as none has been observed.
    var due: Observation.Position?
  }

  /// The one or two calls that a step tells of.
  struct CallPair: Sendable {
    var first = ConnID.none
    var second = ConnID.none

    func contains(_ call: ConnID) -> Bool { call != .none && (call == first || call == second) }
    func overlaps(_ other: CallPair) -> Bool { contains(other.first) || contains(other.second) }
  }

  /// What is set on a DN before the first step.
  enum Opening: Sendable {
    case settings(Exchange.Settings, dn: Exchange.DN)
    case observation(Exchange.Observation)
  }

  var exchange: Exchange
  /// By DN of the exchange: the DN of the log that it stands for; none where that is open.
  private(set) var names: [Observation.DN]
  /// By DN of the exchange: its number in the steps, which it keeps.
  private(set) var actors: [UInt16]
  /// By number in the steps: the DN of the log, as far as it is known; and the kind.
  private(set) var cast: [CastMember]
  /// The calls of the exchange that events have named, and the ConnIDs by which they did.
  private(set) var calls: [(model: ConnID, log: ConnID)] = []
  /// What was set before the first step. Its DNs are numbers in the cast.
  private(set) var opening: [Opening] = []
  var owed: [Owed] = []
  /// Events that are taken not to have been logged, and those that came although nothing called for them; either may
  /// turn out to have come in another order.
  var late: [(event: Exchange.Event, fault: Int)] = []
  var early: [(observed: Observation, fault: Int, age: Int)] = []
  /// The last of the steps.
  private(set) var last: InferredStep?
  private(set) var steps: UInt32 = 0
  /// What had to be assumed to be wrong in the log, and its weight.
  private(set) var faults: [Fault] = []
  private(set) var cost = 0
  /// How often it assumes something that is seldom so: that a device is a monitored party outside, that a DN is not
  /// registered, or that more happened without a trace than was needed.
  private(set) var strain = 0
  /// The requests that it has carried out before anything has answered them, by number.
  var claims: [Claim] = []
  /// The numbers of the requests whose answers it explains by something else, and how often it does not quite go with
  /// a request besides.
  var doubts: [Int] = []
  var discord = 0
  /// The requests, by number, that its steps are named after, where they decide nothing else.
  var named: [Int] = []

  /// Nothing has happened yet.
  static let start = Hypothesis()
  /// What each component begins with: they share one array.
  static let atStart = [start]

  private init() {
    exchange = Exchange(calls: 3)
    names = [.none]
    actors = [0]
    cast = [CastMember(kind: .external)]
    for kind in Spare.kinds { _ = addDN(.none, kind) }
  }

  // MARK: DNs

  /// Adds a DN to the exchange; nil if there are too many.
  mutating func addDN(_ name: Observation.DN, _ kind: Kind, registered: Bool = true) -> Exchange.DN? {
    guard let dn = exchange.add(kind, registered: registered) else { return nil }
    names.append(name)
    actors.append(UInt16(cast.count))
    cast.append(CastMember(name: name, kind: kind, isRegistered: registered))
    return dn
  }

  /// The hypothesis that these DNs are monitored parties outside, unless it knows them already.
  func with(_ remotes: [Observation.DN]) -> Hypothesis {
    var other = self
    for name in remotes where dn(name) == .none { _ = other.addDN(name, .remote) }
    return other
  }

  /// The DN of the exchange that stands for this one; none if there is none yet.
  func dn(_ name: Observation.DN) -> Exchange.DN {
    for number in Spare.end..<names.count where names[number] == name { return Exchange.DN(UInt16(number)) }
    return .none
  }

  func name(_ dn: Exchange.DN) -> Observation.DN { names[Int(dn.rawValue)] }

  /// From now on the DN stands for that one, for which no other does.
  mutating func bind(_ dn: Exchange.DN, to name: Observation.DN) {
    names[Int(dn.rawValue)] = name
    cast[Int(actors[Int(dn.rawValue)])].name = name
  }

  /// The DN that was added last.
  var newestDN: Exchange.DN { Exchange.DN(UInt16(names.count - 1)) }

  /// How many DNs the exchange has, apart from the spares.
  var dnCount: Int { names.count - Spare.end }

  /// The DNs of the exchange, apart from the spares.
  var dns: [Exchange.DN] { (Spare.end..<names.count).map { Exchange.DN(UInt16($0)) } }

  // MARK: Calls

  /// The call of the exchange that has this ConnID in the log; none if there is none yet.
  func call(_ log: ConnID) -> ConnID {
    for call in calls where call.log == log { return call.model }
    return .none
  }

  func name(_ model: ConnID) -> ConnID {
    for call in calls where call.model == model { return call.log }
    return .none
  }

  mutating func bind(_ model: ConnID, to log: ConnID) { calls.append((model, log)) }

  // MARK: Steps

  /// Notes that an action was carried out.
  mutating func take(_ action: Exchange.Action, bringing brought: Exchange.Attachments, isSilent: Bool) {
    var renamed = action
    renamed.actor.rawValue = actors[Int(action.actor.rawValue)]
    renamed.target.rawValue = actors[Int(action.target.rawValue)]
    last = InferredStep(action: renamed, brought: brought, isSilent: isSilent, after: last)
    steps += 1
  }

  /// Whether a step that tells of these calls would come before an earlier one has been told completely. `slack` steps
  /// may.
  func isBlocked(_ calls: CallPair, slack: Int) -> Bool {
    owed.contains { $0.calls.overlaps(calls) && $0.passed >= slack }
  }

  /// Notes that a step begins that tells of these calls.
  mutating func pass(_ calls: CallPair) {
    for place in owed.indices where owed[place].calls.overlaps(calls) { owed[place].passed += 1 }
  }

  /// Whether nothing goes on: no call is open, and no event is to come.
  var isAtRest: Bool { owed.isEmpty && exchange.isAtRest }

  mutating func strain(by more: Int) { strain += more }

  /// Takes the event that is to come to have been observed there.
  mutating func takeOwed(_ place: Int, at position: Observation.Position) {
    let step = owed.remove(at: place).step
    for earlier in owed[..<place].indices where owed[earlier].step == step && owed[earlier].due == nil {
      owed[earlier].due = position
    }
  }

  /// How badly it goes with the requests.
  var discordance: Int { doubts.count + discord }

  // MARK: Faults

  mutating func add(_ fault: Fault) {
    var fault = fault
    fault.isOfOneDN = fault.kind == .outOfOrder
    // The numbers of DNs change, those in the cast do not.
    for place in fault.events.indices {
      fault.events[place].eachDN { $0 = Exchange.DN(actors[Int($0.rawValue)]) }
    }
    faults.append(fault)
    cost += fault.cost
  }

  /// An event that was taken to be missing comes after all. If it is the one at which others are missing, these are.
  mutating func takeLate(_ place: Int, _ observed: Observation) {
    var (event, fault) = late.remove(at: place)
    if faults[fault].observed.position == observed.position, faults[fault].events.count > 1 {
      event.eachDN { $0 = Exchange.DN(actors[Int($0.rawValue)]) }
      faults[fault].events.removeAll { $0 == event }
    } else {
      (faults[fault].kind, faults[fault].other) = (.outOfOrder, observed)
    }
  }

  /// Whether the event has come already; then it is not to come.
  mutating func takeEarly(_ event: Exchange.Event, _ terms: Terms) -> Bool {
    for (place, known) in early.enumerated() {
      var changed = self
      guard changed.matches(event, known.observed, terms) else { continue }
      self = changed
      early.remove(at: place)
      faults[known.fault].kind = .outOfOrder
      return true
    }
    return false
  }

  /// The event that came too early is explained by now.
  mutating func explainEarly(_ fault: Int) {
    early.removeAll { $0.fault == fault }
    faults[fault].kind = .outOfOrder
  }

  /// What came too early, or is late, no longer counts after a few events.
  mutating func age() {
    for place in early.indices { early[place].age += 1 }
    early.removeAll { $0.age > 6 }
  }

  /// Takes these events to be missing when that one was observed. They were due at an earlier one, where one is given.
  mutating func miss(
    _ events: [Exchange.Event], _ kind: Finding.Kind, at observed: Observation, due: Observation.Position? = nil
  ) {
    var fault = Fault(kind, at: observed, events: events)
    fault.due = due
    add(fault)
    late += events.map { ($0, faults.count - 1) }
  }

  /// Takes the event not to belong here.
  mutating func misplace(_ observed: Observation) {
    add(Fault(.misplaced, at: observed))
    early.append((observed, faults.count - 1, 0))
  }

  /// Whether the last fault is a step of one event that has left no trace.
  var hasLostOneEvent: Bool { faults.last.map { $0.kind == .notLogged && $0.events.count == 1 } ?? false }

  /// Notes what was known when the last fault showed.
  mutating func note(_ situation: Situation) { faults[faults.count - 1].situation = situation }

  // MARK: Settings

  /// Sets these on the DN, as they were before the first step.
  mutating func set(_ settings: Exchange.Settings, of dn: Exchange.DN) {
    exchange.set(settings, of: dn)
    var renamed = settings
    renamed.group.rawValue = actors[Int(settings.group.rawValue)]
    renamed.forwardsTo.rawValue = actors[Int(settings.forwardsTo.rawValue)]
    opening.append(.settings(renamed, dn: Exchange.DN(actors[Int(dn.rawValue)])))
  }

  /// One DN observes another, as it did before the first step.
  mutating func add(_ observation: Exchange.Observation) {
    exchange.add(observation)
    opening.append(
      .observation(
        Exchange.Observation(
          observer: Exchange.DN(actors[Int(observation.observer.rawValue)]),
          agent: Exchange.DN(actors[Int(observation.agent.rawValue)]), type: observation.type,
          intrudes: observation.intrudes)))
  }

  /// The agent who is logged in at the DN has this AgentID, which was not known.
  mutating func name(agent agentID: UInt32, at dn: Exchange.DN) {
    guard var settings = exchange.settings(of: dn) else { return }
    settings.agentID = agentID
    exchange.set(settings, of: dn)
    cast[Int(actors[Int(dn.rawValue)])].agentID = agentID
  }

  // MARK: Names

  /// This hypothesis in a log that differs in nothing but its names.
  func renamed(
    dn rename: (Observation.DN) -> Observation.DN, call: (ConnID) -> ConnID, agent renameAgent: (UInt32) -> UInt32
  ) -> Hypothesis {
    func dn(_ name: Observation.DN) -> Observation.DN { name == .none ? name : rename(name) }
    func agent(_ number: UInt32) -> UInt32 { number == 0 ? number : renameAgent(number) }
    var other = self
    for place in names.indices { other.names[place] = dn(names[place]) }
    for place in cast.indices {
      other.cast[place].name = dn(cast[place].name)
      other.cast[place].agentID = agent(cast[place].agentID)
    }
    for place in calls.indices { other.calls[place].log = call(calls[place].log) }
    for place in opening.indices {
      guard case .settings(var settings, let owner) = opening[place] else { continue }
      settings.agentID = agent(settings.agentID)
      other.opening[place] = .settings(settings, dn: owner)
    }
    for place in owed.indices {
      other.owed[place].event.agentID = agent(owed[place].event.agentID)
      other.owed[place].due = nil
    }
    other.exchange.renameAgents(agent)
    other.normalize()
    return other
  }

  // MARK: Order

  /// Puts the DNs in the order of their names, and drops those that are of no importance any more.
  ///
  /// Hypotheses that differ only in how they came about are then equal.
  mutating func normalize() {
    var isInOrder = true
    for number in Spare.end..<max(names.count, Spare.end) {
      let isOpen = names[number] == .none
      if isOpen || number > Spare.end && names[number] < names[number - 1] { isInOrder = false }
    }
    if isInOrder { return }
    let mentioned = exchange.mentionedDNs
    let open = (Spare.end..<names.count).filter { number in
      let dn = Exchange.DN(UInt16(number))
      return names[number] == .none
        && (mentioned[number] || owed.contains { $0.event.names(dn) } || late.contains { $0.event.names(dn) })
    }
    let named = (Spare.end..<names.count).filter { names[$0] != .none }.sorted { names[$0] < names[$1] }
    let order = Array(1..<Spare.end) + named + open
    if order.count == names.count - 1, order == Array(1..<names.count) { return }
    exchange = exchange.renumbered(order.map { Exchange.DN(UInt16($0)) })
    var numbers = [UInt16](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { numbers[number] = UInt16(place + 1) }
    names = [.none] + order.map { names[$0] }
    actors = [0] + order.map { actors[$0] }
    for place in late.indices { late[place].event.eachDN { $0 = Exchange.DN(numbers[Int($0.rawValue)]) } }
    for place in owed.indices {
      owed[place].event.eachDN { $0 = Exchange.DN(numbers[Int($0.rawValue)]) }
    }
  }
}

/// A DN of a hypothesis, by the number that it keeps.
struct CastMember: Sendable {
  /// The DN of the log, as far as it is known.
  var name = Observation.DN.none
  let kind: Kind
  var isRegistered = true
  /// The AgentID of its agent, if the agent has logged in without naming it.
  var agentID: UInt32 = 0
}

/// DNs of each exchange that are in no call: an action that needs an unknown DN is tried with them.
enum Spare {
  /// Two extensions, as both parties of an action may be unknown.
  static let kinds: [Kind] = [
    .extension, .extension, .remote, .external, .acdGroup, .routingPoint, .routeQueue, .virtualQueue,
  ]
  static let firstExtension = Exchange.DN(1)
  static let secondExtension = Exchange.DN(2)
  static let remote = Exchange.DN(3)
  /// The number of the first DN that is not spare.
  static let end = kinds.count + 1

  static let all = (1..<end).map { Exchange.DN(UInt16($0)) }
}

extension Hypothesis {
  /// Whether the DN may be tried with that effort. Hardly anything tells a monitored party outside from an extension.
  func mayTry(_ dn: Exchange.DN, _ effort: Effort) -> Bool { dn != Spare.remote || strain < effort.strain }
}

extension Exchange.DN {
  var isSpare: Bool { self != .none && Int(rawValue) < Spare.end }
}

extension Exchange.Event {
  mutating func eachDN(_ body: (inout Exchange.DN) -> Void) {
    body(&thisDN)
    body(&thisQueue)
    body(&otherDN)
    body(&thirdPartyDN)
    body(&thirdPartyQueue)
  }

  func names(_ dn: Exchange.DN) -> Bool {
    thisDN == dn || otherDN == dn || thirdPartyDN == dn || thisQueue == dn || thirdPartyQueue == dn
  }
}
