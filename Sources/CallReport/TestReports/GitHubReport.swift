package import CallCheck
package import CallScenario

/// What GitHub Actions understands: an annotation for each action that fails, each mistake and each warning, on its
/// line of the scenario, and a summary of the run in Markdown.
///
///     ::error file=s/acd.scenario,line=19,title=flow *%2C step 2%3A A TReleaseCall::A receives EventReleased with …
///     ::warning file=s/acd.scenario,line=19,col=22,title=warning::unknown value 99 of CallState
package struct GitHubReport: TestReport {
  private var bytes: [UInt8] = []
  private var summary = GitHubSummary()

  package init() {}

  package mutating func add(_ result: FlowResult) {
    summary.add(result)
    for failure in result.failures {
      annotate(
        result.file, line: failure.line, column: nil,
        title: "flow \(result.flow), step \(failure.step): \(failure.action)", failure.annotation)
    }
  }

  package mutating func add(_ problem: FileProblem) {
    summary.add(problem)
    for mistake in problem.mistakes {
      annotate(
        problem.path, line: mistake.position?.line, column: mistake.position?.column, title: problem.kind.rawValue,
        [mistake.message, mistake.suggestion].compactMap(\.self).joined(separator: "\n"))
    }
  }

  package mutating func add(warnings: [Diagnostic]) {
    for warning in warnings {
      annotate(
        warning.path, warning.severity.rawValue, line: warning.position.line, column: warning.position.column,
        title: warning.severity.rawValue,
        [warning.message, warning.suggestion].compactMap(\.self).joined(separator: "\n"))
    }
  }

  /// Annotates a line of a captured log.
  package mutating func add(_ finding: Finding, _ words: FindingWords) {
    let command = finding.level == .note ? "notice" : finding.level.rawValue
    annotate(
      words.file(of: finding), command, line: Int(finding.observation.position.line), column: nil,
      title: words.subject(finding), words.text(finding))
  }

  package mutating func finish(_ tally: TestTally) { summary.finish(tally) }

  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// The summary, after `finish`; it is appended to the file that GITHUB_STEP_SUMMARY names.
  package var summaryBytes: [UInt8] { Array(summary.text.utf8) }

  private mutating func annotate(
    _ file: String, _ command: String = Diagnostic.Severity.error.rawValue, line: Int?, column: Int?, title: String,
    _ message: String
  ) {
    bytes.add("::\(command) file=\(file.commandProperty)")
    if let line { bytes.add(",line=\(line)") }
    if let column { bytes.add(",col=\(column)") }
    bytes.add(",title=\(title.commandProperty)::\(message.commandData)\n")
  }
}

extension FailedAction {
  /// The sentences, and the lines of the text that come after them.
  fileprivate var annotation: String {
    let body = text.split(separator: "\n\n", maxSplits: 1).dropFirst().joined()
    return (sentences + (body.isEmpty ? [] : ["", body])).joined(separator: "\n")
  }
}

extension String {
  /// What comes after `::` in a workflow command.
  fileprivate var commandData: String {
    var lines = printableLines
    // A line feed at the end would only be an empty line.
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.replacing("%", with: "%25") }.joined(separator: "%0A")
  }

  /// The value of a property in a workflow command.
  fileprivate var commandProperty: String {
    printableLine.replacing("%", with: "%25").replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
