package import CallCheck

extension FlowResult {
  /// A finding as a test that fails.
  package init(_ finding: Finding, _ words: FindingWords) {
    let line = Int(finding.observation.position.line)
    let event = words.subject(finding)
    self.init(file: words.file(of: finding), flow: "line \(line): \(event)", line: line)
    failures = [
      FailedAction(
        line: line, step: 0, action: event, differences: 1, sentences: [words.sentence(finding)],
        firstSentenceDifferences: 1, text: words.text(finding))
    ]
  }

  /// A log without findings, as a test that passes.
  package init(passed file: String) { self.init(file: file, flow: "all calls", line: 1) }
}
