import CallModel
import CallScenario

/// The rows of flows: where each of them is, and its text, which is measured and escaped once.
///
/// The first tag of a picture says its size, so all texts are measured before the first is written. They are kept, so
/// that the messages need not be looked at again when the rows are drawn.
struct SVGRows: ~Copyable {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  private let why: Bool
  private(set) var rows: [SVGRow] = []
  private(set) var bars: [SVGBar] = []
  /// The texts of the rows.
  private(set) var texts = TextBuffer()
  /// What stands before the texts.
  private(set) var stamps: SVGStamps
  // The flow that is being added.
  private var messages: SVGMessageText
  private var lifelines: SVGBars
  private var end = 0
  /// The call of the first message that is about one.
  private var firstCall: String?
  /// Whether messages are about other calls, too, and have to say about which.
  private var hasSeveralCalls = false

  /// Longer texts of messages are not kept. They have values that many messages may share.
  private static let longestText = 1_000

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, why: Bool) {
    (self.diagram, self.layout, self.why) = (diagram, layout, why)
    stamps = SVGStamps(diagram, layout)
    messages = SVGMessageText(diagram, layout, namesCalls: false)
    lifelines = SVGBars(LadderCalls(parties: 0))
  }

  /// The bytes that they take in memory.
  var size: Int {
    rows.count * MemoryLayout<SVGRow>.stride + bars.count * MemoryLayout<SVGBar>.stride + texts.count + stamps.size
  }

  /// How many there are of each.
  struct Place {
    let rows: Int
    let bars: Int
    let texts: Int
    let stamps: SVGStamps.Place
  }

  /// Where what is added next will be.
  var place: Place { Place(rows: rows.count, bars: bars.count, texts: texts.count, stamps: stamps.place) }

  /// Forgets what has been added since then.
  mutating func remove(from place: Place) {
    rows.removeSubrange(place.rows...)
    bars.removeSubrange(place.bars...)
    texts.remove(from: place.texts)
    stamps.remove(from: place.stamps)
  }

  // MARK: Flows

  /// Adds the rows of a flow that begins when the parties do this. Tells at each mark what they do there.
  mutating func add(
    _ flow: Transcript.Flow, after calls: LadderCalls, atMark: (String, LadderCalls) -> Void = { _, _ in }
  ) -> SVGFlow {
    let start = place
    rows.makeRoom(for: flow.entries.count * 3)
    bars.makeRoom(for: flow.entries.count)
    plan(flow.entries, after: calls, namesCalls: false, atMark)
    if hasSeveralCalls {
      remove(from: start)
      plan(flow.entries, after: calls, namesCalls: true, atMark)
    }
    return SVGFlow(opening: calls, namesCalls: hasSeveralCalls, height: end, start: start, end: place)
  }

  private mutating func plan(
    _ entries: [Transcript.Entry], after calls: LadderCalls, namesCalls: Bool, _ atMark: (String, LadderCalls) -> Void
  ) {
    messages = SVGMessageText(diagram, layout, namesCalls: namesCalls)
    lifelines = SVGBars(calls)
    lifelines.begin(at: 0)
    (end, firstCall, hasSeveralCalls) = (0, nil, namesCalls)
    var index = 0
    entries.span.visit { (entry: borrowing Transcript.Entry) in
      // As soon as there are several calls, all is planned again.
      if hasSeveralCalls, !namesCalls { return }
      if let mark = add(entry, at: index) { atMark(mark, lifelines.calls) }
      index += 1
    }
    lifelines.finish(at: end + 8, &bars)
  }

  /// Adds the rows of the entry that has this index in its flow. Returns the name if it is a mark. A function of its
  /// own, so that the step is not copied out of the entry.
  @inline(never)
  private mutating func add(_ entry: Transcript.Entry, at index: Int) -> String? {
    switch entry {
    case .mark(let name):
      add(mark: name)
      return name
    case .wait(let wait): add(.wait, paragraph: wait.spelling)
    case .step(let step):
      add(actionOf: step)
      if step.messages.isEmpty || why, let refusal = step.refusal(why: why) {
        add(.refusal(actor: step.action.actor), paragraph: refusal)
      }
      var place = 0
      step.messages.span.visit { (message: borrowing Message) in
        add(message, entry: index, place)
        place += 1
      }
      if why { for reason in step.reasons { add(.reason, paragraph: reason) } }
    }
    return nil
  }

  private mutating func add(_ content: SVGRow.Content, number: Int = 0, _ text: SVGRow.Text, lines: Int) {
    let top = end + content.gap
    rows.append(SVGRow(stamp: stamps.stamp(of: content), number: number, top: top, text: text))
    end = top + lines * SVGLayout.line + 4
  }

  // MARK: Messages

  private mutating func add(_ message: borrowing Message, entry: Int, _ index: Int) {
    let call = message.connID
    if let call {
      if firstCall == nil { firstCall = call } else if call != firstCall { hasSeveralCalls = true }
    }
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

  /// Adds the row to a picture, `top` pixels below its own place.
  mutating func draw(_ row: Int, of flow: Transcript.Flow, namesCalls: Bool, below top: Int, to text: inout TextBuffer)
  {
    let row = rows[row]
    switch row.text {
    case .kept(let place): stamps.draw(row, place, in: texts, below: top, to: &text)
    case .long(let entry, let index):
      guard case .step(let step) = flow.entries[entry] else { return }
      let message = step.messages[index]
      let start = texts.count
      let place = SVGMessageText(diagram, layout, namesCalls: namesCalls).add(message, message.connID, to: &texts).text
      stamps.draw(row, place, in: texts, below: top, to: &text)
      texts.remove(from: start)
    }
  }

  // MARK: Other texts

  private mutating func add(actionOf step: Transcript.Step) {
    let start = texts.count
    texts.add("\">")
    let words = texts.count
    diagram.add(actionOf: step, isRequest: false, to: &texts)
    var lines = 1
    if (texts.count - words) * SVGFont.column > layout.room || !texts.isPlainInMarkup(from: words) {
      texts.remove(from: words)
      let shown = self.lines(of: diagram.action(step.action))
      lines = shown.count
      texts.add(lines: shown, at: layout.textPlace)
    }
    texts.add("</text>\n")
    let content = SVGRow.Content.action(actor: step.action.actor, isRequest: diagram.isRequest(step))
    add(content, number: step.number, .kept(SVGText(start: start, rest: texts.count - start)), lines: lines)
  }

  private mutating func add(mark name: String) {
    let lines = SVGFont.monospace.lines(
      of: name.visible, room: layout.room - SVGLayout.room(SVGStamps.markInset * 2))
    let widest = lines.map(SVGFont.monospace.width).max() ?? 0
    let width = widest * SVGLayout.fontSize / 1_000
    add(.mark(width: width, lines: lines.count), lines, at: SVGStamps.markPlace(layout))
  }

  private mutating func add(_ content: SVGRow.Content, paragraph: String) {
    add(content, lines(of: paragraph), at: layout.textPlace)
  }

  private func lines(of paragraph: String) -> [String] {
    SVGFont.monospace.lines(of: paragraph.visible, room: layout.room)
  }

  private mutating func add(_ content: SVGRow.Content, _ lines: [String], at place: Int) {
    let start = texts.count
    texts.add("\">")
    texts.add(lines: lines, at: place)
    texts.add("</text>\n")
    add(content, .kept(SVGText(start: start, rest: texts.count - start)), lines: lines.count)
  }
}

extension Array {
  /// Makes room for so many more elements. It at least doubles, as if they were added one after the other.
  fileprivate mutating func makeRoom(for more: Int) {
    if count + more > capacity { reserveCapacity(Swift.max(count + more, 2 * capacity)) }
  }
}

extension TextBuffer {
  /// Adds a text in lines that begin at this place.
  fileprivate mutating func add(lines: [String], at place: Int) {
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
  }
}
