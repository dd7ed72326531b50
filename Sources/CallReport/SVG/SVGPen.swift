import CallModel
import CallScenario

/// Draws flows, each below the one before: first its lifelines, then the arrows and the texts.
struct SVGPen {
  private let plan: SVGPlan
  private let layout: SVGLayout
  private var messages: SVGMessageText
  /// The next flow.
  private var flow = 0
  private var end: Int
  /// The place of lifelines and arrows, and the index of the next block of each.
  private var bars = Cursor()
  private var arrows = Cursor()
  /// The index of the next message of the flow.
  private var message = 0

  /// How far the text of a mark is from its edges.
  static let markInset = 9

  /// The place of a block, as the plan has it.
  private struct Cursor {
    var column = SVGBlock.Column(from: 0)
    private var block = 0

    mutating func next(_ block: SVGBlock, _ plan: borrowing SVGPlan) -> (top: Int, lines: Int) {
      let lines = Int(plan.lines[self.block])
      self.block += 1
      return (column.add(block, lines: lines), lines)
    }
  }

  init(_ plan: SVGPlan) {
    self.plan = plan
    layout = plan.layout
    messages = SVGMessageText(plan.diagram, plan.layout, namesCalls: false)
    end = plan.heading.height
  }

  // MARK: Lifelines

  /// Draws the title of the flow, the names of the participants, and their lifelines.
  mutating func begin(_ flow: Transcript.Flow, bars started: inout SVGBars, _ text: inout TextBuffer) {
    messages = SVGMessageText(plan.diagram, layout, namesCalls: plan.namesCalls[self.flow])
    var y = end + 16
    for line in plan.title(of: flow) {
      text.add("<text class=\"F\" x=\"16\" y=\"")
      text.add(y)
      text.add("\">")
      text.add(text: line)
      text.add("</text>\n")
      y += 18
    }
    let top = end + plan.headHeight(of: flow)
    let shown = participants(of: flow, started.calls)
    for index in shown { head(layout.participants[index], layout.kinds[index], top - layout.headHeight, &text) }
    let bottom = top + plan.rows[self.flow] + 8
    for index in shown {
      guard let place = layout.place(of: layout.participants[index]) else { continue }
      text.add("<path class=\"l\" d=\"M")
      text.add(place)
      text.add(" ")
      text.add(top)
      text.add("V")
      text.add(bottom)
      text.add("\"/>\n")
    }
    bars.column = SVGBlock.Column(from: top)
    arrows.column = bars.column
    message = 0
    end = bottom - 8 + SVGPlan.tail
    self.flow += 1
    started.begin(at: top)
  }

  /// The indices of the participants of the flow: all or, if they are many, those that take part or are in a call.
  private func participants(of flow: Transcript.Flow, _ calls: LadderCalls) -> [Int] {
    let all = layout.participants.indices
    if all.count <= SequenceDiagram.mostParties + 1 { return Array(all) }
    var takesPart = [Bool](repeating: false, count: layout.names.count)
    for participant in plan.diagram.participants(of: [flow]) { takesPart[participant] = true }
    return all.filter { index in
      let participant = layout.participants[index]
      return takesPart[participant] || participant < plan.diagram.server && !calls.places(of: participant).isEmpty
    }
  }

  private func head(_ participant: Int, _ kinds: [String], _ top: Int, _ text: inout TextBuffer) {
    guard let place = layout.place(of: participant) else { return }
    let isServer = participant == plan.diagram.server
    text.add(isServer ? "<rect class=\"V\" x=\"" : "<rect class=\"B\" x=\"")
    text.add(place - layout.spacing / 2 + 4)
    text.add("\" y=\"")
    text.add(top)
    text.add("\" width=\"")
    text.add(layout.spacing - 8)
    text.add("\" height=\"")
    text.add(layout.headHeight)
    text.add("\" rx=\"6\"/>")
    text.add(isServer ? "<text class=\"N v\" x=\"" : "<text class=\"N\" x=\"")
    text.add(place)
    text.add("\" y=\"")
    text.add(kinds.isEmpty ? top + layout.headHeight / 2 + 4 : top + 16)
    text.add("\">")
    text.add(layout.names[participant], room: SVGLayout.room(layout.spacing - 14, size: 12))
    text.add("</text>\n")
    for (index, kind) in kinds.enumerated() {
      text.add("<text class=\"K\" x=\"")
      text.add(place)
      text.add("\" y=\"")
      text.add(top + 29 + 12 * index)
      text.add("\">")
      text.add(text: kind)
      text.add("</text>\n")
    }
  }

  /// Draws what ends on the lifelines in the entry. A function of its own, so that the step is not copied.
  @inline(never)
  mutating func follow(_ entry: Transcript.Entry, bars drawn: inout SVGBars, _ text: inout TextBuffer) {
    switch entry {
    case .mark: _ = bars.next(.mark, plan)
    case .wait: _ = bars.next(.wait, plan)
    case .step(let step):
      _ = bars.next(.action, plan)
      if step.refusal(why: plan.why) != nil { _ = bars.next(.refusal, plan) }
      step.messages.span.visit { drawn.follow($0, y: bars.next(.message, plan).top + 9, &text) }
      if plan.why { for _ in step.reasons { _ = bars.next(.reason, plan) } }
    }
  }

  /// Draws what the parties do at the end of the flow.
  func finish(_ drawn: inout SVGBars, _ text: inout TextBuffer) {
    drawn.finish(at: bars.column.end + 8, &text)
  }

  // MARK: Arrows

