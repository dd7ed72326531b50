import CallModel
import CallScenario

/// Draws the rows of a ladder. If its participants are too many for the width, events are a list, as in a table.
struct LadderDrawing {
  private let ladder: Ladder
  private let diagram: SequenceDiagram
  private let gutter: Int
  private var lanes: LadderLanes?
  private let names: [String]
  private let list: EventLines
  private var namesCalls = false

  init(_ ladder: Ladder, _ flows: [Transcript.Flow], _ scenario: Scenario) {
    self.ladder = ladder
    diagram = SequenceDiagram(scenario, attributes: ladder.attributes)
    var last = 1
    for flow in flows {
      if case .step(let step)? = flow.entries.last(where: { if case .step = $0 { true } else { false } }) {
        last = max(last, step.number)
      }
    }
    gutter = String(last).utf8.count + 1
    list = EventLines(scenario, attributes: ladder.attributes, inFull: true)
    let server = diagram.hasServer ? [diagram.server] : []
    for parties in [Array(scenario.parties.indices), scenario.participants(of: flows)] {
      let participants = parties + server
      let names = participants.map(diagram.name)
      lanes = LadderLanes(
        participants, names: names, gutter: gutter, width: ladder.width, isUnicode: ladder.isUnicode)
      if let lanes, lanes.spacing > 7 || parties.count < scenario.parties.count || participants.count < 6 {
        self.names = names
        return
      }
    }
    names = lanes?.participants.map(diagram.name) ?? []
  }

  /// What the characters of lifelines mean.
  var legend: String? {
    guard lanes != nil, diagram.hasServer else { return nil }
    return ladder.isUnicode
      ? "Lifelines: ┆ dialing or waiting, R ringing, ┃ talking, H held"
      : "Lifelines: : dialing or waiting, R ringing, # talking, H held"
  }

  /// The title of the flow, and the names above the lifelines.
  mutating func begin(_ flow: Transcript.Flow) -> [TextLine] {
    namesCalls = diagram.hasSeveralCalls(flow)
    let title = [TextLine()] + .paragraph(flow.title, .bold, width: ladder.width)
    guard let lanes else { return title + [TextLine()] }
    return title + [TextLine(), lanes.heads(names)]
  }

