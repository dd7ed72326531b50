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

  /// Passes each diagram to `sink`, step by step.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let diagram = SequenceDiagram(transcript.scenario, attributes: attributes)
    var separator = ""
    for flow in transcript.flows(named: flows) {
      let participants = diagram.participants(of: [flow])
      let ends = participants.count > 1 ? [participants[0], participants[participants.count - 1]] : participants
      let everyone = ends.map { "p\($0 + 1)" }.joined(separator: ", ")
      let title = "\(transcript.scenario.title.plantUML)\\n\(flow.title.plantUML)"
      try sink("\(separator)@startuml\ntitle \(title)\n" + lines(of: participants, diagram))
      let namesCalls = diagram.hasSeveralCalls(flow)
      for entry in flow.entries {
        switch entry {
        case .mark(let name): try sink("note over \(everyone) : \(name.plantUML)\n")
        case .wait(let wait): try sink("... \(wait.spelling.plantUML) ...\n")
        case .step(let step): try sink(lines(of: step, diagram, namesCalls: namesCalls))
        }
      }
      try sink("@enduml\n")
      separator = "\n"
    }
  }

  private func lines(of participants: [Int], _ diagram: SequenceDiagram) -> String {
    participants.map { participant in
      let kind = participant < diagram.server ? "\\n\(diagram.scenario.parties[participant].kindNames.plantUML)" : ""
      return "participant \"\(diagram.name(of: participant).plantUML)\(kind)\" as p\(participant + 1)\n"
    }.joined()
  }

  private func lines(of step: Transcript.Step, _ diagram: SequenceDiagram, namesCalls: Bool) -> String {
    let actor = "p\(step.action.actor + 1)"
    var text =
      diagram.isRequest(step.action)
      ? "\(actor) -> p\(diagram.server + 1) : \(step.number) \(diagram.request(step.action).plantUML)\n"
      : "note over \(actor) : \(step.number) \(diagram.action(step.action).plantUML)\n"
    if let refusal = diagram.refusal(of: step) { text += "note over \(actor) : \(refusal.plantUML)\n" }
    for message in step.messages {
      text += "p\(diagram.sender(of: message) + 1) --> p\(message.to + 1) : \(message.name.quotedIfNeeded.plantUML)"
      for attribute in diagram.texts(of: message, withConnID: namesCalls) { text += "\\n\(attribute.plantUML)" }
      text += "\n"
    }
    return text
  }
}

extension String {
  /// The text without anything that means something in PlantUML or in its markup: other characters of ASCII are written
  /// as numbers. A character that means something only when it is doubled stays if it stands alone.
  fileprivate var plantUML: String {
    if isPlainWords { return self }
    var escaped = ""
    let scalars = Array(printable(tab: "␉").unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "(", ")": escaped.unicodeScalars.append(scalar)
      case "_", "-", "/", ".", "=", "*":
        let isAlone =
          index > 0 && scalars[index - 1] != scalar && index + 1 < scalars.count && scalars[index + 1] != scalar
        if isAlone { escaped.unicodeScalars.append(scalar) } else { escaped += "<U+\(scalar.fourDigits)>" }
      case _ where scalar.isASCII: escaped += "<U+\(scalar.fourDigits)>"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Hexadecimal, as in `U+003C`.
  fileprivate var fourDigits: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(4 - digits.utf8.count, 0)) + digits
  }
}
