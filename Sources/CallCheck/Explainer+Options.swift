import CallModel

// The options of the switch, as far as a log shows them.

extension Explainer {
  /// The switches that differ from this one in one option, the options that nothing has shown yet first.
  mutating func otherSwitches() -> [(option: SwitchOption, explainer: Explainer)] {
    if others.isEmpty { makeOthers(of: SwitchOption.allCases) }
    let known = Set(learned.map(\.option))
    let sorted = others.filter { !known.contains($0.option) } + others.filter { known.contains($0.option) }
    return sorted.map { other in
      var explainer = other.explainer
      explainer.terms = terms
      return (other.option, explainer)
    }
  }

  /// Makes the switches that differ in one of these options.
  mutating func makeOthers(of options: [SwitchOption]) {
    others = options.flatMap { option in
      option.values.filter { $0 != profile[option] }.map { value in
        var other = profile
        _ = other.set(option, to: value)
        return (option, Explainer(other, terms.presence))
      }
    }
  }

  /// Whether it is tried to explain a call by another option. After so many calls that none has explained, what is
  /// wrong in a log is not its options.
  var mayLearn: Bool { learnsOptions && vainTries < 16 }

  /// The explainer before any option was learned.
  func withUsualOptions() -> Explainer {
    var usual = Explainer(SwitchProfile(), terms.presence)
    usual.terms.slack = terms.slack
    usual.learnsOptions = learnsOptions
    return usual
  }

  /// From now on, the events are explained as those of that switch: no other explains the event.
  mutating func learn(_ option: SwitchOption, from other: Explainer, at observed: Observation) {
    let known = learned + [LearnedOption(option: option, value: other.profile[option], observation: observed)]
    let (leastBegun, recent, memory) = (self.leastBegun, self.recent, self.memory)
    self = other
    (self.leastBegun, self.recent, learned, learnsOptions) = (leastBegun, recent, known, true)
    // Other components are still at its places.
    self.memory = memory
    others = []
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
