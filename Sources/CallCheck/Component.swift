import CallModel

/// Calls that must be judged together, because a device is in several of them, or because they become one.
struct Component: Sendable {
  /// Components count from 1 in the order in which they began.
  var number: Int
  private(set) var history: [Observation] = []
  private(set) var hypotheses = Hypothesis.atStart
  /// The place in the memory, as long as it knows all that has happened. Then it knows the hypotheses.
  private(set) var place: Int? = Memory.start
  /// Whether an event has been explained here, and not by the memory.
  private var hasExplained = false
  /// Whether the memory has explained the earlier events. It does not keep where an event was due.
  private var isRemembered = false
  private(set) var participants = Participants()
  /// The hypotheses at a place of the history, from which on the events can be judged once more.
  private var base = (hypotheses: Hypothesis.atStart, place: 0)
  /// The hypotheses before each of the last events that were explained, the oldest first.
  private var trail: [[Hypothesis]] = []
  private(set) var effort = 0
  /// The most hypotheses so far.
  private var most = 0
  /// The DNs that are taken for monitored parties outside, although they may be extensions.
  private var remotes: [Observation.DN] = []
  /// The event with more explanations than are kept.
  private(set) var cut: Observation?
  /// The event at which it was given up: its events are no longer judged.
  private(set) var lost: Observation?
  var isLost: Bool { lost != nil }
  /// Whether it was given up because one of its calls seems to have begun before the log.
  private(set) var hasUnknownPast = false
  /// Whether one of its DNs was in a call that is no longer judged: that call may explain its events.
  var meetsSetAside = false
  /// The value of an option that would explain its events, although others have another value.
  private(set) var contradicted: LearnedOption?
  /// The requests that have to do with its events.
  var asked = Rare<MetRequests>()
  /// Whether requests decide how events are explained. They do not once they have led to what the events contradict.
  var trustsRequests = true
  /// The first event of a call, if it is wrong unless the call began before the log, and the hypotheses before it.
  private var oddBeginning: (observed: Observation, before: [Hypothesis])?

  /// The most faults that are assumed before the component is given up.
  private static let faults = 4
  /// After how many events the events before are no longer judged once more.
  private static let memory = 256

  /// Whether its calls have ended.
  private(set) var isAtRest = false

  init(number: Int = 0) { self.number = number }

  /// Forgets all. Where the memory knew all events, nothing but these and their names has to be forgotten, and their
  /// room is kept: most components need the same, and so the next one takes no memory.
  mutating func removeAll() {
    guard place != nil, !hasExplained, !isLost, history.count <= Self.keptRoom else {
      self = Component()
      return
    }
    history.removeAll(keepingCapacity: true)
    participants.removeAll()
    asked.change { $0.removeAll() }
    (place, isAtRest, meetsSetAside) = (Memory.start, false, false)
  }

  /// The most events for which the room is kept.
  private static let keptRoom = 32

  /// Judges the next event.
  mutating func judge(_ observed: Observation, by explainer: inout Explainer) {
    guard let place, history.count < Self.memory, var event = explainer.numbered(observed, &participants) else {
      participants.meet(observed)
      if !asked.isEmpty { _ = asked.meet(at: observed, participants, explainer.terms.kinds, &explainer.memory) }
      leave(explainer.memory)
      return explain(observed, by: &explainer)
    }
    if !asked.isEmpty {
      event = event.met(by: asked.meet(at: observed, participants, explainer.terms.kinds, &explainer.memory))
    }
    if let next = explainer.memory.place(after: place, event) {
      history.append(observed)
      (self.place, isAtRest) = (next, explainer.memory[next].isAtRest)
      return
    }
    recall(explainer.memory)
    let learned = explainer.learned.count
    explain(observed, by: &explainer)
    if explainer.learned.count == learned, let reached = reached(explainer) {
      self.place = explainer.memory.add(reached, after: place, event)
    } else {
      // What went before decides, too, what is wrong, and what the event has shown of its DNs.
      explainAgain(by: &explainer)
    }
  }

  /// Judges its events once more from the first one on.
  mutating func explainAgain(by explainer: inout Explainer) {
    let old = self
    let events = history
    self = Component(number: number)
    (place, participants) = (nil, old.participants)
    (asked, trustsRequests, meetsSetAside) = (old.asked, old.trustsRequests, old.meetsSetAside)
    for observed in events { explain(observed, by: &explainer) }
  }

  /// Takes the hypotheses from the memory before it has seen all.
  mutating func leave(_ memory: borrowing Memory) {
    if place != nil, !history.isEmpty { isRemembered = true }
    recall(memory)
  }

