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
      // By index: a copy of each entry would cost more than its lines.
      for index in flow.entries.indices {
        if actions, let action = Self.line(of: flow.entries[index], scenario) {
          append((file, flow.name, action.step), action: action.text, refused: action.refusal)
          try send(&self)
        }
        guard let (number, messages) = flow.entries[index].numberedMessages else { continue }
        for place in messages.indices {
          begin(
            file: file, flow: flow.name, step: number, from: messages[place].from.map { parties[$0].name },
            to: parties[messages[place].to].name, message: messages[place].name)
          append(messages[place].attributes, attributes)
          let isWhole = attributes == .all
          let rule = why ? flow.entries[index].rule(of: messages[place]) : nil
          end(
            conversation: isWhole ? flow.conversation(of: messages[place]) : nil,
            endedBy: isWhole ? messages[place].endedBy.map { parties[$0].name } : nil,
            rule: rule?.name, source: rule?.source)
          try send(&self)
        }
      }
    }
  }

  /// What a line says about an action or a wait.
  private static func line(
    of entry: Transcript.Entry, _ scenario: Scenario
  ) -> (step: Int?, text: String, refusal: String?)? {
    switch entry {
    case .step(let step): (step.number, scenario.spelling(of: step.action), step.reason)
    case .wait(let wait): (nil, wait.spelling, nil)
    case .mark: nil
    }
  }

  /// The attributes of a message that are to be shown.
  mutating func append(_ attributes: [Message.Attribute], _ which: AttributeChoice) {
    for index in attributes.indices where attributes[index].isListed || which == .all {
      attribute(attributes[index].name, attributes[index].value)
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

extension Transcript.Entry {
  /// The rule that produced one of the messages of the step.
  fileprivate func rule(of message: Message) -> RuleReference? {
    if case .step(let step) = self { step.rule(of: message) } else { nil }
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
