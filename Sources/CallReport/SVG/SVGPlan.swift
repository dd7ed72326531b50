import CallModel
import CallScenario

/// How high the flows of a transcript are, and the rows of as many of them as have room in memory.
struct SVGPlan: ~Copyable {
  let diagram: SequenceDiagram
  let layout: SVGLayout
  let heading: SVGHeading
  private(set) var flows: [SVGFlow] = []
  private(set) var height: Int
  /// The rows of the flows.
  var contents: SVGRows

  private let mostBytes: Int
  /// What is below the rows of a flow.
  static let tail = 30

  init(_ format: SVG, _ transcript: Transcript, _ names: [String]?) {
    let shown = transcript.flows(named: names)
    diagram = SequenceDiagram(transcript.scenario, attributes: format.attributes)
    layout = SVGLayout(diagram, shown.parts)
    heading = SVGHeading(diagram, layout, shown)
    contents = SVGRows(diagram, layout, why: format.why)
    mostBytes = format.mostBytes
    height = heading.height
    var moments = LadderMoments(transcript)
    // Flows that are not shown are followed up to the marks at which others begin.
    for flow in transcript.flows(named: transcript.isWhole ? names : nil) {
      var calls = moments.calls(before: flow)
      if names?.contains(flow.name) ?? true {
        add(flow, calls, &moments)
      } else {
        flow.entries.span.visit { entry in
          calls.follow(entry)
          moments.reach(entry, calls)
        }
      }
    }
    height -= SVGLayout.margin
  }

  private mutating func add(_ flow: Transcript.Flow, _ calls: LadderCalls, _ moments: inout LadderMoments) {
    var planned = contents.add(flow, after: calls) { moments.reach($0, $1) }
    if contents.size > mostBytes {
      planned.isKept = false
      contents.remove(from: planned.start)
    }
    flows.append(planned)
    height += layout.headHeight(of: flow) + planned.height + Self.tail
  }

  /// What has been planned for the flow with this index; again, if there was no room to keep it.
  mutating func planned(_ index: Int, _ flow: Transcript.Flow) -> SVGFlow {
    flows[index].isKept ? flows[index] : contents.add(flow, after: flows[index].opening)
  }

  /// Forgets what had no room, after it has been drawn.
  mutating func forget(_ index: Int, _ planned: SVGFlow) {
    if !flows[index].isKept { contents.remove(from: planned.start) }
  }
}

/// What a plan knows of a flow besides its rows.
struct SVGFlow {
  /// What the parties do when it begins.
  let opening: LadderCalls
  /// Whether its messages name their calls.
  let namesCalls: Bool
  /// The height of its rows.
  let height: Int
  /// Where its rows begin and end, while they are kept.
  let start: SVGRows.Place
  let end: SVGRows.Place
  var isKept = true
}
