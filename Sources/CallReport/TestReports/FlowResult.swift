package import CallScenario

/// What a test has found out about one flow: the ordinary output and every report are made of these.
package struct FlowResult: Sendable, Hashable {
  /// The path of the scenario.
  package var file: String
  /// `main`, or the name that `after` gives it.
  package var flow: String
  /// The line where the flow begins.
  package var line: Int
  /// The actions that did not do what the lines below them expect, in order; none if the flow passes.
  package var failures: [FailedAction] = []
  /// What the ordinary output says about it; mostly empty if the flow passes.
  package var shown = ""
  /// Its share of the time that the file took; nil if times are not wanted.
  package var seconds: Double?

  package var passed: Bool { failures.isEmpty }
  package var differences: Int { failures.reduce(0) { $0 + $1.differences } }
  /// Where the flow fails first, or where it begins.
  package var lineOfInterest: Int { failures.first?.line ?? line }

  /// The first failure in words, and how many differences it does not mention; empty if the flow passes.
  package var summary: String {
    guard let first = failures.first, let sentence = first.sentences.first else { return "" }
    let others = differences - first.firstSentenceDifferences
    return "\(first.action): \(sentence)" + (others > 0 ? " (and \(others) more)" : "")
  }
}

/// An action that did not do what the lines below it expect, in words.
package struct FailedAction: Sendable, Hashable {
  /// The line of the first difference.
  package var line: Int
  /// The number of the action in its flow.
  package var step: Int
  /// `A TMakeCall B`
  package var action: String
  package var differences: Int
  /// What differs, most important first. These and `text` are empty if no report needs them.
  package var sentences: [String] = []
  /// How many of the differences the first sentence is about.
  package var firstSentenceDifferences = 0
  /// The whole difference, as the ordinary output shows it on 100 columns without colors.
  package var text = ""
}

extension FlowResult {
  /// Which texts are made of what differs.
  package struct Texts: Sendable {
    private let shown: DifferenceReport
    private let isQuiet: Bool
    private let areReported: Bool
    private static let reported = DifferenceReport()

    /// `shown` lays out the ordinary output, which has one line for each flow if it `isQuiet`; `areReported` says
    /// whether there is a report.
    package init(shown: DifferenceReport, isQuiet: Bool, areReported: Bool) {
      (self.shown, self.isQuiet, self.areReported) = (shown, isQuiet, areReported)
    }

    fileprivate func add(_ step: FailedStep, to result: inout FlowResult, _ spelling: Spelling) {
      var failure = FailedAction(
        line: step.position.line, step: step.step.number,
        action: spelling.scenario.spelling(of: step.step.action).visible, differences: step.differences.count)
      if areReported {
        let sentences = DifferenceSentences(spelling).sentences(step)
        failure.sentences = sentences.map(\.text.visible)
        failure.firstSentenceDifferences = sentences.first?.count ?? 0
        failure.text = Self.reported.text(step, spelling)
      }
      if !isQuiet { result.shown += shown.text(step, spelling) + "\n" }
      result.failures.append(failure)
    }

    fileprivate func addSummary(_ first: FailedStep, to result: inout FlowResult, _ spelling: Spelling) {
      if isQuiet { result.shown = shown.summary(first, of: result.differences, spelling) }
    }
  }

  /// The results of the given flows, or of all, that have an action, in the order of the file.
  ///
  /// If the test `stopsAtFailure`, those up to the first flow that fails.
  package static func results(
    of transcript: Transcript, flows names: [String]?, stopsAtFailure: Bool, _ texts: Texts
  ) -> [FlowResult] {
    let scenario = transcript.scenario
    let wanted = names.map { Set($0) }
    var results = scenario.flows.filter { $0.hasAction && wanted?.contains($0.name) ?? true }.map {
      FlowResult(file: scenario.path, flow: $0.name, line: $0.position.line)
    }
    var index = 0
    var first: FailedStep?
    // The spelling covers all parties, so it is made only once, and only if something differs.
    var spelling: Spelling?
    func finishFlow() {
      if let first, let spelling { texts.addSummary(first, to: &results[index], spelling) }
      first = nil
    }
    do throws(Enough) {
      try transcript.eachFailedStep(flows: names) { (step) throws(Enough) in
        if first?.flow != step.flow {
          if stopsAtFailure && first != nil { throw Enough() }
          finishFlow()
          while index < results.count - 1, results[index].flow != step.flow { index += 1 }
          first = step
        }
        let known = spelling ?? Spelling(scenario)
        spelling = known
        texts.add(step, to: &results[index], known)
      }
    } catch {}
    finishFlow()
    if stopsAtFailure, let failed = results.firstIndex(where: { !$0.passed }) {
      results.removeSubrange((failed + 1)...)
    }
    return results
  }

  /// Ends the comparison of a file.
  private struct Enough: Error {}
}
