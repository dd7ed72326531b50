public import CallModel

/// Judges the events of a log, one after the other, by the call models.
///
/// ```swift
/// var judge = Judge()
/// for observation in log { findings += judge.judge(observation) }
/// findings += judge.finish()
/// ```
public struct Judge: Sendable {
  private var explainer: Explainer
  private var components: [Int: Component] = [:]
  private var nextComponent = 0
  private var owners: [ConnID: Int] = [:]
  private var users: [Observation.DN: Set<Int>] = [:]
  /// DNs that have been told what only queues are told, and those that have been told what only devices are.
  private var queues: Set<Observation.DN> = []
  private var devices: Set<Observation.DN> = []
  /// The components that were closed last: a late event of one of their calls is judged there.
  private var closed: [(number: Int, component: Component)] = []
  private static let closedLimit = 32
  /// The calls that are no longer judged.
  private var lost: Set<ConnID> = []
  /// After how many milliseconds without an event calls are closed, and when that was last looked for.
  private let idle: Int64
  private var lastSweep: Int64 = 0
  /// What has been judged, and what has been found.
  public private(set) var summary = Summary()

  /// Makes a judge for the logs of a switch. Calls that nothing is told about for `idle` milliseconds are closed.
  public init(
    profile: SwitchProfile = SwitchProfile(), presence: Presence = .exact, idle: Int64 = 4 * 3_600_000
  ) {
    explainer = Explainer(profile, presence)
    self.idle = idle
  }

  /// Judges the next event, and returns what was found in calls that have ended since.
  public mutating func judge(_ observation: Observation) -> [Finding] {
    summary.events += 1
    return warnings(about: observation) + closeIdle(at: observation.time) + take(observation)
  }

  /// Where further attributes are allowed, the models do not judge those that they never list.
  private mutating func warnings(about observed: Observation) -> [Finding] {
    if explainer.terms.presence != .listed || observed.type.isIgnored { return [] }
    let odd = explainer.neverListed(observed)
    if odd.isEmpty { return [] }
    summary.findings[.neverListed, default: 0] += 1
    var warning = Finding(level: .warning, kind: .neverListed, observation: observed)
    warning.differences = odd.attributes.map {
      Finding.Difference(attribute: $0, isExpected: false, isPresent: true)
    }
    return [warning]
  }

  private mutating func take(_ observation: Observation) -> [Finding] {
    if observation.type.isIgnored {
      summary.notJudged[observation.type, default: 0] += 1
      return []
    }
    note(observation)
    let isSetAside = [observation.connID, observation.previousConnID].contains(where: lost.contains)
    if isSetAside, owners[observation.connID] == nil, owners[observation.previousConnID] == nil {
      lost.formUnion([observation.connID, observation.previousConnID].filter { $0 != .none })
      summary.notJudged[observation.type, default: 0] += 1
      return []
    }
    reopen(observation.connID)
    let number = component(for: observation)
    guard var component = components.removeValue(forKey: number) else { return [] }
    component.judge(observation, by: &explainer)
    if isSetAside { component.setAside(at: observation) }
    if component.isAtRest || component.isLost { return close(number, component) }
    components[number] = component
    return []
  }

  /// Ends the log, and returns what was found in calls that have not ended.
  public mutating func finish() -> [Finding] {
    components.keys.sorted().flatMap { number -> [Finding] in
      guard let component = components.removeValue(forKey: number) else { return [] }
      return closeOpen(number, component)
    }
  }

  private mutating func closeIdle(at time: Int64) -> [Finding] {
    guard time - lastSweep > idle else { return [] }
    lastSweep = time
    let silent = components.filter { time - ($0.value.history.last?.time ?? time) > idle }
    return silent.keys.sorted().flatMap { number -> [Finding] in
      components.removeValue(forKey: number).map { closeOpen(number, $0) } ?? []
    }
  }

  /// Closes calls whose end is not known.
  private mutating func closeOpen(_ number: Int, _ component: Component) -> [Finding] {
    summary.openCalls += 1
    let findings = close(number, component)
    guard let last = component.history.last, component.best?.owed.isEmpty == false else { return findings }
    summary.findings[.incomplete, default: 0] += 1
    return findings + [Finding(level: .note, kind: .incomplete, observation: last)]
  }

  // MARK: Components

  private mutating func note(_ observed: Observation) {
    switch observed.type {
    case .queued, .routeRequest: queues.insert(observed.thisDN)
    case .ringing, .established, .held, .retrieved: devices.insert(observed.thisDN)
    default: break
    }
  }

  /// Whether the calls of the DN must be judged together.
  private func joinsCalls(_ dn: Observation.DN) -> Bool {
    dn != .none && (!queues.contains(dn) || devices.contains(dn)) && !explainer.terms.kinds.isQueue(dn)
  }

  /// Opens the component again in which the call has ended: ConnIDs are never used twice.
  private mutating func reopen(_ call: ConnID) {
    guard call != .none, owners[call] == nil,
      let place = closed.lastIndex(where: { $0.component.history.contains { $0.connID == call } })
    else { return }
    let (number, component) = closed.remove(at: place)
    components[number] = component
    owners[call] = number
    summary.calls -= 1
  }

  /// The component that the event belongs to, joined from several where it connects them.
  private mutating func component(for observed: Observation) -> Int {
    var numbers: Set<Int> = []
    for call in [observed.connID, observed.previousConnID] {
      if call != .none, let owner = owners[call] { numbers.insert(owner) }
    }
    if joinsCalls(observed.thisDN) { numbers.formUnion(users[observed.thisDN] ?? []) }
    let ordered = numbers.sorted()
    let number = ordered.first ?? nextComponent
    if ordered.isEmpty {
      nextComponent += 1
      components[number] = Component()
    } else if ordered.count > 1 {
      join(ordered)
    }
    for call in [observed.connID, observed.previousConnID] where call != .none { owners[call] = number }
    for dn in observed.dns { users[dn, default: []].insert(number) }
    return number
  }

  private mutating func join(_ numbers: [Int]) {
    guard var first = components[numbers[0]] else { return }
    let others = numbers.dropFirst().compactMap { components.removeValue(forKey: $0) }
    first.join(others, by: &explainer)
    components[numbers[0]] = first
    for observed in others.flatMap(\.history) {
      for call in [observed.connID, observed.previousConnID] where call != .none { owners[call] = numbers[0] }
      for dn in observed.dns {
        users[dn, default: []].subtract(numbers.dropFirst())
        users[dn, default: []].insert(numbers[0])
      }
    }
  }

  /// Forgets the component, but for what it has shown of its DNs.
  private mutating func close(_ number: Int, _ component: Component) -> [Finding] {
    for observed in component.history {
      for call in [observed.connID, observed.previousConnID] where call != .none && owners[call] == number {
        owners[call] = nil
        summary.calls += 1
        if component.isLost { lost.insert(call) }
      }
      for dn in observed.dns {
        users[dn]?.remove(number)
        if users[dn]?.isEmpty ?? false { users[dn] = nil }
      }
    }
    let findings = explainer.findings(in: component)
    if findings.isEmpty, !component.isLost {
      closed.append((number, component))
      if closed.count > Self.closedLimit { closed.removeFirst() }
    }
    for finding in findings { summary.findings[finding.kind, default: 0] += 1 }
    if !component.isLost { explainer.learn(from: component.hypotheses, after: component.history) }
    summary.greatestEffort = max(summary.greatestEffort, component.effort)
    summary.mostHypotheses = max(summary.mostHypotheses, component.most)
    return findings
  }
}
