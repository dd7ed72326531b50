import CallModel
import CallScenario
import Testing

@testable import CallCheck

/// The flows of the project's scenarios, judged by their events alone.
@Suite struct FlowJudgementTests {
  private static let flows = LoggedFlow.sample

  @Test(arguments: flows) func isExplained(_ flow: LoggedFlow) {
    var judge = Judge.unused(flow.profile)
    var findings = flow.observations.flatMap { judge.judge($0) }
    findings += judge.finish()
    #expect(findings.filter { $0.level == .error || $0.kind == .tooMany }.isEmpty, "\(flow.title)")
    #expect(judge.summary.events == flow.observations.count)
  }

  /// What was inferred, carried out on a fresh exchange, tells each DN what the flow does.
  @Test(arguments: flows.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
  func hasAWitness(_ flow: LoggedFlow) {
    var explainer = Explainer.unused(flow.profile)
    var component = Component()
    let seen = flow.observations.filter { !$0.type.isIgnored }
    for observed in seen { component.judge(observed, by: &explainer) }
    component.recall(explainer.memory)
    #expect(!component.isLost, "\(flow.title)")
    for hypothesis in component.hypotheses.prefix(8) {
      #expect(Witness(hypothesis, by: explainer.book).agrees(with: seen), "\(flow.title)")
    }
  }

  @Test func theFlowsAreOfManyChapters() {
    let chapters = Set(Self.flows.compactMap { $0.title.split(separator: "/").dropFirst().first })
    #expect(chapters.count >= 8, "\(chapters.sorted())")
  }
}
