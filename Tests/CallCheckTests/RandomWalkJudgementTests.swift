import Testing

@testable import CallCheck
@testable import CallModel

/// Walks at random on the model, judged by their events alone.
@Suite struct RandomWalkJudgementTests {
  private static let kinds: [Kind] = [
    .extension, .extension, .extension, .extension, .acdGroup, .routingPoint, .routeQueue, .external, .external,
    .remote,
  ]
  private static let seeds = 1...(Environment.isThorough ? 2_000 : 40)

  @Test(arguments: seeds) func isExplained(_ seed: Int) {
    let observations = Self.walk(seed: UInt64(seed), steps: 12 + seed % 29)
    var judge = Judge.unused(SwitchProfile())
    let findings = observations.flatMap { judge.judge($0) } + judge.finish()
    #expect(findings.filter { $0.level == .error }.isEmpty)
  }

  /// What the DNs are told on the way.
  static func walk(seed: UInt64, steps: Int) -> [Observation] {
    var exchange = Exchange(calls: 2)
    for kind in kinds.prefix(4 + Int(seed % 7)) { _ = exchange.add(kind) }
    let book = TServer.rulebook()
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
