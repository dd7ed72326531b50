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
  mutating func begin(_ flow: Transcript.Flow, _ calls: LadderCalls) -> [TextLine] {
    namesCalls = diagram.hasSeveralCalls(flow)
    let title = [TextLine()] + .paragraph(flow.title, .bold, width: ladder.width)
    guard let lanes else { return title + [TextLine()] }
    return title + [TextLine(), lanes.heads(names)]
  }

  mutating func mark(_ name: String, _ calls: LadderCalls) -> [TextLine] {
    guard lanes != nil else { return .paragraph(name, .mark, width: ladder.width) }
    return plain(calls) + rows(name.visible, .mark, calls) { $0.cross() }
  }

  mutating func wait(_ text: String, _ calls: LadderCalls) -> [TextLine] {
    guard lanes != nil else { return .paragraph(text, .dim, width: ladder.width) }
    return plain(calls) + rows(text.visible, .dim, calls)
  }

  mutating func step(_ step: Transcript.Step, _ calls: inout LadderCalls) -> [TextLine] {
    guard lanes != nil else { return listed(step) }
    var lines = plain(calls)
    let actor = step.action.actor
    let isRequest = diagram.isRequest(step.action)
    let action = isRequest ? diagram.request(step.action) : diagram.action(step.action)
    let target = isRequest ? diagram.server : nil
    lines += rows(action.visible, .plain, calls) {
      $0.label(step.number)
      $0.arrow(from: actor, to: target)
    }
    if let refusal = step.explanation, step.messages.isEmpty || ladder.why {
      lines += rows("refused: \(refusal)".visible, .bad, calls)
    }
    for message in step.messages {
      calls.follow(message)
      let call = namesCalls ? message.connID.map { "(\($0)) " } ?? "" : ""
      let texts = diagram.texts(of: message, withConnID: false)
      let head = call + message.name.quotedIfNeeded
      let sender = diagram.sender(of: message)
      lines += rows(head, .bold, then: texts.joined(separator: " ").visible, calls) {
        $0.arrow(from: sender, to: message.to)
      }
    }
    if ladder.why { for reason in step.reasons { lines += rows(reason.visible, .dim, calls) } }
    return lines
  }

  /// A row with the lifelines alone.
  private mutating func plain(_ calls: LadderCalls) -> [TextLine] {
    guard lanes != nil else { return [] }
    lanes?.begin(calls, parties: diagram.server)
    return [TextLine(lanes?.text ?? "")]
  }

  /// The lifelines, and the text to their right; `draw` draws on the first row.
  private mutating func rows(
    _ head: String, _ style: Style, then text: String = "", _ calls: LadderCalls,
    draw: (inout LadderLanes) -> Void = { _ in }
  ) -> [TextLine] {
    guard var lanes else { return [] }
    let room = ladder.width - lanes.end
    // The text follows the head on its line if it has room there, and else it is below.
    let isShort = !text.isEmpty && head.columns + 1 + text.columns <= room
    var pieces = head.wrapped(to: room).map { ($0, style, lanes.end) }
    if !isShort && !text.isEmpty {
      pieces += text.wrapped(to: room - 2).map { ($0, Style.plain, lanes.end + 2) }
    }
    lanes.begin(calls, parties: diagram.server)
    draw(&lanes)
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
