package import CallCheck

extension FlowResult {
  /// A finding as a test, which shows it if it passes, too.
  package init(_ finding: Finding, _ words: FindingWords, fails: Bool) {
    let line = Int(finding.observation.position.line)
    let event = words.subject(finding)
    self.init(file: words.file(of: finding), flow: "line \(line): \(event)", line: line)
    if !fails {
      shown = words.text(finding)
      return
    }
    failures = [
      FailedAction(
        line: line, step: 0, action: event, differences: 1, sentences: [words.sentence(finding)],
        firstSentenceDifferences: 1, text: words.text(finding))
    ]
  }

  /// A log without findings, as a test that passes.
  package init(passed file: String) { self.init(file: file, flow: "all calls", line: 1) }
}
