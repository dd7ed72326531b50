import CallModel
import CallScenario

/// Draws flows, each below the one before: first its lifelines, then the arrows and the texts.
struct SVGPen {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  /// Where the rows of the flow begin.
  private var top = 0

  /// How far the text of a mark is from its edges.
  static let markInset = 9
  /// Where the text of a mark begins.
  static func markPlace(_ layout: SVGLayout) -> Int { layout.textPlace - 6 + markInset }

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout) { (self.diagram, self.layout) = (diagram, layout) }

  // MARK: Lifelines

  /// Draws the title of the flow, the names of the participants, and their lifelines.
  mutating func begin(_ flow: Transcript.Flow, _ planned: SVGFlow, at start: Int, _ text: inout TextBuffer) {
    var y = start + 16
    for line in layout.title(of: flow) {
      text.add("<text class=\"F\" x=\"16\" y=\"")
      text.add(y)
      text.add("\">")
      text.add(text: line)
      text.add("</text>\n")
      y += 18
    }
    top = start + planned.headHeight
    let shown = participants(of: flow, planned.opening)
    for index in shown { head(layout.participants[index], layout.kinds[index], top - layout.headHeight, &text) }
    for index in shown {
      guard let place = layout.place(of: layout.participants[index]) else { continue }
      text.add("<path class=\"l\" d=\"M")
      text.add(place)
      text.add(" ")
      text.add(top)
      text.add("V")
      text.add(top + planned.height + 8)
      text.add("\"/>\n")
    }
  }

  /// The indices of the participants of the flow: all or, if they are many, those that take part or are in a call.
  private func participants(of flow: Transcript.Flow, _ calls: LadderCalls) -> [Int] {
    let all = layout.participants.indices
    if all.count <= SequenceDiagram.mostParties + 1 { return Array(all) }
    var takesPart = [Bool](repeating: false, count: layout.names.count)
    for participant in diagram.participants(of: [flow]) { takesPart[participant] = true }
    return all.filter { index in
      let participant = layout.participants[index]
      return takesPart[participant] || participant < diagram.server && !calls.places(of: participant).isEmpty
    }
  }

  private func head(_ participant: Int, _ kinds: [String], _ top: Int, _ text: inout TextBuffer) {
    guard let place = layout.place(of: participant) else { return }
    let isServer = participant == diagram.server
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

  /// Draws a bar on a lifeline.
  func draw(_ bar: SVGBar, _ text: inout TextBuffer) {
    guard let place = layout.place(of: bar.party) else { return }
    let color = SVGColor.call(UInt8(SVGStyle.color(of: bar.call)))
    text.add("<rect class=\"")
    text.add(bar.part.letter)
    text.add(" ")
    text.add(color)
    if bar.part == .held {
      text.add("\" fill=\"url(#held")
      text.add(SVGStyle.color(of: bar.call))
      text.add(")")
    }
    text.add("\" x=\"")
    text.add(place - 4 + bar.slot * SVGBar.pitch)
    text.add("\" y=\"")
    text.add(top + bar.top)
    text.add("\" width=\"8\" height=\"")
    text.add(bar.end - bar.top)
    text.add("\" rx=\"2\"><title>")
    text.add(text: layout.names[bar.party])
    text.add(bar.part.words)
    text.add(text: bar.call)
    text.add("</title></rect>\n")
  }

  // MARK: Rows

  /// Draws the arrow and the text of a row.
  func draw(_ row: SVGRow, _ place: SVGText, in texts: borrowing TextBuffer, _ text: inout TextBuffer) {
    let top = top + row.top
    switch row.content {
    case .message(let arrow):
      draw(arrow, top + 9, &text)
      begin(arrow, place, in: texts, top, &text)
    case .action(let number, let actor, let isRequest):
      action(number, actor, isRequest: isRequest, top, &text)
      begin("A", top, &text)
    case .refusal(let actor):
      cross(actor, top, &text)
      begin("X", top, &text)
    case .mark(let width):
      mark(width, row.lines, top, &text)
      begin("P", at: Self.markPlace(layout), top, &text)
    case .wait, .reason: begin("R", top, &text)
    }
    text.add(texts, from: place.restStart, count: place.rest)
    text.add("</text>\n")
  }

  /// Begins the text of a row.
  private func begin(_ style: StaticString, at place: Int? = nil, _ top: Int, _ text: inout TextBuffer) {
    text.add("<text class=\"")
    text.add(style)
    text.add("\" x=\"")
    text.add(place ?? layout.textPlace)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\">")
  }

  /// Begins the text of a message: its ConnID, if it has to say it, and its name.
  private func begin(
    _ arrow: SVGArrow, _ place: SVGText, in texts: borrowing TextBuffer, _ top: Int, _ text: inout TextBuffer
  ) {
    if arrow.chip > 0 {
      chip(arrow, top, &text)
      text.add(texts, from: place.start, count: place.label)
      text.add("</text>")
    }
    text.add("<text class=\"R ")
    text.add(arrow.color)
    text.add("\" x=\"")
    text.add(layout.textPlace + SVGMessageText.offset(chip: arrow.chip))
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\"><tspan class=\"M\">")
    text.add(texts, from: place.start + place.label, count: place.name)
    text.add("</tspan>")
  }

  private func chip(_ arrow: SVGArrow, _ top: Int, _ text: inout TextBuffer) {
    text.add("<rect class=\"f ")
    text.add(arrow.color)
    text.add("\" x=\"")
    text.add(layout.textPlace)
    text.add("\" y=\"")
    text.add(top + 3)
    text.add("\" width=\"")
    text.add(Int(arrow.chip))
    text.add("\" height=\"13\" rx=\"3\"/><text class=\"C\" x=\"")
    text.add(layout.textPlace + Int(arrow.chip) / 2)
    text.add("\" y=\"")
    text.add(top + 13)
    text.add("\">")
  }

  // MARK: Arrows

  private func draw(_ arrow: SVGArrow, _ y: Int, _ text: inout TextBuffer) {
    guard let from = layout.place(of: arrow.sender), let to = layout.place(of: arrow.recipient) else { return }
    text.add("<path class=\"e ")
    text.add(arrow.color)
    text.add("\" d=\"M")
    text.add(from)
    text.add(" ")
    if arrow.sender == arrow.recipient {
      text.add(y - 4)
      text.add("h20v8h-18m6-4l-7 4 7 4\"/>")
    } else {
      let isFromLeft = from < to
      text.add(y)
      text.add("H")
      text.add(arrow.tip.place(at: to, isFromLeft: isFromLeft))
      if isFromLeft { text.add("m-7-4l7 4-7 4\"/>") } else { text.add("m7-4l-7 4 7 4\"/>") }
    }
  }

  private func action(_ number: Int, _ actor: Int, isRequest: Bool, _ top: Int, _ text: inout TextBuffer) {
    text.add("<path class=\"s\" d=\"M16 ")
    text.add(top - 5)
    text.add("H")
    text.add(layout.width - SVGLayout.margin)
    text.add("\"/><text class=\"S\" x=\"24\" y=\"")
    text.add(top + 13)
    text.add("\">")
    text.add(number)
    text.add("</text>")
    guard let place = layout.place(of: actor) else { return }
    if isRequest, let server = layout.place(of: diagram.server) {
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

  private func mark(_ width: Int, _ lines: Int, _ top: Int, _ text: inout TextBuffer) {
    text.add("<path class=\"m\" d=\"M")
    text.add(layout.firstPlace - 16)
    text.add(" ")
    text.add(top + 9)
    text.add("H")
    text.add(layout.textPlace - 6)
    text.add("\"/><rect class=\"p\" x=\"")
    text.add(layout.textPlace - 6)
    text.add("\" y=\"")
    text.add(top)
    text.add("\" width=\"")
    text.add(width + 2 * Self.markInset)
    text.add("\" height=\"")
    text.add(lines * SVGLayout.line + 4)
    text.add("\" rx=\"9\"/>")
  }

  private func cross(_ actor: Int, _ top: Int, _ text: inout TextBuffer) {
    guard let place = layout.place(of: actor) else { return }
    text.add("<path class=\"x\" d=\"M")
    text.add(place - 4)
    text.add(" ")
    text.add(top + 5)
    text.add("l8 8m0-8l-8 8\"/>")
  }
}