  /// Takes the hypotheses from the memory. From now on, they are kept here.
  mutating func recall(_ memory: borrowing Memory) {
    guard let known = place else { return }
    hypotheses = memory[known].hypotheses.map(participants.named)
    (effort, most, place) = (memory[known].effort, memory[known].most, nil)
  }

  /// The effort that its events take, and the most hypotheses.
  func effort(_ memory: borrowing Memory) -> (effort: Int, most: Int) {
    place.map { (memory[$0].effort, memory[$0].most) } ?? (effort, most)
  }

  /// Whether all events of its steps have come, according to one of the hypotheses with the least unlikely faults.
  func isComplete(_ memory: borrowing Memory) -> Bool {
    let known = place.map { memory[$0].hypotheses } ?? hypotheses
    let least = known.map(\.cost).min()
    return known.isEmpty || known.contains { $0.cost == least && $0.owed.isEmpty }
  }

  /// Whether nothing in its events is wrong.
  var isSound: Bool { !isLost && (place != nil || best?.faults.isEmpty ?? false) }

  /// What the memory can keep; nil if something is wrong, or unusual.
  private func reached(_ explainer: Explainer) -> Memory.Place? {
    if isLost || cut != nil || oddBeginning != nil || effort > 0 && explainer.terms.settings.hasForwarding {
      return nil
    }
    var numbered: [Hypothesis] = []
    for hypothesis in hypotheses {
      guard hypothesis.faults.isEmpty, let other = participants.numbered(hypothesis) else { return nil }
      numbered.append(other)
    }
    return Memory.Place(hypotheses: numbered, effort: effort, most: most, isAtRest: isAtRest)
  }

  private mutating func explain(_ observed: Observation, by explainer: inout Explainer) {
    hasExplained = true
    history.append(observed)
    if !evidence.isEmpty || !explainer.terms.requests.isEmpty { explainer.terms.requests = evidence }
    explainer.terms.requestsGiveNamesOnly = !trustsRequests
    defer { isAtRest = hypotheses.areAtRest }
    if isLost { return }
    if observed.type == .error { return judgeError(observed, by: &explainer) }
    let before = hypotheses
    if history.count - base.place > Self.memory { base = (before, history.count - 1) }
    if extend(by: observed, &explainer, Effort.all[effort]) { return remember(before) }
    if isRemembered || noteTold(observed.thisDN, before, &explainer) { return explainAgain(by: &explainer) }
    if trustsRequests, !evidence.isEmpty { return explainWithoutTrust(observed, &explainer) }
    if explainer.isEverTold(observed), explainWithGreaterEffort(observed, &explainer) { return }
    if let place = placeOfOlderCall(shownBy: observed, before, explainer) { return setAside(at: place, before) }
    if meetsSetAside || Effort.all[effort].seesOneDN { return setAside(at: observed, before) }
    if explainer.mayLearn, explainAsAnotherSwitch(observed, after: before, &explainer) { return }
    if oddBeginning != nil {
      setAside(at: observed, before)
    } else if mayContinue(observed, explainer) {
      repairFirst(observed, after: before, &explainer)
    } else {
      repair(observed, after: before, &explainer)
    }
  }

  /// Judges the events once more, with one effort after the other.
  ///
  /// Where the options of the switch are open, too, there is less to be had for it.
  mutating func explainWithGreaterEffort(_ observed: Observation, _ explainer: inout Explainer) -> Bool {
    let (known, presumed) = (trail, remotes)
    for dn in toldDNs where !registers(dn) { explainer.terms.note(told: dn) }
    let before = hypotheses.likeliest(Explainer.repaired)
    if replayWithGreaterEffort(observed, &explainer) {
      // What was likely before is so still if a later event shows that something is wrong.
      for (place, earlier) in zip(trail.indices.reversed(), [before] + known.reversed()) { trail[place] += earlier }
      return true
    }
    (remotes, trail) = (presumed, known)
    explainer.vainEfforts += 1
    return false
  }

  private mutating func replayWithGreaterEffort(_ observed: Observation, _ explainer: inout Explainer) -> Bool {
    let presumed = remotes
    // Without the requests, there is less to look at than what has just been looked at in vain.
    let isKnown = asked.value?.unexplained == observed.position
    let vain = explainer.vainEfforts + (explainer.learnsOptions ? 2 : 0) + (isKnown ? 2 : 0)
    // The effort so far may do, now that one event more shows what happened before it.
    if replay(with: max(effort, 1), vain, &explainer) { return true }
    if replayPresumingRemote(observed, vain, &explainer) { return true }
    for greater in Effort.all.indices where greater > max(effort, 1) {
      if replay(with: greater, vain, &explainer) { return true }
    }
    remotes = []
    for any in Effort.all.indices where any > 0 && !presumed.isEmpty {
      if replay(with: any, vain, &explainer) { return true }
    }
    return false
  }

