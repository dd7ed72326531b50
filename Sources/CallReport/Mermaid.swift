import CallModel
public import CallScenario

/// Transcripts as one sequence diagram in Mermaid.
///
/// The text of a diagram cannot hold a second one. So flows follow each other, each with a note over all participants,
/// and in a document of several scenarios each has its own participants, in a box with its title.
public struct Mermaid: TranscriptFormat {
  var attributes: AttributeChoice

  /// Arrows have the listed attributes without roles, or all.
  public init(attributes: AttributeChoice = .listed) { self.attributes = attributes }

  /// The word that makes it a sequence diagram.
  public var opening: String { "sequenceDiagram\n" }
  /// Yes, as comments.
  public var hasContents: Bool { true }

  /// Comments with the titles and paths.
  public func contents(_ chapters: [Chapter]) -> String {
    chapters.map { "    %% \($0.number). \($0.title.mermaid) (\($0.path.mermaid))\n" }.joined()
  }

  /// Passes the participants to `sink`, and then the steps.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let diagram = SequenceDiagram(transcript.scenario, attributes: attributes)
    let prefix = number.map { "s\($0)p" } ?? "p"
    let title = transcript.scenario.title.mermaid
    let flows = transcript.flows(named: flows)
    let participants = diagram.participants(of: flows.parts)
    var text = TextBuffer()
    // A word of a color is expected first.
    text.add(built: number == nil ? "    title \(title)\n" : "    box transparent \(title)\n")
    for participant in participants {
      let name = diagram.name(of: participant).mermaid
      text.add(built: "    participant \(prefix)\(participant + 1) as \(name.isEmpty ? "#32;" : name)\n")
    }
    if number != nil { text.add("    end\n") }
    let ends = participants.count > 1 ? [participants[0], participants[participants.count - 1]] : participants
    let everyone = ends.map { "\(prefix)\($0 + 1)" }.joined(separator: ",")
    for flow in flows {
      text.add(built: "    Note over \(everyone): \(flow.title.mermaid)\n")
      let pen = Pen(
        diagram: diagram, prefix: prefix, everyone: everyone, namesCalls: diagram.hasSeveralCalls(flow))
      try flow.entries.span.visit { (entry) throws(Failure) in
        pen.add(entry, to: &text)
        if text.isPiece { try sink(text.take()) }
      }
    }
    try sink(text.take())
  }
}

/// Writes the steps, marks and waits of a flow.
private struct Pen {
  let diagram: SequenceDiagram
  /// What a participant's number is behind.
  let prefix: String
  /// The first and the last participant.
  let everyone: String
  let namesCalls: Bool

  /// A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  func add(_ entry: Transcript.Entry, to text: inout TextBuffer) {
    switch entry {
    case .mark(let name): text.add(built: "    Note over \(everyone): \(name.mermaid)\n")
    case .wait(let wait): text.add(built: "    Note over \(everyone): \(wait.spelling.mermaid)\n")
    case .step(let step): add(step, to: &text)
    }
  }

  private func add(_ step: Transcript.Step, to text: inout TextBuffer) {
    let isRequest = diagram.isRequest(step.action)
    if isRequest {
      add(step.action.actor, "->>", diagram.server, to: &text)
    } else {
      addNote(over: step.action.actor, to: &text)
    }
    text.add(step.number)
    text.add(" ")
    let start = text.count
    diagram.add(step.action, isRequest: isRequest, to: &text)
    text.escapeMermaid(from: start)
    text.add("\n")
    if let refusal = diagram.refusal(of: step) {
      addNote(over: step.action.actor, to: &text)
      text.add(built: refusal.mermaid)
      text.add("\n")
    }
    step.messages.span.visit { add($0, to: &text) }
  }

  @inline(never)
  private func add(_ message: Message, to text: inout TextBuffer) {
    add(diagram.sender(of: message), "-->>", message.to, to: &text)
    var start = text.count
    text.add(quotedIfNeeded: message.name)
    text.escapeMermaid(from: start)
    message.attributes.span.visit { attribute in
      guard diagram.shows(attribute, of: message, withConnID: namesCalls) else { return }
      text.add("<br/>")
      start = text.count
      diagram.add(attribute, to: &text)
      text.escapeMermaid(from: start)
    }
    text.add("\n")
  }

  /// An arrow, up to its text.
  private func add(_ sender: Int, _ arrow: StaticString, _ recipient: Int, to text: inout TextBuffer) {
    text.add("    ")
    text.add(built: prefix)
    text.add(sender + 1)
    text.add(arrow)
    text.add(built: prefix)
    text.add(recipient + 1)
    text.add(": ")
  }

  /// A note, up to its text.
  private func addNote(over participant: Int, to text: inout TextBuffer) {
    text.add("    Note over ")
    text.add(built: prefix)
    text.add(participant + 1)
    text.add(": ")
  }
}

extension TextBuffer {
  private static let plainInMermaid = ASCIISet.wordsAnd(" _.,=()[]-/+*?")

  /// Writes what means something in Mermaid, of the text since there were `start` bytes, as numbers.
  fileprivate mutating func escapeMermaid(from start: Int) {
    escape(from: start, plain: Self.plainInMermaid) { bytes, index, text in
      text.add("#")
      text.add(Int(bytes[index]))
      text.add(";")
    }
  }
}

extension String {
  /// The text without anything that means something in Mermaid: other characters of ASCII are written as numbers.
  fileprivate var mermaid: String {
    if isPlainWords { return self }
    var text = TextBuffer(capacity: 0)
    text.add(built: self)
    text.escapeMermaid(from: 0)
    return text.take()
  }
}
