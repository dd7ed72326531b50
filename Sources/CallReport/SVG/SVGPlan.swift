import CallModel
import CallScenario

/// How many lines each text of a transcript takes, and how high the flows are.
///
/// The first tag of a picture says its size, so all texts are measured before the first is written. What is kept is a
/// small number for each.
struct SVGPlan {
  let diagram: SequenceDiagram
  let layout: SVGLayout
  let heading: SVGHeading
  let why: Bool
  /// The lines of the text of each block, in order.
  private(set) var lines: [UInt16] = []
  /// The height of the rows of each flow.
  private(set) var rows: [Int] = []
  private(set) var height: Int

  init(_ format: SVG, _ transcript: Transcript, _ names: [String]?) {
    let shown = transcript.flows(named: names)
    diagram = SequenceDiagram(transcript.scenario, attributes: format.attributes)
    layout = SVGLayout(diagram, shown.parts)
    heading = SVGHeading(diagram, layout, shown)
    why = format.why
    height = heading.height
    for flow in shown {
      let messages = SVGMessageText(diagram, layout, namesCalls: diagram.hasSeveralCalls(flow))
      var column = SVGBlock.Column(from: 0)
      for entry in flow.entries {
        entry.blocks(diagram, why: why) { block in
          let count = min(count(block, messages), Int(UInt16.max))
          lines.append(UInt16(count))
          _ = column.add(block, lines: count)
        }
      }
      rows.append(column.end)
      height += headHeight(of: flow) + column.end + Self.tail
    }
    height -= SVGLayout.margin
  }

  private func count(_ block: SVGBlock, _ messages: SVGMessageText) -> Int {
    if case .message(let message) = block { return messages.lines(message) }
    return lines(of: block).count
  }

  /// The text of a block that is no message.
  func lines(of block: SVGBlock) -> [String] {
    var text = ""
    var room = layout.room
    switch block {
    case .mark(let name):
      text = name
      room -= SVGLayout.room(SVGPen.markInset * 2)
    case .action(let step): text = diagram.action(step.action)
    case .refusal(let reason, _): text = reason
    case .wait(let wait): text = wait
    case .reason(let reason): text = reason
    case .message: break
    }
    return SVGFont.monospace.lines(of: text.visible, room: room)
  }

  /// The title of the flow, in lines.
  func title(of flow: Transcript.Flow) -> [String] {
    SVGFont.bold.lines(of: flow.title.visible, room: SVGLayout.room(layout.width - 2 * SVGLayout.margin, size: 14))
  }

  /// What is above the rows of a flow: its title and the names of the participants.
  func headHeight(of flow: Transcript.Flow) -> Int { 12 + 18 * title(of: flow).count + layout.headHeight }

  /// What is below the rows of a flow.
  static let tail = 30
}
