import CallModel

/// The differences of two transcripts as one page of HTML: old and new side by side.
///
/// The page needs no other file and no script, and follows the reader's choice of light or dark.
package struct DifferencesPage {
  /// A page has at most so many findings; it says how many more there are.
  package static let limit = 5_000

  private let sides: TranscriptDifference.Sides
  private var body = ""
  private var count = 0
  /// The file and the flow of the last finding.
  private var last: (file: String?, flow: String?)?

  package init(_ sides: TranscriptDifference.Sides) { self.sides = sides }

  /// Adds a finding.
  package mutating func add(_ difference: TranscriptDifference) {
    count += 1
    if count > Self.limit { return }
    let place = difference.place
    if last == nil || last?.file != place.file || last?.flow != place.flow {
      if last != nil { body += "</tbody></table></div>\n" }
      if let file = place.file, last == nil || last?.file != file { body += "<h2>\(file.html)</h2>\n" }
      let title = place.flow.map { "Flow \($0)" } ?? "The whole file"
      let level = place.file == nil ? 2 : 3
      body += "<h\(level)>\(title.html)</h\(level)>\n"
      body += Self.tableStart([place.file, title].compactMap(\.self).joined(separator: ": "))
      last = (place.file, place.flow)
    }
    body += row(difference)
  }

  /// The whole page.
  package func text(_ tally: DifferenceTally) -> String {
    let more = count - Self.limit
    let end = last == nil ? "" : "</tbody></table></div>\n"
    let rest =
      more > 0
      ? "<p>\(more) more differences are not on this page, which has \(Self.limit): "
        + "<code>--format text</code> prints all of them.</p>\n" : ""
    let head = """
      <h1>Differences</h1>
      <dl class="sides">
      <div><dt>Old</dt><dd>\(sides.old.html)</dd></div>
      <div><dt>New</dt><dd>\(sides.new.html)</dd></div>
      </dl>
      <p class="summary">\(tally.text.html)</p>
      """
    return StandalonePage.text(
      title: "Differences: \(sides.old), \(sides.new)", style: Self.style, head: head, body: body + end + rest)
  }

  private static func tableStart(_ title: String) -> String {
    """
    <div class="wide" role="region" tabindex="0" aria-label="\("Differences of \(title)".html)"><table>
    <thead><tr><th scope="col">Step</th><th scope="col">Difference</th>\
    <th scope="col">Old</th><th scope="col">New</th></tr></thead>
    <tbody>

    """
  }

  // MARK: Rows

  private func row(_ difference: TranscriptDifference) -> String {
    let kind = difference.kind
    let step = difference.stepText.isEmpty ? "–" : difference.stepText.html
    let line = difference.step?.line.map { "<small>line \($0)</small>" } ?? ""
    let (old, new) = difference.messages
    let what =
      "<strong class=\"\(kind.rawValue)\"><span aria-hidden=\"true\">\(kind.sign)</span> \(kind.rawValue)</strong>"
    var notes = difference.sentence.map { "<p>\($0.html)</p>" } ?? ""
    for (name, text) in [
      ("rule", difference.ruleText), ("source", difference.sourceText), ("option", difference.optionText),
    ] {
      if let text { notes += "<p class=\"why\"><b>\(name)</b> \(text.html)</p>" }
    }
    let cells: (String, String)
    switch difference.change {
    case .actionAdded(let action): cells = ("", "<ins>\(action.html)</ins>")
    case .actionRemoved(let action): cells = ("<del>\(action.html)</del>", "")
    case .actionChanged(let old, let new): cells = ("<del>\(old.html)</del>", "<ins>\(new.html)</ins>")
    case .outcomeChanged(let old, let new):
      cells = (
        "<del>\((old.map { "refused: \($0)" } ?? "carried out").html)</del>",
        "<ins>\((new.map { "refused: \($0)" } ?? "carried out").html)</ins>"
      )
    case .messageChanged(let old, let new, let changes):
      let names = Set(changes.map { Text($0.name) })
      cells = (Self.cell(old, names, "del"), Self.cell(new, names, "ins"))
    default:
      // A message that has moved is the same on both sides.
      let marked: Set<Text>? = kind == .moved ? [] : nil
      cells = (old.map { Self.cell($0, marked, "del") } ?? "", new.map { Self.cell($0, marked, "ins") } ?? "")
    }
    let none = "<span class=\"none\">–</span>"
    return """
      <tr class="\(kind.rawValue)"><th scope="row">\(step)\(line)</th><td>\(what)\(notes)</td>\
      <td>\(cells.0.isEmpty ? none : cells.0)</td><td>\(cells.1.isEmpty ? none : cells.1)</td></tr>

      """
  }

  /// A message with its attributes. Marks the named ones; nil marks the message itself.
  private static func cell(_ message: WrittenMessage, _ marked: Set<Text>?, _ tag: String) -> String {
    let title = "<b>\(message.to.html)</b> \(message.name.html)"
    var text = "<p>\(marked == nil ? "<\(tag)>\(title)</\(tag)>" : title)</p>"
    let attributes = (message.from.map { [WrittenAttribute("from", $0)] } ?? []) + message.attributes
    if attributes.isEmpty { return text }
    text += "<ul>"
    for attribute in attributes {
      let shown = "\(attribute.name)=\(attribute.value.spelled())".html
      let isMarked = marked?.contains(Text(attribute.name)) == true
      text += isMarked ? "<li><\(tag)>\(shown)</\(tag)></li>" : "<li>\(shown)</li>"
    }
    return text + "</ul>"
  }

  private static let style = """
    :root { --ink: #1b1f24; --dim: #545b64; --paper: #ffffff; --head: #f0f2f4; --line: #c4cad1;
      --added: #0b6b2e; --removed: #a3141f; --changed: #7a4b00; --moved: #0b5394;
      --ins: #dff5e5; --del: #fde3e3; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ed; --dim: #a9b1bb; --paper: #14171b; --head: #20252b; --line: #464e57;
        --added: #7ddc9a; --removed: #ff9c9c; --changed: #f0c36a; --moved: #8fc4ff;
        --ins: #15391f; --del: #4a1c1f; }
    }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.45 system-ui, sans-serif; }
    h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
    h2, h3 { overflow-wrap: anywhere; margin: 1.75rem 0 .5rem; }
    h2 { font-size: 1.2rem; }
    h3 { font-size: 1rem; margin-top: 1rem; }
    .sides { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; }
    .sides div { display: flex; gap: .5rem; min-width: 0; }
    .sides dt { color: var(--dim); }
    .sides dd { margin: 0; overflow-wrap: anywhere; font-weight: 600; }
    .summary { font-size: 1.1rem; font-weight: 600; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; min-width: 44rem; table-layout: fixed; }
    th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top;
      overflow-wrap: anywhere; }
    thead th { background: var(--head); }
    tbody th { font-weight: 400; }
    th:nth-child(1) { width: 20%; }
    th:nth-child(2) { width: 26%; }
    small { display: block; color: var(--dim); }
    td p { margin: .15rem 0; }
    .why { color: var(--dim); font-size: .9rem; }
    .none { color: var(--dim); }
    ul { list-style: none; margin: 0; padding: 0; font: .875rem/1.5 ui-monospace, monospace; }
    strong.added { color: var(--added); } strong.removed { color: var(--removed); }
    strong.changed { color: var(--changed); } strong.moved { color: var(--moved); }
    ins, del { text-decoration: none; font-weight: 700; padding: 0 .2em; }
    ins { background: var(--ins); border-left: .2em solid var(--added); }
    del { background: var(--del); border-left: .2em solid var(--removed); }
    ins::before { content: "+ "; }
    del::before { content: "− "; }
    @media print {
      body { max-width: none; }
      .wide { overflow: visible; }
      table { min-width: 0; }
      tr { break-inside: avoid; }
    }
    """
}

extension TranscriptDifference.Kind {
  fileprivate var sign: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .changed: "≠"
    case .moved: "↷"
    }
  }
}

extension String {
  /// The text in an element or between the quotes of an attribute, on one line.
  fileprivate var html: String { xmlAttribute }
}
