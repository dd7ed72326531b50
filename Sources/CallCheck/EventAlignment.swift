import CallModel

/// Finds out to which step of an explanation each event of the log belongs.
///
/// Where nothing is wrong, each DN was told exactly what the steps tell it. Otherwise, as many events as possible are
/// paired, at each DN in their order.
struct EventAlignment {
  /// An event of a step.
  private struct Told {
    let event: Exchange.Event
    let step: Int
    /// As a log would have it.
    let observation: Observation
    /// Its place among the observed events, if it is there.
    var place: Int?
  }

  private let explanation: ExplainedCalls
  private let observed: [Observation]
  /// The events that had not come when the log ended, each with its DN and the number of its step.
  private let owed: [(event: Exchange.Event, name: Observation.DN, step: Int)]
  private let faults: [Fault]
  private var told: [Told] = []
  /// By observed event: the number of the event that it is taken for, and the step that it is listed under.
  private var meaning: [Int?]
  private var steps: [Int?]
  /// What the log has for each step.
  private(set) var lines: [[ExplainedCalls.Line]]

  init(_ explanation: ExplainedCalls, _ hypothesis: Hypothesis) {
    self.explanation = explanation
    observed = explanation.observations
    owed = hypothesis.owed.map { ($0.event, hypothesis.name($0.event.thisDN), Int($0.step) - 1) }
    faults = hypothesis.faults
    meaning = Array(repeating: nil, count: observed.count)
    steps = meaning
    lines = Array(repeating: [], count: explanation.steps.count)
    for (number, step) in explanation.steps.enumerated() {
      told += step.told.map { Told(event: $0, step: number, observation: explanation.observation($0)) }
    }
  }

  /// Assigns all events, in the order of the log.
  mutating func assign() {
    if lines.isEmpty { return }
    for dn in Set(observed.map(\.thisDN)).sorted() { pair(at: dn) }
    pairOthers()
    var last = 0
    for (place, observation) in observed.enumerated() {
      let known = meaning[place].map { told[$0].step }
      let isEarly = faults.contains { $0.kind == .outOfOrder && $0.observed.position == observation.position }
      if let known, isEarly, known > last, let number = meaning[place] {
        // It came before the steps that it belongs behind.
        (meaning[place], told[number].place) = (nil, nil)
      }
      let step = meaning[place] == nil ? last : known ?? last
      last = max(step, last)
      lines[step].append(line(place))
    }
    for event in told where event.place == nil && isOwed(event) { lines[event.step].append(.pending(event.event)) }
  }

  private func line(_ place: Int) -> ExplainedCalls.Line {
    let observation = observed[place]
    guard let number = meaning[place] else {
      let isBehind = explanation.lost.map { $0.position < observation.position } ?? false
      return isBehind || observation.type == .error
        ? .unjudged(observation) : .observed(observation, told: nil, wrong: [])
    }
    let event = told[number]
    return .observed(observation, told: event.event, wrong: difference(event, observation) ?? [])
  }

  /// The log ends before the event. Without ThisDN, it may have been taken for that of another DN.
  private func isOwed(_ event: Told) -> Bool {
    owed.contains {
      $0.step == event.step && $0.event.type == event.event.type && $0.event.connID == event.event.connID
        && (!event.event.listed.contains(.thisDN)
          || $0.name == explanation.observation(event.event, [AttributeSet(.thisDN)]).thisDN)
    }
  }

  /// In what they differ; nil if one cannot be taken for the other. An EventError that differs is the answer to another
  /// request.
  private func difference(_ told: Told, _ observation: Observation) -> AttributeSet? {
    let wrong = told.observation.difference(
      from: observation, explanation.presence, known: explanation.observation(told.event, told.event.known))
    return observation.type == .error && wrong != [] ? nil : wrong
  }

  // MARK: Pairs

  /// What it costs to leave an event out; one that differs costs less than two that are left out.
  private static let gap = 4

  /// Pairs the events of one DN, in their order, so that as little as possible differs.
  private mutating func pair(at dn: Observation.DN) {
    let ours = observed.indices.filter { observed[$0].thisDN == dn && isJudged(observed[$0]) }
    let theirs = told.indices.filter { told[$0].observation.thisDN == dn }
    let width = theirs.count + 1
    func cost(_ our: Int, _ their: Int) -> Int? {
      guard let wrong = difference(told[theirs[their]], observed[ours[our]]) else { return nil }
      return wrong.isEmpty ? 0 : min(1 + wrong.count, 2 * Self.gap - 1)
    }
    // The least costs of what remains from there on.
    var least = [Int](repeating: 0, count: (ours.count + 1) * width)
    for our in (0...ours.count).reversed() {
      for their in (0...theirs.count).reversed() where our < ours.count || their < theirs.count {
        var best = Int.max
        if our < ours.count { best = min(best, least[(our + 1) * width + their] + Self.gap) }
        if their < theirs.count { best = min(best, least[our * width + their + 1] + Self.gap) }
        if our < ours.count, their < theirs.count, let cost = cost(our, their) {
          best = min(best, least[(our + 1) * width + their + 1] + cost)
        }
        least[our * width + their] = best
      }
    }
    var (our, their) = (0, 0)
    while our < ours.count, their < theirs.count {
      let here = least[our * width + their]
      if let cost = cost(our, their), here == least[(our + 1) * width + their + 1] + cost {
        take(ours[our], theirs[their])
        (our, their) = (our + 1, their + 1)
      } else if here == least[our * width + their + 1] + Self.gap {
        their += 1
      } else {
        our += 1
      }
    }
  }

  /// Pairs what is left: events of the same type and call whose ThisDN is wrong, or not there.
  private mutating func pairOthers() {
    for place in observed.indices where meaning[place] == nil && isJudged(observed[place]) {
      let observation = observed[place]
      let isWrong = faults.contains { $0.kind == .differs && $0.observed.position == observation.position }
      let number = told.indices.first { number in
        let candidate = told[number]
        return candidate.place == nil && difference(candidate, observation) != nil
          && explanation.call(observation.connID) ?? candidate.event.connID == candidate.event.connID
          && (isWrong || !observation.has(.thisDN) || !candidate.event.listed.contains(.thisDN))
      }
      if let number { take(place, number) }
    }
  }

  private func isJudged(_ observation: Observation) -> Bool {
    explanation.lost.map { observation.position < $0.position } ?? true
  }

  private mutating func take(_ place: Int, _ number: Int) { (meaning[place], told[number].place) = (number, place) }
}

extension Observation {
  /// In what the observed event differs from this one, which the call models tell; nil if it is of another type.
  ///
  /// `known` is this event with everything that the T-Server knows.
  func difference(from observed: Observation, _ presence: Presence, known: Observation) -> AttributeSet? {
    guard type == observed.type else { return nil }
    let (listed, found) = (present.intersection(.judged), observed.present.intersection(.judged))
    var wrong: AttributeSet =
      switch presence {
      case .exact: listed.symmetricDifference(found)
      case .listed: listed.subtracting(found)
      case .ignore: []
      }
    let compared = found.intersection(presence == .exact ? listed : listed.union(known.present))
    for attribute in compared.attributes where !known.agrees(with: observed, on: attribute) {
      wrong.insert(attribute)
    }
    return wrong
  }

  private func agrees(with other: Observation, on attribute: Attribute) -> Bool {
    var (own, others) = (self, other)
    (own.present, others.present) = (AttributeSet(attribute), AttributeSet(attribute))
    return own.judged == others.judged
  }
}
