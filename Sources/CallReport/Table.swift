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
    var text = TextBuffer()
    text.add(built: lines.text(color: color))
    for flow in shown {
      lines = [TextLine()]
      lines += flow.title.visible.wrapped(to: width).map { TextLine($0, .bold) }
      lines += [TextLine()]
      lines += plan.header
      text.add(built: lines.text(color: color))
      try writeRows(of: flow, plan, &text, to: sink)
    }
    try sink(text.take())
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
    of flow: Transcript.Flow, _ plan: TablePlan, _ text: inout TextBuffer, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var cells = plan.cells
    var place = Place.start
    try flow.entries.span.visit { (entry) throws(Failure) in
      writeRow(of: entry, at: &place, plan, &cells, to: &text)
      if text.isPiece { try sink(text.take()) }
    }
  }

  /// What a row follows.
  private enum Place { case start, step, mark }

  /// A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  private func writeRow(
    of entry: Transcript.Entry, at place: inout Place, _ plan: TablePlan, _ cells: inout TableCells?,
    to text: inout TextBuffer
  ) {
    switch entry {
    case .mark(let name): writeMark(name, .mark, at: &place, to: &text)
    case .wait(let wait): writeMark(wait.spelling, .dim, at: &place, to: &text)
    case .step(let step):
      if place != .start { text.add("\n") }
      writeRow(of: step, plan, &cells, to: &text)
      place = .step
    }
  }

  /// Marks of the same moment form one block.
  private func writeMark(_ words: String, _ style: Style, at place: inout Place, to text: inout TextBuffer) {
    if place != .mark { text.add("\n") }
    add(words.visible.wrapped(to: width).map { TextLine($0, style) }, to: &text)
    place = .mark
  }

  /// The action above its events, in its actor's column, and below them the reasons if `why` is set.
  private func writeRow(
    of step: Transcript.Step, _ plan: TablePlan, _ cells: inout TableCells?, to text: inout TextBuffer
  ) {
    if color { text.add(built: Style.dim.code) }
    let start = text.count
    text.add(step.number)
    let digits = text.count - start
    if color { text.add(built: Style.end) }
    let least = max(plan.gutter, digits + 2)
    let place = writeAction(of: step, plan, from: least, after: digits, to: &text)
    if let refusal = step.explanation, step.messages.isEmpty || why {
      let words = "refused: \(refusal)".visible
      // A reason needs room to be legible.
      let place = max(least, min(place, width - 50))
      add(words.wrapped(to: width - place).map { TextLine($0, .bad, at: place) }, to: &text)
    }
    if cells != nil {
      cells?.write(step, of: plan.scenario, color: color, to: &text)
    } else {
      add(plan.list(of: step), to: &text)
    }
    if let statusLine = step.statusLine {
      text.add("\n")
      add(statusLine.lines(width: width, at: least), to: &text)
    }
    if why { add(reasons(for: step, plan, at: least), to: &text) }
  }

  /// Writes the action at its actor's place, or further to the left if it has no room there, but not before `least`.
  /// Returns its place.
  private func writeAction(
    of step: Transcript.Step, _ plan: TablePlan, from least: Int, after written: Int, to text: inout TextBuffer
  ) -> Int {
    let start = text.count
    var place = max(least, plan.place(of: step.action.actor))
    text.add(blanks: place - written)
    let actionStart = text.count
    text.add(actionOf: step, plan.scenario.parties)
    let end = text.count
    if end - actionStart > width - place || !text.isPrintableASCII(from: actionStart, to: end) {
      let action = text.string(from: actionStart).visible
      text.remove(from: start)
      place = max(least, min(place, width - action.columns))
      for (index, line) in action.wrapped(to: width - place).enumerated() {
        if index > 0 { text.add("\n") }
        text.add(blanks: index == 0 ? place - written : place)
        text.add(built: line)
      }
    }
    text.add("\n")
    return place
  }

  private func add(_ lines: [TextLine], to text: inout TextBuffer) { text.add(built: lines.text(color: color)) }

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
