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
  private(set) var components = ComponentTable()
  private var setAside: SetAsideCalls
  /// The calls that have begun before the events that are judged.
  private var begun: Set<ConnID> = []
  /// After how many milliseconds without an event calls are closed, when that was last looked for, and up to when no
  /// call can be silent for so long.
  private let idle: Int64
  /// The requests that nothing has answered yet.
  private(set) var requests = RequestTable()
  /// The requests that have to do with the event that is being judged.
  private var evidence = Evidence()
  private var lastSweep: Int64 = 0
  /// The latest time of an event.
  private var latest = Int64.min
  private var nextSweep = Int64.min
  /// What has been judged, and what has been found.
  public private(set) var summary = Summary()
  /// The call whose explanation is kept, and that explanation once the call has ended.
  package var wanted = ConnID.none
  package private(set) var explanation: ExplainedCalls?

  /// Whether the actions that explain a call are replayed, and what they lead to is compared with the log.
  public var verifies = false

  /// The most requests that wait for an answer: of more, the oldest is forgotten.
  public static let mostRequests = RequestTable.limit

  /// After how many milliseconds without an event calls are closed, unless it is said: four hours.
  public static let usualIdle: Int64 = 4 * 3_600_000

  /// Makes a judge for the logs of a switch. Calls that nothing is told about for `idle` milliseconds are closed.
  /// `slack` steps of a call may go on before all events of an earlier one have come.
  ///
  /// With nil for a profile, the options of the switch are the usual ones until the log shows that they are not.
  public init(
    profile: SwitchProfile? = SwitchProfile(), presence: Presence = .exact, idle: Int64 = usualIdle, slack: Int = 0
  ) {
    explainer = Explainer(profile ?? SwitchProfile(), presence)
    explainer.learnsOptions = profile == nil
    explainer.terms.slack = slack
    (self.idle, setAside) = (idle, SetAsideCalls(idle: idle))
  }

  /// Makes what is needed to learn these options now, and not when it is first needed. No other is learned.
  mutating func prepareToLearn(_ options: [SwitchOption]) { explainer.prepare(options) }

  /// Looks less far for what is unusual, as after some faults.
  package mutating func hurry() { explainer.hurry() }

  /// Begins another log of a switch with the same profile. Nothing is known of its calls and DNs.
  public mutating func beginLog() {
    // What a switch has shown of its options says nothing of another one.
    if !explainer.learned.isEmpty { explainer = explainer.withUsualOptions() }
    explainer.beginLog()
    (components, setAside, begun, requests) = (ComponentTable(), SetAsideCalls(idle: idle), [], RequestTable())
    (lastSweep, nextSweep, latest) = (0, .min, .min)
    (summary, explanation) = (Summary(), nil)
  }

  /// Passes over an event before those that are judged: what it tells of has begun before them.
  public mutating func pass(over observation: Observation) {
    begun.formUnion([observation.connID, observation.previousConnID].filter { $0 != .none })
  }

  /// Passes over an event behind those that are judged: it may answer a request.
  public mutating func pass(beyond observation: Observation) {
    if !requests.isEmpty { _ = requests.evidence(for: observation, explainer.index) }
  }

  /// Judges the next event, and returns what was found in calls that have ended since.
  public mutating func judge(_ observation: Observation) -> [Finding] {
    summary.events += 1
    latest = max(latest, observation.time)
    if !requests.isEmpty {
      if observation.isIgnored {
        requests.pass(over: observation, explainer.index)
      } else {
        requests.find(for: observation, explainer.index, &evidence)
      }
    }
    var silent = closeIdle(before: observation)
    if components.hasOthers(at: observation) { silent.add(closeProbablyOver(before: observation)) }
    let ended = take(observation)
    // An option that the event has just shown may be why it has an attribute.
    var findings = warnings(about: observation)
    if !evidence.isEmpty { evidence.removeAll() }
    if !requests.isEmpty { findings.add(notes(of: requests.overdue(at: observation.time))) }
    findings.add(silent)
    findings.add(ended)
    return findings
  }

  /// Where further attributes are allowed, the models do not judge those that they never list.
  private mutating func warnings(about observed: Observation) -> [Finding] {
    if explainer.terms.presence != .listed || observed.isIgnored { return [] }
    let odd = explainer.index.neverListed(observed)
    if odd.isEmpty { return [] }
    summary.findings[.neverListed, default: 0] += 1
    var warning = Finding(level: .warning, kind: .neverListed, observation: observed)
    warning.differences = odd.attributes.map {
      Finding.Difference(attribute: $0, isExpected: false, isPresent: true)
    }
    return [warning]
  }

  private mutating func take(_ observed: Observation) -> [Finding] {
    if observed.isIgnored {
      summary.notJudged[observed.type, default: 0] += 1
      return []
    }
    explainer.see(observed)
    let older = begun.isEmpty ? [] : noteOlder(observed)
    let isSetAside = setAside.concern(observed)
    if isSetAside, components.owner(of: observed.connID) == nil, components.owner(of: observed.previousConnID) == nil {
      setAside.follow(observed)
      summary.notJudged[observed.type, default: 0] += 1
      return older
    }
    let reopened = components.reopen(observed.connID)
    summary.calls -= reopened
    if verifies { summary.verified -= reopened }
    let place = components.place(for: observed, by: &explainer)
    if !evidence.isEmpty { components[place].receive(evidence) }
    setAside.noteOtherCall(of: observed)
    if setAside.mayExplain(observed) { components.noteSetAside(observed.thisDN, at: place, explainer.terms.kinds) }
    components.judge(observed, at: place, by: &explainer)
    let notes = explainer.learned.count > summary.options.count ? noteOptions() : []
    if isSetAside { components[place].setAside(at: observed) }
    if components[place].isAtRest || components[place].isLost {
      var findings = notes
      findings.add(close(place))
      return findings
    }
    if explainer.memory.isFull { forget() }
    return notes
  }

  /// Notes of the options that have just been learned.
  private mutating func noteOptions() -> [Finding] {
    let new = explainer.learned.dropFirst(summary.options.count)
    summary.options += new
    // What is remembered is what the switch would do with its former options.
    forget()
    return new.map { option in
      summary.findings[.learnedOption, default: 0] += 1
      var note = Finding(level: .note, kind: .learnedOption, observation: option.observation)
      note.option = option
      return note
    }
  }

  /// Sets calls aside that had begun before the events that are judged.
  private mutating func noteOlder(_ observation: Observation) -> [Finding] {
    let older = [observation.connID, observation.previousConnID].filter { begun.remove($0) != nil }
    if older.isEmpty { return [] }
    setAside.insert(older)
    summary.findings[.unknownPast, default: 0] += 1
    return [Finding(level: .note, kind: .unknownPast, observation: observation)]
  }

  /// Empties the memory: the open components keep by themselves what they have of it.
  mutating func forget() {
    for place in components.open { components[place].leave(explainer.memory) }
    explainer.memory = Memory()
  }

  /// Ends the log, and returns what was found in calls that have not ended.
  public mutating func finish() -> [Finding] {
    // Calls that are not over may still answer.
    for place in components.open { requests.forget(components[place].participants.calls) }
    let findings = components.open.flatMap { closeOpen($0) }
    let left = requests.finish().filter { !setAside.contains($0.connID) && !setAside.contains($0.otherConnID) }
    return findings + notes(of: left)
  }

  private mutating func closeIdle(before observation: Observation) -> [Finding] {
    let time = observation.time
    func isSilent(_ place: Int) -> Bool { time - (components[place].history.last?.time ?? time) > idle }
    let isDue = time - lastSweep > idle / 8
    guard isDue || time > nextSweep && components.owner(of: observation.connID).map(isSilent) ?? false else {
      return []
    }
    let open = components.open
    let silent = open.filter(isSilent)
    let first = open.filter { !isSilent($0) }.compactMap { components[$0].history.last?.time }.min()
    (lastSweep, nextSweep) = (time, (first ?? time) + idle)
    return silent.flatMap { place -> [Finding] in
      guard let last = components[place].history.last else { return [] }
      setAside.insert(components[place].participants.calls)
      requests.forget(components[place].participants.calls)
      let found = closeOpen(place)
      // That an event is missing says enough.
      if found.last?.kind == .incomplete, found.last?.level == .error { return found }
      summary.findings[.idle, default: 0] += 1
      return found + [Finding(level: .note, kind: .idle, observation: last)]
    }
  }

  /// Closes calls that are probably over, where a device that they had invited goes on with another one.
  private mutating func closeProbablyOver(before observation: Observation) -> [Finding] {
    components.probablyOver(at: observation, explainer).flatMap { close($0) }
  }

  /// Closes calls whose end is not known. If their last event is wrong, that is why they seem not to be over.
  private mutating func closeOpen(_ place: Int) -> [Finding] {
    summary.openCalls += 1
    let (last, isComplete) = (components[place].history.last, components[place].isComplete(explainer.memory))
    let owed = isComplete ? [] : components[place].owed(explainer.memory)
    let findings = close(place)
    guard let last, !isComplete, findings.last?.observation.position != last.position else { return findings }
    summary.findings[.incomplete, default: 0] += 1
    // The log goes on, but the step does not.
    let isMissing = !owed.isEmpty && !explainer.seesOneDN && latest - last.time > Self.longestStep
    var finding = Finding(level: isMissing ? .error : .note, kind: .incomplete, observation: last)
    finding.missing = owed
    return findings + [finding]
  }

  /// The longest time that a step takes, in milliseconds.
  private static let longestStep: Int64 = 10 * 60_000

  /// Whether the call is not judged because it has become one with a call that began before the log.
  package func isSetAside(_ call: ConnID) -> Bool { setAside.contains(call) }

  /// Forgets the component, but for what it has shown of its DNs.
  private mutating func close(_ place: Int) -> [Finding] {
    // It is exchanged and not copied, which takes less time.
    var component = Component()
    swap(&component, &components[place])
    let calls = component.participants.calls.count
    summary.calls += calls
    if component.hasUnknownPast {
      setAside.insert(component)
    } else if component.isLost {
      setAside.insert(component.participants.calls)
    }
    let isWanted = wanted != .none && component.participants.calls.contains(wanted)
    if isWanted || verifies { component.recall(explainer.memory) }
    if isWanted { explanation = ExplainedCalls(component, by: explainer) }
    var findings = component.isSound && component.cut == nil ? [] : explainer.findings(in: component)
    if component.hasUnknownPast, component.meetsSetAside, calls == 0 {
      // What DNs are told that are, or were, in such a call.
      findings = []
      for observed in component.history { summary.notJudged[observed.type, default: 0] += 1 }
    }
    if verifies, !component.isLost, component.best?.faults.isEmpty ?? false {
      summary.verified += calls
      findings += [explainer.unverified(component)].compactMap(\.self)
    }
    if !component.asked.isEmpty { findings.add(doubts(about: component)) }
    if !requests.isEmpty { end(component) }
    for finding in findings { summary.findings[finding.kind, default: 0] += 1 }
    if component.isLost { explainer.terms.settings.forget(component.history) } else { explainer.learn(from: component) }
    let (effort, most) = component.effort(explainer.memory)
    summary.greatestEffort = max(summary.greatestEffort, effort)
    summary.mostHypotheses = max(summary.mostHypotheses, most)
    let isKept = findings.isEmpty && !component.isLost
    swap(&component, &components[place])
    components.close(place, isKept: isKept)
    return findings
  }

  // MARK: Requests

  /// Takes note of a request: the events that follow are explained by it where that is possible.
  public mutating func note(_ request: Request) {
    summary.requests += 1
    requests.add(request)
  }

  /// Takes note of what the client of a request was told, and returns what was found in calls that have ended since. An
  /// EventError may be what a DN was to be told.
  @discardableResult
  public mutating func note(reply: Reply) -> [Finding] {
    if !requests.isEmpty { requests.note(reply) }
    let error = reply.error
    return reply.isRefusal && components.waiting(for: error, explainer.memory) != nil ? take(error) : []
  }

  /// The calls of the component have ended. What has been carried out needs no answer; the rest has some time for it.
  private mutating func end(_ component: Component) {
    component.eachUnansweredStep(explainer.memory) { requests.settle($0) }
    let (calls, last) = (component.participants.calls, component.history.last)
    if component.isLost || !component.trustsRequests { return requests.forget(calls) }
    requests.end(calls, at: last?.time ?? 0)
  }

  private func doubts(about component: Component) -> [Finding] {
    component.doubts(explainer.memory).map { observed, request in
      var warning = Finding(level: .warning, kind: .otherAnswer, observation: observed)
      warning.request = request
      return warning
    }
  }

  /// Notes of requests without an answer.
  private mutating func notes(of unanswered: [Request]) -> [Finding] {
    if unanswered.isEmpty { return [] }
    summary.findings[.unanswered, default: 0] += unanswered.count
    return unanswered.map { request in
      var missing = Observation(.error)
      (missing.thisDN, missing.connID, missing.referenceID) = (request.actor, request.connID, request.referenceID)
      (missing.time, missing.position) = (request.time, request.position)
      var note = Finding(level: .note, kind: .unanswered, observation: missing)
      note.request = request
      return note
    }
  }
}

extension [Finding] {
  /// Adds these. Mostly there are none, and then it takes no time.
  @inline(__always)
  fileprivate mutating func add(_ others: [Finding]) { if !others.isEmpty { self += others } }
}
