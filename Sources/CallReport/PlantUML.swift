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
      let title = "\(transcript.scenario.title.plantUML)\\n\(flow.title.plantUML)"
      text.add(built: "\(separator)@startuml\ntitle \(title)\n" + lines(of: participants, diagram))
      let pen = SequencePen(.plantUML, diagram, participants, prefix: "p", for: flow)
      try pen.write(flow, &text, to: sink)
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

// MARK: - Words

extension SequenceDialect {
  fileprivate static let plantUML = SequenceDialect(
    indent: "", note: "note over ", comma: ", ", colon: " : ", requestArrow: " -> ", messageArrow: " --> ",
    lineBreak: "\\n", wait: ("... ", " ...\n")
  ) { text, start in text.escapePlantUML(from: start) }
}

extension TextBuffer {
  private static let plainInPlantUML = ASCIISet.wordsAnd(" ,()")
  /// What means something only if it is doubled, or at an end.
  private static let plainIfAlone = ASCIISet("_-/.=*")

  /// Writes what means something in PlantUML or in its markup as numbers: all ASCII but these characters. Those that
  /// mean something only if they are doubled stay if they stand alone.
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
  fileprivate var plantUML: String { SequenceDialect.plantUML.escaped(self) }
}
