import CallModel
import CallScenario

/// The rows of flows: where each of them is, and its text, which is measured and escaped once.
///
/// The first tag of a picture says its size, so all texts are known before the first is written. A transcript is gone
/// through for them, and not again when they are drawn.
struct SVGRows: ~Copyable {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  private let why: Bool
  private(set) var rows: [SVGRow] = []
  private(set) var bars: [SVGBar] = []
  /// The texts of the rows.
  private(set) var texts = TextBuffer()
  // The flow that is being added.
  private var messages: SVGMessageText
  private var lifelines: SVGBars
  private var end = 0

  /// Longer texts of messages are not kept. They have values that many messages may share.
  private static let longestText = 1_000

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, why: Bool) {
    (self.diagram, self.layout, self.why) = (diagram, layout, why)
    messages = SVGMessageText(diagram, layout, namesCalls: false)
    lifelines = SVGBars(LadderCalls(parties: 0))
  }

  /// The bytes that they take in memory.
  var size: Int {
    rows.count * MemoryLayout<SVGRow>.stride + bars.count * MemoryLayout<SVGBar>.stride + texts.count
  }

  /// How many there are of each.
  struct Place {
    let rows: Int
    let bars: Int
    let texts: Int
  }

  /// Where what is added next will be.
  var place: Place { Place(rows: rows.count, bars: bars.count, texts: texts.count) }

  /// Forgets what has been added since then.
  mutating func remove(from place: Place) {
    rows.removeSubrange(place.rows...)
    bars.removeSubrange(place.bars...)
    texts.remove(from: place.texts)
  }

  // MARK: Flows

  /// Begins a flow in which the parties do this; messages may have to name their calls.
  mutating func begin(_ calls: LadderCalls, namesCalls: Bool) {
    messages = SVGMessageText(diagram, layout, namesCalls: namesCalls)
    lifelines = SVGBars(calls)
    lifelines.begin(at: 0)
    end = 0
  }

  /// Ends the flow. Returns the height of its rows.
  mutating func finish() -> Int {
    lifelines.finish(at: end + 8, &bars)
    return end
  }

  /// What the parties do after the entries so far.
  var calls: LadderCalls { lifelines.calls }

  /// Adds the rows of the entry that has this index in its flow. A function of its own, so that the step is not copied
  /// out of the entry.
  @inline(never)
  mutating func add(_ entry: Transcript.Entry, at index: Int) {
    switch entry {
    case .mark(let name): add(mark: name)
    case .wait(let wait): add(.wait, paragraph: wait.spelling)
    case .step(let step):
      add(step.action, step.number)
      if let refusal = step.refusal(why: why) { add(.refusal(actor: step.action.actor), paragraph: refusal) }
      var place = 0
      step.messages.span.visit { message in
        add(message, entry: index, place)
        place += 1
      }
      if why { for reason in step.reasons { add(.reason, paragraph: reason) } }
    }
  }

  private mutating func add(_ content: SVGRow.Content, _ text: SVGRow.Text, lines: Int) {
    let top = end + content.gap
    rows.append(SVGRow(content: content, top: top, lines: lines, text: text))
    end = top + lines * SVGLayout.line + 4
  }

  // MARK: Messages

  private mutating func add(_ message: borrowing Message, entry: Int, _ index: Int) {
    let call = message.connID
    let tip = lifelines.follow(message, call, y: end + 9, &bars)
    let arrow = SVGArrow(
      sender: diagram.sender(of: message), recipient: message.to, color: SVGColor(message, call), tip: tip,
      chip: messages.chip(of: call))
    let start = texts.count
    let (text, lines) = messages.add(message, call, to: &texts)
    if texts.count - start <= Self.longestText {
      add(.message(arrow), .kept(text), lines: lines)
    } else {
      texts.remove(from: start)
      add(.message(arrow), .long(entry: entry, message: index), lines: lines)
    }
  }

  /// Passes the row to `body`, and the place of its text in the texts.
  @inline(__always)
  mutating func withText(
    of row: SVGRow, in flow: Transcript.Flow, namesCalls: Bool, _ body: (SVGRow, SVGText, borrowing TextBuffer) -> Void
  ) {
    switch row.text {
    case .kept(let text): body(row, text, texts)
    case .long(let entry, let index):
      guard case .step(let step) = flow.entries[entry] else { return }
      let message = step.messages[index]
      let start = texts.count
      let text = SVGMessageText(diagram, layout, namesCalls: namesCalls).add(message, message.connID, to: &texts).text
      body(row, text, texts)
      texts.remove(from: start)
    }
  }

  // MARK: Other texts

  private mutating func add(_ action: ActionStatement, _ number: Int) {
    let content = SVGRow.Content.action(
      number: number, actor: action.actor, isRequest: diagram.isRequest(action))
    let start = texts.count
    diagram.add(action, isRequest: false, to: &texts)
    let count = texts.count - start
    if count * SVGFont.column <= layout.room, texts.isPlainInMarkup(from: start) {
      return add(content, .kept(SVGText(start: start, rest: count)), lines: 1)
    }
    texts.remove(from: start)
    add(content, paragraph: diagram.action(action))
  }

  private mutating func add(mark name: String) {
    let lines = SVGFont.monospace.lines(of: name.visible, room: layout.room - SVGLayout.room(SVGPen.markInset * 2))
    let widest = lines.map(SVGFont.monospace.width).max() ?? 0
    let width = widest * SVGLayout.fontSize / 1_000
    add(.mark(width: width), texts.add(lines: lines, at: SVGPen.markPlace(layout)), lines: lines.count)
  }

  private mutating func add(_ content: SVGRow.Content, paragraph: String) {
    let lines = SVGFont.monospace.lines(of: paragraph.visible, room: layout.room)
    add(content, texts.add(lines: lines, at: layout.textPlace), lines: lines.count)
  }
}

extension TextBuffer {
  /// Adds a text in lines that begin at this place.
  fileprivate mutating func add(lines: [String], at place: Int) -> SVGRow.Text {
    let start = count
    for (index, line) in lines.enumerated() {
      if index == 0 {
        add(text: line)
      } else {
        add("<tspan x=\"")
        add(place)
        add("\" dy=\"15\">")
        add(text: line)
        add("</tspan>")
      }
    }
    return .kept(SVGText(start: start, rest: count - start))
  }
}
