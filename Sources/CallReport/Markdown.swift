import CallModel
public import CallScenario

/// Transcripts as a page in Markdown, in GitHub's dialect: a heading for each flow, and below it a table with a column
/// for each party.
///
/// A row is a step, as in the manual. If more than eight parties take part, a row is an event.
public struct Markdown: TranscriptFormat {
  var attributes: AttributeChoice
  var why: Bool

  /// More columns than these are hard to read.
  private static let mostColumns = 8

  /// With `why`, each action is followed by its rules and their sources.
  public init(attributes: AttributeChoice = .listed, why: Bool = false) {
    self.attributes = attributes
    self.why = why
  }

  /// A blank line.
  public var separator: String { "\n" }
  /// Yes, with links.
  public var hasContents: Bool { true }

  /// A heading, and a numbered list of links to the scenarios.
  public func contents(_ chapters: [Chapter]) -> String {
    let items = chapters.map { chapter in
      "\(chapter.number). [\(chapter.title.markdown)](#scenario-\(chapter.number)) \(chapter.path.markdown)\n"
    }
    return "# Call flows\n\n" + items.joined() + "\n"
  }

  /// Passes the heading of the scenario to `sink`, and each row.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let flows = transcript.flows(named: flows)
    var text = TextBuffer()
    text.add(built: heading(of: transcript.scenario, number))
    let layout = Layout(flows.parts, transcript.scenario, most: Self.mostColumns)
    for flow in flows {
      text.add(built: "\n##\(number == nil ? "" : "#") \(flow.title.markdown)\n\n")
      text.add(built: head(layout, transcript.scenario))
      try flow.entries.span.visit { (entry) throws(Failure) in
        add(entry, layout, transcript.scenario, to: &text)
        if text.isPiece { try sink(text.take()) }
      }
    }
    try sink(text.take())
  }

  private func heading(of scenario: Scenario, _ number: Int?) -> String {
    var text = ""
    if let number { text += "<a id=\"scenario-\(number)\"></a>\n\n#" }
    text += "# \(scenario.title.markdown)\n"
    if let source = scenario.source { text += "\nSource: \(source.markdown)\n" }
    if let derived = scenario.derived { text += "\nDerived: \(derived.markdown)\n" }
    if let profile = scenario.profileLine { text += "\n\(profile.markdown)\n" }
    if attributes == .all { text += "\nAttributes in \\[brackets\\] are not listed in the manual.\n" }
    if !scenario.parties.isEmpty { text += "\n| Party | Kind | |\n|---|---|---|\n" }
    for party in scenario.parties {
      let options = party.spelledOptions.joined(separator: " ")
      text += "| \(party.name.markdownValue) | \(party.kindNames.markdown) | \(options.markdown) |\n"
    }
    return text
  }
}

// MARK: - Tables

extension Markdown {
  /// The parties that have columns; nil if each event has a row.
  private struct Layout {
    var parties: [Int]?

    init(_ flows: [Transcript.Flow], _ scenario: Scenario, most: Int) {
      parties = Array(scenario.parties.indices)
      if scenario.parties.count > most { parties = scenario.participants(of: flows) }
      if parties.map({ $0.count > most }) == true { parties = nil }
    }

    /// The columns after the step and its action.
    var columns: Int { parties?.count ?? 3 }
  }

  private func head(_ layout: Layout, _ scenario: Scenario) -> String {
    let names = layout.parties?.map { scenario.parties[$0].name.markdownValue } ?? ["To", "Event", "Attributes"]
    return "| Step | Action | \(names.joined(separator: " | ")) |\n"
      + String(repeating: "|---", count: layout.columns + 2) + "|\n"
  }