  /// Adds the rows of an entry. A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  mutating func add(_ entry: Transcript.Entry, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    switch entry {
    case .mark(let name): mark(name, calls, to: &text)
    case .wait(let wait): self.wait(wait.spelling, calls, to: &text)
    case .step(let step): self.step(step, &calls, to: &text)
    }
  }

  private mutating func mark(_ name: String, _ calls: LadderCalls, to text: inout TextBuffer) {
    guard lanes != nil else { return add(.paragraph(name, .mark, width: ladder.width), to: &text) }
    addLifelines(calls, to: &text)
    lanes?.begin(calls, parties: diagram.server)
    lanes?.cross()
    addRow(calls, .mark, to: &text) { $0.add(built: name) }
  }

  private mutating func wait(_ words: String, _ calls: LadderCalls, to text: inout TextBuffer) {
    guard lanes != nil else { return add(.paragraph(words, .dim, width: ladder.width), to: &text) }
    addLifelines(calls, to: &text)
    addRow(calls, .dim, to: &text) { $0.add(built: words) }
  }

  private mutating func step(_ step: Transcript.Step, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    guard lanes != nil else { return add(listed(step), to: &text) }
    addLifelines(calls, to: &text)
    let isRequest = diagram.isRequest(step.action)
    lanes?.label(step.number)
    lanes?.arrow(from: step.action.actor, to: isRequest ? diagram.server : nil)
    addRow(calls, .plain, to: &text) { diagram.add(step.action, isRequest: isRequest, to: &$0) }
    if let refusal = step.explanation, step.messages.isEmpty || ladder.why {
      lanes?.begin(calls, parties: diagram.server)
      addRow(calls, .bad, to: &text) { $0.add(built: "refused: \(refusal)") }
    }
    step.messages.span.visit { add($0, &calls, to: &text) }
    if !ladder.why { return }
    for reason in step.reasons {
      lanes?.begin(calls, parties: diagram.server)
      addRow(calls, .dim, to: &text) { $0.add(built: reason) }
    }
  }

  @inline(never)
  private mutating func add(_ message: Message, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    let call = message.connID
    if message.from == nil, let call { calls.follow(message, in: call) }
    lanes?.begin(calls, parties: diagram.server)
    lanes?.arrow(from: diagram.sender(of: message), to: message.to)
    let head = namesCalls ? call.map { "(\($0)) " } : nil
    addRow(calls, .bold, to: &text) {
      if let head { $0.add(built: head) }
      $0.add(quotedIfNeeded: message.name)
    } then: { text in
      var isFirst = true
      for index in message.attributes.indices where diagram.shows(index, of: message) {
        if !isFirst { text.add(" ") }
        isFirst = false
        diagram.add(message.attributes[index], to: &text)
      }
    }
  }

  /// Adds a row with the lifelines alone, and leaves them for the next row.
  private mutating func addLifelines(_ calls: LadderCalls, to text: inout TextBuffer) {
    lanes?.begin(calls, parties: diagram.server)
    lanes?.add(to: &text, isWhole: false)
    text.add("\n")
  }

  /// Adds the row that has been drawn, and to its right a head and a text. If they have no room, rows follow that have
  /// the lifelines alone at their left.
  private func addRow(
    _ calls: LadderCalls, _ style: Style, to text: inout TextBuffer,
    head: (inout TextBuffer) -> Void, then rest: (inout TextBuffer) -> Void = { _ in }
  ) {
    guard let end = lanes?.end else { return }
    let start = text.count
    lanes?.add(to: &text, isWhole: true)
    let code = ladder.color ? style.code : ""
    text.add(built: code)
    let headStart = text.count
    head(&text)
    let headEnd = text.count
    if !code.isEmpty { text.add(built: Style.end) }
    let blank = text.count
    text.add(" ")
    rest(&text)
    let hasRest = text.count > blank + 1
    if !hasRest { text.remove(from: blank) }
    // Most text is short, and its characters are bytes.
    if headEnd - headStart + text.count - blank <= ladder.width - end, headEnd > headStart,
      text.isPrintableASCII(from: headStart, to: headEnd), text.isPrintableASCII(from: blank, to: text.count)
    {
      return text.add("\n")
    }
    let long = (head: text.string(from: headStart, to: headEnd), rest: text.string(from: blank + (hasRest ? 1 : 0)))
    text.remove(from: start)
    add(rows(long.head.visible, style, then: long.rest.visible, calls), to: &text)
  }

  /// The row that has been drawn, and those below it that its texts take.
  private func rows(_ head: String, _ style: Style, then text: String, _ calls: LadderCalls) -> [TextLine] {
    guard var lanes else { return [] }
    let room = ladder.width - lanes.end
    // The text follows the head on its line if it has room there, and else it is below.
    let isShort = !text.isEmpty && head.columns + 1 + text.columns <= room
    var pieces = head.wrapped(to: room).map { ($0, style, lanes.end) }
    if !isShort && !text.isEmpty {
      pieces += text.wrapped(to: room - 2).map { ($0, Style.plain, lanes.end + 2) }
    }
    var lines: [TextLine] = []
    for (index, piece) in pieces.enumerated() {
      if index == 1 { lanes.begin(calls, parties: diagram.server) }
      var line = TextLine(lanes.text)
      line.append(piece.0, piece.1, at: piece.2)
      if isShort { line.append(text, at: line.width + 1) }
      lines.append(line)
    }
    return lines
  }

  private func add(_ lines: [TextLine], to text: inout TextBuffer) { text.add(built: lines.text(color: ladder.color)) }

  /// The step as in a table without columns.
  private func listed(_ step: Transcript.Step) -> [TextLine] {
    let place = gutter + 1
    var lines = [TextLine].paragraph(diagram.action(step.action), at: place, width: ladder.width)
    var numbered = TextLine("\(step.number)", .dim)
    numbered.append(lines[0], at: 0)
    lines[0] = numbered
    if let refusal = step.explanation, step.messages.isEmpty || ladder.why {
      lines += .paragraph("refused: \(refusal)", .bad, at: place, width: ladder.width)
    }
    lines += list.lines(of: step, width: ladder.width, at: place + 2)
    if ladder.why {
      lines += step.reasons.flatMap { [TextLine].paragraph($0, .dim, at: place + 2, width: ladder.width) }
    }
    return lines
  }
}
