import CallModel
public import CallScenario

/// A transcript as the manual prints it: a column per party, a row per step, each event below its recipient.
///
///        A  extension               B  acd-group                C  extension
///        ------------------------   -------------------------   ------------
///     1  A TMakeCall B
///        EventDialing               EventQueued
///          ConnID      1              ConnID      1
///          ThisDN      A              ThisDN      B
///          ThisDNRole  Origination    ThisDNRole  Destination
///
///     *
///
///     2                             B divert C
///
/// If that is too wide, only the parties that take part have columns. If even these are too many, the events of a step
/// are a list, as in a scenario, but with all their attributes:
///
///     1  A TMakeCall B
///          A  EventDialing  ConnID=1 ThisDN=A ThisDNRole=Origination
///          B  EventQueued   ConnID=1 ThisDN=B ThisDNRole=Destination
public struct Table: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var why: Bool
  var color: Bool

  /// Lines are at most `width` columns long, whatever the names, and at least 20.
  ///
  /// With `why`, each message has its rule and source below it. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 100, attributes: AttributeChoice = .listed, why: Bool = false, color: Bool = false) {
    self.width = max(width, 20)
    self.attributes = attributes
    self.why = why
    self.color = color
  }

  /// The text of all flows, or of the named ones, below a heading.
  public func text(_ transcript: Transcript, flows: [String]? = nil) -> String {
    var text = ""
    write(transcript, flows: flows) { text += $0 }
    return text
  }

  /// Passes the text to `sink` piece by piece, because a table may be much larger than its scenario.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]? = nil, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let shown = transcript.flows(named: flows)
    let plan = TablePlan(for: shown.parts, in: transcript.scenario, width: width, attributes: attributes)
    var lines = heading(of: transcript.scenario)
    if !plan.namesAllParties { lines += transcript.scenario.partyList(width: width) }
    try sink(lines.text(color: color))
    for flow in shown {
      lines = [TextLine()]
      lines += flow.title.visible.wrapped(to: width).map { TextLine($0, .bold) }
      lines += [TextLine()]
      lines += plan.header
      try sink(lines.text(color: color))
      try writeRows(of: flow, plan, to: sink)
    }
  }
}

// MARK: - Headings

extension Table {
  private func heading(of scenario: Scenario) -> [TextLine] {
    let title = scenario.title.visible.wrapped(to: width)
    var lines = title.map { TextLine($0, .bold) }
    lines.append(TextLine(String(repeating: "=", count: title.map(\.columns).max() ?? 0)))
    if let origin = scenario.origin { lines += paragraph(origin.visible) }
    if let profile = scenario.profileLine { lines += paragraph(profile) }
    if attributes == .all { lines += paragraph("Attributes in [brackets] are not listed in the manual.") }
    return lines
  }

  private func paragraph(_ text: String) -> [TextLine] {
    text.wrapped(to: width).map { TextLine($0, .dim) }
  }
}

// MARK: - Rows

extension Table {
  private func writeRows<Failure: Error>(
    of flow: Transcript.Flow, _ plan: TablePlan, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var isFirst = true
    var isAfterMark = false
    for entry in flow.entries {
      var lines: [TextLine] = []
      switch entry {
      case .mark(let name):
        // Marks of the same moment form one block.
        if !isAfterMark { lines.append(TextLine()) }
        lines += name.visible.wrapped(to: width).map { TextLine($0, .mark) }
        isAfterMark = true
      case .wait(let wait):
        if !isAfterMark { lines.append(TextLine()) }
        lines += wait.spelling.visible.wrapped(to: width).map { TextLine($0, .dim) }
        isAfterMark = true
      case .step(let step):
        if !isFirst { lines.append(TextLine()) }
        lines += row(of: step, plan)
        isAfterMark = false
      }
      isFirst = false
      try sink(lines.text(color: color))
    }
  }

  /// The action above its events, in its actor's column, and below them the reasons if `why` is set.
  private func row(of step: Transcript.Step, _ plan: TablePlan) -> [TextLine] {
    let number = String(step.number)
    let least = max(plan.gutter, number.count + 2)
    let action = plan.scenario.spelling(of: step.action).visible
    let place = max(least, min(plan.place(of: step.action.actor), width - action.columns))
    var lines = action.wrapped(to: width - place).map { TextLine($0, at: place) }
    if let first = lines.first {
      var numbered = TextLine(number, .dim)
      numbered.append(first, at: 0)
      lines[0] = numbered
    }
    if let refusal = step.explanation, step.messages.isEmpty || why {
      let text = "refused: \(refusal)".visible
      // A reason needs room to be legible.
      let place = max(least, min(place, width - 50))
      lines += text.wrapped(to: width - place).map { TextLine($0, .bad, at: place) }
    }
    lines += plan.events(of: step)
    if let statusLine = step.statusLine {
      lines.append(TextLine())
      lines += statusLine.lines(width: width, at: least)
    }
    return why ? lines + reasons(for: step, plan, at: least) : lines
  }

  /// The rules of a step and their sources. Usually there is one; if there are several, each is listed with its events.
  private func reasons(for step: Transcript.Step, _ plan: TablePlan, at place: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for (number, rule) in step.rules.enumerated() {
      let messages = step.messages.filter { $0.rule == number }
      if messages.isEmpty { continue }
      let events = messages.map { "\(plan.scenario.parties[$0.to].name) \($0.name)" }
      let isOneOfSeveral = events.count < step.messages.count
      let name = isOneOfSeveral ? "\(rule.name) (\(events.joined(separator: ", ")))" : rule.name
      let label = "why  "
      let texts = [name, rule.source].flatMap { $0.visible.wrapped(to: width - place - label.count) }
      for (index, text) in texts.enumerated() {
        var line = TextLine(index == 0 ? label : "", .dim, at: place)
        line.append(text, .dim, at: place + label.count)
        lines.append(line)
      }
    }
    return lines.isEmpty ? [] : [TextLine()] + lines
  }
}
