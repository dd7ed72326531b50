import CallModel
import Testing

@testable import CallCheck

/// Flows with one fault each: it is found, or what was inferred shows that the log is possible all the same.
@Suite struct MutationJudgementTests {
  private static let seeds = 1...(Environment.isThorough ? 1_000 : 4)

  @Test(arguments: seeds) func isFoundOrPossible(_ seed: Int) throws {
    var random = Numbers(seed: UInt64(seed))
    let flows = LoggedFlow.sample.filter {
      $0.observations.count < 10 && !$0.observations.contains { $0.type == .error }
    }
    let flow = flows[Int.random(in: flows.indices, using: &random)]
    let operation = Mutation.Operator.allCases[seed % Mutation.Operator.allCases.count]
    let place = Int.random(in: flow.observations.indices, using: &random)
    guard let mutation = Mutation(operation, at: place, of: flow.observations, &random) else { return }
    var judge = Judge(profile: flow.profile)
    var findings = mutation.observations.flatMap { judge.judge($0) }
    findings += judge.finish()
    if !findings.isEmpty { return }
    var explainer = Explainer(flow.profile, .exact)
    var component = Component()
    for observed in mutation.observations { component.judge(observed, by: &explainer) }
    #expect(
      component.hypotheses.contains {
        Witness($0, by: explainer.book).agrees(with: mutation.observations)
      }, "\(flow.title): \(operation) at \(mutation.place + 1)")
  }
}

/// SplitMix64.
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
