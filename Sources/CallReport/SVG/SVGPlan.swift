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
  /// Whether the messages of each flow name their calls.
  private(set) var namesCalls: [Bool] = []
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
      namesCalls.append(diagram.hasSeveralCalls(flow))
      let messages = SVGMessageText(diagram, layout, namesCalls: namesCalls[namesCalls.count - 1])
      var column = SVGBlock.Column(from: 0)
      flow.entries.span.visit { add($0, messages, &column) }
      rows.append(column.end)
      height += headHeight(of: flow) + column.end + Self.tail
    }
    height -= SVGLayout.margin
  }

  /// A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  private mutating func add(_ entry: Transcript.Entry, _ messages: SVGMessageText, _ column: inout SVGBlock.Column) {
    switch entry {
    case .mark(let name): add(.mark, lines(ofMark: name).count, &column)
    case .wait(let wait): add(.wait, lines(of: wait.spelling).count, &column)
    case .step(let step):
      add(.action, isPlain(step.action) ? 1 : lines(of: diagram.action(step.action)).count, &column)
      if let refusal = step.refusal(why: why) { add(.refusal, lines(of: refusal).count, &column) }
      step.messages.span.visit { add(.message, messages.lines($0), &column) }
      if why { for reason in step.reasons { add(.reason, lines(of: reason).count, &column) } }
    }
  }

  private mutating func add(_ block: SVGBlock, _ count: Int, _ column: inout SVGBlock.Column) {
    let count = min(count, Int(UInt16.max))
    lines.append(UInt16(count))
    _ = column.add(block, lines: count)
  }

  /// Whether the action is one line of plain words, as most are.
  func isPlain(_ action: ActionStatement) -> Bool {
    if !action.options.isEmpty { return false }
    var used = 0
    var isPlain = true
    diagram.words(of: action) { word in
      isPlain = isPlain && word.isPrintableASCII
      used += word.utf8.count + 1
    }
    return isPlain && used * SVGFont.column <= layout.room
  }

  /// The text of a block, in lines.
  func lines(of text: String) -> [String] { SVGFont.monospace.lines(of: text.visible, room: layout.room) }

  /// The name of a mark, in lines.
  func lines(ofMark name: String) -> [String] {
    SVGFont.monospace.lines(of: name.visible, room: layout.room - SVGLayout.room(SVGPen.markInset * 2))
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