  /// Judges the events once more with that effort, and keeps to it if it explains them.
  mutating func replay(with effort: Int, _ vain: Int, _ explainer: inout Explainer) -> Bool {
    if Effort.all[effort].seesOneDN, toldDNs.count > 1 { return false }
    guard replay(&explainer, Effort.all[effort].reduced(after: vain)) else { return false }
    self.effort = effort
    return true
  }

  /// Judges the events once more, and takes each DN of the last one in turn for a monitored party outside.
  private mutating func replayPresumingRemote(
    _ observed: Observation, _ vain: Int, _ explainer: inout Explainer
  ) -> Bool {
    let terms = explainer.terms
    for dn in observed.dns where terms.kinds.allows(.remote, for: dn) && !terms.settings.concerns(dn) {
      if remotes.contains(dn) { continue }
      remotes.append(dn)
      if replay(with: 1, vain, &explainer) { return true }
      remotes.removeLast()
    }
    return false
  }

  /// Judges the events once more as those of a switch with another option.
  ///
  /// If another event has shown another value of the option, the switch is not of one kind. A wrong value is not
  /// explained by a switch that does not know it.
  private mutating func explainAsAnotherSwitch(
    _ observed: Observation, after before: [Hypothesis], _ explainer: inout Explainer
  ) -> Bool {
    let (known, effort) = (trail, effort)
    let fault = explainer.repair(observed, after: before, history.dropLast(), Effort.all[effort]).best?.faults.last
    for (option, value) in explainer.otherValues {
      guard let other = explainer.explainer(with: option, value), other.isEverTold(observed) else { continue }
      if option.omitsAttributes(value), let wrong = fault?.wrongValues, ignores(wrong, other) { continue }
      for effort in [0, 2] {
        var other = other
        guard replay(&other, Effort.all[effort].reduced(after: explainer.vainEfforts + 3)) else { continue }
        if explainer.learned.contains(where: { $0.option == option }) || !explainer.explainsRecentCalls(as: other) {
          giveUp(at: observed, before)
          contradicted = LearnedOption(option: option, value: value, observation: observed)
        } else {
          explainer.learn(option, from: other, at: observed)
          self.effort = effort
        }
        return true
      }
    }
    (hypotheses, trail, self.effort) = (before, known, effort)
    explainer.vainTries += 1
    return false
  }

  /// Whether the switch explains the last event although these values are wrong: a CallState may be right there.
  private func ignores(_ attributes: AttributeSet, _ explainer: Explainer) -> Bool {
    if attributes != AttributeSet(.callState) { return true }
    var (component, explainer) = (self, explainer)
    component.history[history.count - 1].callState = CallState(rawValue: 50)  // Held, which no table has
    return [0, 2].contains { component.replay(&explainer, Effort.all[$0]) }
  }

  /// The first event of what may have begun before the log can be wrong in an attribute; otherwise, what came before it
  /// is not known.
  private mutating func repairFirst(
    _ observed: Observation, after before: [Hypothesis], _ explainer: inout Explainer
  ) {
    let repaired = explainer.repair(observed, after: before, history.dropLast(), Effort.all[effort])
      .filter { $0.faults.last?.kind == .differs && $0.faults.last?.attributes.count == 1 }
    if repaired.isEmpty { return setAside(at: observed, before) }
    (hypotheses, oddBeginning) = (repaired, (observed, before))
    base = (hypotheses, history.count)
  }

  private mutating func giveUp(at observed: Observation, _ before: [Hypothesis]) {
    (hypotheses, lost) = (before, observed)
  }

  /// Gives it up because a call has begun before the log. If its first event seemed to be wrong, it was not.
  private mutating func setAside(at observed: Observation, _ before: [Hypothesis]) {
    let first = oddBeginning ?? (observed, before)
    giveUp(at: first.observed, first.before)
    hasUnknownPast = true
  }

  /// Keeps the hypotheses before an event, so that it can be taken to be wrong when a later one shows that it was.
  private mutating func remember(_ before: [Hypothesis]) {
    trail.append(before.likeliest(Explainer.repaired))
    if trail.count > Self.trailLength { trail.removeFirst() }
  }

