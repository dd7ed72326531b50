import CallModel
import CallScenario

/// The entries of a flow as a list, as in a table without columns: for ladders that have too many lifelines.
struct LadderList {
  private let ladder: Ladder
  private let diagram: SequenceDiagram
  private let lines: EventLines
  /// Where the actions begin, to the right of their numbers.
  private let place: Int

  init(_ ladder: Ladder, _ diagram: SequenceDiagram, gutter: Int) {
    self.ladder = ladder
    self.diagram = diagram
    lines = EventLines(diagram.scenario, attributes: ladder.attributes, inFull: true)
    place = gutter + 1
  }

  /// Adds the lines of an entry.
  func add(_ entry: Transcript.Entry, to text: inout TextBuffer) {
    text.add(built: lines(of: entry).text(color: ladder.color))
  }

  private func lines(of entry: Transcript.Entry) -> [TextLine] {
    switch entry {
    case .mark(let name): .paragraph(name, .mark, width: ladder.width)
    case .wait(let wait): .paragraph(wait.spelling, .dim, width: ladder.width)
    case .step(let step): lines(of: step)
    }
  }

  private func lines(of step: Transcript.Step) -> [TextLine] {
    var lines = [TextLine].paragraph(diagram.action(step.action), at: place, width: ladder.width)
    var numbered = TextLine("\(step.number)", .dim)
    numbered.append(lines[0], at: 0)
    lines[0] = numbered
    if let refusal = step.explanation, step.messages.isEmpty || ladder.why {
      lines += .paragraph("refused: \(refusal)", .bad, at: place, width: ladder.width)
    }
    lines += self.lines.lines(of: step, width: ladder.width, at: place + 2)
    if ladder.why {
      lines += step.reasons.flatMap { [TextLine].paragraph($0, .dim, at: place + 2, width: ladder.width) }
    }
    return lines
  }
}
