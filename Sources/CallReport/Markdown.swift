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
    try sink(heading(of: transcript.scenario, number))
    let layout = Layout(flows.parts, transcript.scenario, most: Self.mostColumns)
    for flow in flows {
      try sink("\n##\(number == nil ? "" : "#") \(flow.title.markdown)\n\n")
      try sink(head(layout, transcript.scenario))
      for entry in flow.entries {
        switch entry {
        case .mark(let name):
          try sink("| | **\(name.markdown)** |" + String(repeating: " |", count: layout.columns) + "\n")
        case .wait(let wait):
          try sink("| | *\(wait.spelling.markdown)* |" + String(repeating: " |", count: layout.columns) + "\n")
        case .step(let step):
          try sink(row(of: step, layout, transcript.scenario))
        }
      }
    }
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

  private func row(of step: Transcript.Step, _ layout: Layout, _ scenario: Scenario) -> String {
    let start = "| \(step.number) | \(action(of: step, scenario)) |"
    guard let parties = layout.parties else {
      if step.messages.isEmpty { return start + " | | |\n" }
      return step.messages.enumerated().map { index, message in
        (index == 0 ? start : "| | |") + " \(scenario.parties[message.to].name.markdownValue) |"
          + " **\(message.name.markdownValue)** | \(attributes(of: message, scenario).joined(separator: ", ")) |\n"
      }.joined()
    }
    var cells = [String](repeating: "", count: scenario.parties.count)
    for message in step.messages {
      cells[message.to] += cells[message.to].isEmpty ? " " : "<br><br>"
      cells[message.to] += "**\(message.name.markdownValue)**"
      for attribute in attributes(of: message, scenario) { cells[message.to] += "<br>\(attribute)" }
    }
    return start + parties.map { "\(cells[$0]) |" }.joined() + "\n"
  }

  /// The action, and what the step says besides its messages.
  private func action(of step: Transcript.Step, _ scenario: Scenario) -> String {
    var lines = ["**\(scenario.spelling(of: step.action).markdown)**"]
    if let refusal = step.explanation, step.messages.isEmpty || why { lines.append("refused: \(refusal.markdown)") }
    if let status = step.statusLine { lines.append("\(status.name.markdown) \(status.value.markdownValue)") }
    if why {
      lines += step.rules.indices.filter { rule in step.messages.contains { $0.rule == rule } }.map { rule in
        "why: \(step.rules[rule].name.markdown) (\(step.rules[rule].source.markdown))"
      }
    }
    return lines.joined(separator: "<br>")
  }

  private func attributes(of message: Message, _ scenario: Scenario) -> [String] {
    let from = message.from.map { ["from \(scenario.parties[$0].name.markdownValue)"] } ?? []
    return from
      + message.attributes(attributes).map { attribute in
        let name = attribute.name.markdownValue
        return "\(attribute.isListed ? name : "\\[\(name)\\]") \(attribute.value.markdownValue)"
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

extension String {
  /// The text so that Markdown shows it as it is.
  fileprivate var markdown: String {
    if isPlainWords { return self }
    var escaped = ""
    for scalar in printable(tab: "␉").unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "$", "!", "^", ":", "@":
        escaped.unicodeScalars.append("\\")
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// A name or a value, in quotes if it would be ambiguous without them.
  fileprivate var markdownValue: String { quotedIfNeeded.markdown }
}
