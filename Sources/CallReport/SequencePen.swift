import CallModel
import CallScenario

/// The words of a language for sequence diagrams.
struct SequenceDialect: Sendable {
  /// What a line begins with.
  let indent: StaticString
  /// What begins a note, before its participants.
  let note: StaticString
  /// What is between the first and the last participant of a note.
  let comma: StaticString
  /// What is between participants and their text.
  let colon: StaticString
  /// The arrow to the T-Server.
  let requestArrow: StaticString
  /// The arrow of a message.
  let messageArrow: StaticString
  /// What breaks a line within a text.
  let lineBreak: StaticString
  /// What is before and after the words of a wait. Without them, a wait is a note over all participants.
  let wait: (before: StaticString, after: StaticString)?
  /// Escapes what means something in the language, of a text since there were so many bytes.
  let escape: @Sendable (_ text: inout TextBuffer, _ start: Int) -> Void

  /// The text without anything that means something in the language.
  func escaped(_ text: String) -> String { text.escaped { escape(&$0, 0) } }
}

/// Writes the steps, marks and waits of a flow as lines of a sequence diagram.
struct SequencePen {
  private let dialect: SequenceDialect
  private let diagram: SequenceDiagram
  /// What a participant's number is behind.
  private let prefix: String
  private let participants: [Int]
  /// Whether a message says which call it is about.
  private let namesCalls: Bool

  init(
    _ dialect: SequenceDialect, _ diagram: SequenceDiagram, _ participants: [Int], prefix: String,
    for flow: Transcript.Flow
  ) {
    (self.dialect, self.diagram, self.participants, self.prefix) = (dialect, diagram, participants, prefix)
    namesCalls = diagram.hasSeveralCalls(flow)
  }

  /// Passes the lines to `sink` as soon as they are worth it.
  func write<Failure: Error>(
    _ flow: Transcript.Flow, _ text: inout TextBuffer, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try flow.entries.span.visit { (entry) throws(Failure) in
      add(entry, to: &text)
      if text.isPiece { try sink(text.take()) }
    }
  }

  /// A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  private func add(_ entry: Transcript.Entry, to text: inout TextBuffer) {
    switch entry {
    case .mark(let name): addNote(name, to: &text)
    case .wait(let wait): addWait(wait.spelling, to: &text)
    case .step(let step): add(step, to: &text)
    }
  }

  private func add(_ step: Transcript.Step, to text: inout TextBuffer) {
    let isRequest = diagram.isRequest(step)
    if isRequest {
      addArrow(step.action.actor, dialect.requestArrow, diagram.server, to: &text)
    } else {
      beginNote(over: step.action.actor, to: &text)
    }
    text.add(step.number)
    text.add(" ")
    let start = text.count
    diagram.add(actionOf: step, isRequest: isRequest, to: &text)
    dialect.escape(&text, start)
    text.add("\n")
    if let refusal = diagram.refusal(of: step) {
      beginNote(over: step.action.actor, to: &text)
      text.add(built: dialect.escaped(refusal))
      text.add("\n")
    }
    step.messages.span.visit { add($0, to: &text) }
  }

  @inline(never)
  private func add(_ message: Message, to text: inout TextBuffer) {
    addArrow(diagram.sender(of: message), dialect.messageArrow, message.to, to: &text)
    if !text.add(word: message.name) {
      let start = text.count
      text.add(quotedIfNeeded: message.name)
      dialect.escape(&text, start)
    }
    message.attributes.span.visit { attribute in
      guard diagram.shows(attribute, of: message, withConnID: namesCalls) else { return }
      text.add(dialect.lineBreak)
      let start = text.count
      diagram.add(attribute, to: &text)
      dialect.escape(&text, start)
    }
    text.add("\n")
  }

  private func addWait(_ words: String, to text: inout TextBuffer) {
    guard let wait = dialect.wait else { return addNote(words, to: &text) }
    text.add(wait.before)
    text.add(built: dialect.escaped(words))
    text.add(wait.after)
  }

  /// A note over all participants.
  func addNote(_ words: String, to text: inout TextBuffer) {
    text.add(dialect.indent)
    text.add(dialect.note)
    if let first = participants.first, let last = participants.last {
      add(first, to: &text)
      if last != first {
        text.add(dialect.comma)
        add(last, to: &text)
      }
    }
    text.add(dialect.colon)
    text.add(built: dialect.escaped(words))
    text.add("\n")
  }

  /// A note, up to its text.
  private func beginNote(over participant: Int, to text: inout TextBuffer) {
    text.add(dialect.indent)
    text.add(dialect.note)
    add(participant, to: &text)
    text.add(dialect.colon)
  }

  /// An arrow, up to its text.
  private func addArrow(_ sender: Int, _ arrow: StaticString, _ recipient: Int, to text: inout TextBuffer) {
    text.add(dialect.indent)
    add(sender, to: &text)
    text.add(arrow)
    add(recipient, to: &text)
    text.add(dialect.colon)
  }

  /// The name by which the lines refer to a participant.
  private func add(_ participant: Int, to text: inout TextBuffer) {
    text.add(built: prefix)
    text.add(participant + 1)
  }
}
