import CallModel
import CallScenario

/// Draws the rows of a ladder: the lifelines, and to their right what happens.
struct LadderRows {
  private let diagram: SequenceDiagram
  private(set) var lanes: LadderLanes
  /// The columns to the right of the lifelines.
  private let room: Int
  private let color: Bool
  private let why: Bool
  private var namesCalls = false

  init(_ ladder: Ladder, _ diagram: SequenceDiagram, _ lanes: LadderLanes) {
    self.diagram = diagram
    self.lanes = lanes
    room = ladder.width - lanes.end
    color = ladder.color
    why = ladder.why
  }

  /// Begins a flow in which the parties are in these calls.
  mutating func begin(_ flow: Transcript.Flow, _ calls: LadderCalls) {
    namesCalls = diagram.hasSeveralCalls(flow)
    for party in diagram.scenario.parties.indices { lanes.show(calls, of: party) }
  }

  /// Adds the rows of an entry. A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  mutating func add(_ entry: Transcript.Entry, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    lanes.addLifelines(to: &text)
    switch entry {
    case .mark(let name):
      let row = lanes.beginRow(&text)
      lanes.drawMark(row, &text)
      add(name, .mark, row, to: &text)
    case .wait(let wait): add(wait.spelling, .dim, lanes.beginRow(&text), to: &text)
    case .step(let step): add(step, &calls, to: &text)
    }
  }

  private mutating func add(_ step: Transcript.Step, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    let isRequest = diagram.isRequest(step)
    let row = lanes.beginRow(number: step.number, &text)
    lanes.drawArrow(from: step.action.actor, to: isRequest ? diagram.server : nil, row, &text)
    var words = beginText(.plain, row, &text)
    diagram.add(actionOf: step, isRequest: isRequest, to: &text)
    endHead(&words, &text)
    endText(words, &text)
    if let refusal = step.explanation, step.messages.isEmpty || why {
      add("refused: \(refusal)", .bad, lanes.beginRow(&text), to: &text)
    }
    step.messages.span.visit { add($0, &calls, to: &text) }
    if !why { return }
    for reason in step.reasons { add(reason, .dim, lanes.beginRow(&text), to: &text) }
  }

  @inline(never)
  private mutating func add(_ message: Message, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    let call = message.connID
    if message.from == nil, let call {
      calls.follow(message, in: call)
      lanes.show(calls, of: message.to)
    }
    let row = lanes.beginRow(&text)
    lanes.drawArrow(from: diagram.sender(of: message), to: message.to, row, &text)
    var words = beginText(.bold, row, &text)
    if namesCalls, let call {
      text.add("(")
      text.add(built: call)
      text.add(") ")
    }
    text.add(quotedIfNeeded: message.name)
    endHead(&words, &text)
    message.attributes.span.visit { attribute in
      guard diagram.shows(attribute, of: message) else { return }
      text.add(" ")
      diagram.add(attribute, to: &text)
    }
    endText(words, &text)
  }
}

// MARK: - What is to the right of the lifelines

extension LadderRows {
  /// Where the text of a row is: a head, which has a style, and the rest, which begins with a blank unless it is empty.
  private struct Words {
    let style: Style
    /// The byte at which the text begins, and the first one after the style's code.
    let start: Int
    let head: Int
    /// The byte after the head, and the first one after the end of the style.
    var headEnd: Int
    var rest: Int
  }

  /// Adds a text to a row that has been drawn.
  private func add(_ head: String, _ style: Style, _ row: Int, to text: inout TextBuffer) {
    var words = beginText(style, row, &text)
    text.add(built: head)
    endHead(&words, &text)
    endText(words, &text)
  }

  private func beginText(_ style: Style, _ row: Int, _ text: inout TextBuffer) -> Words {
    lanes.endRow(row, &text)
    let start = text.count
    if color { text.add(built: style.code) }
    return Words(style: style, start: start, head: text.count, headEnd: text.count, rest: text.count)
  }

  private func endHead(_ words: inout Words, _ text: inout TextBuffer) {
    words.headEnd = text.count
    if words.head > words.start { text.add(built: Style.end) }
    words.rest = text.count
  }

  /// Ends the row. If its text has no room, rows follow that have the lifelines alone at their left.
  private func endText(_ words: Words, _ text: inout TextBuffer) {
    // Most text is short, and its characters are bytes.
    let columns = words.headEnd - words.head + text.count - words.rest
    let isShort = columns <= room && words.headEnd > words.head
    if !isShort || !text.isPrintableASCII(from: words.head, to: words.headEnd)
      || !text.isPrintableASCII(from: words.rest, to: text.count)
    {
      layOut(words, &text)
    }
    text.add("\n")
  }

  /// Replaces the text by what is visible of it, in as many rows as it needs.
  @inline(never)
  private func layOut(_ words: Words, _ text: inout TextBuffer) {
    let head = text.string(from: words.head, to: words.headEnd).visible
    let rest = text.count > words.rest ? text.string(from: words.rest + 1).visible : ""
    text.remove(from: words.start)
    var isFirst = true
    for line in head.wrapped(to: room) {
      if !isFirst { continueBelow(&text) }
      isFirst = false
      text.add(built: line, words.style, color: color)
    }
    if rest.isEmpty { return text.removeBlanksAtEnd() }
    // The rest follows the head on its line if it has room there, and else it is below.
    if head.columns + 1 + rest.columns <= room {
      text.add(" ")
      text.add(built: rest)
    } else {
      for line in rest.wrapped(to: room - 2) {
        continueBelow(&text)
        text.add("  ")
        text.add(built: line)
      }
    }
  }

  /// Ends the line, and begins one that has the lifelines alone.
  private func continueBelow(_ text: inout TextBuffer) {
    text.add("\n")
    lanes.endRow(lanes.beginRow(&text), &text)
  }
}
