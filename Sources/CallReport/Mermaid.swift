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
    for flow in flows {
      let pen = SequencePen(.mermaid, diagram, participants, prefix: prefix, for: flow)
      pen.addNote(flow.title, to: &text)
      try pen.write(flow, &text, to: sink)
    }
    try sink(text.take())
  }
}

// MARK: - Words

extension SequenceDialect {
  fileprivate static let mermaid = SequenceDialect(
    indent: "    ", note: "Note over ", comma: ",", colon: ": ", requestArrow: "->>", messageArrow: "-->>",
    lineBreak: "<br/>", wait: nil
  ) { text, start in text.escapeMermaid(from: start) }
}

extension TextBuffer {
  private static let plainInMermaid = ASCIISet.wordsAnd(" _.,=()[]-/+*?")

  /// Writes what means something in Mermaid as numbers: all ASCII but these characters.
  fileprivate mutating func escapeMermaid(from start: Int) {
    escape(from: start, plain: Self.plainInMermaid) { bytes, index, text in
      text.add("#")
      text.add(Int(bytes[index]))
      text.add(";")
    }
  }
}

extension String {
  /// The text with everything escaped that means something in Mermaid.
  var mermaid: String { SequenceDialect.mermaid.escaped(self) }
}
