import CallModel
public import CallScenario

extension JSONLines {
  /// Every message of a transcript, or of the flows named, a line each.
  public mutating func append(
    _ transcript: Transcript, file: String? = nil, flows: [String]? = nil, attributes: AttributeChoice = .listed,
    why: Bool = false
  ) {
    append(transcript, file: file, flows: flows, attributes: attributes, why: why) { _ in }
  }

  /// Appends the lines and calls `send` after each, which may take them out: they may be much longer than the scenario.
  public mutating func append<Failure: Error>(
    _ transcript: Transcript, file: String? = nil, flows: [String]? = nil, attributes: AttributeChoice = .listed,
    why: Bool = false, send: (inout JSONLines) throws(Failure) -> Void
  ) throws(Failure) {
    let parties = transcript.scenario.parties
    for flow in transcript.flows where flows?.contains(flow.name) ?? true {
      for case .step(let step) in flow.entries {
        for message in step.messages {
          begin(
            file: file, flow: flow.name, step: step.number, from: message.from.map { parties[$0].name },
            to: parties[message.to].name, message: message.name)
          for attribute in message.attributes(attributes) {
            self.attribute(attribute.name, attribute.value)
          }
          let isWhole = attributes == .all
          let rule = why ? step.rule(of: message) : nil
          end(
            conversation: isWhole ? flow.conversation(of: message) : nil,
            endedBy: isWhole ? message.endedBy.map { parties[$0].name } : nil,
            rule: rule?.name, source: rule?.source)
          try send(&self)
        }
      }
    }
  }
}

extension Message {
  /// The attributes that a report shows.
  func attributes(_ which: AttributeChoice) -> [Attribute] {
    switch which {
    case .listed: attributes.filter(\.isListed)
    case .all: attributes
    }
  }
}
