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

  /// If rows take more bytes, those of further flows are planned a second time when they are drawn.
  private static let mostBytes = 64 << 20
  /// What is below the rows of a flow.
  static let tail = 30

  init(_ format: SVG, _ transcript: Transcript, _ names: [String]?) {
    let shown = transcript.flows(named: names)
    diagram = SequenceDiagram(transcript.scenario, attributes: format.attributes)
    layout = SVGLayout(diagram, shown.parts)
    heading = SVGHeading(diagram, layout, shown)
    contents = SVGRows(diagram, layout, why: format.why)
    height = heading.height
    var moments = LadderMoments(transcript)
    // Flows that are not shown are followed up to the marks at which others begin.
    for flow in transcript.flows(named: transcript.isWhole ? names : nil) {
      var calls = moments.calls(before: flow)
      if names?.contains(flow.name) ?? true {
        add(flow, calls, &moments)
      } else {
        for entry in flow.entries {
          calls.follow(entry)
          moments.reach(entry, calls)
        }
      }
    }
    height -= SVGLayout.margin
  }

  private mutating func add(_ flow: Transcript.Flow, _ calls: LadderCalls, _ moments: inout LadderMoments) {
    var planned = SVGFlow(
      headHeight: layout.headHeight(of: flow), namesCalls: diagram.hasSeveralCalls(flow), opening: calls)
    let start = contents.place
    contents.begin(calls, namesCalls: planned.namesCalls)
    for index in flow.entries.indices {
      contents.add(flow.entries[index], at: index)
      if case .mark(let name) = flow.entries[index] { moments.reach(name, contents.calls) }
    }
    planned.height = contents.finish()
    if contents.size <= Self.mostBytes {
      planned.places = (start, contents.place)
    } else {
      contents.remove(from: start)
    }
    flows.append(planned)
    height += planned.headHeight + planned.height + Self.tail
  }

  /// Where the rows of the flow with this index are, after they have been planned again if they had no room.
  mutating func places(of index: Int, _ flow: Transcript.Flow) -> SVGFlow.Places {
    if let places = flows[index].places { return places }
    let start = contents.place
    contents.begin(flows[index].opening, namesCalls: flows[index].namesCalls)
    for entry in flow.entries.indices { contents.add(flow.entries[entry], at: entry) }
    _ = contents.finish()
    return (start, contents.place)
  }

  /// Forgets the rows of a flow that had no room, after they have been drawn.
  mutating func forget(_ index: Int, _ places: SVGFlow.Places) {
    if flows[index].places == nil { contents.remove(from: places.start) }
  }
}

/// What a plan knows of a flow besides its rows.
struct SVGFlow {
  /// The height of what is above the rows: its title and the names of the participants.
  let headHeight: Int
  /// The height of the rows.
  var height = 0
  /// Whether its messages name their calls.
  let namesCalls: Bool
  /// What the parties do when it begins.
  let opening: LadderCalls
  /// Where its rows begin and end; nil if they have no room.
  var places: Places?

  typealias Places = (start: SVGRows.Place, end: SVGRows.Place)

  init(headHeight: Int, namesCalls: Bool, opening: LadderCalls) {
    (self.headHeight, self.namesCalls, self.opening) = (headHeight, namesCalls, opening)
  }
}
