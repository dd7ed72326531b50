import Testing

@testable import CallCheck
@testable import CallModel

/// Walks at random on the model, judged by their events alone.
@Suite struct RandomWalkJudgementTests {
  private static let kinds: [Kind] = [
    .extension, .extension, .extension, .extension, .acdGroup, .routingPoint, .routeQueue, .external, .external,
    .remote,
  ]
  private static let book = TServer.rulebook()
  private static let judge = Judge(profile: SwitchProfile())

  /// A hundred walks at a time.
  @Test(arguments: 0..<(Environment.walks + 99) / 100) func areExplained(_ hundred: Int) {
    for seed in hundred * 100 + 1...min(hundred * 100 + 100, Environment.walks) {
      let observations = Self.walk(seed: UInt64(seed), steps: 12 + seed % 29)
      var judge = Self.judge
      let findings = observations.flatMap { judge.judge($0) } + judge.finish()
      #expect(findings.filter { $0.level == .error || $0.kind != .incomplete }.isEmpty, "seed \(seed)")
    }
  }

  /// What the DNs are told on the way.
  static func walk(seed: UInt64, steps: Int) -> [Observation] {
    var exchange = Exchange(calls: 2)
    for kind in kinds.prefix(4 + Int(seed % 7)) { _ = exchange.add(kind) }
    let walk = exchange.randomWalk(by: book, .calls, seed: seed, steps: steps)
    var events: [Exchange.Event] = []
    for action in walk.path { _ = try? exchange.perform(action, by: book, into: &events) }
    return events.enumerated().map { place, event in
      var observed = Observation(event, dn: { Observation.DN(UInt32($0.rawValue)) }, call: { $0 })
      observed.position.line = UInt32(place + 1)
      return observed
    }
  }
}