  private static let trailLength = 3
  /// How many hypotheses are looked at to see whether what was repaired earlier explains the events since.
  private static let looksAfterRepair = 1_000

  /// Looks for what is wrong, here or a few events before, and goes on from there.
  private mutating func repair(_ observed: Observation, after before: [Hypothesis], _ explainer: inout Explainer) {
    let effort = Effort.all[effort]
    var repaired = explainer.repair(observed, after: before, history.dropLast(), effort)
    // That one event was lost earlier is likelier than that this one came from nowhere.
    let isStray = repaired.best?.faults.last?.kind == .misplaced && !repaired.contains(where: \.hasLostOneEvent)
    for (steps, earlier) in trail.reversed().enumerated() {
      let place = history.count - 2 - steps
      if place < base.place || history[place].type == .error { break }
      hypotheses = explainer.repair(history[place], after: earlier, history[..<place], effort, shownAt: observed.thisDN)
      explainer.looksLeft = Self.looksAfterRepair
      defer { explainer.looksLeft = .max }
      guard history[(place + 1)...].allSatisfy({ extend(by: $0, &explainer, effort) }) else { continue }
      let likelier = hypotheses.filter { isStray && $0.hasLostOneEvent }
      repaired = likelier + repaired + hypotheses
    }
    let least = repaired.map(\.cost).min() ?? 0
    hypotheses = repaired.filter { $0.cost <= least + Explainer.patience }
    hypotheses.merge()
    trail = []
    if hypotheses.contains(where: { $0.faults.count <= Self.faults }) {
      base = (hypotheses, history.count)
    } else {
      giveUp(at: observed, before)
    }
  }

  /// A refused request changes nothing, and so its EventError need not be explained.
  private mutating func judgeError(_ observed: Observation, by explainer: inout Explainer) {
    let explained = explainer.explain(observed, after: hypotheses, Effort.all[0])
    hypotheses =
      explained
      + explainer.refuse(
        hypotheses.filter { hypothesis in
          !hypothesis.owed.contains { $0.event.type == .error && hypothesis.name($0.event.thisDN) == observed.thisDN }
        })
    hypotheses.merge()
  }

  private mutating func extend(by observed: Observation, _ explainer: inout Explainer, _ effort: Effort) -> Bool {
    var found = explainer.explain(observed, after: hypotheses, effort)
    if found.count > effort.limit {
      if cut == nil { cut = observed }
      found.removeLast(found.count - effort.limit)
    }
    guard let least = found.map(\.cost).min() else { return false }
    found.removeAll { $0.cost > least + Explainer.patience }
    most = max(most, found.count)
    if found.contains(where: { !$0.early.isEmpty }) {
      found = explainer.explainEarly(found, effort)
      found.merge()
    }
    hypotheses = found
    return true
  }

  /// Judges the events from the base on once more, with another effort.
  mutating func replay(_ explainer: inout Explainer, _ effort: Effort) -> Bool {
    hypotheses = base.hypotheses.map { $0.with(remotes) }
    let earlierCut = cut
    if let place = earlierCut?.position, place >= history[base.place].position { cut = nil }
    trail = []
    explainer.looksLeft = effort.looks
    if effort.foresees { explainer.foreseen = history[base.place...] }
    defer { (explainer.looksLeft, explainer.foreseen) = (.max, []) }
    for observed in history[base.place...] {
      let before = hypotheses
      if observed.type == .error {
        judgeError(observed, by: &explainer)
      } else if !extend(by: observed, &explainer, effort) {
        cut = earlierCut
        return false
      }
      remember(before)
    }
    return true
  }

  /// It connects to a call that is no longer judged, and so it is not judged from here on.
  mutating func setAside(at observed: Observation) {
    if lost == nil { setAside(at: observed, hypotheses) }
  }

  /// Takes in the calls of others, and judges the events of all in their order.
  mutating func join(_ others: [Component], by explainer: inout Explainer) {
    let events = (others.flatMap(\.history) + history).sorted { $0.position < $1.position }
    let cut = ([self] + others).compactMap(\.cut).min { $0.position < $1.position }
    let meetsSetAside = ([self] + others).contains(where: \.meetsSetAside)
    let met = others.reduce(evidence) { $0.merging($1.evidence) { first, _ in first } }
    self = Component(number: number)
    (self.cut, self.meetsSetAside) = (cut, meetsSetAside)
    for observed in events {
      if let evidence = met[observed.position] { receive(evidence) }
      judge(observed, by: &explainer)
    }
  }

  /// The hypothesis with the least unlikely faults.
  var best: Hypothesis? { hypotheses.best }
}
