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

  /// Passes the participants to `sink`, and then each step.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let diagram = SequenceDiagram(transcript.scenario, attributes: attributes)
    let prefix = number.map { "s\($0)" } ?? ""
    let title = transcript.scenario.title.mermaid
    let flows = transcript.flows(named: flows)
    let participants = diagram.participants(of: flows.parts)
    // A word of a color is expected first.
    var text = number == nil ? "    title \(title)\n" : "    box transparent \(title)\n"
    for participant in participants {
      let name = diagram.name(of: participant).mermaid
      text += "    participant \(prefix)p\(participant + 1) as \(name.isEmpty ? "#32;" : name)\n"
    }
    try sink(text + (number == nil ? "" : "    end\n"))
    let ends = participants.count > 1 ? [participants[0], participants[participants.count - 1]] : participants
    let everyone = ends.map { "\(prefix)p\($0 + 1)" }.joined(separator: ",")
    for flow in flows {
      try sink("    Note over \(everyone): \(flow.title.mermaid)\n")
      let namesCalls = diagram.hasSeveralCalls(flow)
      for entry in flow.entries {
        switch entry {
        case .mark(let name): try sink("    Note over \(everyone): \(name.mermaid)\n")
        case .wait(let wait): try sink("    Note over \(everyone): \(wait.spelling.mermaid)\n")
        case .step(let step): try sink(lines(of: step, diagram, prefix, namesCalls: namesCalls))
        }
      }
    }
  }

  private func lines(
    of step: Transcript.Step, _ diagram: SequenceDiagram, _ prefix: String, namesCalls: Bool
  ) -> String {
    let actor = "\(prefix)p\(step.action.actor + 1)"
    var text =
      diagram.isRequest(step.action)
      ? "    \(actor)->>\(prefix)p\(diagram.server + 1): \(step.number) \(diagram.request(step.action).mermaid)\n"
      : "    Note over \(actor): \(step.number) \(diagram.action(step.action).mermaid)\n"
    if let refusal = diagram.refusal(of: step) { text += "    Note over \(actor): \(refusal.mermaid)\n" }
    for message in step.messages {
      text += "    \(prefix)p\(diagram.sender(of: message) + 1)-->>\(prefix)p\(message.to + 1): "
      text += message.name.quotedIfNeeded.mermaid
      for attribute in diagram.texts(of: message, withConnID: namesCalls) { text += "<br/>\(attribute.mermaid)" }
      text += "\n"
    }
    return text
  }
}

extension String {
  /// The text without anything that means something in Mermaid: other characters of ASCII are written as numbers.
  fileprivate var mermaid: String {
    if isPlainWords { return self }
    var escaped = ""
    for scalar in printable(tab: "␉").unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", "_", ".", ",", "=", "(", ")", "[", "]", "-", "/", "+", "*", "?":
        escaped.unicodeScalars.append(scalar)
      case _ where scalar.isASCII: escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
