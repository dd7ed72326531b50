public import CallScenario

extension JSONLines {
  /// A line for every action that can be done and, where it was asked for, for every one that cannot.
  public mutating func append(_ answer: NextActions, attributes: Attributes = .listed) {
    for step in answer.possible + answer.refused {
      append(step, of: answer.scenario, attributes: attributes)
    }
  }

  /// A line for every point, or for every call that the action may be about there.
  public mutating func append(_ answer: WhatIf, attributes: Attributes = .listed) {
    for point in answer.points {
      for outcome in point.outcomes {
        append(outcome, of: answer.scenario, at: (answer.flow, point.step), attributes: attributes)
      }
    }
  }

  /// `{"action":"…","refused":"…","events":[{"to":"…","message":"…","attributes":{…}}]}`; a refusal without a message
  /// has no events.
  private mutating func append(
    _ step: Transcript.Step, of scenario: Scenario, at point: (flow: String, step: Int)? = nil, attributes: Attributes
  ) {
    literal("{")
    if let point {
      literal("\"flow\":\"")
      escaped(point.flow)
      literal("\",\"step\":")
      decimal(UInt64(clamping: point.step))
      literal(",")
    }
    literal("\"action\":\"")
    escaped(scenario.spelling(of: step.action))
    literal("\"")
    if let refusal = step.reason {
      literal(",\"refused\":\"")
      escaped(refusal)
      literal("\"")
    }
    if step.refusal == nil || !step.messages.isEmpty {
      literal(",\"events\":[")
      for (number, message) in step.messages.enumerated() {
        if number > 0 { literal(",") }
        append(message, of: scenario, attributes: attributes)
      }
      literal("]")
    }
    literal("}\n")
  }

  private mutating func append(_ message: Message, of scenario: Scenario, attributes: Attributes) {
    literal("{")
    if let from = message.from {
      literal("\"from\":\"")
      escaped(scenario.parties[from].name)
      literal("\",")
    }
    literal("\"to\":\"")
    escaped(scenario.parties[message.to].name)
    literal("\",\"message\":\"")
    escaped(message.name)
    literal("\",\"attributes\":{")
    for attribute in message.attributes(attributes) { self.attribute(attribute.name, attribute.value) }
    dropComma()
    literal("}}")
  }
}
