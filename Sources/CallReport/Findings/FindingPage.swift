package import CallCheck

/// Findings as one page of HTML, by file.
///
/// The page needs no other file and no script, and follows the reader's choice of light or dark.
package struct FindingPage {
  /// A page has at most so many findings; it says how many more there are.
  package static let limit = 5_000

  private var body = ""
  private var count = 0
  private var lastFile: String?

  package init() {}

  /// Adds a finding; findings of a file follow each other.
  package mutating func add(_ finding: Finding, _ words: FindingWords) {
    count += 1
    if count > Self.limit { return }
    let file = words.file(of: finding)
    if lastFile != file { body += "<h2>\(file.html)</h2>\n" }
    lastFile = file
    let line = finding.observation.position.line
    body += """
      <article class="\(finding.level.rawValue)">
      <h3><small>line \(line)</small> <strong>\(finding.level.rawValue)</strong> \(words.sentence(finding).html)</h3>
      <dl>

      """
    for (label, texts) in words.details(finding) {
      body += "<dt>\(label.html)</dt>" + texts.map { "<dd>\($0.html)</dd>" }.joined() + "\n"
    }
    body += "</dl>\n</article>\n"
  }

  /// The whole page, with the counts at its head.
  package func text(files: [String], summary: String) -> String {
    let more = count - Self.limit
    let rest =
      more > 0
      ? "<p>\(more) more findings are not on this page, which has \(Self.limit): "
        + "<code>--format text</code> prints all of them.</p>\n" : ""
    return StandalonePage.text(
      title: "Findings in \(files.joined(separator: ", "))", style: Self.style,
      head: "<h1>Findings</h1>\n<p class=\"summary\">\(summary.html)</p>", body: body + rest)
  }

  private static let style = """
    :root { --ink: #1b1f24; --dim: #545b64; --paper: #ffffff; --line: #c4cad1;
      --error: #a3141f; --warning: #7a4b00; --note: #0b5394; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ed; --dim: #a9b1bb; --paper: #14171b; --line: #464e57;
        --error: #ff9c9c; --warning: #f0c36a; --note: #8fc4ff; }
    }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
    h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 0 0 .5rem; }
    h3 small, dt { color: var(--dim); font-weight: 400; }
    .summary { font-size: 1.1rem; font-weight: 600; }
    article { border-left: .25rem solid var(--line); margin: 1rem 0; padding: .25rem 0 .25rem 1rem; }
    .error { border-color: var(--error); } .error strong { color: var(--error); }
    .warning { border-color: var(--warning); } .warning strong { color: var(--warning); }
    .note { border-color: var(--note); } .note strong { color: var(--note); }
    dl { display: grid; grid-template-columns: 6rem 1fr; gap: .1rem 1rem; margin: 0; }
    dt { grid-column: 1; }
    dd { grid-column: 2; margin: 0; font: .875rem/1.5 ui-monospace, monospace; }
    @media print { article { break-inside: avoid; } }
    @media (max-width: 30rem) { dl { display: block; } dd { margin-left: 1rem; } }
    """
}

extension String {
  /// The text in an element, on one line.
  fileprivate var html: String { xmlAttribute }
}
