import CallModel

/// What the calls of a component have shown of its DNs when they have ended.
struct Lesson: Sendable {
  /// The DNs that have a kind in each hypothesis, with a bit for each of these kinds.
  private(set) var kinds: [(dn: Observation.DN, kinds: KindTable.Kinds)] = []
  /// The calls that the events have named.
  private(set) var calls: [ConnID]
  /// Whether something is set on a DN, or a DN observes another.
  let hasSettings: Bool

  init(_ hypotheses: [Hypothesis]) {
    calls = hypotheses.first?.calls.map(\.log) ?? []
    hasSettings = hypotheses.contains { hypothesis in
      !hypothesis.exchange.observations.isEmpty
        || hypothesis.dns.contains { hypothesis.exchange.settings(of: $0) != nil }
    }
    for name in Set(hypotheses.flatMap { hypothesis in hypothesis.dns.map(hypothesis.name) }).sorted() {
      let known = hypotheses.compactMap { hypothesis in hypothesis.exchange.kind(of: hypothesis.dn(name)) }
      if name != .none, known.count == hypotheses.count { kinds.append((name, KindTable.Kinds(known))) }
    }
  }
}
