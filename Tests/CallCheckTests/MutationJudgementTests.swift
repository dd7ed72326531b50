import Testing

@testable import CallCheck
@testable import CallModel

/// Flows with one fault each: it is found, or what was inferred shows that the log is possible all the same.
@Suite struct MutationJudgementTests {
  private static let seeds = 1...(Environment.isThorough ? 1_000 : 4)

  @Test(arguments: seeds) func isFoundOrPossible(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let flows = LoggedFlow.sample.filter {
      $0.observations.count < 10 && !$0.observations.contains { $0.type == .error }
    }
    let flow = flows[Int.random(in: flows.indices, using: &random)]
    let operation = Mutation.Operator.allCases[seed % Mutation.Operator.allCases.count]
    let place = Int.random(in: flow.observations.indices, using: &random)
    guard let mutation = Mutation(operation, at: place, of: flow.observations, &random) else { return }
    var judge = Judge.unused(flow.profile)
    if !Environment.isThorough { judge.hurry() }
    var findings = mutation.observations.flatMap { judge.judge($0) }
    findings += judge.finish()
    if !findings.isEmpty { return }
    var explainer = Explainer.unused(flow.profile)
    var component = Component()
    for observed in mutation.observations { component.judge(observed, by: &explainer) }
    component.recall(explainer.memory)
    #expect(
      component.hypotheses.contains {
        Witness($0, by: explainer.book).agrees(with: mutation.observations)
      }, "\(flow.title): \(operation) at \(mutation.place + 1)")
  }
}

extension SplitMix64: RandomNumberGenerator {}
