import CallModel
public import CallScenario

/// Transcripts as sequence diagrams in PlantUML, one for each flow.
public struct PlantUML: TranscriptFormat {
  var attributes: AttributeChoice

  /// Arrows have the listed attributes without roles, or all.
  public init(attributes: AttributeChoice = .listed) { self.attributes = attributes }

  /// A blank line.
  public var separator: String { "\n" }
  /// Yes, as comments.
  public var hasContents: Bool { true }

  /// Comments with the titles and paths.
  public func contents(_ chapters: [Chapter]) -> String {
    chapters.map { "' \($0.number). \($0.title.plantUML) (\($0.path.plantUML))\n" }.joined() + "\n"
  }

  /// Passes the diagrams to `sink`.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let diagram = SequenceDiagram(transcript.scenario, attributes: attributes)
    var text = TextBuffer()
    var separator = ""
    for flow in transcript.flows(named: flows) {
      let participants = diagram.participants(of: [flow])
      let ends = participants.count > 1 ? [participants[0], participants[participants.count - 1]] : participants
      let everyone = ends.map { "p\($0 + 1)" }.joined(separator: ", ")
      let title = "\(transcript.scenario.title.plantUML)\\n\(flow.title.plantUML)"
      text.add(built: "\(separator)@startuml\ntitle \(title)\n" + lines(of: participants, diagram))
      let pen = Pen(diagram: diagram, everyone: everyone, namesCalls: diagram.hasSeveralCalls(flow))
      try flow.entries.span.visit { (entry) throws(Failure) in
        pen.add(entry, to: &text)
        if text.isPiece { try sink(text.take()) }
      }
      text.add("@enduml\n")
      separator = "\n"
    }
    try sink(text.take())
  }

  private func lines(of participants: [Int], _ diagram: SequenceDiagram) -> String {
    participants.map { participant in
      let kind = participant < diagram.server ? "\\n\(diagram.scenario.parties[participant].kindNames.plantUML)" : ""
      return "participant \"\(diagram.name(of: participant).plantUML)\(kind)\" as p\(participant + 1)\n"
    }.joined()
  }
}

/// Writes the steps, marks and waits of a flow.
private struct Pen {
  let diagram: SequenceDiagram
  /// The first and the last participant.
  let everyone: String
  let namesCalls: Bool

  /// A function of its own, so that the step is not copied out of the entry.
  @inline(never)
  func add(_ entry: Transcript.Entry, to text: inout TextBuffer) {
    switch entry {
    case .mark(let name): text.add(built: "note over \(everyone) : \(name.plantUML)\n")
    case .wait(let wait): text.add(built: "... \(wait.spelling.plantUML) ...\n")
    case .step(let step): add(step, to: &text)
    }
  }

  private func add(_ step: Transcript.Step, to text: inout TextBuffer) {
    let isRequest = diagram.isRequest(step.action)
    if isRequest {
      add(step.action.actor, " -> p", diagram.server, to: &text)
    } else {
      addNote(over: step.action.actor, to: &text)
    }
    text.add(step.number)
    text.add(" ")
    let start = text.count
    diagram.add(step.action, isRequest: isRequest, to: &text)
    text.escapePlantUML(from: start)
    text.add("\n")
    if let refusal = diagram.refusal(of: step) {
      addNote(over: step.action.actor, to: &text)
      text.add(built: refusal.plantUML)
      text.add("\n")
    }
    step.messages.span.visit { add($0, to: &text) }
  }

  @inline(never)
  private func add(_ message: Message, to text: inout TextBuffer) {
    add(diagram.sender(of: message), " --> p", message.to, to: &text)
    var start = text.count
    text.add(quotedIfNeeded: message.name)
    text.escapePlantUML(from: start)
    message.attributes.span.visit { attribute in
      guard diagram.shows(attribute, of: message, withConnID: namesCalls) else { return }
      text.add("\\n")
      start = text.count
      diagram.add(attribute, to: &text)
      text.escapePlantUML(from: start)
    }
    text.add("\n")
  }

  /// An arrow, up to its text.
  private func add(_ sender: Int, _ arrow: StaticString, _ recipient: Int, to text: inout TextBuffer) {
    text.add("p")
    text.add(sender + 1)
    text.add(arrow)
    text.add(recipient + 1)
    text.add(" : ")
  }

  /// A note, up to its text.
  private func addNote(over participant: Int, to text: inout TextBuffer) {
    text.add("note over p")
    text.add(participant + 1)
    text.add(" : ")
  }
}

extension TextBuffer {
  private static let plainInPlantUML = ASCIISet.wordsAnd(" ,()")
  /// What means something only if it is doubled, or at an end.
  private static let plainIfAlone = ASCIISet("_-/.=*")

  /// Writes what means something in PlantUML or in its markup, of the text since there were `start` bytes, as numbers.
  fileprivate mutating func escapePlantUML(from start: Int) {
    let (plain, plainIfAlone) = (Self.plainInPlantUML, Self.plainIfAlone)
    func isAlone(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
      let byte = bytes[index]
      return plainIfAlone.contains(byte) && index > 0 && bytes[index - 1] != byte
        && index + 1 < bytes.count && bytes[index + 1] != byte
    }
    if isPlain(from: start, { plain.contains($0[$1]) || isAlone($0, $1) }) { return }
    escape(from: start, plain: plain) { bytes, index, text in
      let byte = bytes[index]
      if isAlone(bytes, index) { return text.add(byte: byte) }
      text.add("<U+00")
      text.add(byte: Self.digit(byte >> 4))
      text.add(byte: Self.digit(byte & 15))
      text.add(">")
    }
  }

  /// A hexadecimal digit.
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension String {
  /// The text without anything that means something in PlantUML or in its markup: other characters of ASCII are written
  /// as numbers. A character that means something only when it is doubled stays if it stands alone.
  fileprivate var plantUML: String {
    if isPlainWords { return self }
    var text = TextBuffer(capacity: 0)
    text.add(built: self)
    text.escapePlantUML(from: 0)
    return text.take()
  }
}
