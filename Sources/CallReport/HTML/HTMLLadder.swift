import CallModel
import CallScenario

/// Draws ladders in text, for a page without scripts: a row for each action and each message, with all its attributes.
///
/// The rows are as long as they need to be: the page wraps them.
struct HTMLLadder: ~Copyable {
  private let diagram: SequenceDiagram
  private let why: Bool
  private let names: [String]
  private var lanes: LadderLanes?
  /// The texts of messages in which nothing had to be escaped.
  private var rows: HTMLRows

  /// Ladders of these flows; `why` adds the rules and their sources.
  init(_ diagram: SequenceDiagram, _ flows: [Transcript.Flow], why: Bool) {
    self.diagram = diagram
    self.why = why
    rows = HTMLRows(diagram.attributes)
    let participants = diagram.participants(of: flows)
    names = participants.map(diagram.name)
    lanes = LadderLanes(dense: participants, names: names, lastStep: flows.lastStep)
  }

  /// Whether the lifelines are wider than the screen of a phone.
  var isWide: Bool { lanes.map { $0.end > 48 } ?? false }

  /// Adds the names above the lifelines, and shows what the parties do in the calls.
  mutating func begin(_ calls: LadderCalls, _ text: inout TextBuffer) {
    if let lanes { text.add(built: [lanes.heads(names)].text(color: false).markupLines) }
    for party in diagram.scenario.parties.indices { lanes?.show(calls, of: party) }
  }

  /// Adds the row of a mark.
  mutating func add(mark name: String, to text: inout TextBuffer) {
    beginRow(isMark: true, &text)
    addWords(to: &text) { $0.add(built: name) }
  }

  /// Adds the row of a wait.
  mutating func add(_ wait: WaitStatement, to text: inout TextBuffer) {
    addRow(to: &text) { $0.add(built: wait.spelling) }
  }

  /// Adds the rows of a step.
  @inline(never)
  mutating func add(_ step: Transcript.Step, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    let isRequest = diagram.isRequest(step)
    addArrow(from: step.action.actor, to: isRequest ? diagram.server : nil, number: step.number, to: &text)
    if lanes == nil {
      text.add(step.number)
      text.add("  ")
    }
    let namesActor = !isRequest || lanes == nil
    addWords(to: &text) { diagram.add(actionOf: step, isRequest: !namesActor, longest: .max, to: &$0) }
    if step.refusal != nil, let refusal = step.explanation, step.messages.isEmpty || why {
      addRow(to: &text) {
        $0.add("refused: ")
        $0.add(built: refusal)
      }
    }
    step.messages.span.visit { add($0, &calls, to: &text) }
    if !why { return }
    for reason in step.reasons { addRow(to: &text) { $0.add(built: reason) } }
  }

  @inline(never)
  private mutating func add(_ message: borrowing Message, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    if message.from == nil, let call = message.connID {
      calls.follow(message, in: call)
      lanes?.show(calls, of: message.to)
    }
    addArrow(from: diagram.sender(of: message), to: message.to, to: &text)
    if lanes == nil { text.add(Self.indent) }
    let (diagram, isList, start) = (diagram, lanes == nil, text.count)
    let changed = rows.add(message, rows.match(message, message.to), to: &text) { text in
      if isList {
        text.add(built: diagram.name(of: message.to))
        text.add("  ")
      }
      text.add(quotedIfNeeded: message.name)
    } piece: { index, text in
      let isListed = message.attributes[index].isListed
      if !isListed, diagram.attributes == .listed { return }
      text.add(isListed ? " " : " [")
      text.add(built: message.attributes[index].name)
      text.add("=")
      text.add(quotedIfNeeded: message.attributes[index].value)
      if !isListed { text.add("]") }
    }
    // What is escaped depends on the whole row.
    if let changed, !text.escapeMarkup(from: start) { rows.forget(changed) }
    text.add("\n")
  }

  /// What rows without lifelines and without a number begin with.
  private static let indent: StaticString = "    "

  /// Adds a row with the lifelines as they are, and a text at their right.
  private func addRow(to text: inout TextBuffer, _ words: (inout TextBuffer) -> Void) {
    beginRow(&text)
    addWords(to: &text, words)
  }

  private func beginRow(isMark: Bool = false, _ text: inout TextBuffer) {
    guard let row = lanes?.beginRow(&text) else { return text.add(Self.indent) }
    if isMark { lanes?.drawMark(row, &text) }
  }

  /// Adds the lifelines with an arrow on them, if there are any.
  private func addArrow(from sender: Int, to recipient: Int?, number: Int? = nil, to text: inout TextBuffer) {
    guard let row = lanes?.beginRow(number: number, &text) else { return }
    // Nothing else on the lifelines is markup.
    if let tip = lanes?.drawArrow(from: sender, to: recipient, row, &text) { text.replace(tip, by: "&lt;") }
  }

  /// Adds a text at the right of a row, and ends the row.
  @inline(__always)
  private func addWords(to text: inout TextBuffer, _ words: (inout TextBuffer) -> Void) {
    let start = text.count
    words(&text)
    text.escapeMarkup(from: start)
    text.add("\n")
  }
}

extension [Transcript.Flow] {
  /// The highest number of a step.
  fileprivate var lastStep: Int {
    reduce(1) { last, flow in
      guard case .step(let step)? = flow.entries.last(where: { if case .step = $0 { true } else { false } }) else {
        return last
      }
      return Swift.max(last, step.number)
    }
  }
}
