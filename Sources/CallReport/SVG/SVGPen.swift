import CallModel
import CallScenario

/// Draws what is above and behind the arrows of flows: titles, the names of the participants, and lifelines with bars.
struct SVGPen {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  /// Where the rows of the flow begin.
  private(set) var top = 0

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
    top = start + layout.headHeight(of: flow)
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
    text.add("<rect class=\"")
    text.add(bar.part.letter)
    text.add(" c")
    text.add(bar.color)
    if bar.part == .held {
      text.add("\" fill=\"url(#held")
      text.add(bar.color)
      text.add(")")
    }
    text.add("\" x=\"")
    text.add(place - 4 + bar.slot * SVGBar.pitch)
    text.add("\" y=\"")
    text.add(top + bar.top)
    text.add("\" width=\"8\" height=\"")
    text.add(bar.end - bar.top)
    text.add("\" rx=\"2\"><title>")
    text.add(built: layout.titles[bar.party])
    text.add(bar.part.words)
    text.add(text: bar.call)
    text.add("</title></rect>\n")
  }
}