  /// The rows of an entry. A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  private func add(_ entry: Transcript.Entry, _ layout: Layout, _ scenario: Scenario, to text: inout TextBuffer) {
    let columns = layout.columns
    switch entry {
    case .mark(let name): text.add(built: "| | **\(name.markdown)** |\(String(repeating: " |", count: columns))\n")
    case .wait(let wait):
      text.add(built: "| | *\(wait.spelling.markdown)* |\(String(repeating: " |", count: columns))\n")
    case .step(let step): add(step, layout, scenario, to: &text)
    }
  }

  /// The row of a step, or the rows of its messages.
  private func add(_ step: Transcript.Step, _ layout: Layout, _ scenario: Scenario, to text: inout TextBuffer) {
    text.add("| ")
    text.add(step.number)
    text.add(" | ")
    addAction(of: step, scenario, to: &text)
    text.add(" |")
    guard let parties = layout.parties else { return addRows(of: step, scenario, to: &text) }
    for party in parties {
      var separator: StaticString = " "
      step.messages.span.visit { message in
        if message.to != party { return }
        text.add(separator)
        separator = "<br><br>"
        text.add("**")
        text.add(markdownValue: message.name)
        text.add("**")
        addAttributes(of: message, scenario, "<br>", afterFirst: "<br>", to: &text)
      }
      text.add(" |")
    }
    text.add("\n")
  }

  /// What follows the action, if each message has a row.
  private func addRows(of step: Transcript.Step, _ scenario: Scenario, to text: inout TextBuffer) {
    if step.messages.isEmpty { text.add(" | | |\n") }
    for (index, message) in step.messages.enumerated() {
      text.add(index == 0 ? " " : "| | | ")
      text.add(markdownValue: scenario.parties[message.to].name)
      text.add(" | **")
      text.add(markdownValue: message.name)
      text.add("** | ")
      addAttributes(of: message, scenario, "", afterFirst: ", ", to: &text)
      text.add(" |\n")
    }
  }

  /// The action, and what the step says besides its messages.
  private func addAction(of step: Transcript.Step, _ scenario: Scenario, to text: inout TextBuffer) {
    text.add("**")
    let start = text.count
    text.add(actionOf: step, scenario.parties)
    text.escapeMarkdown(from: start)
    text.add("**")
    if let refusal = step.explanation, step.messages.isEmpty || why {
      text.add(built: "<br>refused: \(refusal.markdown)")
    }
    if let status = step.statusLine {
      text.add(built: "<br>\(status.name.markdown) \(status.value.markdownValue)")
    }
    if !why { return }
    for (number, rule) in step.rules.enumerated() where step.messages.contains(where: { $0.rule == number }) {
      text.add(built: "<br>why: \(rule.name.markdown) (\(rule.source.markdown))")
    }
  }

  /// The sender, if messages have senders, and the attributes, each behind a separator.
  @inline(never)
  private func addAttributes(
    of message: Message, _ scenario: Scenario, _ first: StaticString, afterFirst: StaticString,
    to text: inout TextBuffer
  ) {
    var separator = first
    if let sender = message.from {
      text.add(separator)
      text.add("from ")
      text.add(markdownValue: scenario.parties[sender].name)
      separator = afterFirst
    }
    message.attributes.span.visit { attribute in
      let isListed = attribute.isListed
      if !isListed && attributes == .listed { return }
      text.add(separator)
      if !isListed { text.add("\\[") }
      text.add(markdownValue: attribute.name)
      if !isListed { text.add("\\]") }
      text.add(" ")
      text.add(markdownValue: attribute.value)
      separator = afterFirst
    }
  }
}

extension Scenario {
  /// The parties that act, send or receive in the flows, in the order of the file.
  func participants(of flows: [Transcript.Flow]) -> [Int] {
    var takesPart = [Bool](repeating: false, count: parties.count)
    for flow in flows {
      for case .step(let step) in flow.entries {
        takesPart[step.action.actor] = true
        for message in step.messages {
          takesPart[message.to] = true
          if let from = message.from { takesPart[from] = true }
        }
      }
    }
    return parties.indices.filter { takesPart[$0] }
  }
}

extension TextBuffer {
  /// What Markdown shows as it is. Backslashes are before the others.
  private static let plainInMarkdown = ASCIISet.wordsAnd(" \"%'()+,-./;=?")

  /// Escapes the text since there were `start` bytes, so that Markdown shows it as it is.
  fileprivate mutating func escapeMarkdown(from start: Int) {
    escape(from: start, plain: Self.plainInMarkdown) { bytes, index, text in
      text.add("\\")
      text.add(byte: bytes[index])
    }
  }

  /// A name or a value, in quotes if it would be ambiguous without them.
  fileprivate mutating func add(markdownValue value: String) {
    if add(word: value) { return }
    let start = count
    add(quotedIfNeeded: value)
    escapeMarkdown(from: start)
  }
}

extension String {
  /// The text so that Markdown shows it as it is.
  fileprivate var markdown: String { escaped { $0.escapeMarkdown(from: 0) } }

  /// A name or a value, in quotes if it would be ambiguous without them.
  fileprivate var markdownValue: String { quotedIfNeeded.markdown }
}
