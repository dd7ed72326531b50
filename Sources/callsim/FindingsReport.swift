import CallCheck
import CallReport

/// Prints findings in the format of `callsim check --format`.
struct FindingsReport {
  private let format: CheckCommand.Format
  private let files: [String]
  private let width: Int
  private let color: Bool
  private var page: FindingPage?
  private var junit = JUnitReport()
  private var github = GitHubReport()
  private var counts: [Finding.Level: Int] = [:]
  /// The logs in which something was found.
  private var found: Set<String> = []

  init(format: CheckCommand.Format, files: [String], width: Int, color: Bool) {
    (self.format, self.files, self.width, self.color) = (format, files, width, color)
  }

  /// Adds a finding; `fails` says whether the command fails because of it.
  mutating func add(
    _ finding: Finding, _ words: FindingWords, fails: Bool, _ console: inout Console
  ) throws(Failure) {
    counts[finding.level, default: 0] += 1
    found.insert(words.file(of: finding))
    switch format {
    case .text: try console.print(FindingText(words, width: width, color: color).text(finding))
    case .jsonl: try console.print(FindingJSONL.line(finding, words))
    case .junit: junit.add(FlowResult(finding, words, fails: fails))
    case .html:
      if page == nil { page = FindingPage() }
      page?.add(finding, words)
    case .github:
      github.add(finding, words)
      try console.print(github.takeBytes())
    }
  }

  /// Prints what waits for the end, and the counts.
  mutating func finish(_ judgement: borrowing LogJudgement, _ console: inout Console) throws(Failure) {
    let summary = judgement.sentence(counts)
    switch format {
    case .text, .github: try console.print(summary + "\n")
    case .jsonl: try console.print(FindingJSONL.line(summary: summary))
    case .html: try console.print((page ?? FindingPage()).text(files: files, summary: summary))
    case .junit:
      for file in files where !found.contains(file) { junit.add(FlowResult(passed: file)) }
      junit.finish(TestTally())
      try console.print(junit.takeBytes())
    }
  }
}
