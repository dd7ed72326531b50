import CallModel
public import CallScenario

extension JSONLines {
  /// Every message of a transcript, or of the flows named, a line each; with `actions`, also every action, every wait,
  /// and every mark where a flow begins.
  public mutating func append(
    _ transcript: Transcript, file: String? = nil, flows: [String]? = nil, attributes: AttributeChoice = .listed,
    why: Bool = false, actions: Bool = false
  ) {
    append(transcript, file: file, flows: flows, attributes: attributes, why: why, actions: actions) { _ in }
  }

  /// Appends the lines and calls `send` after each, which may take them out: they may be much longer than the scenario.
  public mutating func append<Failure: Error>(
    _ transcript: Transcript, file: String? = nil, flows: [String]? = nil, attributes: AttributeChoice = .listed,
    why: Bool = false, actions: Bool = false, send: (inout JSONLines) throws(Failure) -> Void
  ) throws(Failure) {
    let scenario = transcript.scenario
    let parties = scenario.parties
    let origins = actions ? FlowOrigins(transcript) : nil
    for flow in transcript.flows(named: flows) {
      if let mark = flow.mark, let origins {
        append((file, flow.name, origins.step(before: flow)), after: mark)
        try send(&self)
      }
      for entry in flow.entries {
        if case .wait(let wait) = entry, actions {
          append((file, flow.name, nil), action: wait.spelling)
          try send(&self)
        }
        guard case .step(let step) = entry else { continue }
        if actions {
          append((file, flow.name, step.number), action: scenario.spelling(of: step.action), refused: step.reason)
          try send(&self)
        }
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

  /// Where a line belongs. A wait has no step.
  private typealias Place = (file: String?, flow: String, step: Int?)

  /// `{"flow":"…","step":1,"action":"A TMakeCall B","refused":"…"}`
  private mutating func append(_ place: Place, action: String, refused: String? = nil) {
    begin(place)
    field(",\"action\":\"", action)
    if let refused { field(",\"refused\":\"", refused) }
    literal("}\n")
  }

  /// `{"flow":"…","step":1,"after":"*"}`
  private mutating func append(_ place: Place, after mark: String) {
    begin(place)
    field(",\"after\":\"", mark)
    literal("}\n")
  }

  private mutating func begin(_ place: Place) {
    if let file = place.file { field("{\"file\":\"", file) }
    let key: StaticString = place.file == nil ? "{\"flow\":\"" : ",\"flow\":\""
    guard let step = place.step else { return field(key, place.flow) }
    reserve(place.flow.room + 64)
    uncheckedPlace(key, place.flow, step)
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