  /// Draws the arrows and the texts of the entry. A function of its own, so that the step is not copied.
  @inline(never)
  mutating func draw(_ entry: Transcript.Entry, _ drawn: SVGBars, _ text: inout TextBuffer) {
    switch entry {
    case .mark(let name):
      let (top, lines) = arrows.next(.mark, plan)
      mark(name, lines, top, &text)
    case .wait(let wait): paragraph(wait.spelling, "R", arrows.next(.wait, plan).top, &text)
    case .step(let step):
      let (top, lines) = arrows.next(.action, plan)
      action(step, lines, top, &text)
      if let refusal = step.refusal(why: plan.why) {
        let top = arrows.next(.refusal, plan).top
        cross(step.action.actor, top, &text)
        paragraph(refusal, "X", top, &text)
      }
      step.messages.span.visit { draw($0, drawn, &text) }
      if plan.why { for reason in step.reasons { paragraph(reason, "R", arrows.next(.reason, plan).top, &text) } }
    }
  }

  private mutating func draw(_ sent: Message, _ drawn: SVGBars, _ text: inout TextBuffer) {
    let (top, lines) = arrows.next(.message, plan)
    let call = sent.connID
    let color = SVGColor(sent, call)
    arrow(sent, color, drawn, top + 9, &text)
    messages.write(sent, call, color, top: top, lines: lines, to: &text)
    message += 1
  }

  private func action(_ step: Transcript.Step, _ lines: Int, _ top: Int, _ text: inout TextBuffer) {
    text.add("<path class=\"s\" d=\"M16 ")
    text.add(top - 5)
    text.add("H")
    text.add(layout.width - SVGLayout.margin)
    text.add("\"/><text class=\"S\" x=\"24\" y=\"")
    text.add(top + 13)
    text.add("\">")
    text.add(step.number)
    text.add("</text>")
    if let place = layout.place(of: step.action.actor) {
      if plan.diagram.isRequest(step.action), let server = layout.place(of: plan.diagram.server) {
        text.add("<path class=\"q\" d=\"M")
        text.add(place)
        text.add(" ")
        text.add(top + 9)
        text.add("H")
        text.add(server - 2)
        text.add("m-7-4l7 4-7 4z\"/>")
      } else {
        text.add("<circle class=\"o\" cx=\"")
        text.add(place)
        text.add("\" cy=\"")
        text.add(top + 9)
        text.add("\" r=\"5\"/>")
      }
    }
    guard lines == 1, step.action.options.isEmpty else {
      return paragraph(plan.diagram.action(step.action), "A", top, &text)
    }
    text.add("<text class=\"A\" x=\"")
    text.add(layout.textPlace)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\">")
    var isFirst = true
    plan.diagram.words(of: step.action) { word in
      if !isFirst { text.add(" ") }
      isFirst = false
      text.add(text: word)
    }
    text.add("</text>\n")
  }

  private func arrow(
    _ sent: Message, _ color: SVGColor, _ drawn: SVGBars, _ y: Int, _ text: inout TextBuffer
  ) {
    let sender = plan.diagram.sender(of: sent)
    guard let from = layout.place(of: sender), let to = layout.place(of: sent.to) else { return }
    text.add("<path class=\"e ")
    text.add(color)
    text.add("\" d=\"M")
    if sender == sent.to {
      text.add(from)
      text.add(" ")
      text.add(y - 4)
      text.add("h20v8h-18m6-4l-7 4 7 4")
    } else {
      let isFromLeft = from < to
      text.add(from)
      text.add(" ")
      text.add(y)
      text.add("H")
      text.add(drawn.tip(message, at: to, isFromLeft: isFromLeft))
      text.add(isFromLeft ? "m-7-4l7 4-7 4" : "m7-4l-7 4 7 4")
    }
    text.add("\"/>")
  }

  private func mark(_ name: String, _ lines: Int, _ top: Int, _ text: inout TextBuffer) {
    text.add("<path class=\"m\" d=\"M")
    text.add(layout.firstPlace - 16)
    text.add(" ")
    text.add(top + 9)
    text.add("H")
    text.add(layout.textPlace - 6)
    text.add("\"/>")
    let shown = plan.lines(ofMark: name)
    let widest = shown.map(SVGFont.monospace.width).max() ?? 0
    text.add("<rect class=\"p\" x=\"")
    text.add(layout.textPlace - 6)
    text.add("\" y=\"")
    text.add(top)
    text.add("\" width=\"")
    text.add(widest * SVGLayout.fontSize / 1_000 + 2 * Self.markInset)
    text.add("\" height=\"")
    text.add(lines * SVGLayout.line + 4)
    text.add("\" rx=\"9\"/>")
    paragraph(shown, "P", layout.textPlace - 6 + Self.markInset, top, &text)
  }

  private func cross(_ actor: Int, _ top: Int, _ text: inout TextBuffer) {
    guard let place = layout.place(of: actor) else { return }
    text.add("<path class=\"x\" d=\"M")
    text.add(place - 4)
    text.add(" ")
    text.add(top + 5)
    text.add("l8 8m0-8l-8 8\"/>")
  }

  private func paragraph(_ paragraph: String, _ style: StaticString, _ top: Int, _ text: inout TextBuffer) {
    self.paragraph(plan.lines(of: paragraph), style, layout.textPlace, top, &text)
  }

  private func paragraph(
    _ lines: [String], _ style: StaticString, _ place: Int, _ top: Int, _ text: inout TextBuffer
  ) {
    text.add("<text class=\"")
    text.add(style)
    text.add("\" x=\"")
    text.add(place)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\">")
    for (index, line) in lines.enumerated() {
      if index == 0 {
        text.add(text: line)
      } else {
        text.add("<tspan x=\"")
        text.add(place)
        text.add("\" dy=\"15\">")
        text.add(text: line)
        text.add("</tspan>")
      }
    }
    text.add("</text>\n")
  }
}
