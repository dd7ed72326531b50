import CallModel
import CallScenario

/// Draws ladders in text, for a page without scripts: a row for each action and each message, with all its attributes.
///
/// The rows are as long as they need to be: the page wraps them.
struct HTMLLadder {
  private let diagram: SequenceDiagram
  private let why: Bool
  private let names: [String]
  private var lanes: LadderLanes?

  /// Ladders of these flows; `why` adds the rules and their sources.
  init(_ diagram: SequenceDiagram, _ flows: [Transcript.Flow], why: Bool) {
    self.diagram = diagram
    self.why = why
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

  /// Adds the rows of an entry. A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  mutating func add(_ entry: Transcript.Entry, _ calls: inout LadderCalls, to text: inout TextBuffer) {
    switch entry {
    case .mark(let name):
      let row = lanes?.beginRow(&text)
      if let row { lanes?.drawMark(row, &text) }
      addWords(row, to: &text) { $0.add(built: name) }
    case .wait(let wait): addRow(to: &text) { $0.add(built: wait.spelling) }
    case .step(let step): add(step, &calls, to: &text)
    }
  }

  @inline(never)
  private mutating func add(
    _ step: Transcript.Step, _ calls: inout LadderCalls, to text: inout TextBuffer
  ) {
    let isRequest = diagram.isRequest(step.action)
    let row = lanes?.beginRow(number: step.number, &text)
    if let row { lanes?.drawArrow(from: step.action.actor, to: isRequest ? diagram.server : nil, row, &text) }
    if lanes == nil { text.add(step.number) }
    let namesActor = !isRequest || lanes == nil
    addWords(row, indent: "  ", to: &text) {
      diagram.add(step.action, isRequest: !namesActor, longest: .max, to: &$0)
    }
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
    let row = lanes?.beginRow(&text)
    if let row { lanes?.drawArrow(from: diagram.sender(of: message), to: message.to, row, &text) }
    let recipient = lanes == nil ? diagram.name(of: message.to) : nil
    addWords(row, to: &text) { text in
      if let recipient {
        text.add(built: recipient)
        text.add("  ")
      }
      text.add(quotedIfNeeded: message.name)
      for index in message.attributes.indices {
        let isListed = message.attributes[index].isListed
        if !isListed, diagram.attributes == .listed { continue }
        text.add(isListed ? " " : " [")
        message.attributes[index].name.withBytes { text.add($0) }
        text.add("=")
        let value = message.attributes[index].value
        let isPlain = value.withBytes { bytes in
          guard bytes.isPlainValue else { return false }
          text.add(bytes)
          return true
        }
        if !isPlain { text.add(built: value.quotedIfNeeded) }
        if !isListed { text.add("]") }
      }
    }
  }

  /// Adds a row with the lifelines as they are, and a text at their right.
  private func addRow(to text: inout TextBuffer, _ words: (inout TextBuffer) -> Void) {
    let row = lanes?.beginRow(&text)
    addWords(row, to: &text, words)
  }

  /// Ends the row that begins there, in which an arrow may be markup, and adds a text at its right.
  @inline(__always)
  private func addWords(
    _ row: Int?, indent: StaticString = "    ", to text: inout TextBuffer, _ words: (inout TextBuffer) -> Void
  ) {
    if let row { text.escapeMarkup(from: row) } else { text.add(indent) }
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
