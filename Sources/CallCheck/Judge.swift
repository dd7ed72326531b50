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
  private var components = ComponentTable()
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

  /// Begins another log of a switch with the same profile. Nothing is known of its calls and DNs.
  public mutating func beginLog() {
    explainer.beginLog()
    (components, lost, lastSweep, summary) = (ComponentTable(), [], 0, Summary())
  }

  /// Judges the next event, and returns what was found in calls that have ended since.
  public mutating func judge(_ observation: Observation) -> [Finding] {
    summary.events += 1
    var findings = warnings(about: observation)
    if observation.time - lastSweep > idle { findings += closeIdle(at: observation.time) }
    return findings + take(observation)
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

  private mutating func take(_ observed: Observation) -> [Finding] {
    if observed.type.isIgnored {
      summary.notJudged[observed.type, default: 0] += 1
      return []
    }
    let isSetAside = !lost.isEmpty && (lost.contains(observed.connID) || lost.contains(observed.previousConnID))
    if isSetAside, components.owner(of: observed.connID) == nil, components.owner(of: observed.previousConnID) == nil {
      lost.formUnion([observed.connID, observed.previousConnID].filter { $0 != .none })
      summary.notJudged[observed.type, default: 0] += 1
      return []
    }
    summary.calls -= components.reopen(observed.connID)
    let place = components.place(for: observed, by: &explainer)
    components.judge(observed, at: place, by: &explainer)
    if isSetAside { components[place].setAside(at: observed) }
    if components[place].isAtRest || components[place].isLost { return close(place) }
    if explainer.memory.isFull { forget() }
    return []
  }

  /// Empties the memory: the open components keep by themselves what they have of it.
  mutating func forget() {
    for place in components.open { components[place].recall(explainer.memory) }
    explainer.memory = Memory()
  }

  /// Ends the log, and returns what was found in calls that have not ended.
  public mutating func finish() -> [Finding] { components.open.flatMap { closeOpen($0) } }

  private mutating func closeIdle(at time: Int64) -> [Finding] {
    lastSweep = time
    let silent = components.open.filter { time - (components[$0].history.last?.time ?? time) > idle }
    return silent.flatMap { closeOpen($0) }
  }

  /// Closes calls whose end is not known.
  private mutating func closeOpen(_ place: Int) -> [Finding] {
    summary.openCalls += 1
    components[place].recall(explainer.memory)
    let (last, best) = (components[place].history.last, components[place].best)
    let findings = close(place)
    guard let last, best?.owed.isEmpty == false else { return findings }
    summary.findings[.incomplete, default: 0] += 1
    return findings + [Finding(level: .note, kind: .incomplete, observation: last)]
  }

  /// Forgets the component, but for what it has shown of its DNs.
  private mutating func close(_ place: Int) -> [Finding] {
    let component = components.close(place)
    let calls = component.participants.calls
    summary.calls += calls.count
    if component.isLost { lost.formUnion(calls) }
    let findings = explainer.findings(in: component)
    if findings.isEmpty, !component.isLost { components.keepClosed(component) }
    for finding in findings { summary.findings[finding.kind, default: 0] += 1 }
    if !component.isLost { explainer.learn(from: component) }
    summary.greatestEffort = max(summary.greatestEffort, component.effort)
    summary.mostHypotheses = max(summary.mostHypotheses, component.most)
    return findings
  }
}
