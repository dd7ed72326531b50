import CallModel
import CallScenario

/// Draws a ladder. If its participants are too many for the width, events are a list, as in a table.
struct LadderDrawing {
  private let ladder: Ladder
  private let diagram: SequenceDiagram
  private let names: [String]
  private var rows: LadderRows?
  private let list: LadderList

  init(_ ladder: Ladder, _ flows: [Transcript.Flow], _ scenario: Scenario) {
    self.ladder = ladder
    let diagram = SequenceDiagram(scenario, attributes: ladder.attributes)
    let numbers = flows.map { $0.entries.reversed().lazy.compactMap(\.numberedMessages).first?.number ?? 1 }
    let gutter = String(max(1, numbers.max() ?? 1)).utf8.count + 1
    func lanes(_ parties: [Int]) -> LadderLanes? {
      let participants = parties + (diagram.hasServer ? [diagram.server] : [])
      return LadderLanes(
        participants, names: participants.map(diagram.name), gutter: gutter, width: ladder.width,
        isUnicode: ladder.isUnicode)
    }
    var drawn = lanes(Array(scenario.parties.indices))
    if drawn?.isCrowded ?? true { drawn = lanes(scenario.participants(of: flows)) }
    names = drawn?.participants.map(diagram.name) ?? []
    rows = drawn.map { LadderRows(ladder, diagram, $0) }
    list = LadderList(ladder, diagram, gutter: gutter)
    self.diagram = diagram
  }

  /// What the characters of lifelines mean.
  var legend: String? {
    guard rows != nil, diagram.hasServer else { return nil }
    return ladder.isUnicode
      ? "Lifelines: ┆ dialing or waiting, R ringing, ┃ talking, H held"
      : "Lifelines: : dialing or waiting, R ringing, # talking, H held"
  }

  /// The title of the flow, and the names above the lifelines.
  mutating func begin(_ flow: Transcript.Flow, _ calls: LadderCalls) -> [TextLine] {
    let title = [TextLine()] + .paragraph(flow.title, .bold, width: ladder.width) + [TextLine()]
    guard let heads = rows?.lanes.heads(names) else { return title }
    rows?.begin(flow, calls)
    return title + [heads]
  }

  /// Adds the rows of an entry.
  mutating func add(_ entry: Transcript.Entry, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    if rows?.add(entry, &calls, to: &text) == nil { list.add(entry, to: &text) }
  }
}
