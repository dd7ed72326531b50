import CallModel

// The options of the switch, as far as a log shows them.

extension Explainer {
  /// The options with each other value, those that nothing has shown yet first.
  var otherValues: [(option: SwitchOption, value: String)] {
    let known = Set(learned.map(\.option))
    let options = SwitchOption.allCases.filter { !known.contains($0) } + learned.map(\.option)
    return options.flatMap { option in option.values.filter { $0 != profile[option] }.map { (option, $0) } }
  }

  /// An explainer for the switch that differs in one option. It is large, and so it is not kept. If some are prepared,
  /// there are no others.
  func explainer(with option: SwitchOption, _ value: String) -> Explainer? {
    var other = profile
    _ = other.set(option, to: value)
    if !prepared.isEmpty, prepared[other] == nil { return nil }
    var explainer = prepared[other] ?? Explainer(other, terms.presence)
    explainer.terms = terms
    return explainer
  }

  /// Prepares the switches that differ in one of these options.
  mutating func prepare(_ options: [SwitchOption]) {
    var made = [profile: self]
    for (option, value) in otherValues where options.contains(option) {
      if let other = explainer(with: option, value) { made[other.profile] = other }
    }
    prepared = made
  }

  /// Whether it is tried to explain a call by another option. After so many calls that none has explained, what is
  /// wrong in a log is not its options.
  var mayLearn: Bool { learnsOptions && vainTries < 8 }

  /// The explainer before any option was learned.
  func withUsualOptions() -> Explainer {
    var usual = Explainer(SwitchProfile(), terms.presence)
    usual.terms.slack = terms.slack
    (usual.learnsOptions, usual.leastVain, usual.prepared) = (learnsOptions, leastVain, prepared)
    return usual
  }

  /// From now on, the events are explained as those of that switch: no other explains the event.
  mutating func learn(_ option: SwitchOption, from other: Explainer, at observed: Observation) {
    let known = learned + [LearnedOption(option: option, value: other.profile[option], observation: observed)]
    var next = other
    // The memory, too: other components are still at its places.
    (next.leastBegun, next.recent, next.memory, next.prepared) = (leastBegun, recent, memory, prepared)
    (next.told, next.vainEfforts, next.leastVain, next.vainTries) = (told, vainEfforts, leastVain, vainTries)
    (next.learned, next.learnsOptions, next.firstSeen) = (known, true, firstSeen)
    self = next
  }

  /// Whether the other switch explains the calls, too, that this one has explained last.
  func explainsRecentCalls(as other: Explainer) -> Bool {
    recent.allSatisfy { !Self.isSound($0, self) || Self.isSound($0, other) }
  }

  private static func isSound(_ events: [Observation], _ explainer: Explainer) -> Bool {
    var explainer = explainer
    explainer.learnsOptions = false
    explainer.memory = Memory()
    var component = Component()
    for observed in events { component.judge(observed, by: &explainer) }
    return component.isSound
  }

  /// Keeps the events of a call that had no fault.
  mutating func keep(_ history: [Observation]) {
    recent.append(history)
    if recent.count > 8 { recent.removeFirst() }
  }
}
